"""How well a class knew what it knew: what was said beside what came of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import fsum

from reportedly.quiz.marking import Certainty
from reportedly.quiz.privacy.withholding import SMALLEST_GROUP, told
from reportedly.reports.intervals import Estimate, mean, share

FULLY = 1 - 1e-9
"""From this share on an answer is right, but for rounding."""


@dataclass(frozen=True)
class Said:
    """An answer for which a learner said how sure they were.

    Attributes:
        share: 0..1, what it was worth.
    """

    learner: str
    certainty: Certainty
    share: float


@dataclass(frozen=True)
class Step:
    """Of the answers given with one certainty: what was said and what came of it.

    Attributes:
        said: The chance of being right that the step stands for, 0..1.
        answers: How many; None where fewer than five learners gave them.
        right: Their mean share right; None where fewer than five learners were right, or not
            right, or where that could be worked out from the other steps.
    """

    certainty: Certainty
    said: float
    answers: int | None
    right: Estimate | None


@dataclass(frozen=True)
class ClassCalibration:
    """What a class said and what came of it.

    Attributes:
        answers: With a certainty.
        brier: The mean of (p - share)², 0..1, lower is better (Brier 1950).
        over_confidence: The mean of p - share, -1..1; above 0 the class was surer than right.
        steps: All four, in their order.
    """

    answers: int
    brier: Estimate
    over_confidence: Estimate
    steps: tuple[Step, ...]


def calibration(said: Sequence[Said]) -> ClassCalibration | None:
    """The calibration of a class; None of fewer than five learners."""
    if len({one.learner for one in said}) < SMALLEST_GROUP:
        return None
    gaps = [float(one.certainty.probability) - one.share for one in said]
    return ClassCalibration(
        answers=len(said),
        brier=mean([gap**2 for gap in gaps]),
        over_confidence=mean(gaps),
        steps=_steps(said),
    )


def _steps(said: Sequence[Said]) -> tuple[Step, ...]:
    right, not_right = told(_cells(said, fully=True)), told(_cells(said, fully=False))
    steps = []
    for certainty in Certainty:
        shares = [one.share for one in said if one.certainty is certainty]
        learners = {one.learner for one in said if one.certainty is certainty}
        steps.append(
            Step(
                certainty=certainty,
                said=float(certainty.probability),
                answers=len(shares) if len(learners) >= SMALLEST_GROUP else None,
                right=share(fsum(shares), len(shares)) if certainty in right & not_right else None,
            )
        )
    return tuple(steps)


def _cells(said: Sequence[Said], *, fully: bool) -> dict[Certainty, int]:
    """By certainty, the learners who were right with it, or were not."""
    cells: dict[Certainty, set[str]] = {certainty: set() for certainty in Certainty}
    for one in said:
        if (one.share >= FULLY) is fully:
            cells[one.certainty].add(one.learner)
    return {certainty: len(learners) for certainty, learners in cells.items()}
