"""Somebody an article names, and what can be told from the name alone."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from reportedly.authoring.extraction.lexicon.roles import OWNERS

OUTLETS = frozenset(("newspaper", "broadcaster", "news agency", "website", "magazine", "media"))


@dataclass(slots=True, eq=False)
class Entity:
    """Somebody or something the article names, while it is being read.

    Attributes:
        last_seen, speaks: When it was named and spoke last, in names read so far.
        sentence, turn, spoke: The sentence that named it last, that it was the subject of, and in
            which it spoke.
        place: When it became the subject, in names read so far.
        sex: "m" or "f" where a title or a pronoun has told it.
        leaning: The same where a pronoun that could be somebody else's was taken for theirs.
    """

    name: str
    kind: str
    person: bool
    plural: bool
    at: str
    form: str
    role: str | None = None
    role_at: str | None = None
    aliases: list[str] = field(default_factory=list)
    last_seen: int = -1
    speaks: int = -1
    sentence: int = -99
    turn: int = -99
    spoke: int = -99
    place: int = 0
    sex: str = ""
    leaning: str = ""

    def also(self, alias: str) -> None:
        """Note another way it is called."""
        if (
            alias != self.name
            and alias not in self.aliases
            and alias.lower() not in ("it", "he", "she", "they")
        ):
            self.aliases.append(alias)


BODIES = frozenset(
    "company firm operator club group organisation organization charity union agency network manufacturer maker"
    " supplier developer business retailer brewer airline utility campaign party".split()
)
"""Words that take up a body whose name does not tell what it is."""


FIRMS = frozenset(
    "company firm operator manufacturer maker supplier developer business retailer brewer airline utility club"
    " charity group".split()
)
"""Those of them that often go by a single name."""


def is_body(entity: Entity) -> bool:
    """Whether a name is a body's, for all the article says."""
    owner = entity.role is not None and set(entity.role.lower().split()[-1:]) <= OWNERS
    named = entity.form == "name" and (entity.kind == "organisation" or owner) and not entity.person
    named = named and " and " not in entity.name
    return named and max(entity.turn, entity.spoke) >= 0


def may_be_body(entity: Entity) -> bool:
    """Whether a single name that no title or pronoun made a person's can be a body's."""
    named = entity.form == "name" and entity.kind == "name" and not entity.sex
    return named and max(entity.turn, entity.spoke) >= 0


def is_named_body(entity: Entity) -> bool:
    """Whether a name that is only mentioned is a body's; "Ada and Brook" are two names."""
    body = entity.kind == "organisation" and entity.form == "name" and not entity.person
    return body and " and " not in entity.name


def is_name_near(entity: Entity, sentence: int) -> bool:
    """Whether a single name that may be a body's was mentioned just now."""
    named = entity.form == "name" and entity.kind == "name" and not entity.sex
    return named and not entity.leaning and entity.sentence >= sentence - 1


def only(entities: list[Entity]) -> list[Entity]:
    """The one there is; nobody where there are several."""
    return entities if len(entities) == 1 else []


def head_of(name: str) -> str:
    """The noun a description is about: "health ministry" is about a ministry."""
    words = re.split(
        r"\s+(?:of|at|in|for|from|with|to|on|near|who|which|that|by)\s|,", name.lower(), maxsplit=1
    )[0].split()
    return words[-1] if words else ""
