"""Every statement about attempts, built once; values come in as parameters of the same name."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib import import_module
from typing import Any

from sqlalchemy import bindparam, delete, exists, func, or_, select, text, update
from sqlalchemy.sql.base import Executable

from reportedly.store.tables import (
    answer,
    attempt,
    corrected_attempt,
    correction,
    correction_withdrawal,
    edition,
    lesson,
)

_ITS_ID = attempt.c.id == bindparam("attempt_id")
_ITS_LEARNER = attempt.c.learner == bindparam("learner_id")
_ANSWER_COLUMNS = (
    answer.c.question,
    answer.c.response,
    answer.c.certainty,
    answer.c.answered_at,
)

LOAD = (
    select(*attempt.c, *_ANSWER_COLUMNS)
    .select_from(attempt.outerjoin(answer, answer.c.attempt == attempt.c.id))
    .where(_ITS_ID, _ITS_LEARNER)
)
"""An attempt with its answers, a row an answer: one statement, so that both are of one moment."""

LOCK = select(*attempt.c).where(_ITS_ID, _ITS_LEARNER).with_for_update(key_share=True)
"""An attempt that may be about to change. Whoever changes it or its answers starts here, so
that one waits for another; SQLite, with one writer, needs no such words and gets none."""

ANSWERS = select(*_ANSWER_COLUMNS).where(answer.c.attempt == bindparam("attempt_id"))
"""The answers of an attempt that is locked."""

_SUMMARIES = (
    select(
        attempt.c.id,
        attempt.c.bank,
        attempt.c.questions,
        attempt.c.started_at,
        attempt.c.finished_at,
        *_ANSWER_COLUMNS,
    )
    .select_from(attempt.outerjoin(answer, answer.c.attempt == attempt.c.id))
    .where(_ITS_LEARNER)
)
UNFINISHED = _SUMMARIES.where(attempt.c.finished_at.is_(None)).order_by(
    attempt.c.started_at.desc(), attempt.c.id
)
FINISHED = _SUMMARIES.where(attempt.c.finished_at.is_not(None)).order_by(
    attempt.c.finished_at.desc(), attempt.c.id
)

MOVE = update(attempt).where(_ITS_ID).values(position=bindparam("to"))
FINISH = (
    update(attempt)
    .where(_ITS_ID, attempt.c.finished_at.is_(None))
    .values(finished_at=bindparam("now"))
)

RENAME = tuple(
    update(table).where(table.c.bank == bindparam("old_name")).values(bank=bindparam("new_name"))
    for table in (attempt, correction)
)
"""Attempts first, as everywhere: two who lock rows of both meet in the same order."""

EDITION = select(edition.c.content).where(edition.c.key == bindparam("edition_key"))

IDS_OF_LEARNER = select(attempt.c.id).where(_ITS_LEARNER).with_for_update()
IDS_OLDER = (
    select(attempt.c.id)
    .where(
        attempt.c.started_at < bindparam("cutoff"),
        or_(attempt.c.finished_at.is_(None), attempt.c.finished_at < bindparam("cutoff")),
        ~exists().where(
            answer.c.attempt == attempt.c.id, answer.c.answered_at >= bindparam("cutoff")
        ),
    )
    .with_for_update()
)
"""Attempts in which nothing has happened since the cutoff."""

FORGET_ANSWERS = delete(answer).where(answer.c.attempt == bindparam("attempt_id"))
FORGET_ATTEMPT = delete(attempt).where(_ITS_ID)
FORGET_UNUSED_CORRECTIONS = delete(correction).where(
    ~exists().where(corrected_attempt.c.correction == correction.c.id)
)
FORGET_UNUSED_EDITIONS = delete(edition).where(
    ~exists().where(attempt.c.edition == edition.c.key),
    ~exists().where(correction.c.edition == edition.c.key),
    ~exists().where(lesson.c.edition == edition.c.key),
)
LOCK_EDITIONS = text("LOCK TABLE edition IN SHARE ROW EXCLUSIVE MODE")
"""For PostgreSQL: an edition is not removed while an attempt on it is being begun."""


BANKS = select(attempt.c.id, attempt.c.bank).where(_ITS_LEARNER)
TAKEN = select(attempt.c.bank, func.count()).group_by(attempt.c.bank)


@dataclass(frozen=True)
class Inserts:
    """The statements that meet a row of the same key; each happens as one step.

    Attributes:
        edition: Keeps an edition once.
        attempt: Begins an attempt once.
        first: Stores an answer to a question that has none.
        level: The same, or gives the level to the same words that were written before.
        latest: Stores an answer in place of the one before.
        withdrawal: Withdraws a correction once.
    """

    edition: Executable
    attempt: Executable
    first: Executable
    level: Executable
    latest: Executable
    withdrawal: Executable


@cache
def inserts(dialect: str) -> Inserts:
    """The statements for `sqlite` or `postgresql`, which spell them alike."""
    # Only the one that is used: to import both would delay the first page.
    to: Any = import_module(f"sqlalchemy.dialects.{dialect}").insert
    into_answer = to(answer)
    key = (answer.c.attempt, answer.c.question)
    new = into_answer.excluded
    return Inserts(
        edition=to(edition).on_conflict_do_nothing(),
        attempt=to(attempt).on_conflict_do_nothing(),
        first=into_answer.on_conflict_do_nothing(index_elements=key),
        level=into_answer.on_conflict_do_update(
            index_elements=key,
            # How sure the learner was, and when, was said before the model answer was seen.
            set_={
                "response": new.response,
                "certainty": func.coalesce(answer.c.certainty, new.certainty),
            },
            where=answer.c.response == bindparam("without_level"),
        ),
        latest=into_answer.on_conflict_do_update(
            index_elements=key,
            set_={
                "response": new.response,
                "certainty": new.certainty,
                "answered_at": new.answered_at,
            },
        ),
        withdrawal=to(correction_withdrawal).on_conflict_do_nothing(),
    )
