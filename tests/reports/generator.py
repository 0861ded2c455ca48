"""Answers made up from a seed and known parameters, and what figures of them should be.

A learner has an ability from the normal distribution; a question is got right as by the model with
three parameters (Birnbaum 1968), and answers hang together by ability alone. So what any figure
should come to follows by integrating over ability, which the figures themselves never see.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime

import numpy as np
import pandas as pd

from reportedly.quiz.edition import Edition
from reportedly.reports.frame import rows_of
from tests.builders import a_question, an_edition

BEGAN = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
STEPS = {"guess": 1 / 3, "60": 0.6, "80": 0.8, "95": 0.95}
# Even steps: how sure somebody says to be jumps from one step to the next.
_POINTS = np.linspace(-8, 8, 8_001)
_WEIGHTS = np.exp(-(_POINTS**2) / 2) / np.exp(-(_POINTS**2) / 2).sum()


@dataclass(frozen=True)
class Item:
    """A question with the right option first.

    Attributes:
        hardness: The ability at which half of those who do not guess get it right.
        slope: How sharply it tells abilities apart; below 0 it is upside down.
        guess: How many get it right without knowing.
        wrong: How those who fail fall on the wrong options; adds up to 1.
        slips: The misreading behind each wrong option, or none.
        seconds: The median time it takes; half of the rest is noise of a factor e ** 0.5.
    """

    id: str
    hardness: float = 0.0
    slope: float = 1.2
    guess: float = 0.0
    wrong: tuple[float, ...] = (0.6, 0.4)
    slips: tuple[str | None, ...] = (None, None)
    seconds: float = 30.0

    def chance(self, ability: np.ndarray) -> np.ndarray:
        """The chance of getting it right."""
        known = 1 / (1 + np.exp(-self.slope * (ability - self.hardness)))
        return self.guess + (1 - self.guess) * known


@dataclass(frozen=True)
class Quiz:
    """Questions, and how learners go about them.

    Attributes:
        missing: How many answers are left out, at random.
        confidence: What learners add to their chance of being right when they say how sure they
            are; None where they are not asked.
    """

    items: tuple[Item, ...]
    missing: float = 0.0
    confidence: float | None = None
    edition: Edition = field(init=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "edition", an_edition(*map(_written, self.items)))


def _written(item: Item) -> dict[str, object]:
    options: list[dict[str, str]] = [{"right": "The right one"}]
    for n, slip in enumerate(item.slips):
        options.append({"wrong": f"Wrong number {n + 1}"} | ({"slip": slip} if slip else {}))
    return a_question(item.id, options=options)


def answers_to(quiz: Quiz, learners: int, seed: int) -> pd.DataFrame:
    """The rows of that many learners, each with one sitting."""
    chance = np.random.default_rng(seed)
    ability = chance.standard_normal(learners)
    tables = [_picks(item, ability, chance) for item in quiz.items]
    picks = np.column_stack(tables)
    seconds = np.column_stack(
        [item.seconds * np.exp(chance.normal(0, 0.5, learners)) for item in quiz.items]
    )
    there = chance.random(picks.shape) >= quiz.missing
    ends = np.cumsum(np.where(there, seconds, 0), axis=1)
    who, which = np.nonzero(there)
    began = pd.DatetimeIndex([BEGAN]).as_unit("us").repeat(len(who))
    took = pd.to_timedelta((ends[who, which] * 1e6).astype(np.int64), unit="us")
    return rows_of(
        {
            "learner": np.char.add("learner-", who.astype(str)),
            "sitting": np.char.add("sitting-", who.astype(str)),
            "edition": [quiz.edition.key] * len(who),
            "question": np.array([item.id for item in quiz.items])[which],
            "response": [f'{{"chosen": [{pick}]}}' for pick in picks[who, which]],
            "certainty": _said(quiz, ability[who], which),
            "answered_at": began + took,
            "began_at": began,
        }
    )


def _picks(item: Item, ability: np.ndarray, chance: np.random.Generator) -> np.ndarray:
    right = chance.random(len(ability)) < item.chance(ability)
    wrong = 1 + chance.choice(len(item.wrong), size=len(ability), p=item.wrong)
    return np.where(right, 0, wrong)


def _said(quiz: Quiz, ability: np.ndarray, which: np.ndarray) -> list[str | None]:
    if quiz.confidence is None:
        return [None] * len(which)
    steps = np.array(list(STEPS))
    said = np.empty(len(which), dtype=object)
    for n, item in enumerate(quiz.items):
        said[which == n] = steps[_step(quiz, item, ability[which == n])]
    return list(said)


def _step(quiz: Quiz, item: Item, ability: np.ndarray) -> np.ndarray:
    felt = item.chance(ability) + (quiz.confidence or 0)
    return np.abs(felt[:, None] - np.array(list(STEPS.values()))).argmin(axis=1)


# --- what figures should come to -----------------------------------------------------------------


@dataclass(frozen=True)
class Expected:
    """What the figures of a quiz come to when endlessly many learners take it.

    Attributes:
        right: By question, the share right.
        discrimination: By question, the correlation with the sum of the others.
        alpha: Cronbach's.
        reliability: How much of the totals' variance is that of what learners would get on average.
        error: The standard error of measurement that belongs to alpha.
        sure, sure_and_wrong: By question, the shares of learners.
    """

    right: np.ndarray
    discrimination: np.ndarray
    alpha: float
    reliability: float
    error: float
    sure: np.ndarray
    sure_and_wrong: np.ndarray


def expected(quiz: Quiz) -> Expected:
    """The same whoever takes the quiz."""
    at = np.array([item.chance(_POINTS) for item in quiz.items])
    right = at @ _WEIGHTS
    true = (at * _WEIGHTS) @ at.T - np.outer(right, right)  # covariances of the chances
    seen = true.copy()
    np.fill_diagonal(seen, right * (1 - right))  # an answer varies also where the chance does not
    rows = seen.sum(axis=1)
    with_rest = rows - np.diag(seen)
    rest = seen.sum() - 2 * rows + np.diag(seen)
    k = len(quiz.items)
    alpha = k / (k - 1) * (1 - np.trace(seen) / seen.sum())
    is_sure = np.array([_step(quiz, item, _POINTS) == len(STEPS) - 1 for item in quiz.items])
    return Expected(
        right=right,
        discrimination=with_rest / np.sqrt(np.diag(seen) * rest),
        alpha=float(alpha),
        reliability=float(true.sum() / seen.sum()),
        error=float(np.sqrt(seen.sum() * (1 - alpha))),
        sure=is_sure @ _WEIGHTS,
        sure_and_wrong=(is_sure * (1 - at)) @ _WEIGHTS,
    )


def a_usual_quiz(**fields: object) -> Quiz:
    """Twelve questions from easy to hard, of different slopes, some of which can be guessed."""
    return Quiz(
        tuple(
            Item(
                f"question-{n + 1}",
                hardness=-2 + n / 3,
                slope=(0.6, 1.0, 1.4, 2.0)[n % 4],
                guess=(0.0, 0.2, 1 / 3)[n % 3],
                wrong=((0.7, 0.3), (0.5, 0.5), (0.9, 0.1))[n % 3],
                slips=(("over-claim", "cynicism"), ("cynicism", "wrong-speaker"))[n % 2],
                seconds=20 + 5 * n,
            )
            for n in range(12)
        ),
        **fields,
    )


def parallel_questions(count: int, **fields: object) -> Quiz:
    """Questions that are all alike: then alpha is the reliability."""
    items: Sequence[Item] = [Item(f"question-{n + 1}") for n in range(count)]
    return Quiz(tuple(items), **fields)
