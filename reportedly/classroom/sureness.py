"""How sure learners were, and whether they were right: only in groups too large to point at one."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from reportedly.classroom.tallies import SMALLEST_GROUP, Marks, Vote
from reportedly.quiz.marking import ONE, Certainty


@dataclass(frozen=True)
class SureRow:
    """Those who were equally sure; None stands for a number that is withheld.

    Attributes:
        right, not_right: How many of them were, and were not.
    """

    certainty: Certainty
    right: int | None
    not_right: int | None


def sureness(marks: Marks, votes: Iterable[Vote]) -> tuple[SureRow, ...]:
    """The votes of one round by certainty and by whether they were right.

    A number below 5 is withheld, 0 included. If just one of those who were right would be, so is
    the smallest other: the one could be reckoned from how many were right in all; and likewise
    of those who were not. Empty if nobody was asked.
    """
    counts: dict[tuple[Certainty, bool], int] = {}
    for vote in votes:
        mark = marks.of(vote)
        if mark is not None and vote.certainty is not None:
            key = (vote.certainty, mark.share == ONE)
            counts[key] = counts.get(key, 0) + 1
    if not counts:
        return ()
    right, not_right = (
        _safe({c: counts.get((c, was_right), 0) for c in Certainty}) for was_right in (True, False)
    )
    return tuple(SureRow(c, right.get(c), not_right.get(c)) for c in Certainty)


def _safe(cells: dict[Certainty, int]) -> dict[Certainty, int]:
    shown = {certainty: count for certainty, count in cells.items() if count >= SMALLEST_GROUP}
    if len(shown) == len(cells) - 1:
        del shown[min(shown, key=lambda certainty: shown[certainty])]
    return shown
