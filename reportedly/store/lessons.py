"""Lessons as they are kept, and their moves. Whatever returns has been committed."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import datetime
from threading import Lock
from typing import Any

from pydantic import TypeAdapter
from sqlalchemy import Connection, Engine, bindparam, insert, select, update

from reportedly.classroom.codes import new_code
from reportedly.classroom.lesson import Lesson, Phase, Plan
from reportedly.classroom.moves import Move, advance, begin
from reportedly.quiz.edition import Edition
from reportedly.store import forgetting, notices, statements
from reportedly.store.attempts import Attempts
from reportedly.store.database import reading, transaction
from reportedly.store.errors import StoreError
from reportedly.store.tables import lesson as table
from reportedly.store.tables import lesson_answer as answers

_JSON = TypeAdapter(Lesson)
_PARSED_AT_HAND = 256
_TRIES = 20


class NoSuchLesson(StoreError, LookupError):
    """There is no lesson with this code. Please check it against the screen."""


class NoCodeFree(StoreError):
    """No join code is free. Please delete old lessons first."""


@dataclass(frozen=True)
class Kept:
    """A lesson as it is stored.

    Attributes:
        edition: The key of the questions as they were at the start.
        bank: The bank's file name without its ending.
        host: Who began it.
        host_key: Opens the controls of this lesson.
        revision: Grows with each move.
    """

    id: str
    code: str
    edition: str
    bank: str
    host: str
    host_key: str
    lesson: Lesson
    revision: int
    begun_at: datetime
    moved_at: datetime
    host_seen_at: datetime | None
    alive_at: datetime | None


class Lessons:
    """The lessons in a database; one object serves all threads.

    Every method may raise a `StoreError`, whose text is for the page.
    """

    def __init__(self, engine: Engine, attempts: Attempts) -> None:
        self._engine = engine
        self._attempts = attempts
        self._parsed: OrderedDict[tuple[str, int], Lesson] = OrderedDict()
        self._turn = Lock()

    @property
    def engine(self) -> Engine:
        """The database."""
        return self._engine

    def begin(
        self,
        plan: Plan,
        edition: Edition,
        *,
        id: str,
        bank: str,
        host: str,
        host_key: str,
        seed: int,
        now: datetime,
    ) -> Kept:
        """A new lesson with a code that no other lesson has."""
        content = begin(plan, now)
        insert_edition = statements.inserts(self._engine.dialect.name).edition
        with transaction(self._engine) as connection:
            connection.execute(insert_edition, {"key": edition.key, "content": edition.json})
            code = _free_code(connection, seed)
            row = {
                "id": id,
                "code": code,
                "edition": edition.key,
                "bank": bank,
                "host": host,
                "host_key": host_key,
                "content": _JSON.dump_json(content).decode(),
                "revision": 1,
                "begun_at": now,
                "moved_at": now,
            }
            connection.execute(insert(table), row)
        return self.by_id(id)

    def by_code(self, code: str) -> Kept:
        """The lesson of a code. Raises: NoSuchLesson."""
        return self._one(table.c.code == code)

    def by_id(self, id: str) -> Kept:
        """The lesson of an id. Raises: NoSuchLesson."""
        return self._one(table.c.id == id)

    def all(self) -> tuple[Kept, ...]:
        """Every lesson that is kept, begun last first."""
        with reading(self._engine) as connection:
            rows = connection.execute(select(table).order_by(table.c.begun_at.desc())).all()
        return tuple(self._read(row) for row in rows)

    def edition(self, key: str) -> Edition:
        """The questions of a lesson as they were when it began."""
        return self._attempts.edition(key)

    def move(self, id: str, move: Move, now: datetime, *, seen: int | None = None) -> Kept:
        """The lesson after a move.

        Args:
            id: Which lesson.
            move: What the host does.
            now: The moment.
            seen: The revision the host looked at; if it is not the present one, nothing happens,
                so that a second press on a slow line does not go one step too far.

        Raises: MoveRefused: if the moment does not allow it.
        """
        with transaction(self._engine) as connection:
            kept = self.locked(connection, id)
            if seen is not None and seen != kept.revision:
                return kept
            after = advance(kept.lesson, move, now)
            if after == kept.lesson:
                return kept
            values = {
                "content": _JSON.dump_json(after).decode(),
                "revision": kept.revision + 1,
                "moved_at": now,
            }
            connection.execute(update(table).where(table.c.id == id).values(**values))
            notices.tell(connection, id, notices.MOVED)
        return replace(kept, lesson=after, revision=kept.revision + 1, moved_at=now)

    def news(self, ids: Collection[str]) -> dict[str, tuple[int, datetime | None]]:
        """Of these lessons those that are still kept: revision, and when their host was there."""
        query = select(table.c.id, table.c.revision, table.c.host_seen_at)
        with reading(self._engine) as connection:
            rows = connection.execute(query.where(table.c.id.in_(ids))).all()
        return {row.id: (row.revision, row.host_seen_at) for row in rows}

    def note(
        self, now: datetime, *, hosted: Collection[str] = (), timed: Collection[str] = ()
    ) -> None:
        """Notes at which lessons a host is, and of which a server keeps the timer."""
        with transaction(self._engine) as connection:
            for ids, column in ((hosted, "host_seen_at"), (timed, "alive_at")):
                if ids:
                    chosen = update(table).where(table.c.id.in_(ids))
                    connection.execute(chosen.values({column: now}))

    def for_answers(self, connection: Connection, ids: Collection[str]) -> dict[str, Lesson]:
        """These lessons as they stay until the transaction of `connection` has ended."""
        rows = connection.execute(_TO_ANSWER, {"ids": list(ids)}).all()
        return {row.id: self._read(row).lesson for row in rows}

    # --- forgetting -----------------------------------------------------------------------------

    def delete(self, id: str) -> int:
        """Deletes a lesson with names and answers, traces in the file included.

        Returns: How many rows there were.
        """
        return forgetting.forget_lessons(self._engine, [id])

    def forget_older_than(self, cutoff: datetime) -> int:
        """The same for lessons in which nothing has happened since `cutoff`."""
        lately = select(answers.c.lesson).where(answers.c.answered_at >= cutoff)
        query = select(table).where(table.c.moved_at < cutoff, table.c.id.not_in(lately))
        with reading(self._engine) as connection:
            rows = connection.execute(query).all()
        old = [kept for kept in map(self._read, rows) if not _is_awaited(kept.lesson, cutoff)]
        return forgetting.forget_lessons(self._engine, [kept.id for kept in old])

    # --- rows -----------------------------------------------------------------------------------

    def _one(self, which: Any) -> Kept:
        with reading(self._engine) as connection:
            row = connection.execute(select(table).where(which)).first()
        if row is None:
            raise NoSuchLesson
        return self._read(row)

    def locked(self, connection: Connection, id: str) -> Kept:
        """The lesson, which until the transaction of `connection` ends nobody else changes.

        Raises: NoSuchLesson.
        """
        row = connection.execute(select(table).where(table.c.id == id).with_for_update()).first()
        if row is None:
            raise NoSuchLesson
        return self._read(row)

    def _read(self, row: Any) -> Kept:
        key = (row.id, row.revision)
        with self._turn:
            parsed = self._parsed.get(key)
        if parsed is None:
            parsed = _JSON.validate_json(row.content)
            with self._turn:
                self._parsed[key] = parsed
                while len(self._parsed) > _PARSED_AT_HAND:
                    self._parsed.popitem(last=False)
        return Kept(
            id=row.id,
            code=row.code,
            edition=row.edition,
            bank=row.bank,
            host=row.host,
            host_key=row.host_key,
            lesson=parsed,
            revision=row.revision,
            begun_at=row.begun_at,
            moved_at=row.moved_at,
            host_seen_at=row.host_seen_at,
            alive_at=row.alive_at,
        )


_TO_ANSWER = (
    select(table)
    .where(table.c.id.in_(bindparam("ids", expanding=True)))
    .order_by(table.c.id)
    .with_for_update(read=True)
)


def _is_awaited(lesson: Lesson, cutoff: datetime) -> bool:
    """Whether a homework's deadline was not long ago, or is still to come."""
    deadline = lesson.plan.deadline
    return deadline is not None and lesson.phase is not Phase.ENDED and deadline >= cutoff


def _free_code(connection: Connection, seed: int) -> str:
    for n in range(_TRIES):
        code = new_code(seed + n)
        if connection.execute(select(table.c.id).where(table.c.code == code)).first() is None:
            return code
    raise NoCodeFree
