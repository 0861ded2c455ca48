"""What answers tell of a question and of a bank, in figures."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from reportedly.quiz.privacy.withholding import told

FEWEST = 10
"""Of fewer answers nothing is said: one learner more or less would turn it round."""

FEWEST_SURE = 30
"""Below so many answers figures are rough."""

Thirds = tuple[float | None, float | None, float | None]
"""A share, 0..1, in the lower, the middle and the upper third by rest score; None of few."""

UNKNOWN: Thirds = (None, None, None)


@dataclass(frozen=True)
class OptionFigures:
    """What answers tell of an option.

    Attributes:
        share: Of those who answered the question, how many chose it, 0..1.
        discrimination: Pearson's correlation of choosing it with the rest score; None where one
            of the two is the same for everybody.
        among_better: The share of those whose rest score is above the median.
        thirds: How many chose it, by third.
    """

    text: str
    is_right: bool
    share: float
    discrimination: float | None
    among_better: float
    thirds: Thirds = UNKNOWN


@dataclass(frozen=True)
class ItemFigures:
    """What answers tell of a question.

    Attributes:
        answers: How many learners answered it.
        difficulty: The mean share right, 0..1: the higher, the easier.
        discrimination: Pearson's correlation of the share right with the rest score; None where
            one of the two is the same for everybody.
        sure: How many said to be as good as certain.
        sure_and_wrong: How many of those got nothing for it.
        seconds: What half of those who set their own pace took at most; None of few.
        thirds: The mean share right, by third.
    """

    question: str
    answers: int
    difficulty: float
    discrimination: float | None
    sure: int
    sure_and_wrong: int
    seconds: float | None = None
    thirds: Thirds = UNKNOWN
    options: tuple[OptionFigures, ...] = ()

    @property
    def is_rough(self) -> bool:
        """Whether there are too few answers to rely on the figures."""
        return self.answers < FEWEST_SURE

    @property
    def sure_and_wrong_told(self) -> int | None:
        """`sure_and_wrong`; None where it would be about fewer than five, or give them away."""
        others = self.sure - self.sure_and_wrong
        shown = told({"wrong": self.sure_and_wrong, "others": others})
        return self.sure_and_wrong if "wrong" in shown else None


@dataclass(frozen=True)
class Reliability:
    """How far the totals of a bank's questions can be relied on.

    Attributes:
        alpha: Cronbach's alpha, at most 1; below 0 the questions work against one another.
        error: The standard error of measurement of a total, in questions.
        questions: How many questions the totals are of.
        sittings: How many attempts or seats gave the figures.
        is_kr20: Whether each answer was right or wrong, so that alpha is KR-20.
    """

    alpha: float
    error: float
    questions: int
    sittings: int
    is_kr20: bool

    @property
    def is_rough(self) -> bool:
        """Whether there are too few to rely on the figures."""
        return self.sittings < FEWEST_SURE


@dataclass(frozen=True)
class BankFigures:
    """What answers tell of a bank.

    Attributes:
        items: Of each question that has enough answers, by its id.
        reliability: None where too few learners answered the same questions.
        answers: How many answers to each question the figures could be of, enough or not.
    """

    items: Mapping[str, ItemFigures]
    reliability: Reliability | None
    answers: Mapping[str, int]
