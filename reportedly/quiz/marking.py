"""What a response is worth, as exact fractions, and what was right and wrong in it.

The rules are pure functions of counts, so that each can be checked against its source:
net: Canvas "partial credit with penalty", PrairieLearn `net-correct`, H5P MultiChoice.
each: PrairieLearn `each-answer`. balanced: plus/minus scoring (Betts et al. 2021).
pairs: Kendall's tau of the order given, floored at 0. Certainty: Gardner-Medwin.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from typing import Literal

from reportedly.quiz.taxonomy import Scoring, Slip

ZERO, ONE = Fraction(0), Fraction(1)

PartVerdict = Literal["right", "wrong", "missed", "left"]
Verdict = Literal["right", "partly", "wrong"]


@dataclass(frozen=True)
class PartMark:
    """How one option, item, gap or typed answer was judged.

    Attributes:
        text: The part as the learner saw it.
        verdict: right and wrong are what the learner did; missed was right but not chosen; left
            was wrong and rightly not chosen.
        given, key: For parts that are placed or typed: what the learner gave, what fits.
        why: The author's reason for this very choice, Markdown; "" when there is none.
        slip: The misreading that the choice stands for, if it was wrong.
    """

    text: str
    verdict: PartVerdict
    given: str | None = None
    key: str | None = None
    why: str = ""
    slip: Slip | None = None


@dataclass(frozen=True)
class Mark:
    """What one response to one question is worth.

    Attributes:
        share: 0..1, exact.
        parts: In the bank's order.
        note: A sentence about how the answer was read, or "".
    """

    share: Fraction
    parts: tuple[PartMark, ...]
    note: str = ""

    @property
    def verdict(self) -> Verdict:
        """Right for all, wrong for nothing, partly between."""
        if self.share == ONE:
            return "right"
        return "partly" if self.share > ZERO else "wrong"

    @property
    def slips(self) -> frozenset[Slip]:
        """The misreadings that the learner's wrong choices stand for."""
        return frozenset(p.slip for p in self.parts if p.verdict == "wrong" and p.slip is not None)


def judge_choice(
    text: str, *, is_right: bool, chosen: bool, why: str | None, slip: Slip | None
) -> PartMark:
    """How choosing, or not choosing, one part is judged."""
    if chosen:
        return PartMark(text, "right" if is_right else "wrong", why=why or "", slip=slip)
    return PartMark(text, "missed" if is_right else "left", why=why or "", slip=slip)


def judge_place(
    text: str, *, given: str | None, key: str, why: str | None, slip: Slip | None
) -> PartMark:
    """How putting `given` where `key` belongs is judged; None is a part left open.

    Args:
        text: The part as the learner saw it.
        given: What the learner put there.
        key: What belongs there.
        why: The author's reason for what was given.
        slip: The misreading behind `given`, should it be wrong.
    """
    if given is None:
        return PartMark(text, "missed", None, key, why or "")
    if given == key:
        return PartMark(text, "right", given, key, why or "")
    return PartMark(text, "wrong", given, key, why or "", slip)


def mark_of_choices(rule: Scoring, parts: tuple[PartMark, ...]) -> Mark:
    """The mark for parts that were each chosen or left."""
    count = Counter(part.verdict for part in parts)
    share = value_of_choices(
        rule,
        right=count["right"],
        wrong=count["wrong"],
        all_right=count["right"] + count["missed"],
        all_wrong=count["wrong"] + count["left"],
    )
    return Mark(share, parts)


def mark_of_places(rule: Scoring, parts: tuple[PartMark, ...]) -> Mark:
    """The mark for parts that were each put somewhere or left open."""
    right = sum(part.verdict == "right" for part in parts)
    return Mark(value_of_places(rule, right=right, total=len(parts)), parts)


def value_of_choices(
    rule: Scoring, *, right: int, wrong: int, all_right: int, all_wrong: int
) -> Fraction:
    """The share that a choice of several is worth.

    Args:
        rule: net, each, balanced or exact.
        right: How many right ones were chosen.
        wrong: How many wrong ones were chosen.
        all_right: How many right ones there were, at least 1.
        all_wrong: How many wrong ones there were.

    Returns: 0..1. Choosing nothing earns 0 except by `each`, which also counts what was rightly
        left alone.
    """
    match rule:
        case Scoring.NET:
            return max(ZERO, Fraction(right - wrong, all_right))
        case Scoring.EACH:
            return Fraction(right + all_wrong - wrong, all_right + all_wrong)
        case Scoring.BALANCED:
            loss = Fraction(wrong, all_wrong) if all_wrong else ZERO
            return max(ZERO, Fraction(right, all_right) - loss)
        case Scoring.EXACT:
            return ONE if right == all_right and wrong == 0 else ZERO
    raise ValueError(f"{rule} does not apply to choosing several")


def value_of_places(rule: Scoring, *, right: int, total: int) -> Fraction:
    """The share that `right` of `total` well placed items are worth, by share or exact."""
    match rule:
        case Scoring.SHARE:
            return Fraction(right, total)
        case Scoring.EXACT:
            return ONE if right == total else ZERO
    raise ValueError(f"{rule} does not apply to placing")


def value_of_order(rule: Scoring, ranks: tuple[int, ...]) -> Fraction:
    """The share that an order is worth.

    Args:
        rule: pairs or exact.
        ranks: The true rank of each item, in the order the learner gave; equal ranks are ties and
            no pair of them counts.

    Returns: By pairs max(0, 2 * share of pairs in the right order - 1): a reversed or a random
        order earns about nothing.
    """
    pairs = [
        (first, second)
        for place, first in enumerate(ranks)
        for second in ranks[place + 1 :]
        if first != second
    ]
    if not pairs:
        return ONE
    kept = sum(first < second for first, second in pairs)
    match rule:
        case Scoring.PAIRS:
            return max(ZERO, Fraction(2 * kept, len(pairs)) - 1)
        case Scoring.EXACT:
            return ONE if kept == len(pairs) else ZERO
    raise ValueError(f"{rule} does not apply to ordering")


class Certainty(StrEnum):
    """How sure a learner said to be, in four steps anchored in numbers."""

    GUESS = "guess"
    SIXTY = "60"
    EIGHTY = "80"
    NINETY_FIVE = "95"

    @property
    def probability(self) -> Fraction:
        """The chance of being right that the step stands for; a guess is taken as one in three."""
        return Fraction(1, 3) if self is Certainty.GUESS else Fraction(int(self.value), 100)

    @property
    def step(self) -> int:
        """1 below 67 percent, 2 up to 80, 3 above: the thresholds at which honesty pays."""
        return {"guess": 1, "60": 1, "80": 2, "95": 3}[self.value]


def certainty_mark(share: Fraction, certainty: Certainty) -> Fraction:
    """Practice marks for being right and knowing it: +1/+2/+3, wrong 0/-2/-6.

    A partly right answer gets its share of the positive mark. Source: Gardner-Medwin; Moodle's
    certainty-based marking.
    """
    if share > ZERO:
        return share * certainty.step
    return Fraction({1: 0, 2: -2, 3: -6}[certainty.step])
