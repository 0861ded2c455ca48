"""Whether an answer counts at the moment it arrives."""

from __future__ import annotations

from datetime import datetime

from reportedly.classroom.lesson import Lesson, Phase
from reportedly.classroom.seats import PersonalTime, Seat

GRACE = 2.0
"""Seconds after a vote is closed, or time is up, in which an answer on its way still counts."""

KICKED = "You are not in this lesson any more. Please talk to your teacher."
ENDED = "The lesson has ended, so this answer did not count."
MOVED_ON = "The class had moved on, so this answer did not count."
SHOWN = "The answer had been shown already, so yours did not count."
TOO_LATE = "The vote was closed before your answer arrived, so it did not count."
TIME_UP = "Time was up before your answer arrived, so it did not count."
PAUSED = "The lesson is paused. Your answer is kept here; send it when the lesson goes on."
NOT_BEGUN = "The lesson has not begun yet."
LAST_TRY = "You have used every try."


def why_refused(lesson: Lesson, seat: Seat, question: str, round: int, now: datetime) -> str | None:
    """Why this answer does not count now; None if it does.

    Args:
        lesson: As it is at the moment of storing.
        seat: Whose answer it is.
        question: Which question it answers.
        round: Which vote on it, or which try at the homework.
        now: The moment.
    """
    if seat.id in lesson.kicked:
        return KICKED
    if lesson.phase is Phase.LOBBY:
        return NOT_BEGUN
    if question not in lesson.plan.questions:
        return MOVED_ON
    if not lesson.is_live:
        return _by_oneself(lesson, seat, round, now)
    if question in lesson.revealed:
        return ENDED if lesson.phase is Phase.ENDED else SHOWN
    if lesson.phase is Phase.ENDED:
        return ENDED
    if question != lesson.question or round != lesson.round:
        return MOVED_ON
    if lesson.paused_at is not None and (now - lesson.paused_at).total_seconds() > GRACE:
        return PAUSED
    if lesson.phase is not Phase.OPEN:
        closed = lesson.closed_at
        late = closed is None or (now - closed).total_seconds() > GRACE
        return TOO_LATE if late else None
    left = seconds_left(lesson, seat.time, now)
    return TIME_UP if left is not None and left < -GRACE else None


def _by_oneself(lesson: Lesson, seat: Seat, round: int, now: datetime) -> str | None:
    if lesson.phase is Phase.ENDED:
        return ENDED
    deadline = lesson.plan.deadline
    if deadline is not None and (now - deadline).total_seconds() > GRACE:
        return TIME_UP
    if lesson.paused_at is not None and (now - lesson.paused_at).total_seconds() > GRACE:
        return PAUSED
    if round != seat.round:
        return LAST_TRY if round > lesson.plan.tries else MOVED_ON
    return None


def seconds_left(lesson: Lesson, time: PersonalTime, now: datetime) -> float | None:
    """What the timer shows one learner, below 0 when time is up; None without a timer."""
    if not lesson.is_live or lesson.opened_at is None:
        return None
    allowed = time.seconds(lesson.plan.seconds)
    return None if allowed is None else allowed - lesson.elapsed(now)


def percent_left(lesson: Lesson, time: PersonalTime, now: datetime) -> int | None:
    """How much of their own time a learner has left, 0 to 100; all of it for who has no limit.

    None in a lesson without points for speed: then nobody needs to know.
    """
    if not lesson.plan.speed_points:
        return None
    allowed, left = time.seconds(lesson.plan.seconds), seconds_left(lesson, time, now)
    if allowed is None or left is None:
        return 100
    return max(0, min(100, int(100 * left / allowed)))
