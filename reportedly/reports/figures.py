"""What answers tell of a question, in figures."""

from __future__ import annotations

from dataclasses import dataclass

FEWEST = 10
"""Of fewer answers nothing is said: one learner more or less would turn it round."""

FEWEST_SURE = 30
"""Below so many answers figures are rough."""


@dataclass(frozen=True)
class OptionFigures:
    """What answers tell of an option.

    Attributes:
        share: Of those who answered the question, how many chose it, 0..1.
        discrimination: Pearson's correlation of choosing it with the rest score; None where one
            of the two is the same for everybody.
        among_better: The share of those whose rest score is above the median.
    """

    text: str
    is_right: bool
    share: float
    discrimination: float | None
    among_better: float


@dataclass(frozen=True)
class ItemFigures:
    """What answers tell of a question.

    Attributes:
        answers: How many learners answered it.
        difficulty: The mean share right, 0..1: the higher, the easier.
        discrimination: Pearson's correlation of the share right with the rest score; None where
            one of the two is the same for everybody.
        sure_and_wrong: How many were as good as certain, and got nothing for it.
    """

    question: str
    answers: int
    difficulty: float
    discrimination: float | None
    sure_and_wrong: int
    options: tuple[OptionFigures, ...] = ()

    @property
    def is_rough(self) -> bool:
        """Whether there are too few answers to rely on the figures."""
        return self.answers < FEWEST_SURE
