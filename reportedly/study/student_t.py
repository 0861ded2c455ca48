"""Quantiles of Student's t, which Python's own library does not have."""

from __future__ import annotations

from math import exp, inf, lgamma, log, log1p, sqrt
from statistics import NormalDist

_TINY = 1e-300
_CLOSE = 1e-15


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
    return _beta(t * t / (df + t * t), 0.5, df / 2) / 2


def _beta(x: float, a: float, b: float) -> float:
    """The regularised incomplete beta function of 0 <= x < 1."""
    if x <= 0:
        return 0.0
    front = exp(lgamma(a + b) - lgamma(a) - lgamma(b) + a * log(x) + b * log1p(-x))
    if x < (a + 1) / (a + b + 2):
        return front * _fraction(x, a, b) / a
    return 1 - front * _fraction(1 - x, b, a) / b


def _fraction(x: float, a: float, b: float) -> float:
    """Its continued fraction by Lentz's method (Press et al. 2007, Numerical Recipes, 6.4)."""
    c, d = 1.0, 1 - (a + b) * x / (a + 1)
    d = 1 / (d if abs(d) > _TINY else _TINY)
    value = d
    for m in range(1, 10_000):
        for part in (
            m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m)),
            -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1)),
        ):
            d, c = 1 + part * d, 1 + part / c
            d = 1 / (d if abs(d) > _TINY else _TINY)
            c = c if abs(c) > _TINY else _TINY
            value *= d * c
        if abs(d * c - 1) < _CLOSE:
            break
    return value


def standard_error(values: list[float]) -> float:
    """Of the mean: the deviation with n - 1, over the root of n. Two values at least."""
    n = len(values)
    mean = sum(values) / n
    return sqrt(sum((value - mean) ** 2 for value in values) / (n - 1) / n)
