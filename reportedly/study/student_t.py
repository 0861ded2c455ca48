"""Quantiles of Student's t, which Python's own library does not have."""

from __future__ import annotations

from math import inf, sqrt
from statistics import NormalDist

from reportedly.reports.progress.beta import beta_below


def t_quantile(probability: float, df: float) -> float:
    """The value that Student's t stays below with a probability.

    Found by halving an interval on the distribution function, which is a regularised incomplete
    beta function (Abramowitz and Stegun 1964, 26.7.1 and 26.5.2).

    Args:
        probability: Above 0 and below 1.
        df: Degrees of freedom, 1 or more, not necessarily whole; inf is the normal distribution.
    """
    if not 0 < probability < 1:
        raise ValueError(f"{probability} is not between 0 and 1")
    if df < 1:
        raise ValueError(f"{df} degrees of freedom")
    if df == inf:
        return NormalDist().inv_cdf(probability)
    if probability < 0.5:
        return -t_quantile(1 - probability, df)
    if probability == 0.5:
        return 0.0
    low, high = 0.0, 1.0
    while _within(high, df) < probability - 0.5:
        low, high = high, high * 2
    for _ in range(200):
        middle = (low + high) / 2
        if middle in (low, high):
            break
        if _within(middle, df) < probability - 0.5:
            low = middle
        else:
            high = middle
    return (low + high) / 2


def _within(t: float, df: float) -> float:
    """The chance that Student's t is between 0 and `t`, which is 0 or more."""
    return beta_below(t * t / (df + t * t), 0.5, df / 2) / 2


def standard_error(values: list[float]) -> float:
    """Of the mean: the deviation with n - 1, over the root of n. Two values at least."""
    n = len(values)
    mean = sum(values) / n
    return sqrt(sum((value - mean) ** 2 for value in values) / (n - 1) / n)
