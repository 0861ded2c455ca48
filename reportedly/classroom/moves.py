"""What a host can do to a lesson. Every move is allowed at some moments and refused at others."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum

from reportedly.classroom.lesson import ROUNDS, Lesson, Pacing, Phase, Plan


class Do(StrEnum):
    """A move by its name."""

    START = "start"
    OPEN = "open"
    CLOSE = "close"
    DISCUSS = "discuss"
    VOTE_AGAIN = "vote-again"
    REVEAL = "reveal"
    NEXT = "next"
    BACK = "back"
    SKIP = "skip"
    PAUSE = "pause"
    RESUME = "resume"
    SHOW_SPLIT = "show-split"
    HIDE_SPLIT = "hide-split"
    SHOW_STANDINGS = "show-standings"
    HIDE_STANDINGS = "hide-standings"
    VOID = "void"
    RESTORE = "restore"
    KICK = "kick"
    READMIT = "readmit"
    CREDIT = "credit"
    END = "end"


@dataclass(frozen=True)
class Move:
    """A move.

    Attributes:
        question: Which question is voided or restored.
        seat: Who is sent out or let in again.
        seconds: How much time is given back; below 0 where the clock was set back meanwhile.
    """

    do: Do
    question: str = ""
    seat: str = ""
    seconds: float = 0.0


class MoveRefused(ValueError):
    """The move does not fit the moment; the text says so to the host."""


def possible(lesson: Lesson) -> frozenset[Do]:
    """The moves that the lesson allows now."""
    anytime = {Do.VOID, Do.RESTORE, Do.KICK, Do.READMIT}
    if lesson.plan.standings and lesson.phase in (Phase.REVEALED, Phase.ENDED):
        anytime.add(Do.HIDE_STANDINGS if lesson.shows_standings else Do.SHOW_STANDINGS)
    if lesson.phase is Phase.ENDED:
        return frozenset(anytime)
    anytime |= {Do.END}
    if lesson.paused_at is not None:
        return frozenset(anytime | {Do.RESUME})
    if lesson.phase is Phase.LOBBY:
        return frozenset(anytime | {Do.START})
    anytime |= {Do.PAUSE}
    if not lesson.is_live:
        return frozenset(anytime)
    return frozenset(anytime | _in_class(lesson))


def _in_class(lesson: Lesson) -> set[Do]:
    moves = {Do.HIDE_SPLIT if lesson.shows_split else Do.SHOW_SPLIT}
    if lesson.position > 0:
        moves.add(Do.BACK)
    if not lesson.is_last:
        moves.add(Do.NEXT if lesson.phase is Phase.REVEALED else Do.SKIP)
    match lesson.phase:
        case Phase.OPEN:
            moves |= {Do.CLOSE, Do.REVEAL, Do.CREDIT}
        case Phase.CLOSED | Phase.DISCUSS:
            moves |= {Do.OPEN, Do.REVEAL}
    if lesson.phase in (Phase.OPEN, Phase.CLOSED) and lesson.round < ROUNDS:
        moves.add(Do.DISCUSS)
    if lesson.phase in (Phase.CLOSED, Phase.DISCUSS) and lesson.round < ROUNDS:
        moves.add(Do.VOTE_AGAIN)
    return moves


def advance(lesson: Lesson, move: Move, now: datetime) -> Lesson:
    """The lesson after a move.

    Raises: MoveRefused: if the moment does not allow it; then nothing changes.
    """
    if move.do not in possible(lesson):
        raise MoveRefused("The lesson is elsewhere by now, so this was not done.")
    return _STEPS[move.do](lesson, move, now)


def _start(lesson: Lesson, _move: Move, now: datetime) -> Lesson:
    if not lesson.is_live:
        return replace(lesson, phase=Phase.OPEN, opened_at=now)
    return _open_vote(lesson, 1, now)


def _open(lesson: Lesson, _move: Move, now: datetime) -> Lesson:
    return _open_vote(lesson, lesson.round, now)


def _vote_again(lesson: Lesson, _move: Move, now: datetime) -> Lesson:
    return _open_vote(lesson, lesson.round + 1, now)


def _open_vote(lesson: Lesson, round: int, now: datetime) -> Lesson:
    rounds = dict(lesson.rounds) | {lesson.question: round}
    return replace(
        lesson,
        phase=Phase.OPEN,
        rounds=tuple(rounds.items()),
        opened_at=now,
        idle=0.0,
        closed_at=None,
        shows_split=False,
        shows_standings=False,
    )


def _close(lesson: Lesson, _move: Move, now: datetime) -> Lesson:
    return replace(lesson, phase=Phase.CLOSED, closed_at=now)


def _discuss(lesson: Lesson, _move: Move, now: datetime) -> Lesson:
    closed_at = now if lesson.phase is Phase.OPEN else lesson.closed_at
    # Hidden again: a class that sees where the majority is follows it, right or wrong.
    return replace(lesson, phase=Phase.DISCUSS, closed_at=closed_at, shows_split=False)


def _reveal(lesson: Lesson, _move: Move, now: datetime) -> Lesson:
    return replace(
        lesson,
        phase=Phase.REVEALED,
        closed_at=lesson.closed_at or now,
        revealed=lesson.revealed | {lesson.question},
        shows_split=True,
    )


def _forward(lesson: Lesson, _move: Move, now: datetime) -> Lesson:
    return _go_to(lesson, lesson.position + 1, now)


def _back(lesson: Lesson, _move: Move, now: datetime) -> Lesson:
    return _go_to(lesson, lesson.position - 1, now)


def _go_to(lesson: Lesson, position: int, now: datetime) -> Lesson:
    """A new question is open at once; one that was asked before is only looked at again."""
    there = replace(lesson, position=position, shows_standings=False)
    if there.question in lesson.revealed:
        return replace(there, phase=Phase.REVEALED, closed_at=now, shows_split=True)
    if there.round_of(there.question):
        return replace(there, phase=Phase.CLOSED, closed_at=now, shows_split=False)
    return _open_vote(there, 1, now)


def _pause(lesson: Lesson, _move: Move, now: datetime) -> Lesson:
    return replace(lesson, paused_at=now)


def _resume(lesson: Lesson, _move: Move, now: datetime) -> Lesson:
    assert lesson.paused_at is not None
    rested = max(0.0, (now - lesson.paused_at).total_seconds())
    return replace(lesson, paused_at=None, idle=lesson.idle + rested)


def _show_split(lesson: Lesson, _move: Move, _now: datetime) -> Lesson:
    return replace(lesson, shows_split=True)


def _hide_split(lesson: Lesson, _move: Move, _now: datetime) -> Lesson:
    return replace(lesson, shows_split=False)


def _show_standings(lesson: Lesson, _move: Move, _now: datetime) -> Lesson:
    return replace(lesson, shows_standings=True)


def _hide_standings(lesson: Lesson, _move: Move, _now: datetime) -> Lesson:
    return replace(lesson, shows_standings=False)


def _void(lesson: Lesson, move: Move, _now: datetime) -> Lesson:
    if move.question not in lesson.asked:
        raise MoveRefused("Only a question that was asked can be taken out of the count.")
    return replace(lesson, voided=lesson.voided | {move.question})


def _restore(lesson: Lesson, move: Move, _now: datetime) -> Lesson:
    return replace(lesson, voided=lesson.voided - {move.question})


def _kick(lesson: Lesson, move: Move, _now: datetime) -> Lesson:
    if not move.seat:
        raise MoveRefused("Please say who is meant.")
    return replace(lesson, kicked=lesson.kicked | {move.seat})


def _readmit(lesson: Lesson, move: Move, _now: datetime) -> Lesson:
    return replace(lesson, kicked=lesson.kicked - {move.seat})


def _credit(lesson: Lesson, move: Move, _now: datetime) -> Lesson:
    return replace(lesson, idle=lesson.idle + move.seconds)


def _end(lesson: Lesson, _move: Move, now: datetime) -> Lesson:
    return replace(
        lesson,
        phase=Phase.ENDED,
        paused_at=None,
        closed_at=lesson.closed_at or now,
        # What the class could vote on, it may now look up.
        revealed=lesson.revealed | set(lesson.asked),
        shows_split=True,
    )


_STEPS: dict[Do, Callable[[Lesson, Move, datetime], Lesson]] = {
    Do.START: _start,
    Do.OPEN: _open,
    Do.CLOSE: _close,
    Do.DISCUSS: _discuss,
    Do.VOTE_AGAIN: _vote_again,
    Do.REVEAL: _reveal,
    Do.NEXT: _forward,
    Do.SKIP: _forward,
    Do.BACK: _back,
    Do.PAUSE: _pause,
    Do.RESUME: _resume,
    Do.SHOW_SPLIT: _show_split,
    Do.HIDE_SPLIT: _hide_split,
    Do.SHOW_STANDINGS: _show_standings,
    Do.HIDE_STANDINGS: _hide_standings,
    Do.VOID: _void,
    Do.RESTORE: _restore,
    Do.KICK: _kick,
    Do.READMIT: _readmit,
    Do.CREDIT: _credit,
    Do.END: _end,
}


def begin(plan: Plan, now: datetime) -> Lesson:
    """A lesson that waits for learners; a homework is open at once."""
    lesson = Lesson(plan)
    if plan.pacing is Pacing.HOMEWORK:
        return advance(lesson, Move(Do.START), now)
    return lesson
