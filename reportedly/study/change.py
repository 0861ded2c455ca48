"""How much a figure changed from before to after, freed of which form was the harder one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import inf, sqrt

from reportedly.quiz.privacy.withholding import SMALLEST_GROUP
from reportedly.reports.intervals import Estimate, Interval
from reportedly.study.student_t import standard_error, t_quantile


@dataclass(frozen=True)
class Pair:
    """One learner's figure before and after; `first` says which form came first, "A" or "B"."""

    first: str
    before: float
    after: float


@dataclass(frozen=True)
class Change:
    """What changed, in the figure's own unit.

    Attributes:
        learners: How many have the figure on both sides.
        before, after: Means, each order weighing the same; `by` is what lies between them.
        by: The change with its 95 % interval.
        variance: Of the change: its standard error squared.
        freedom: Degrees of freedom of that variance.
        freed: Whether both orders were there, so that a harder form cannot pass for a change.
    """

    learners: int
    before: float
    after: float
    by: Estimate
    variance: float
    freedom: float
    freed: bool


def change_of(pairs: Sequence[Pair]) -> Change | None:
    """The mean change within learners and its interval; None of fewer than five learners.

    Each learner is compared with themselves. With form A first the change is c + (B - A), with B
    first c - (B - A), where B - A is by how much B is easier: the plain mean of the two orders'
    means is c, whatever the sizes of the groups (the two-period crossover; Jones and Kenward 2014,
    Design and Analysis of Cross-Over Trials, chapter 2). Its variance is a quarter of the sum of
    the squared standard errors of both means, and the interval is that many standard errors wide
    as Student's t says for the degrees of freedom of Welch (1947) and Satterthwaite (1946).

    Where fewer than two learners had one of the orders it is the plain paired interval with
    n - 1 degrees of freedom, and the forms' difference stays in.
    """
    if len(pairs) < SMALLEST_GROUP:
        return None
    groups = [[pair for pair in pairs if pair.first == first] for first in ("A", "B")]
    freed = all(len(group) >= 2 for group in groups)
    if not freed:
        groups = [list(pairs)]
    before = _mean([_mean([pair.before for pair in group]) for group in groups])
    after = _mean([_mean([pair.after for pair in group]) for group in groups])
    errors = [standard_error([pair.after - pair.before for pair in group]) for group in groups]
    parts = [error**2 / len(groups) ** 2 for error in errors]
    freedom = _freedom([(part, len(g) - 1) for part, g in zip(parts, groups, strict=True)])
    by = _estimate(after - before, sum(parts), freedom)
    return Change(len(pairs), before, after, by, sum(parts), freedom, freed)


def difference(here: Change, there: Change) -> Estimate:
    """By how much more a figure changed here than in another class, with its 95 % interval.

    The classes are of different learners, so the variances add up, and so do, after Welch and
    Satterthwaite, their degrees of freedom.
    """
    freedom = _freedom([(one.variance, one.freedom) for one in (here, there)])
    return _estimate(here.by.value - there.by.value, here.variance + there.variance, freedom)


def _estimate(value: float, variance: float, freedom: float) -> Estimate:
    wide = sqrt(variance) * t_quantile(0.975, freedom)
    return Estimate(value, Interval(value - wide, value + wide))


def _freedom(parts: Sequence[tuple[float, float]]) -> float:
    """Degrees of freedom of a sum of variances, each given with its own."""
    below = sum(variance**2 / freedom for variance, freedom in parts)
    return sum(variance for variance, _ in parts) ** 2 / below if below else inf


def _mean(values: Sequence[float]) -> float:
    return sum(values) / len(values)
