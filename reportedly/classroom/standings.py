"""Who is ahead, and points for speed: only where a host wanted them for this lesson.

Neither counts at a sensitive question, nor at one whose level learners choose themselves.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import groupby
from math import floor

from reportedly.classroom.lesson import Lesson
from reportedly.classroom.seats import Seat
from reportedly.classroom.tallies import Marks, Stored
from reportedly.quiz.bank import Bank
from reportedly.quiz.kinds import AnyQuestion
from reportedly.quiz.kinds.open import Open

MOST_PLACES = 10
"""At most so many names are shown, and of those who share a place all or none."""

MOST_FOR_SPEED = Fraction(1, 2)
"""Of what a right answer is worth, this much more at once, and nothing more when time is up."""


@dataclass(frozen=True)
class Place:
    """A line of the standings; who has as many points has the same place."""

    place: int
    name: str
    points: Fraction


def is_ranked(bank: Bank, question: AnyQuestion) -> bool:
    """Whether a question may count for standings and speed."""
    return not bank.sensitive_for(question) and not isinstance(question, Open)


def speed_points(lesson: Lesson, marks: Marks, stored: Stored) -> Fraction:
    """What an answer earns for speed, in tenths of a point; 0 where speed does not count.

    It is reckoned from the share of the learner's own time that was left, so that more time for
    somebody costs no points.
    """
    question = marks.edition.question(stored.vote.question)
    mark = marks.of(stored.vote)
    if not lesson.plan.speed_points or stored.time_left is None or mark is None:
        return Fraction(0)
    if not is_ranked(marks.edition.bank, question):
        return Fraction(0)
    earned = mark.share * question.points * MOST_FOR_SPEED * Fraction(stored.time_left, 100)
    return Fraction(floor(10 * earned), 10)


def ranked(lesson: Lesson, marks: Marks) -> tuple[str, ...]:
    """The questions that count for the standings now: none whose answer was not shown yet."""
    edition = marks.edition
    return tuple(
        q
        for q in lesson.asked
        if q in lesson.revealed
        and q not in lesson.voided
        and is_ranked(edition.bank, edition.question(q))
    )


def standings(
    lesson: Lesson, marks: Marks, seats: Sequence[Seat], votes: Iterable[Stored]
) -> tuple[Place, ...]:
    """The first places; empty in a lesson without standings, and until somebody has points.

    Args:
        lesson: The lesson.
        marks: Of its edition.
        seats: All who have joined. Left out is who was sent out, has no name or wants to be.
        votes: All votes of the lesson; of each seat and question the last one counts.
    """
    counting = ranked(lesson, marks)
    if not lesson.plan.standings or not counting:
        return ()
    points: dict[str, Fraction] = {}
    for stored in _last(votes).values():
        vote = stored.vote
        mark = marks.of(vote) if vote.question in counting else None
        if mark is not None:
            worth = mark.share * marks.edition.question(vote.question).points
            earned = worth + speed_points(lesson, marks, stored)
            points[vote.seat] = points.get(vote.seat, Fraction(0)) + earned
    listed = [
        (points.get(seat.id, Fraction(0)), seat.name)
        for seat in seats
        if seat.name and not seat.unlisted and seat.id not in lesson.kicked
    ]
    listed.sort(key=lambda one: (-one[0], one[1].casefold()))
    lines: list[Place] = []
    for earned, together in groupby(listed, key=lambda one: one[0]):
        names = [name for _, name in together]
        if not earned or len(lines) + len(names) > MOST_PLACES:
            break
        place = len(lines) + 1
        lines += [Place(place, name, earned) for name in names]
    return tuple(lines)


def _last(votes: Iterable[Stored]) -> Mapping[tuple[str, str], Stored]:
    last: dict[tuple[str, str], Stored] = {}
    for stored in votes:
        key = (stored.vote.seat, stored.vote.question)
        if key not in last or stored.vote.round > last[key].vote.round:
            last[key] = stored
    return last
