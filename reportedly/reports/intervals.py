"""How far a figure can be trusted: 95 % intervals, each by a published formula."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import fsum, sqrt
from statistics import NormalDist

Z = NormalDist().inv_cdf(0.975)
"""So many standard errors lie between a figure and the end of its 95 % interval."""


@dataclass(frozen=True)
class Interval:
    """From where to where the true value lies, in 95 of 100 such intervals."""

    low: float
    high: float


@dataclass(frozen=True)
class Estimate:
    """A figure with its interval."""

    value: float
    interval: Interval

    @property
    def is_above_zero(self) -> bool:
        """Whether its whole interval is."""
        return self.interval.low > 0

    @property
    def is_below_zero(self) -> bool:
        """Whether its whole interval is."""
        return self.interval.high < 0


def share(total: float, count: int) -> Estimate:
    """A share, or a mean of values between 0 and 1, with Wilson's interval.

    Source: Wilson (1927); Brown, Cai and DasGupta (2001). For partly right answers it is a little
    too wide, since no values between 0 and 1 of that mean scatter more than zeros and ones do.

    Args:
        total: Their sum, 0..count.
        count: How many there are, at least 1.

    Raises: ValueError: if there are none.
    """
    if count < 1:
        raise ValueError("there is no share of nothing")
    mean = min(1.0, max(0.0, total / count))
    middle = (mean + Z * Z / (2 * count)) / (1 + Z * Z / count)
    half = Z * sqrt(mean * (1 - mean) / count + Z * Z / (4 * count * count))
    half /= 1 + Z * Z / count
    # At 0 and at 1 the interval ends there; only rounding would say otherwise.
    low, high = min(mean, middle - half), max(mean, middle + half)
    return Estimate(mean, Interval(max(0.0, low) if mean else 0.0, min(1.0, high)))


def difference(new: Estimate, old: Estimate) -> Estimate:
    """How much one share is above another, of other learners, -1..1.

    Source: Newcombe (1998), method 10, which joins the two intervals of Wilson.
    """
    value = new.value - old.value
    low = sqrt((new.value - new.interval.low) ** 2 + (old.interval.high - old.value) ** 2)
    high = sqrt((new.interval.high - new.value) ** 2 + (old.value - old.interval.low) ** 2)
    return Estimate(value, Interval(max(-1.0, value - low), min(1.0, value + high)))


def paired_difference(gained: int, lost: int, count: int) -> Estimate:
    """How much a share has grown among the same learners, -1..1.

    Source: Agresti and Min (2005): Wald's interval after half a learner was added to each of the
    four cells (right or not, before and after). The value itself is the plain difference.

    Args:
        gained: Who were not right before and are after.
        lost: The other way round.
        count: All who answered twice, at least 1.

    Raises: ValueError: if there are none, or more have changed than there are.
    """
    if count < 1 or gained < 0 or lost < 0 or gained + lost > count:
        raise ValueError("more answers have changed than there are")
    up, down, all_ = gained + 0.5, lost + 0.5, count + 2
    middle = (up - down) / all_
    half = Z * sqrt((up + down) / all_ - middle**2) / sqrt(all_)
    value = (gained - lost) / count
    # With few answers the interval, drawn towards 0, need not reach a value at the edge.
    low, high = min(value, middle - half), max(value, middle + half)
    return Estimate(value, Interval(max(-1.0, low), min(1.0, high)))


def mean_of(estimates: Sequence[Estimate]) -> Estimate:
    """The mean of at least one figure, each of other answers.

    Source: Zou and Donner (2008), who join intervals as `difference` does.
    """
    count = len(estimates)
    value = sum(one.value for one in estimates) / count
    low = sqrt(sum((one.value - one.interval.low) ** 2 for one in estimates)) / count
    high = sqrt(sum((one.interval.high - one.value) ** 2 for one in estimates)) / count
    return Estimate(value, Interval(value - low, value + high))


def mean(values: Sequence[float]) -> Estimate:
    """The mean of at least two values with the interval that their own scatter gives it.

    Source: the normal approximation, value ± 1.96 · s / √n, s with n - 1 below.

    Raises: ValueError: if there are fewer than two.
    """
    count = len(values)
    if count < 2:
        raise ValueError("one value has no scatter")
    middle = fsum(values) / count
    half = Z * sqrt(fsum((v - middle) ** 2 for v in values) / (count - 1) / count)
    return Estimate(middle, Interval(middle - half, middle + half))
