"""Telling what is supported from what is not (d'), apart from a leaning to trust or doubt (c)."""

from __future__ import annotations

from dataclasses import dataclass
from math import exp, pi, sqrt
from statistics import NormalDist

from reportedly.reports.classes.support import Support
from reportedly.reports.intervals import Estimate, Interval, Z

_NORMAL = NormalDist()


@dataclass(frozen=True)
class Discernment:
    """What judgements on support show.

    Attributes:
        counts: The judgements.
        d_prime: 0 is chance; about 1 is a fair, 2 a good eye; below 0 is worse than chance.
        bias: Called c; above 0 is sceptical, below 0 trusting, 0 leans to neither side.
    """

    counts: Support
    d_prime: Estimate
    bias: Estimate


def rate(accepted: int, of: int) -> float:
    """The log-linear rate (x + 0.5) / (n + 1), which is never 0 or 1 (Hautus 1995)."""
    return (accepted + 0.5) / (of + 1)


def sensitivity(hit_rate: float, false_alarm_rate: float) -> float:
    """Discernment d' = z(H) - z(F), of rates between 0 and 1, ends left out (Green, Swets 1966)."""
    return _NORMAL.inv_cdf(hit_rate) - _NORMAL.inv_cdf(false_alarm_rate)


def criterion(hit_rate: float, false_alarm_rate: float) -> float:
    """Bias c = -(z(H) + z(F)) / 2, of the same rates (Macmillan, Creelman 2005)."""
    return -(_NORMAL.inv_cdf(hit_rate) + _NORMAL.inv_cdf(false_alarm_rate)) / 2


def discernment(counts: Support) -> Discernment | None:
    """Discernment and bias with 95 % intervals; None unless both sorts of statement were judged.

    The variance of d' is H(1-H) / (n φ(z(H))²) + F(1-F) / (m φ(z(F))²), with the log-linear rates,
    n supported and m unsupported statements, and φ the normal density (Gourevitch and Galanter
    1967; Miller 1996). That of c is a quarter of it. Judgements count as independent: the interval
    holds for these learners and these statements, not for others.
    """
    if not counts.supported or not counts.unsupported:
        return None
    hits = rate(counts.hits, counts.supported)
    alarms = rate(counts.false_alarms, counts.unsupported)
    error = sqrt(_variance(hits, counts.supported) + _variance(alarms, counts.unsupported))
    return Discernment(
        counts,
        _estimate(sensitivity(hits, alarms), error),
        _estimate(criterion(hits, alarms), error / 2),
    )


def _variance(p: float, count: int) -> float:
    z = _NORMAL.inv_cdf(p)
    density = exp(-z * z / 2) / sqrt(2 * pi)
    return p * (1 - p) / (count * density**2)


def _estimate(value: float, error: float) -> Estimate:
    return Estimate(value, Interval(value - Z * error, value + Z * error))
