"""Which questions are worth going back to with the class."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from reportedly.quiz.taxonomy import Slip
from reportedly.reports.intervals import Estimate

MOST = 3


@dataclass(frozen=True, order=True)
class Asked:
    """A question as it was asked: the same id in another version of a bank is another one."""

    edition: str
    question: str


@dataclass(frozen=True)
class QuestionFigures:
    """What the first answers of a class to one question come to.

    Attributes:
        learners: Who gave an answer that can be marked.
        right: The mean share right.
        sure_errors: Answers that were not fully right and at least 80 % sure; for the order of
            the list only, since there may be too few of them to tell.
        slip: The misreading that most wrong answers stand for, if at least five learners made it.
    """

    asked: Asked
    learners: int
    right: Estimate
    sure_errors: int
    slip: Slip | None


def to_revisit(questions: Iterable[QuestionFigures]) -> tuple[QuestionFigures, ...]:
    """The three questions where most was lost, worst first; none of those all got right.

    What was lost is the share not right, plus once more the share of answers that were not right
    although the learner was at least 80 % sure: such errors are the ones that an explanation mends
    best. Of equal ones the first by version and id comes first.
    """
    lossy = [one for one in questions if one.right.value < 1]
    return tuple(sorted(lossy, key=lambda one: (-_lost(one), one.asked))[:MOST])


def _lost(one: QuestionFigures) -> float:
    # Rounded, so that the order does not hang on how a sum was rounded.
    return round(1 - one.right.value + one.sure_errors / one.learners, 9)
