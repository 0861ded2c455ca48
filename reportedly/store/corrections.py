"""Corrections of marks: rows beside the answers, which stay as they were given."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from typing import Any

from sqlalchemy import ColumnElement, Connection, Engine, Select, exists, func, insert, select

from reportedly.quiz.correcting.correction import Correction
from reportedly.quiz.correcting.trial import Held
from reportedly.quiz.edition import Edition
from reportedly.quiz.response import Response, from_plain
from reportedly.store import statements
from reportedly.store.database import reading, transaction
from reportedly.store.rows import Row
from reportedly.store.tables import (
    answer,
    attempt,
    corrected_attempt,
    correction,
    correction_withdrawal,
)

_AT_ONCE = 500
"""Attempts named in one statement; SQLite allows 32,766 values."""

_HOLDS = ~exists().where(correction_withdrawal.c.correction == correction.c.id)
_IN_ORDER = (correction.c.made_at, correction.c.id)
_CORRECTION = (
    correction.c.id,
    correction.c.question,
    correction.c.edition,
    correction.c.reason,
    correction.c.made_by,
    correction.c.made_at,
)


@dataclass(frozen=True)
class Made:
    """A correction in an instructor's list.

    Attributes:
        attempts: Of how many attempts, among those that are still kept.
        withdrawn_by: "" while it holds.
    """

    correction: Correction
    attempts: int
    withdrawn_by: str
    withdrawn_at: datetime | None


class Corrections:
    """The corrections in a database; one object serves all threads.

    Every method may raise a `StoreError`, whose text is for the page.
    """

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._inserts = statements.inserts(engine.dialect.name)

    def editions(self, bank: str) -> tuple[str, ...]:
        """The keys of the editions that finished attempts at a bank keep."""
        query = (
            select(attempt.c.edition)
            .where(attempt.c.bank == bank, attempt.c.finished_at.is_not(None))
            .distinct()
            .order_by(attempt.c.edition)
        )
        with reading(self._engine) as connection:
            return tuple(connection.scalars(query))

    def under_way(self, bank: str, question: str) -> int:
        """How many attempts have an answer to a question and are not finished."""
        query = (
            select(func.count())
            .select_from(attempt.join(answer, answer.c.attempt == attempt.c.id))
            .where(
                attempt.c.bank == bank,
                attempt.c.finished_at.is_(None),
                answer.c.question == question,
            )
        )
        with reading(self._engine) as connection:
            return int(connection.execute(query).scalar() or 0)

    def held(
        self, bank: str, *, question: str | None = None, among: Sequence[str] | None = None
    ) -> Iterator[Held]:
        """The answers of finished attempts at a bank, as they count at present.

        Args:
            bank: The bank's file name.
            question: Answers to this question alone.
            among: Answers of these attempts alone.
        """
        query = (
            select(
                attempt.c.id,
                attempt.c.finished_at,
                attempt.c.edition,
                answer.c.question,
                answer.c.response,
            )
            .select_from(attempt.join(answer, answer.c.attempt == attempt.c.id))
            .where(attempt.c.bank == bank, attempt.c.finished_at.is_not(None))
        )
        if question is not None:
            query = query.where(answer.c.question == question)
        with reading(self._engine) as connection:
            counts = editions_that_count(connection, attempt.c.bank == bank)
        read = cache(_response)
        parts = [query] if among is None else [query.where(some) for some in _named(among)]
        for part in parts:
            with reading(self._engine) as connection:
                for id, finished_at, edition, asked, response in connection.execute(part):
                    marked_by = counts.get((id, asked), edition)
                    yield Held(id, finished_at, asked, edition, marked_by, read(response))

    def make(self, made: Correction, bank: str, edition: Edition, attempts: Sequence[str]) -> int:
        """Has a correction hold for these attempts, of which some may be gone by now.

        Returns: For how many it holds; the same `id` a second time changes nothing.
        """
        row = {
            "id": made.id,
            "bank": bank,
            "question": made.question,
            "edition": edition.key,
            "reason": made.reason,
            "made_by": made.made_by,
            "made_at": made.made_at,
        }
        with transaction(self._engine) as connection:
            # First of all, for whoever is being forgotten waits for this or is waited for.
            connection.execute(self._inserts.edition, {"key": edition.key, "content": edition.json})
            if connection.execute(
                select(correction.c.id).where(correction.c.id == made.id)
            ).first():
                return 0
            there: list[str] = []
            for some in _named(attempts):
                there += connection.scalars(select(attempt.c.id).where(some))
            if there:
                connection.execute(insert(correction), row)
                connection.execute(
                    insert(corrected_attempt),
                    [{"attempt": id, "correction": made.id} for id in there],
                )
            else:
                connection.execute(statements.FORGET_UNUSED_EDITIONS)
            return len(there)

    def withdraw(self, id: str, by: str, now: datetime) -> None:
        """Lets a correction hold no longer; what it had changed counts as before."""
        with transaction(self._engine) as connection:
            if connection.execute(select(correction.c.id).where(correction.c.id == id)).first():
                connection.execute(
                    self._inserts.withdrawal,
                    {"correction": id, "withdrawn_by": by, "withdrawn_at": now},
                )

    def of_attempt(self, attempt_id: str) -> tuple[Correction, ...]:
        """The corrections that hold for an attempt, the latest last."""
        query = (
            select(*_CORRECTION)
            .join(corrected_attempt, corrected_attempt.c.correction == correction.c.id)
            .where(corrected_attempt.c.attempt == attempt_id, _HOLDS)
            .order_by(*_IN_ORDER)
        )
        with reading(self._engine) as connection:
            return tuple(Correction(*row) for row in connection.execute(query))

    def of_bank(self, bank: str) -> tuple[Made, ...]:
        """All corrections of a bank's attempts, the latest first, withdrawn ones too."""
        of_it = corrected_attempt.c.correction == correction.c.id
        count = select(func.count()).where(of_it).scalar_subquery()
        query = (
            select(
                *_CORRECTION,
                count,
                correction_withdrawal.c.withdrawn_by,
                correction_withdrawal.c.withdrawn_at,
            )
            .outerjoin(correction_withdrawal, correction_withdrawal.c.correction == correction.c.id)
            .where(correction.c.bank == bank)
            .order_by(*(column.desc() for column in _IN_ORDER))
        )
        with reading(self._engine) as connection:
            return tuple(_made(row) for row in connection.execute(query))


def editions_that_count(
    connection: Connection, which: ColumnElement[bool]
) -> dict[tuple[str, str], str]:
    """By attempt and question, the edition of the latest correction that holds.

    Args:
        connection: For reading.
        which: A condition on columns of `attempt`: whose corrections are looked up.
    """
    query: Select[Any] = (
        select(corrected_attempt.c.attempt, correction.c.question, correction.c.edition)
        .join(correction, correction.c.id == corrected_attempt.c.correction)
        .join(attempt, attempt.c.id == corrected_attempt.c.attempt)
        .where(which, _HOLDS)
        .order_by(*_IN_ORDER)
    )
    return {(row[0], row[1]): row[2] for row in connection.execute(query)}


def _named(attempts: Sequence[str]) -> Iterator[ColumnElement[bool]]:
    """That an attempt is one of these, in as many pieces as statements are needed."""
    for start in range(0, len(attempts), _AT_ONCE):
        yield attempt.c.id.in_(attempts[start : start + _AT_ONCE])


def _response(text: str) -> Response:
    return from_plain(json.loads(text))


def _made(row: Row) -> Made:
    return Made(Correction(*row[:6]), row[6], row[7] or "", row[8])
