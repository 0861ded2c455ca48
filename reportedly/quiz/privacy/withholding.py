"""What is not told because it would be about too few learners, nor can be worked out."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeVar

SMALLEST_GROUP = 5
"""Of fewer learners nothing is told that goes beyond right and not right."""

WITHHELD = "withheld"
"""Stands in tables for a number that would be about fewer learners, or would give one away."""

T = TypeVar("T")


def told(row: Mapping[T, int]) -> frozenset[T]:
    """Which cells of a row can be told when its sum is known.

    Those of at least five; and of them so many less that not just one is left out, nor several
    that sum up to fewer than five, for these could be subtracted from the sum. The smallest goes
    first; of equal ones the one that stands first. Several in which there is nobody may be known.

    Args:
        row: Learners by cell.
    """
    shown = {cell for cell, count in row.items() if count >= SMALLEST_GROUP}
    for cell in sorted((c for c in row if c in shown), key=row.__getitem__):
        left_out = [count for other, count in row.items() if other not in shown]
        if not left_out:
            break
        if len(left_out) > 1 and (not any(left_out) or sum(left_out) >= SMALLEST_GROUP):
            break
        shown.discard(cell)
    return frozenset(shown)
