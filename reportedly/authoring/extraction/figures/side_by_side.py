"""Which claims of different articles speak of the same thing: a suggestion for a person to confirm.

How two figures relate follows from the numbers they allow. A later count of the same speaker that is
higher has overtaken the earlier one, and of another speaker it may have.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from itertools import combinations

from reportedly.authoring.extraction.figures.align import is_loose
from reportedly.authoring.extraction.figures.populations import family
from reportedly.story.ledger import OWN_VOICE, Claim, Ledger, Quantity
from reportedly.story.relations import Relation, relation

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
    return (*_figures(ledger, published), *_statements(ledger))


def _figures(ledger: Ledger, published: Mapping[str, date] | None) -> Iterator[Pair]:
    alike: dict[str, dict[tuple[str, str, Fraction | None, str], tuple[Claim, Quantity]]]
    alike = defaultdict(dict)
    for claim in ledger.claims:
        for q in claim.quantity:
            topic = f"{q.topic} {q.of} {q.unit}" if is_loose(q.topic) else family(q.topic)
            if not q.topic.endswith("-other-event"):
                once = claim.at, claim.speaker, q.value, q.scope
                alike[topic].setdefault(once, (claim, q))
    for group in alike.values():
        for (a, p), (b, q) in combinations(list(group.values())[:MOST], 2):
            if a.letter != b.letter:
                yield Pair(
                    a.id, b.id, _relation(ledger, (a, p), (b, q), published), p.value, q.value
                )


def _relation(
    ledger: Ledger,
    one: tuple[Claim, Quantity],
    other: tuple[Claim, Quantity],
    published: Mapping[str, date] | None,
) -> Relation:
    found = relation(one[1], other[1])
    if found is not Relation.CONFLICT or published is None:
        return found
    days = published.get(one[0].letter), published.get(other[0].letter)
    if days[0] is None or days[1] is None:
        return Relation.UNKNOWN  # which of the two is the later count
    if days[0] == days[1]:
        return found
    (early, low), (late, high) = (one, other) if days[0] < days[1] else (other, one)
    assert low.value is not None
    assert high.value is not None
    if high.value < low.value:
        return found
    return Relation.COMPATIBLE if _one_speaker(ledger, early, late) else Relation.UNKNOWN


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


def _stance(one: Claim, other: Claim) -> Relation:
    """As far as the cues tell: of two claims on one thing, one that denies it stands against it."""
    denials = [c.cue is not None and c.cue.kind == "denial" for c in (one, other)]
    if one.speaker == other.speaker:
        return Relation.AGREE
    return Relation.CONFLICT if denials[0] != denials[1] else Relation.COMPATIBLE
