"""How sure learners were, and whether they were right: only in groups too large to point at one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from reportedly.classroom.tallies import Marks, Vote
from reportedly.quiz.marking import ONE, Certainty
from reportedly.quiz.privacy.withholding import told


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
    """The votes of one round on one question, by certainty and by whether they were right.

    A number below 5 is withheld, 0 included, and so is any other from which it could be reckoned:
    how many were right, and were not, is known. Empty if nobody said how sure they were.
    """
    counts: Counter[tuple[Certainty, bool]] = Counter()
    for vote in votes:
        mark = marks.of(vote)
        if mark is not None and vote.certainty is not None:
            counts[vote.certainty, mark.share == ONE] += 1
    if not counts:
        return ()
    right, not_right = (_shown(counts, is_right) for is_right in (True, False))
    return tuple(SureRow(c, right.get(c), not_right.get(c)) for c in Certainty)


def sure_and_wrong(rows: Iterable[SureRow]) -> int | None:
    """How many were at least 80 % sure and not right; None if any of that is withheld."""
    counts = [row.not_right for row in rows if row.certainty in _SURE]
    known = [count for count in counts if count is not None]
    return sum(known) if counts and len(known) == len(counts) else None


_SURE = (Certainty.EIGHTY, Certainty.NINETY_FIVE)


def _shown(counts: Counter[tuple[Certainty, bool]], is_right: bool) -> dict[Certainty, int]:
    row = {certainty: counts[certainty, is_right] for certainty in Certainty}
    return {certainty: row[certainty] for certainty in told(row)}
