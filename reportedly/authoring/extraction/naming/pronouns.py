"""Whom a pronoun may stand for, and who is nearest: subjects of late sentences before others."""

from __future__ import annotations

import re

from reportedly.authoring.extraction.lexicon.roles import GROUP_KINDS
from reportedly.authoring.extraction.naming.entity import OUTLETS, Entity
from reportedly.authoring.extraction.naming.names import Named

FARTHEST = 14
"""How many sentences back a pronoun may reach."""


def may_stand_for(told: Named, entity: Entity) -> bool:
    """Whether person and number of a pronoun fit somebody."""
    if told.person:
        if entity.plural:
            return False
        fits = entity.person or entity.kind == "name"
        return fits and not _other_sex(told.head, entity)
    if told.plural:
        if entity.plural:
            return entity.speaks > 0 or entity.person or entity.kind in _SPEAKING
        return not entity.person and entity.kind != "name" and entity.speaks > 0
    if entity.person or entity.plural or entity.kind in _CANNOT_SPEAK:
        return False
    return entity.speaks > 0 or entity.form == "name" or entity.kind in _SPEAKING


_SOME = re.compile(
    r"(?:some|others?|another|many|most|several|a\s+few|few|both|all|one|two|three|four|five|six|none|neither|each"
    r"|the\s+(?:others?|first|second|third|fourth|rest|pair|two|three|latter|former))(?:\s+of\s+(?:them|those|these))?",
    re.IGNORECASE,
)


def is_some(phrase: str) -> bool:
    """Whether words such as "others" or "one of them" name nobody but point to people."""
    return _SOME.fullmatch(phrase.strip(" ,")) is not None


def may_be_some(entity: Entity) -> bool:
    """Whether "some" or "one of them" may be of these people."""
    return entity.plural and (entity.person or entity.kind in _SPEAKING or entity.speaks > 0)


def nearness(entity: Entity, told: Named) -> float:
    """How likely it is meant, in sentences: late subjects first, the mere mention of a name last."""
    # a medium that is only named is still likely to be the one that "said"
    named = entity.sentence + (0.1 if entity.kind in OUTLETS else -0.8)
    near = max(entity.turn + 0.6, entity.spoke + 0.8, named)
    if entity.kind == "name" and entity.speaks < 0:  # as likely a place
        near -= 1.5 if entity.turn < 0 else 0.3
    if told.plural and not entity.plural:
        near -= 1
    told_of = entity.kind in OUTLETS or (entity.kind == "document" and entity.turn >= 0)
    if entity.speaks > 0 or told_of:
        near += 0.7
    if told.person and entity.sex and entity.kind != "name":
        near += 0.5  # known to be a "she", and not only not known to be none
    if entity.leaning and told.head in ("he", "she"):
        near += 0.0 if entity.leaning == ("m" if told.head == "he" else "f") else -1.5
    # of two subjects of one sentence the first is what it is about
    return near - min(entity.place, 9_999) * 1e-5


_MALE = frozenset(
    "mr spokesman policeman chairman father son brother man husband king fisherman sir dad grandfather uncle"
    " nephew boy landlord businessman fireman foreman prince lord monk widower grandson".split()
)
_FEMALE = frozenset(
    "mrs ms miss spokeswoman policewoman chairwoman mother daughter sister woman wife queen widow mum mom"
    " grandmother aunt niece girl landlady businesswoman actress princess lady nun dame granddaughter".split()
)


def sex_of(words: str) -> str:
    """Whether a title or a role tells a man or a woman: "m", "f" or nothing."""
    own = re.sub(r"\S*\s?\S+[’']s?\s", " ", words)  # "Mr Roe's lawyer" may be a woman
    told = set(re.findall(r"[a-z]+", own.lower()))
    male, female = bool(told & _MALE), bool(told & _FEMALE)
    return "" if male == female else "m" if male else "f"


def _other_sex(pronoun: str, entity: Entity) -> bool:
    if entity.sex:
        return entity.sex == ("f" if pronoun in ("he", "him", "his") else "m")
    told = sex_of(f"{entity.name} {entity.role or ''} {' '.join(entity.aliases)}")
    return told == ("f" if pronoun in ("he", "him", "his") else "m")


_SPEAKING = (
    frozenset(GROUP_KINDS.values()) | OUTLETS | {"document", "people", "resident", "authority"}
)
_CANNOT_SPEAK = frozenset(
    "attack flood fire crash strike election vote storm earthquake protest march explosion accident"
    " incident bridge river road mine train bus plane ship ferry house building water rain toll number"
    " figure count total disease virus outbreak day week month year time day area region".split()
)
