"""What talking about a question changed: the first vote of learners beside their last."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import fsum

from reportedly.reports.classes.calibration import FULLY
from reportedly.reports.intervals import Estimate, paired_difference, share


@dataclass(frozen=True)
class Change:
    """The answers of those who answered twice.

    Attributes:
        answers: Pairs of a first and a last answer.
        before, after: The mean share right.
        stayed_right, gained, lost, stayed_wrong: Pairs by being fully right before and after.
        difference: The growth of the share that is fully right, -1..1.
    """

    answers: int
    before: Estimate
    after: Estimate
    stayed_right: int
    gained: int
    lost: int
    stayed_wrong: int
    difference: Estimate


def change(pairs: Sequence[tuple[float, float]]) -> Change | None:
    """What pairs of shares, first and last, come to; None of none."""
    if not pairs:
        return None
    flow = [(first >= FULLY, last >= FULLY) for first, last in pairs]
    gained, lost = flow.count((False, True)), flow.count((True, False))
    return Change(
        answers=len(pairs),
        before=share(fsum(first for first, _ in pairs), len(pairs)),
        after=share(fsum(last for _, last in pairs), len(pairs)),
        stayed_right=flow.count((True, True)),
        gained=gained,
        lost=lost,
        stayed_wrong=flow.count((False, False)),
        difference=paired_difference(gained, lost, len(pairs)),
    )
