"""Marking again, tried out: who would change, and by how much."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from fractions import Fraction
from functools import cache

from reportedly.quiz.correcting.carrying import Worth, carry, worth
from reportedly.quiz.marking import ZERO
from reportedly.quiz.question import Question
from reportedly.quiz.response import Response, SelfMarked

QuestionOf = Callable[[str, str], Question | None]
"""The question of an edition's key and a question's id; None if it cannot be read any more."""


@dataclass(frozen=True)
class Held:
    """A stored answer of a finished attempt.

    Attributes:
        asked: The edition that the attempt keeps.
        marked_by: The edition whose key counts at present: the same, or that of a correction.
    """

    attempt: str
    finished_at: datetime
    question: str
    asked: str
    marked_by: str
    response: Response


@dataclass(frozen=True)
class Move:
    """An attempt whose mark for the question would be another."""

    attempt: str
    finished_at: datetime
    old: Worth
    new: Worth

    @property
    def gain(self) -> Fraction:
        """By how much; below 0 for a loss."""
        return self.new.points - self.old.points


@dataclass(frozen=True)
class Trial:
    """What marking again would do.

    Attributes:
        moves: The attempts that would change, finished last first.
        same: How many would not.
        unreadable: How many answers the new version has no words for; they stay as they are.
    """

    moves: tuple[Move, ...]
    same: int
    unreadable: int

    @property
    def up(self) -> int:
        """How many would gain."""
        return sum(move.gain > 0 for move in self.moves)

    @property
    def down(self) -> int:
        """How many would lose."""
        return sum(move.gain < 0 for move in self.moves)


def try_key(held: Iterable[Held], question_of: QuestionOf, new: Question) -> Trial:
    """What marking these answers, all to one question, by another version of it would change."""
    present = _present(question_of)

    @cache
    def afterwards(asked: str, response: Response) -> Worth | None:
        old = question_of(asked, new.id)
        carried = carry(response, old, new) if old is not None else None
        return None if carried is None else worth(new, carried)

    moves, same, unreadable = [], 0, 0
    for answer in held:
        if _waits_for_its_level(answer.response):
            continue
        before = present(answer.asked, answer.marked_by, answer.question, answer.response)
        after = afterwards(answer.asked, answer.response)
        if before is None or after is None:
            unreadable += 1
        elif before == after:
            same += 1
        else:
            moves.append(Move(answer.attempt, answer.finished_at, before, after))
    moves.sort(key=lambda move: (move.finished_at, move.attempt), reverse=True)
    return Trial(tuple(moves), same, unreadable)


def totals(held: Iterable[Held], question_of: QuestionOf) -> Mapping[str, Worth]:
    """What each attempt has at present over all these answers, by its id."""
    present = _present(question_of)
    found: dict[str, Worth] = {}
    for answer in held:
        earned = present(answer.asked, answer.marked_by, answer.question, answer.response)
        if earned is not None:
            so_far = found.get(answer.attempt, Worth(ZERO, ZERO))
            found[answer.attempt] = Worth(
                so_far.points + earned.points, so_far.possible + earned.possible
            )
    return found


def _waits_for_its_level(response: Response) -> bool:
    return isinstance(response, SelfMarked) and response.level is None


def _present(
    question_of: QuestionOf,
) -> Callable[[str, str, str, Response], Worth | None]:
    """What an answer earns at present; many are alike, so each is reckoned once."""

    @cache
    def earned(asked: str, marked_by: str, question: str, response: Response) -> Worth | None:
        if _waits_for_its_level(response):
            return None
        old = question_of(asked, question)
        if old is None:
            return None
        new = question_of(marked_by, question) if marked_by != asked else None
        carried = carry(response, old, new) if new is not None else None
        if new is not None and carried is not None:
            return worth(new, carried)
        return worth(old, response)

    return earned
