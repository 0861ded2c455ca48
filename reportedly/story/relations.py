"""How two figures on one topic relate, and the table of who says how many in which article."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from itertools import combinations

from reportedly.story.ledger import Claim, Quantity
from reportedly.story.story import Story


class Relation(StrEnum):
    """How two figures relate; none of these says which of them is true."""

    AGREE = "agree"
    COMPATIBLE = "compatible"
    CONFLICT = "conflict"
    OTHER_POPULATION = "other population"
    UNKNOWN = "unknown"


def relation(first: Quantity, second: Quantity) -> Relation:
    """How two figures on one topic relate, by the numbers that each allows.

    Alike: they agree. Some numbers in common: both can hold. None in common: they cannot both hold
    for the same people. Figures that count something else are no rivals, and of an amount in words
    ("many") only the same words are known to agree.
    """
    if not counts_the_same(first, second):
        return Relation.OTHER_POPULATION
    if first.span is None or second.span is None:
        alike = first.span == second.span and _folded(first.amount) == _folded(second.amount)
        return Relation.AGREE if alike else Relation.UNKNOWN
    if (first.value, first.qualifier) == (second.value, second.qualifier):
        return Relation.AGREE
    return Relation.COMPATIBLE if _overlap(first, second) else Relation.CONFLICT


def counts_the_same(first: Quantity, second: Quantity) -> bool:
    """Whether both count the same people or things, in the words of the ledger."""
    return _population(first) == _population(second)


def _population(quantity: Quantity) -> tuple[object, ...]:
    left_out = frozenset(map(_folded, quantity.not_counted))
    return quantity.topic, quantity.scope, _folded(quantity.of), _folded(quantity.unit), left_out


def _amount(quantity: Quantity) -> tuple[object, ...]:
    return quantity.qualifier, quantity.value, _folded(quantity.amount)


def _overlap(first: Quantity, second: Quantity) -> bool:
    assert first.span is not None
    assert second.span is not None
    (low, high), (other_low, other_high) = first.span, second.span
    floor = max(low, other_low)
    ceiling = min((top for top in (high, other_high) if top is not None), default=None)
    if ceiling is None or floor < ceiling:
        return True
    # They meet in one number, which "more than" leaves out.
    left_out = any(q.qualifier == "more than" and q.value == floor for q in (first, second))
    return floor == ceiling and not left_out


def _folded(text: str | None) -> str:
    return " ".join((text or "").casefold().split())


@dataclass(frozen=True)
class Given:
    """A figure as one claim gives it."""

    claim: Claim
    quantity: Quantity


@dataclass(frozen=True)
class Pair:
    """Two figures of different speakers, or of one speaker in different articles."""

    first: Given
    second: Given
    relation: Relation

    @property
    def one_speaker(self) -> bool:
        """Whether both come from one mouth, so that they are no two sources."""
        return self.first.claim.speaker == self.second.claim.speaker


@dataclass(frozen=True)
class Row:
    """All figures that count the same.

    Attributes:
        of: What they count, in the ledger's words.
        given: By the letter of the article.
        pairs: Each pair of different figures, or of different speakers, once.
    """

    topic: str
    of: str
    scope: str
    given: Mapping[str, tuple[Given, ...]]
    pairs: tuple[Pair, ...]


def reconciliation(story: Story) -> tuple[Row, ...]:
    """Every figure of a story beside those that count the same, in the order of the ledger.

    Claims that were dropped are left out.
    """
    alike: dict[tuple[object, ...], list[Given]] = defaultdict(list)
    for claim in story.ledger.claims:
        if claim.review == "dropped":
            continue
        for quantity in claim.quantity:
            alike[_population(quantity)].append(Given(claim, quantity))
    return tuple(_row(given) for given in alike.values())


def _row(given: list[Given]) -> Row:
    by_letter: dict[str, list[Given]] = defaultdict(list)
    for figure in given:
        by_letter[figure.claim.letter].append(figure)
    # The same figure of the same speaker in the same article is one figure.
    once = {(g.claim.letter, g.claim.speaker, *_amount(g.quantity)): g for g in given}
    first = given[0].quantity
    return Row(
        first.topic,
        first.of,
        first.scope,
        {letter: tuple(figures) for letter, figures in by_letter.items()},
        tuple(
            Pair(a, b, relation(a.quantity, b.quantity))
            for a, b in combinations(once.values(), 2)
            if (a.claim.letter, a.claim.speaker) != (b.claim.letter, b.claim.speaker)
        ),
    )
