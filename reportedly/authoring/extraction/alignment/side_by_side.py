"""Which claims of different articles speak of the same thing: a suggestion for a person to confirm.

How two figures relate follows from the numbers they allow. A later count of the same speaker that is
higher has overtaken the earlier one, and of another speaker it may have.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from itertools import combinations

from reportedly.authoring.extraction.alignment.loose import is_loose
from reportedly.authoring.extraction.alignment.order import GROWING, Order
from reportedly.authoring.extraction.alignment.populations import OTHER_EVENT, family
from reportedly.story.ledger import OWN_VOICE, Claim, Ledger, Quantity
from reportedly.story.relations import Given, Relation, relation_as_given

MOST = 60
"""Claims of one topic that are compared with each other; more tell nothing apart."""


@dataclass(frozen=True)
class Pair:
    """Two claims that seem to speak of the same thing.

    Attributes:
        first, second: Their ids.
        value, other: The numbers they give; None for claims without figures.
    """

    first: str
    second: str
    relation: Relation
    value: Fraction | None = None
    other: Fraction | None = None


def pairs(ledger: Ledger, published: Mapping[str, date] | None = None) -> tuple[Pair, ...]:
    """The claims of different articles that speak alike, with how they relate.

    Args:
        published: The day of each article by its letter, as far as it is known; without any, all
            articles are taken to be of one time.
    """
    order = Order(ledger, published) if published is not None else None
    return (*_figures(ledger, order), *_statements(ledger))


Figure = tuple[Claim, Quantity]


def _figures(ledger: Ledger, order: Order | None) -> Iterator[Pair]:
    alike: dict[str, dict[tuple[str, str, Fraction | None, str], Figure]]
    alike = defaultdict(dict)
    for claim in ledger.claims:
        for q in claim.quantity:
            if q.value is None:
                continue
            once = claim.at, claim.speaker, q.value, q.scope
            alike[_thing(q)].setdefault(once, (claim, q))
    for group in alike.values():
        for one, other in combinations(list(group.values())[:MOST], 2):
            (a, p), (b, q) = one, other
            if a.letter == b.letter or _of_other_events(one, other):
                continue
            found = _relation(ledger, one, other, order)
            if found is not Relation.OTHER_POPULATION or _of_one_side(ledger, a, b):
                yield Pair(a.id, b.id, found, p.value, q.value)


def _of_one_side(ledger: Ledger, one: Claim, other: Claim) -> bool:
    """Whether one speaker or branch gives a part and a whole, which a reader may take for each other."""
    return _one_speaker(ledger, one, other) or _are_official(ledger, one, other)


def _thing(quantity: Quantity) -> str:
    """What a figure is about, whatever part of it is counted."""
    if is_loose(quantity.topic):
        return f"{quantity.topic} {quantity.of}"
    other = quantity.topic.endswith(OTHER_EVENT)
    topic = family(quantity.topic.removesuffix(OTHER_EVENT))
    return topic + OTHER_EVENT if other else topic


_YEAR = re.compile(r"\b(?:18|19|20)\d\d\b")


def _of_other_events(one: Figure, other: Figure) -> bool:
    """Whether they belong to two events that the articles compare with, by the years given."""
    if not one[1].topic.endswith(OTHER_EVENT):
        return False
    years = [set(_YEAR.findall(claim.says)) for claim, _ in (one, other)]
    return bool(years[0] and years[1] and not years[0] & years[1])


_LEVELS = frozenset("displaced missing power-cuts trapped treated".split())
"""Counts of a state, which rises and falls from day to day."""


def _relation(ledger: Ledger, one: Figure, other: Figure, order: Order | None) -> Relation:
    (early, low), (late, high) = one, other
    found = relation_as_given(Given(early, low), Given(late, high))
    if found in (Relation.OTHER_POPULATION, Relation.AGREE):
        return found
    revised = _one_speaker(ledger, early, late)
    if low.value == high.value and revised:
        return Relation.AGREE  # "at least 14" retold as "14"
    if found is not Relation.CONFLICT or order is None:
        return found
    if _rounded(low, high):
        return Relation.COMPATIBLE
    topic = family(low.topic)
    later = order.later(one, other)
    if topic not in GROWING | _LEVELS:
        return found
    if later is None:
        return Relation.UNKNOWN
    if later == 0:
        return found
    if later == -1:
        low, high = high, low
    assert low.value is not None
    assert high.value is not None
    if high.value < low.value:
        return Relation.COMPATIBLE if topic in _LEVELS else found
    if revised or _are_official(ledger, early, late):
        return Relation.COMPATIBLE
    # what was counted first is a floor for later days; whether the later count takes it in is not told
    return Relation.UNKNOWN if order.is_known(early.letter, late.letter) else Relation.COMPATIBLE


def _rounded(one: Quantity, other: Quantity) -> bool:
    """Whether one number is the other one rounded, as 4 % and 4.1 %, or 12,000 and 11,960."""
    values = [q.value for q in (one, other)]
    if None in values or one.unit != other.unit:
        return False
    fine, coarse = sorted((v for v in values if v is not None), key=_step)
    step = _step(coarse)
    whole = one.unit == "%" or step >= 100
    return whole and _step(fine) < step and abs(fine - coarse) * 2 <= step


def _step(value: Fraction) -> Fraction:
    """The step in which a number seems to be counted: 100 for 1,200, a tenth for 4.1."""
    step = Fraction(1)
    while step.denominator < 10**6 and value % step:
        step /= 10
    while value and value % (step * 10) == 0:
        step *= 10
    return step


_OFFICIAL = tuple(
    re.compile(rf"\b(?:{words})\b", re.IGNORECASE)
    for words in (
        "government|ministry|minister|officials?|authorit(?:y|ies)|office|department|agency|governor|mayor|council|commission",
        "police|prefecture|interior|sheriff",
        "hospitals?|clinics?|doctors?|medics?|medical|mortuary|morgue",
        "fire|rescue|rescuers|coast\\s?guard|civil\\s+protection",
    )
)


def _are_official(ledger: Ledger, one: Claim, other: Claim) -> bool:
    """Whether both speak for one branch of the authorities, whose later count replaces the earlier."""
    if OWN_VOICE in (one.speaker, other.speaker):
        return False
    names = [_names(ledger, c) for c in (one, other)]
    return any(all(branch.search(name) for name in names) for branch in _OFFICIAL)


def _names(ledger: Ledger, claim: Claim) -> str:
    speaker = ledger.speakers[claim.speaker]
    return " ".join((speaker.name, *speaker.aliases, speaker.described or ""))


def _one_speaker(ledger: Ledger, one: Claim, other: Claim) -> bool:
    """Whether both figures come from one mouth, also where one article shortens its name."""
    if OWN_VOICE in (one.speaker, other.speaker):
        return False
    names = [
        set(" ".join((s.name, *s.aliases)).lower().replace("the ", "").split())
        for s in (ledger.speakers[one.speaker], ledger.speakers[other.speaker])
    ]
    return one.speaker == other.speaker or names[0] <= names[1] or names[1] <= names[0]


def _statements(ledger: Ledger) -> Iterator[Pair]:
    alike: dict[str, list[Claim]] = defaultdict(list)
    for claim in ledger.claims:
        if not claim.quantity and claim.topic not in ("statement", "not-disclosed"):
            alike[claim.topic].append(claim)
    for group in alike.values():
        for a, b in combinations(group[:MOST], 2):
            if a.letter != b.letter:
                yield Pair(a.id, b.id, _stance(a, b))


_NOT = re.compile(
    r"\b(?:not|no|never|nobody|none|nothing|neither|nor|false|untrue)\b|n[’']t\b", re.IGNORECASE
)


def _stance(one: Claim, other: Claim) -> Relation:
    """As far as the words tell: of two claims on one thing, one that denies it stands against it."""
    if one.speaker == other.speaker:
        return Relation.AGREE
    return Relation.CONFLICT if _denies(one) != _denies(other) else Relation.COMPATIBLE


def _denies(claim: Claim) -> bool:
    """Whether a claim says that something is not so; a denial of a denial says that it is."""
    denied = claim.cue is not None and claim.cue.kind == "denial"
    return denied != (_NOT.search(claim.says) is not None)
