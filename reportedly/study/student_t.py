"""Quantiles of Student's t, which Python's own library does not have."""

from __future__ import annotations

from math import exp, inf, lgamma, log1p, pi, sqrt
from statistics import NormalDist

from reportedly.reports.progress.beta import beta_below

_STEPS = 200
_CLOSE = 1e-14


def t_quantile(probability: float, df: float) -> float:
    """The value that Student's t stays below with a probability.

    Found by Newton's method on the distribution function, which is a regularised incomplete beta
    function (Abramowitz and Stegun 1964, 26.7.1 and 26.5.2).

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
    # To the right of 0 the distribution function bends downwards, and the normal quantile lies to
    # the left of the one that is sought: each of Newton's steps comes nearer and none too far.
    t = NormalDist().inv_cdf(probability)
    for _ in range(_STEPS):
        step = (probability - 0.5 - _within(t, df)) / _density(t, df)
        t += step
        if step <= t * _CLOSE:
            break
    return t


def _density(t: float, df: float) -> float:
    front = exp(lgamma((df + 1) / 2) - lgamma(df / 2)) / sqrt(df * pi)
    return front * exp(-(df + 1) / 2 * log1p(t * t / df))


def _within(t: float, df: float) -> float:
    """The chance that Student's t is between 0 and `t`, which is 0 or more."""
    return beta_below(t * t / (df + t * t), 0.5, df / 2) / 2


def standard_error(values: list[float]) -> float:
    """Of the mean: the deviation with n - 1, over the root of n. Two values at least."""
    n = len(values)
    mean = sum(values) / n
    return sqrt(sum((value - mean) ** 2 for value in values) / (n - 1) / n)
