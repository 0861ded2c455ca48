"""Lessons, seats and votes with defaults for all that a test does not care about."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from reportedly.classroom.lesson import Lesson, Pacing, Plan
from reportedly.classroom.moves import Do, Move, advance, begin
from reportedly.classroom.seats import PersonalTime, Seat
from reportedly.classroom.tallies import Stored, Vote
from reportedly.classroom.views import Board, Words
from reportedly.quiz.edition import Edition
from reportedly.quiz.marking import Certainty
from reportedly.quiz.response import Response
from reportedly.quiz.taxonomy import Skill, SkillText, Slip, SlipText
from tests.builders import NOON, a_question, an_edition, chose, later

QUESTIONS = ("one", "two", "three")
WORDS = Words(
    str,
    {slip: SlipText(slip, f"title of {slip}", "meaning", "fix") for slip in Slip},
    {
        skill: SkillText(skill, f"title of {skill}", "meaning", f"tip for {skill}")
        for skill in Skill
    },
)


def edition_of(*questions: str) -> Edition:
    return an_edition(*(a_question(id) for id in questions or QUESTIONS))


def a_plan(**fields: Any) -> Plan:
    return Plan(**{"title": "Who counted what?", "questions": QUESTIONS, **fields})


def a_homework(**fields: Any) -> Plan:
    return a_plan(pacing=Pacing.HOMEWORK, deadline=later(days=2), **fields)


def played(*moves: Do, plan: Plan | None = None, at: datetime = NOON) -> Lesson:
    """A lesson after these moves, all made at one moment."""
    lesson = begin(plan or a_plan(), at)
    for do in moves:
        lesson = advance(lesson, Move(do), at)
    return lesson


def a_seat(id: str = "seat-1", **fields: Any) -> Seat:
    return Seat(
        **{
            "id": id,
            "name": f"Name of {id}",
            "time": PersonalTime.USUAL,
            "round": 1,
            "joined_at": NOON,
            **fields,
        }
    )


def a_vote(
    seat: str = "seat-1",
    response: Response | None = None,
    *,
    question: str = "one",
    round: int = 1,
    certainty: Certainty | None = None,
) -> Vote:
    """A vote; for the first option, the right one, unless told otherwise."""
    return Vote(seat, question, round, response or chose(0), certainty)


def stored(*votes: Vote) -> dict[tuple[str, int], Stored]:
    return {(vote.question, vote.round): Stored(vote, 1, NOON) for vote in votes}


def a_board(lesson: Lesson, edition: Edition | None = None) -> Board:
    return Board("0123456789abcdef01234567", "ABCDEF", 1, lesson, edition or edition_of())
