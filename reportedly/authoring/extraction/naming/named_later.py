"""Somebody described first and named afterwards: "the governor said", then "Ada Brook told"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from reportedly.authoring.extraction.lexicon.roles import OFFICES, PERSON_WORDS
from reportedly.authoring.extraction.naming.entity import Entity, head_of
from reportedly.authoring.extraction.naming.names import Named


def of_role(told: Named, entities: Sequence[Entity]) -> Entity | None:
    """As in "the regional governor said", whose name follows: "Governor Ana Leite"."""
    role = set(re.findall(r"[a-z]+", (told.role or "").lower()))
    fits = [
        e for e in entities
        if e.form == "definite" and e.person and not e.plural and e.role is None and e.speaks > 0
        and " of " not in e.name and head_of(e.name) in role and head_of(e.name) in PERSON_WORDS
    ]  # fmt: skip
    if len(fits) != 1 or _is_taken(fits[0], entities):
        return None
    return _renamed(fits[0], told)


def of_some(told: Named, phrase: str, entities: Sequence[Entity]) -> Entity | None:
    """As in "an aide to Ms Roe was heard", whose name follows: "The aide, Otto Brand"."""
    role = re.match(r"[Tt]he\s+([a-z-]+),", phrase)
    if role is None:
        return None
    fits = [
        e for e in entities
        if e.form == "indefinite" and e.person and e.speaks > 0 and head_of(e.name) == role[1]
    ]  # fmt: skip
    return _renamed(fits[0], told) if len(fits) == 1 else None


def of_lead(told: Named, entities: Sequence[Entity], sentence: int) -> Entity | None:
    """As in "..., the governor said." with "Ada Brook told reporters" for the next sentence."""
    last = max(entities, key=lambda e: e.speaks, default=None)
    if last is None or len(told.name.split()) < 2:
        return None
    lead = int(re.sub(r"\D", "", last.at) or 0) <= _LEAD and last.spoke == sentence - 1
    office = last.form == "definite" and last.person and not last.plural and last.role is None
    if not lead or not office or head_of(last.name) not in OFFICES or _is_taken(last, entities):
        return None
    last.role, last.role_at = re.sub(r"^the\s+", "", last.name), last.at
    return _renamed(last, told)


_LEAD = 4
"""The last paragraph that can be an article's lead, behind its headlines and its byline."""


def _is_taken(described: Entity, entities: Sequence[Entity]) -> bool:
    """Whether somebody else is named with the same office."""
    return any(head_of(described.name) in (e.role or "").lower() for e in entities)


def _renamed(known: Entity, told: Named) -> Entity:
    known.also(known.name)
    known.aliases.append(known.name)
    known.name, known.form = told.name, "name"
    known.kind = told.kind or known.kind
    return known
