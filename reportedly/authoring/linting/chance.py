"""Whether a count is more than chance would give."""

from __future__ import annotations

from collections.abc import Sequence
from math import sqrt
from statistics import NormalDist

RARE = 0.05
"""What happens by chance less often than this is not put down to chance."""

MANY = 40
"""Trials above which the bell curve is near enough, and much quicker."""


def is_more_than_chance(count: int, chances: Sequence[float]) -> bool:
    """Whether so many successes are rare, when each trial succeeds with its own chance."""
    if count <= sum(chances):
        return False
    if len(chances) > MANY:
        spread_of = sqrt(sum(chance * (1 - chance) for chance in chances))
        return 1 - NormalDist(sum(chances), spread_of or 1e-9).cdf(count - 0.5) < RARE
    # The distribution of the number of successes, one trial after the other.
    spread = [1.0] + [0.0] * count
    for chance in chances:
        for n in range(count, -1, -1):
            below = spread[n - 1] * chance if n else 0.0
            # The last place gathers "so many or more", which no further trial can leave.
            spread[n] = spread[n] * (1.0 if n == count else 1 - chance) + below
    return spread[count] < RARE
