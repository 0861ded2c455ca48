"""What an attempt showed: points, skills, the two ways to go wrong, and calibration."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction

from reportedly.quiz.attempt import Attempt
from reportedly.quiz.edition import Edition
from reportedly.quiz.explaining import Explanation, explain
from reportedly.quiz.marking import ONE, ZERO, Certainty
from reportedly.quiz.taxonomy import Skill, Slip


@dataclass(frozen=True)
class Rate:
    """How often something was chosen out of how often it was on offer."""

    chosen: int
    offered: int


@dataclass(frozen=True)
class SkillScore:
    """The mean share right of the questions that train a skill."""

    skill: Skill
    share: Fraction
    questions: int


@dataclass(frozen=True)
class CalibrationStep:
    """Of the answers given with one certainty: what was said and what came of it."""

    certainty: Certainty
    answers: int
    right: Fraction


@dataclass(frozen=True)
class Calibration:
    """How well a learner knew what they knew.

    Attributes:
        brier: Mean squared distance between the chance said and the share right, 0..1; lower is
            better. Source: Brier (1950).
        points: The sum of the practice marks.
    """

    steps: tuple[CalibrationStep, ...]
    brier: Fraction
    points: Fraction
    answers: int


@dataclass(frozen=True)
class Score:
    """An attempt's result.

    Attributes:
        points, possible: Over the questions answered: leaving one out costs nothing.
        left_out: How many were not answered.
        review: Every answered question, confident errors first, then other errors, then the rest.
        missed: Ids of the questions that were not fully right or not answered, in order.
    """

    points: Fraction
    possible: Fraction
    left_out: int
    skills: tuple[SkillScore, ...]
    over_claim: Rate
    cynicism: Rate
    calibration: Calibration | None
    review: tuple[Explanation, ...]
    missed: tuple[str, ...]


def score(
    attempt: Attempt, edition: Edition, corrected: Mapping[str, Explanation] | None = None
) -> Score:
    """The result of an attempt so far, computed from its answers alone.

    Args:
        attempt: With its answers.
        edition: The one it keeps.
        corrected: By question, what counts in place of the edition's own key.
    """
    open_ids = set(attempt.unanswered)
    answered = [q for q in attempt.questions if q not in open_ids]
    better = corrected or {}
    explained = {q: better.get(q) or explain(edition, attempt.answers[q]) for q in answered}
    explanations = tuple(explained.values())
    return Score(
        points=sum((e.points for e in explanations), ZERO),
        possible=sum((e.possible for e in explanations), ZERO),
        left_out=len(open_ids),
        skills=_skills(explanations),
        over_claim=_rate(explanations, Slip.OVER_CLAIM),
        cynicism=_rate(explanations, Slip.CYNICISM),
        calibration=_calibration(explanations),
        review=tuple(sorted(explanations, key=_review_rank)),
        missed=tuple(
            q for q in attempt.questions if q in open_ids or explained[q].mark.share < ONE
        ),
    )


def _rate(explanations: tuple[Explanation, ...], slip: Slip) -> Rate:
    offered = [e for e in explanations if slip in e.question.offered_slips()]
    return Rate(sum(slip in e.mark.slips for e in offered), len(offered))


def _skills(explanations: tuple[Explanation, ...]) -> tuple[SkillScore, ...]:
    shares: dict[Skill, list[Fraction]] = defaultdict(list)
    for explanation in explanations:
        for skill in explanation.question.skills:
            shares[skill].append(explanation.mark.share)
    return tuple(
        SkillScore(skill, _mean(shares[skill]), len(shares[skill]))
        for skill in Skill
        if skill in shares
    )


def _calibration(explanations: tuple[Explanation, ...]) -> Calibration | None:
    said: dict[Certainty, list[Explanation]] = defaultdict(list)
    for explanation in explanations:
        if explanation.certainty is not None:
            said[explanation.certainty].append(explanation)
    given = [(c, e) for c, group in said.items() for e in group]
    if not given:
        return None
    return Calibration(
        steps=tuple(
            CalibrationStep(c, len(said[c]), _mean([e.mark.share for e in said[c]]))
            for c in Certainty
            if c in said
        ),
        brier=_mean([(c.probability - e.mark.share) ** 2 for c, e in given]),
        points=sum((e.certainty_points or ZERO for _, e in given), ZERO),
        answers=len(given),
    )


def _mean(values: list[Fraction]) -> Fraction:
    return sum(values, ZERO) / len(values)


def _review_rank(explanation: Explanation) -> tuple[int, int]:
    """Confident errors first: they are the ones best corrected by an explanation."""
    if explanation.mark.share == ONE:
        return (1, 0)
    sure = explanation.certainty.step if explanation.certainty else 0
    return (0, -sure)
