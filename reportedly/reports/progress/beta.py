"""The Beta distribution, as far as it is needed to say how little a few answers prove.

Written out here because the libraries that have it are larger than the whole app; the tests
compare it with scipy's.
"""

from __future__ import annotations

from math import exp, lgamma, log, log1p

_TINY = 1e-300
_ENOUGH = 1e-15
_TERMS = 10_000
_HALVINGS = 60


def beta_quantile(tail: float, a: float, b: float) -> float:
    """The value, 0..1, below which a share distributed as Beta(a, b) lies with chance `tail`.

    Args:
        tail: 0 < tail < 1.
        a: Above 0; need not be whole.
        b: Above 0; need not be whole.

    Returns: To within 1e-12, by halving.
    """
    low, high = 0.0, 1.0
    for _ in range(_HALVINGS):
        middle = (low + high) / 2
        if beta_below(middle, a, b) < tail:
            low = middle
        else:
            high = middle
    return (low + high) / 2


def beta_below(x: float, a: float, b: float) -> float:
    """The chance that a share distributed as Beta(a, b) lies below x: I_x(a, b).

    Source: the continued fraction DLMF 8.17.22, evaluated by Lentz's method; on the far side of
    the mean the fraction of the other tail, which converges faster there (DLMF 8.17.4).
    """
    if x <= 0 or x >= 1:
        return 0.0 if x <= 0 else 1.0
    if x > (a + 1) / (a + b + 2):
        return 1 - beta_below(1 - x, b, a)
    front = lgamma(a + b) - lgamma(a) - lgamma(b) + a * log(x) + b * log1p(-x)
    return exp(front) / a * _fraction(x, a, b)


def _fraction(x: float, a: float, b: float) -> float:
    value, c, d = 1.0, 1.0, 0.0
    for step in range(1, _TERMS):
        m = step // 2
        if step % 2:
            term = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1))
        else:
            term = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m))
        c = (1 + term / c) or _TINY
        d = 1 / ((1 + term * d) or _TINY)
        value *= c * d
        if abs(c * d - 1) < _ENOUGH:
            break
    return 1 / value
