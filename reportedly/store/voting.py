"""Answers of a class: many in one commit, each once, and only while they count."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from functools import cache
from importlib import import_module
from typing import Any

from sqlalchemy import Connection, bindparam, select

from reportedly.classroom.answering import percent_left, why_refused
from reportedly.classroom.lesson import MOST_TRIES, ROUNDS, Lesson
from reportedly.classroom.seats import Seat
from reportedly.classroom.tallies import Stored, Vote
from reportedly.quiz.marking import Certainty
from reportedly.quiz.response import SelfMarked, from_plain
from reportedly.store import notices
from reportedly.store.database import reading, transaction
from reportedly.store.first_votes import store_first
from reportedly.store.lessons import Kept, Lessons
from reportedly.store.rows import as_text
from reportedly.store.tables import lesson_answer as table

GONE = "This lesson has been deleted, so the answer did not count."


@dataclass(frozen=True)
class Sent:
    """An answer on its way.

    Attributes:
        lesson: The lesson's id.
        sent: The seat's own count of answers to this question in this round: the same number is
            the same answer, sent again.
        seen: The lesson as the server knows it, if it also knows of no earlier answer of this seat
            to this question in this round. It need not be right.
    """

    lesson: str
    seat: Seat
    vote: Vote
    sent: int
    at: datetime
    seen: Kept | None = None


@dataclass(frozen=True)
class Outcome:
    """What came of it.

    Attributes:
        stored: What is stored now for this seat, question and round, if anything is.
        refusal: Why this answer did not count, if it did not.
        is_new: Whether something was written.
    """

    stored: Stored | None
    refusal: str | None = None
    is_new: bool = False


def store_answers(lessons: Lessons, sent: Sequence[Sent]) -> list[Outcome]:
    """Stores what counts, all in one commit; what comes back has been committed.

    Raises: StoreError: then nothing of it is stored.
    """
    if (outcomes := _store_as_expected(lessons, sent)) is not None:
        return outcomes
    with transaction(lessons.engine) as connection:
        running = lessons.for_answers(connection, {each.lesson for each in sent})
        known = _stored_before(connection, sent)
        outcomes, rows = [], []
        for each in sent:
            key = (each.lesson, each.seat.id, each.vote.question, each.vote.round)
            outcome = _decide(running.get(each.lesson), each, known.get(key))
            outcomes.append(outcome)
            if outcome.is_new:
                assert outcome.stored is not None
                known[key] = outcome.stored
                rows.append(_row(each.lesson, outcome.stored))
        if rows:
            connection.execute(_upsert(connection.dialect.name), rows)
            for lesson in {each.lesson for each in sent}:
                notices.tell(connection, lesson, notices.ANSWERED)
    return outcomes


def _store_as_expected(lessons: Lessons, sent: Sequence[Sent]) -> list[Outcome] | None:
    """The same for answers to lessons that are still as they were seen.

    None, and nothing is stored, if one of them is not, or is not its seat's first.
    """
    outcomes, rows, revisions = [], [], []
    for each in sent:
        if each.seen is None:
            return None
        outcome = _decide(each.seen.lesson, each, None)
        if not outcome.is_new:
            return None
        assert outcome.stored is not None
        outcomes.append(outcome)
        rows.append(_row(each.lesson, outcome.stored))
        revisions.append(each.seen.revision)
    return outcomes if store_first(lessons.engine, rows, revisions) else None


def _decide(lesson: Lesson | None, sent: Sent, before: Stored | None) -> Outcome:
    if lesson is None:
        return Outcome(before, GONE)
    if before is not None and sent.sent <= before.sent:
        return Outcome(before)
    time_left = percent_left(lesson, sent.seat.time, sent.at)
    new = Stored(sent.vote, sent.sent, sent.at, time_left)
    if before is not None and _is_level_for(sent.vote, before.vote):
        # How sure the learner was, and when, was said before the model answer was seen.
        vote = replace(sent.vote, certainty=before.vote.certainty)
        is_shown = not lesson.is_live or sent.vote.question in lesson.revealed
        if is_shown and sent.seat.id not in lesson.kicked:
            return Outcome(Stored(vote, sent.sent, before.at), is_new=True)
    refusal = why_refused(lesson, sent.seat, sent.vote.question, sent.vote.round, sent.at)
    if refusal is not None:
        return Outcome(before, refusal)
    if isinstance(sent.vote.response, SelfMarked) and sent.vote.response.level is not None:
        # No level can be chosen by somebody who has not been shown the levels.
        new = replace(
            new, vote=replace(sent.vote, response=replace(sent.vote.response, level=None))
        )
    if before is not None and not lesson.is_live:
        return Outcome(before)  # the explanation was seen
    return Outcome(new, is_new=True)


def _is_level_for(vote: Vote, before: Vote) -> bool:
    """Whether it is the level that a learner gives to what they wrote before."""
    now, then = vote.response, before.response
    return (
        isinstance(now, SelfMarked)
        and isinstance(then, SelfMarked)
        and now.level is not None
        and then.level is None
        and now.text == then.text
    )


def _stored_before(
    connection: Connection, sent: Sequence[Sent]
) -> dict[tuple[str, str, str, int], Stored]:
    groups: dict[tuple[str, str, int], set[str]] = {}
    for each in sent:
        key = (each.lesson, each.vote.question, each.vote.round)
        groups.setdefault(key, set()).add(each.seat.id)
    known = {}
    for (lesson, question, round), seats in groups.items():
        values = {"its": lesson, "asked": question, "vote": round, "seats": list(seats)}
        for row in connection.execute(_BEFORE, values):
            known[lesson, row.seat, question, round] = _read(row)
    return known


# Built once: a class commits many times a second.
_BEFORE = select(table).where(
    table.c.lesson == bindparam("its"),
    table.c.question == bindparam("asked"),
    table.c.round == bindparam("vote"),
    table.c.seat.in_(bindparam("seats", expanding=True)),
)


@cache
def _upsert(dialect: str) -> Any:
    into: Any = import_module(f"sqlalchemy.dialects.{dialect}").insert(table)
    new = into.excluded
    return into.on_conflict_do_update(
        index_elements=(table.c.lesson, table.c.seat, table.c.question, table.c.round),
        set_={
            "response": new.response,
            "certainty": new.certainty,
            "sent": new.sent,
            "answered_at": new.answered_at,
            "time_left": new.time_left,
        },
        # At another server a later answer of the same seat may have been stored meanwhile.
        where=table.c.sent < new.sent,
    )


def _row(lesson: str, stored: Stored) -> dict[str, object]:
    return {
        "lesson": lesson,
        "seat": stored.vote.seat,
        "question": stored.vote.question,
        "round": stored.vote.round,
        "response": as_text(stored.vote.response),
        "certainty": stored.vote.certainty,
        "sent": stored.sent,
        "answered_at": stored.at,
        "time_left": stored.time_left,
    }


def votes(lessons: Lessons, lesson: str, question: str | None = None) -> list[Vote]:
    """The votes of a lesson, or those on one question, in the order in which they came."""
    return [stored.vote for stored in stored_votes(lessons, lesson, question)]


def stored_votes(lessons: Lessons, lesson: str, question: str | None = None) -> list[Stored]:
    """The same with when each was stored."""
    query = select(table).where(table.c.lesson == lesson)
    if question is not None:
        query = query.where(table.c.question == question)
    with reading(lessons.engine) as connection:
        rows = connection.execute(query.order_by(table.c.answered_at, table.c.seat)).all()
    return [_read(row) for row in rows]


def own_votes(lessons: Lessons, kept: Kept, seat: Seat) -> dict[tuple[str, int], Stored]:
    """What one seat has answered, by question and round."""
    query = select(table).where(
        table.c.lesson == kept.id,
        table.c.question.in_(kept.lesson.plan.questions),
        table.c.round.between(1, max(ROUNDS, MOST_TRIES)),
        table.c.seat == seat.id,
    )
    with reading(lessons.engine) as connection:
        rows = connection.execute(query).all()
    return {(row.question, row.round): _read(row) for row in rows}


def _read(row: Any) -> Stored:
    vote = Vote(
        row.seat,
        row.question,
        row.round,
        from_plain(json.loads(row.response)),
        None if row.certainty is None else Certainty(row.certainty),
    )
    return Stored(vote, row.sent, row.answered_at, row.time_left)
