"""Which speaker a name, a description or a pronoun stands for, within one article.

Pronouns are matched by person, number and nearness, and only to somebody the text names. What
stays without a speaker is left to the article's own voice.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from reportedly.authoring.extraction.lexicon.roles import GROUP_KINDS, STANDS_FOR
from reportedly.authoring.extraction.names import Named, named

OUTLETS = frozenset(("newspaper", "broadcaster", "news agency", "website", "magazine", "media"))


@dataclass(slots=True, eq=False)
class Entity:
    """Somebody or something the article names, while it is being read."""

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
    turn: int = -1

    def also(self, alias: str) -> None:
        """Note another way it is called."""
        if (
            alias != self.name
            and alias not in self.aliases
            and alias.lower() not in ("it", "he", "she", "they")
        ):
            self.aliases.append(alias)


@dataclass(frozen=True, slots=True)
class Resolved:
    """Whom a phrase stands for and what makes it unsure; None for nobody."""

    entity: Entity | None
    because: tuple[str, ...] = ()


_LOOK_BACK = 60


class Speakers:
    """The speakers of one article in the order it names them."""

    def __init__(self, outlet: str | None = None) -> None:
        self._outlet = re.sub(r"^the\s+", "", (outlet or "").lower())
        self.entities: list[Entity] = []
        self._by_name: dict[str, Entity] = {}
        self._by_word: dict[str, Entity] = {}
        self._clock = 0
        self._seen: dict[int, Entity] = {}
        self._at = "A1"

    def mention(self, phrase: str, at: str, *, subject: bool) -> None:
        """Note somebody who is named; a subject is likelier to be taken up by a pronoun."""
        self._at = at
        told = named(phrase)
        if told.form == "pronoun" or len(phrase) > 160:
            return
        if told.head in _NUMBER_WORDS or re.match(r"\d", told.name):
            return
        entity = self._taken_up(told, phrase) or self._entity(told, phrase, at)
        self._clock += 1
        entity.last_seen = self._clock
        self._see(entity)
        if subject:
            entity.turn = self._clock

    def speaker(self, phrase: str, at: str) -> Resolved:
        """Whom the source of an attribution stands for; that one is noted as having spoken."""
        self._at = at
        told = named(phrase)
        if told.form == "pronoun":
            found = self._by_pronoun(told)
        else:
            found = self._by_phrase(told, phrase, at)
        if found.entity is not None:
            self._clock += 1
            self._see(found.entity)
            found.entity.last_seen = found.entity.speaks = found.entity.turn = self._clock
        return found

    def _by_phrase(self, told: Named, phrase: str, at: str) -> Resolved:
        taken_up = self._taken_up(told, phrase)
        if taken_up is not None:
            taken_up.also(told.name)
            return Resolved(taken_up, (f"“{phrase.strip()}” is taken for {taken_up.name}",))
        return Resolved(self._entity(told, phrase, at))

    def _taken_up(self, told: Named, phrase: str) -> Entity | None:
        """As in "The ministry" for a ministry that was named before; the one heard of last."""
        if told.form not in ("definite", "indefinite") or told.form == "indefinite":
            return None
        if re.match(r"(?:its|his|her|their)\s", phrase.strip(), re.IGNORECASE):
            return None
        words = re.sub(r"^the\s+", "", told.name.lower()).split()
        if len(words) > 2:
            return None
        if told.name in self._by_name and len(words) > 1:
            return None
        kinds = STANDS_FOR.get(told.head, ())
        best: Entity | None = None
        for entity in self._recent():
            if entity.form != "name" and not (
                told.person and entity.form in ("indefinite", "definite")
            ):
                continue
            same = entity.kind in kinds
            own_words = set(re.findall(r"[a-z]+", f"{entity.name} {entity.role or ''}".lower()))
            same = same or told.head in own_words
            if (
                told.person
                and not (entity.person or entity.kind == "name")
                and entity.form == "name"
            ):
                same = False
            if not same or entity.name.lower() == told.name.lower():
                continue
            if len(words) == 2 and words[0] not in own_words:
                continue
            if best is None or (entity.speaks, entity.last_seen) > (best.speaks, best.last_seen):
                best = entity
        return best

    def _by_pronoun(self, told: Named) -> Resolved:
        low = told.head
        if low not in ("he", "she", "it", "they", "its", "his", "her", "their"):
            return Resolved(None, (f"“{told.name}” stands for nobody the article names",))
        good = [
            e for e in self._recent() if e.last_seen > self._clock - 40 and self._agrees(told, e)
        ]
        if not good:
            return Resolved(None, (f"nobody before it that “{told.name}” could stand for",))
        good.sort(key=self._nearness, reverse=True)
        because = [f"“{told.name}” is taken for {good[0].name}"]
        rivals = [e for e in good[1:] if self._nearness(e) > self._nearness(good[0]) - 3]
        if rivals:
            because.append(f"it could also be {rivals[0].name}")
        return Resolved(good[0], tuple(because))

    def _nearness(self, entity: Entity) -> float:
        """How lately it was the subject or spoke; being only mentioned counts for less."""
        near = max(entity.turn, entity.speaks + 0.5, entity.last_seen - 2.6)
        if entity.kind == "name" and entity.speaks < 0:  # as likely a place
            near -= 3
        return near + (1.5 if entity.speaks > 0 or entity.kind in OUTLETS else 0)

    def _agrees(self, told: Named, entity: Entity) -> bool:
        if told.person:
            if told.head in ("he", "she", "him", "her", "his"):
                if entity.plural:
                    return False
                fits = entity.person or entity.kind == "name"
                return fits and not self._other_sex(told.head, entity)
            return not entity.plural
        if told.plural:
            if entity.plural:
                return entity.speaks > 0 or entity.person or entity.kind in _SPEAKING
            return not entity.person and entity.kind != "name" and entity.speaks > 0
        if entity.person or entity.plural or entity.kind in _CANNOT_SPEAK:
            return False
        return entity.speaks > 0 or entity.form == "name" or entity.kind in _SPEAKING

    def _other_sex(self, pronoun: str, entity: Entity) -> bool:
        words = set(
            re.findall(
                r"[a-z]+", f"{entity.name} {entity.role or ''} {' '.join(entity.aliases)}".lower()
            )
        )
        male = bool(
            words
            & {
                "mr",
                "spokesman",
                "policeman",
                "chairman",
                "father",
                "son",
                "brother",
                "man",
                "husband",
                "king",
                "fisherman",
                "sir",
            }
        )
        female = bool(
            words
            & {
                "mrs",
                "ms",
                "miss",
                "spokeswoman",
                "policewoman",
                "chairwoman",
                "mother",
                "daughter",
                "sister",
                "woman",
                "wife",
                "queen",
                "widow",
            }
        )
        if pronoun in ("he", "him", "his"):
            return female and not male
        return male and not female

    def _entity(self, told: Named, phrase: str, at: str) -> Entity:
        known = self._known(told)
        if known is None:
            known = Entity(told.name, told.kind, told.person, told.plural, at, told.form)
            self.entities.append(known)
        elif (
            told.form == "name"
            and len(told.name.split()) > len(known.name.split())
            and known.form == "name"
        ):
            known.also(known.name)
            known.aliases.append(known.name)
            known.name = told.name
        known.also(told.name)
        if told.role and known.role is None:
            known.role, known.role_at = told.role, at
            if told.person and known.kind in ("name", "person"):
                known.kind, known.person = "person", True
        self._by_name.setdefault(told.name.lower(), known)
        if told.form == "name":
            words = told.name.split()
            if known.person and len(words) >= 2:
                for word in (words[-1], words[0]):
                    self._by_word.setdefault(word.lower(), known)
            initials = "".join(w[0] for w in words if w[0].isupper())
            if len(initials) >= 2:
                self._by_word.setdefault(initials.lower(), known)
        return known

    def _known(self, told: Named) -> Entity | None:
        low = told.name.lower()
        if told.form == "indefinite" and not low.startswith(("a spokes", "a statement")):
            return None
        if low in self._by_name:
            return self._by_name[low]
        if told.form == "name":
            words = low.split()
            if words[0] == "the" and " ".join(words[1:]) in self._by_name:
                return self._by_name[" ".join(words[1:])]
            bare = [w for w in words if w.strip(".") not in ("mr", "mrs", "ms", "dr", "the")]
            if len(bare) == 1 and bare[0] in self._by_word:
                return self._by_word[bare[0]]
            if len(bare) > 1 and bare[-1] in self._by_word:
                other = self._by_word[bare[-1]]
                if set(other.name.lower().split()) & set(bare[:-1]):
                    return other
        return None

    def _recent(self) -> list[Entity]:
        """Those seen last, latest first; nobody takes up a name from a hundred names ago."""
        return [
            entity
            for entity, _ in zip(reversed(self._seen.values()), range(_LOOK_BACK), strict=False)
        ]

    def _see(self, entity: Entity) -> None:
        self._seen.pop(id(entity), None)
        self._seen[id(entity)] = entity

    def no_person(self, phrase: str) -> None:
        """Note that the text says "which" of somebody, so that it is no person."""
        told = named(phrase)
        entity = self._entity(told, phrase, self._at)
        entity.person = False
        if entity.kind in ("person", "name"):
            entity.kind = "organisation"

    def is_this_outlet(self, entity: Entity) -> bool:
        """Whether it is the medium whose article this is, so that the words are its own."""
        return bool(self._outlet) and re.sub(r"^the\s+", "", entity.name.lower()) == self._outlet

    def is_outlet(self, entity: Entity) -> bool:
        """Whether it is a medium, which passes on what others say."""
        return entity.kind in OUTLETS


_SPEAKING = (
    frozenset(GROUP_KINDS.values()) | OUTLETS | {"document", "people", "resident", "authority"}
)
_NUMBER_WORDS = frozenset(
    "hundreds thousands dozens most many some several few one two three four five six seven eight nine ten"
    " hundred thousand dozen more half".split()
)
_CANNOT_SPEAK = frozenset(
    "attack flood fire crash strike election vote storm earthquake protest march explosion accident"
    " incident bridge river road mine train bus plane ship ferry house building water rain toll number"
    " figure count total disease virus outbreak day week month year time day area region".split()
)
