"""How two figures on one topic relate, and the table of who says how many in which article."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from itertools import combinations

from reportedly.story.ledger import Claim, Quantity
from reportedly.story.story import Story
from reportedly.story.units import measure, size


class Relation(StrEnum):
    """How two figures relate; none of these says which of them is true."""

    AGREE = "agree"
    COMPATIBLE = "compatible"
    CONFLICT = "conflict"
    OTHER_POPULATION = "other population"
    UNKNOWN = "unknown"


@dataclass(frozen=True)
class Given:
    """A figure as one claim gives it."""

    claim: Claim
    quantity: Quantity


Numbers = tuple[Fraction, Fraction | None]
"""The lowest and the highest number; None above for no ceiling."""


def relation(first: Quantity, second: Quantity) -> Relation:
    """How two figures on one topic relate, by the numbers that each allows.

    Alike: they agree. Some numbers in common: both can hold. None in common: they cannot both hold
    for the same people. Figures that count something else are no rivals, and of an amount in words
    ("many") only the same words are known to agree. Units of one measure are converted.
    """
    return _relation(first, second, _numbers(first), _numbers(second))


def relation_as_given(one: Given, other: Given) -> Relation:
    """How two figures relate where their claims give them.

    As `relation`, but one end of a range that a claim gives, such as "between 150 and 180", allows
    the numbers of the range.
    """
    return _relation(one.quantity, other.quantity, _as_given(one), _as_given(other))


def _relation(
    first: Quantity, second: Quantity, these: Numbers | None, those: Numbers | None
) -> Relation:
    if not counts_the_same(first, second):
        return Relation.OTHER_POPULATION
    if these is None or those is None:
        alike = these == those and _folded(first.amount) == _folded(second.amount)
        return Relation.AGREE if alike else Relation.UNKNOWN
    if these == those and first.qualifier == second.qualifier:
        return Relation.AGREE
    left_out = {
        allowed[0] for q, allowed in ((first, these), (second, those)) if q.qualifier == "more than"
    }
    return Relation.COMPATIBLE if _overlap(these, those, left_out) else Relation.CONFLICT


def counts_the_same(first: Quantity, second: Quantity) -> bool:
    """Whether both count the same people or things, in the words of the ledger."""
    return _population(first) == _population(second)


def _population(quantity: Quantity) -> tuple[object, ...]:
    left_out = frozenset(map(_folded, quantity.not_counted))
    unit = measure(_folded(quantity.unit))
    return quantity.topic, quantity.scope, _folded(quantity.of), unit, left_out


def _numbers(quantity: Quantity) -> Numbers | None:
    """The numbers it allows, in the smallest unit of its measure; None for an amount in words."""
    if quantity.span is None:
        return None
    low, high = quantity.span
    one = size(_folded(quantity.unit))
    return low * one, None if high is None else high * one


def _as_given(given: Given) -> Numbers | None:
    """The numbers a figure allows; those of the range where its claim gives one."""
    own = given.quantity
    numbers = _numbers(own)
    if numbers is None or own.qualifier not in ("at least", "up to"):
        return numbers
    beside = "up to" if own.qualifier == "at least" else "at least"
    ends = (
        told for q in given.claim.quantity
        if q.qualifier == beside and counts_the_same(q, own) and (told := _numbers(q)) is not None
    )  # fmt: skip
    for low, high in ends:
        bottom, top = (numbers[0], high) if beside == "up to" else (low, numbers[1])
        if top is not None and bottom <= top:
            return bottom, top
    return numbers


def _overlap(one: Numbers, other: Numbers, left_out: set[Fraction]) -> bool:
    (low, high), (other_low, other_high) = one, other
    floor = max(low, other_low)
    ceiling = min((top for top in (high, other_high) if top is not None), default=None)
    if ceiling is None or floor < ceiling:
        return True
    # They meet in one number, which "more than" leaves out.
    return floor == ceiling and floor not in left_out


def _folded(text: str | None) -> str:
    return " ".join((text or "").casefold().split())


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
    once = {
        (g.claim.letter, g.claim.speaker, g.quantity.qualifier, g.quantity.value): g for g in given
    }
    first = given[0].quantity
    return Row(
        first.topic,
        first.of,
        first.scope,
        {letter: tuple(figures) for letter, figures in by_letter.items()},
        tuple(
            Pair(a, b, relation_as_given(a, b))
            for a, b in combinations(once.values(), 2)
            if (a.claim.letter, a.claim.speaker) != (b.claim.letter, b.claim.speaker)
        ),
    )
