"""Studies as they are kept, and what their instructor does. Whatever returns has been committed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from pydantic import TypeAdapter
from sqlalchemy import Connection, Engine, exists, func, insert, select, update

from reportedly.classroom.codes import new_code
from reportedly.quiz.edition import Edition
from reportedly.store import forgetting, statements
from reportedly.store.attempts import Attempts
from reportedly.store.database import reading, transaction
from reportedly.store.errors import StoreError
from reportedly.store.tables import study as table
from reportedly.store.tables import study_bank, study_member, study_sitting
from reportedly.study.plan import AFTER, Phase, Plan, phase

_JSON = TypeAdapter(Plan)
_TRIES = 20


class NoSuchStudy(StoreError, LookupError):
    """There is no such study. Please check the code; it may also have been deleted."""


class NoStudyCodeFree(StoreError):
    """No code is free. Please delete old studies first."""


class AfterBegun(StoreError):
    """Somebody has begun the after part already, so it stays open."""


@dataclass(frozen=True)
class Kept:
    """A study as it is stored.

    Attributes:
        edition: The key of the questions as they were when it was opened.
        transfer_edition: The same for the other story; None without one.
        after_from: From when the after part is open; None while nobody has said.
    """

    id: str
    code: str
    edition: str
    transfer_edition: str | None
    plan: Plan
    made_by: str
    made_at: datetime
    after_from: datetime | None
    closed_at: datetime | None

    def phase(self, now: datetime) -> Phase:
        """Where it is at a moment."""
        return phase(self.after_from, self.closed_at, now)


class Studies:
    """The studies in a database; one object serves all threads.

    Every method may raise a `StoreError`, whose text is for the page.
    """

    def __init__(self, engine: Engine, attempts: Attempts) -> None:
        self._engine = engine
        self._attempts = attempts

    @property
    def engine(self) -> Engine:
        """The database."""
        return self._engine

    @property
    def attempts(self) -> Attempts:
        """Where its attempts and editions are kept."""
        return self._attempts

    def begin(
        self,
        plan: Plan,
        edition: Edition,
        transfer_edition: Edition | None,
        *,
        id: str,
        made_by: str,
        seed: int,
        now: datetime,
        after_from: datetime | None = None,
    ) -> Kept:
        """A new study with a code that no other has; the one there is when the `id` comes twice."""
        insert_edition = statements.inserts(self._engine.dialect.name).edition
        with transaction(self._engine) as connection:
            if connection.execute(select(table.c.id).where(table.c.id == id)).first() is None:
                for kept in filter(None, (edition, transfer_edition)):
                    connection.execute(insert_edition, {"key": kept.key, "content": kept.json})
                row = {
                    "id": id,
                    "code": _free_code(connection, seed),
                    "edition": edition.key,
                    "transfer_edition": transfer_edition.key if transfer_edition else None,
                    "content": _JSON.dump_json(plan).decode(),
                    "made_by": made_by,
                    "made_at": now,
                    "after_from": after_from,
                }
                connection.execute(insert(table), row)
                banks = dict.fromkeys((*plan.banks, *plan.transfer_banks))
                rows = [{"study": id, "bank": bank} for bank in banks]
                connection.execute(insert(study_bank), rows)
        return self.by_id(id)

    def by_code(self, code: str) -> Kept:
        """The study of a code. Raises: NoSuchStudy."""
        return self._one(table.c.code == code)

    def by_id(self, id: str) -> Kept:
        """The study of an id. Raises: NoSuchStudy."""
        return self._one(table.c.id == id)

    def all(self) -> tuple[Kept, ...]:
        """Every study that is kept, made last first."""
        with reading(self._engine) as connection:
            rows = connection.execute(select(table).order_by(table.c.made_at.desc())).all()
        return tuple(_read(row) for row in rows)

    def edition(self, key: str) -> Edition:
        """The questions of a study as they were when it was opened."""
        return self._attempts.edition(key)

    def open_after(self, id: str, when: datetime) -> Kept:
        """Opens the after part from a moment on; what is open already stays as it is."""
        with transaction(self._engine) as connection:
            kept = locked(connection, id)
            if kept.phase(when) is Phase.BEFORE:
                connection.execute(update(table).where(table.c.id == id).values(after_from=when))
        return self.by_id(id)

    def take_back_after(self, id: str) -> Kept:
        """Has the after part closed again. Raises: AfterBegun: once somebody has begun it."""
        begun = select(func.count()).where(
            study_sitting.c.study == id, study_sitting.c.part.in_([p.value for p in AFTER])
        )
        with transaction(self._engine) as connection:
            locked(connection, id)
            if connection.execute(begun).scalar_one():
                raise AfterBegun
            connection.execute(update(table).where(table.c.id == id).values(after_from=None))
        return self.by_id(id)

    def close(self, id: str, now: datetime) -> Kept:
        """Ends a study: nothing more counts, and every explanation may be seen."""
        with transaction(self._engine) as connection:
            kept = locked(connection, id)
            if kept.closed_at is None:
                connection.execute(update(table).where(table.c.id == id).values(closed_at=now))
        return self.by_id(id)

    def delete(self, id: str) -> int:
        """Deletes a study with all that was answered in it, traces in the file included.

        Returns: How many rows there were.
        """
        return forgetting.forget_studies(self._engine, [id])

    def forget_older_than(self, cutoff: datetime) -> int:
        """Deletes who joined before `cutoff` and has nothing kept, and studies without anybody.

        Answers go by themselves, as all attempts do; a study that is still to come stays.

        Returns: How many rows there were.
        """
        deleted = forgetting.forget_idle_members(self._engine, cutoff)
        old = (
            select(table.c.id)
            .where(table.c.made_at < cutoff)
            .where(table.c.after_from.is_(None) | (table.c.after_from < cutoff))
            .where(table.c.closed_at.is_(None) | (table.c.closed_at < cutoff))
            .where(~exists().where(study_member.c.study == table.c.id))
        )
        with reading(self._engine) as connection:
            ids = list(connection.scalars(old))
        return deleted + forgetting.forget_studies(self._engine, ids)

    def of_attempt(self, attempt_id: str) -> Kept | None:
        """The study that an attempt is a part of, if it is one."""
        query = (
            select(table)
            .join(study_sitting, study_sitting.c.study == table.c.id)
            .where(study_sitting.c.attempt == attempt_id)
        )
        with reading(self._engine) as connection:
            row = connection.execute(query).first()
        return None if row is None else _read(row)

    def resting(self, learner: str, bank: str) -> Kept | None:
        """The study for which a bank rests: the learner is in it, and its last part is not done."""
        query = (
            select(table)
            .join(study_member, study_member.c.study == table.c.id)
            .join(study_bank, study_bank.c.study == table.c.id)
            .where(study_member.c.learner == learner, study_bank.c.bank == bank, statements.WAITS)
            .order_by(table.c.made_at)
        )
        with reading(self._engine) as connection:
            row = connection.execute(query).first()
        return None if row is None else _read(row)

    def _one(self, which: Any) -> Kept:
        with reading(self._engine) as connection:
            row = connection.execute(select(table).where(which)).first()
        if row is None:
            raise NoSuchStudy
        return _read(row)


def locked(connection: Connection, id: str) -> Kept:
    """The study, which until the transaction of `connection` ends nobody else changes.

    Raises: NoSuchStudy.
    """
    row = connection.execute(select(table).where(table.c.id == id).with_for_update()).first()
    if row is None:
        raise NoSuchStudy
    return _read(row)


def _read(row: Any) -> Kept:
    return Kept(
        id=row.id,
        code=row.code,
        edition=row.edition,
        transfer_edition=row.transfer_edition,
        plan=_JSON.validate_json(row.content),
        made_by=row.made_by,
        made_at=row.made_at,
        after_from=row.after_from,
        closed_at=row.closed_at,
    )


def _free_code(connection: Connection, seed: int) -> str:
    for n in range(_TRIES):
        code = new_code(seed + n)
        if connection.execute(select(table.c.id).where(table.c.code == code)).first() is None:
            return code
    raise NoStudyCodeFree
