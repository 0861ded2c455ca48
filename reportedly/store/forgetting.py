"""Deleting what is known about learners, and what the file still shows of it."""

from __future__ import annotations

import logging
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Engine, Select, delete, select

from reportedly.store import statements
from reportedly.store.database import outside_transactions, transaction
from reportedly.store.errors import DatabaseBusy, StoreError
from reportedly.store.tables import (
    lesson,
    lesson_answer,
    lesson_seat,
    study,
    study_bank,
    study_member,
    study_sitting,
)

log = logging.getLogger(__name__)


def forget(engine: Engine, learner: str) -> int:
    """Deletes a learner's attempts and answers, and the editions nobody uses any more.

    Returns: How many attempts and answers there were, and studies that the learner took part in.
    """
    with transaction(engine) as connection:
        deleted = _delete(connection, statements.IDS_OF_LEARNER, {"learner_id": learner})
        took_part = delete(study_member).where(study_member.c.learner == learner)
        deleted += connection.execute(took_part).rowcount
    return _without_trace(engine, deleted)


def forget_older_than(engine: Engine, cutoff: datetime) -> int:
    """The same for every attempt in which nothing has happened since `cutoff`."""
    with transaction(engine) as connection:
        deleted = _delete(connection, statements.IDS_OLDER, {"cutoff": cutoff})
    return _without_trace(engine, deleted)


def forget_lessons(engine: Engine, ids: Sequence[str]) -> int:
    """Deletes lessons with their seats and answers, and the editions nobody uses any more.

    Returns: How many lessons, seats and answers there were.
    """
    if not ids:
        return 0
    with transaction(engine) as connection:
        if connection.dialect.name == "postgresql":
            connection.execute(statements.LOCK_EDITIONS)
        deleted = 0
        for table, column in (
            (lesson_answer, lesson_answer.c.lesson),
            (lesson_seat, lesson_seat.c.lesson),
            (lesson, lesson.c.id),
        ):
            deleted += connection.execute(delete(table).where(column.in_(ids))).rowcount
        connection.execute(statements.FORGET_UNUSED_EDITIONS)
    return _without_trace(engine, deleted)


def forget_idle_members(engine: Engine, cutoff: datetime) -> int:
    """Deletes who joined a study before `cutoff` and has no answers kept in it.

    Returns: How many there were.
    """
    member = study_member.c
    kept = select(study_sitting.c.attempt).where(
        study_sitting.c.study == member.study, study_sitting.c.learner == member.learner
    )
    idle = delete(study_member).where(member.joined_at < cutoff, ~kept.exists())
    with transaction(engine) as connection:
        deleted = connection.execute(idle).rowcount
    return _without_trace(engine, deleted)


def forget_studies(engine: Engine, ids: Sequence[str]) -> int:
    """Deletes studies with all that was answered in them, and the editions nobody uses any more.

    Returns: How many rows there were.
    """
    if not ids:
        return 0
    sittings = select(study_sitting.c.attempt).where(study_sitting.c.study.in_(ids))
    with transaction(engine) as connection:
        # Nobody begins a part of it meanwhile.
        connection.execute(select(study.c.id).where(study.c.id.in_(ids)).with_for_update())
        deleted = _delete(connection, sittings, {})
        for table, column in (
            (study_member, study_member.c.study),
            (study_bank, study_bank.c.study),
            (study, study.c.id),
        ):
            deleted += connection.execute(delete(table).where(column.in_(ids))).rowcount
        connection.execute(statements.FORGET_UNUSED_EDITIONS)
    return _without_trace(engine, deleted)


def _delete(connection: Connection, which: Select[Any], values: Mapping[str, object]) -> int:
    if connection.dialect.name == "postgresql":
        connection.execute(statements.LOCK_EDITIONS)
    ids = [{"attempt_id": id} for id in connection.scalars(which, values)]
    if not ids:
        return 0
    # Answers would go with their attempt, but then they would not be counted.
    deleted = sum(
        connection.execute(statement, ids).rowcount
        for statement in (statements.FORGET_ANSWERS, statements.FORGET_ATTEMPT)
    )
    # What links an attempt to a correction of its marks has gone with the attempt.
    connection.execute(statements.FORGET_UNUSED_CORRECTIONS)
    connection.execute(statements.FORGET_UNUSED_EDITIONS)
    return deleted


def _without_trace(engine: Engine, deleted: int) -> int:
    """How many rows were deleted, once nothing of them is left in the file either."""
    if deleted and engine.dialect.name == "sqlite":
        _erase_traces(engine)
    return deleted


def _erase_traces(engine: Engine) -> None:
    """Overwrites what the file and its log still show of rows that are deleted.

    `secure_delete` overwrites most of it at once, but where SQLite moved rows from page to page
    copies may remain; only building the file anew (VACUUM) leaves none.
    """
    try:
        with outside_transactions(engine) as driver:
            driver.execute("VACUUM")
            busy, _, _ = driver.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
            if busy:
                raise DatabaseBusy
    except StoreError as fault:
        # The rows themselves are deleted, so to the learner it is done. The next time somebody is
        # forgotten, this is made up for.
        log.warning("Deleted words may still stand in the database file. %s", fault)
