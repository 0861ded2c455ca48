"""Attempts as they are kept. Whatever returns has been committed."""

from __future__ import annotations

import json
from collections import OrderedDict
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import datetime
from threading import Lock
from typing import TYPE_CHECKING

from sqlalchemy import Connection, Engine

from reportedly.quiz.attempt import Answer, Attempt, Mode
from reportedly.quiz.response import SelfMarked
from reportedly.store import forgetting, statements
from reportedly.store.database import reading, transaction
from reportedly.store.errors import (
    AttemptFinished,
    EditionUnreadable,
    NoSuchAttempt,
    NoSuchEdition,
    NotInAttempt,
)
from reportedly.store.rows import AttemptSummary, Row, as_text, read_attempt, read_summaries

if TYPE_CHECKING:
    from reportedly.quiz.edition import Edition

__all__ = ["AttemptSummary", "Attempts"]

_EDITIONS_AT_HAND = 32


class Attempts:
    """The attempts in a database; one object serves all threads.

    Every method may raise a `StoreError`, whose text is for the page. A method that names an
    attempt raises `NoSuchAttempt` unless it is this learner's.
    """

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._inserts = statements.inserts(engine.dialect.name)
        self._editions: OrderedDict[str, Edition] = OrderedDict()
        self._editions_turn = Lock()

    @property
    def engine(self) -> Engine:
        """The database."""
        return self._engine

    def begin(
        self,
        *,
        id: str,
        learner: str,
        bank: str,
        edition: Edition,
        mode: Mode,
        asks_certainty: bool,
        seed: int,
        questions: Sequence[str],
        now: datetime,
    ) -> Attempt:
        """A new attempt; the one already begun when the same `id` comes twice."""
        with transaction(self._engine) as connection:
            connection.execute(self._inserts.edition, {"key": edition.key, "content": edition.json})
            connection.execute(
                self._inserts.attempt,
                {
                    "id": id,
                    "learner": learner,
                    "bank": bank,
                    "edition": edition.key,
                    "mode": mode,
                    "asks_certainty": asks_certainty,
                    "seed": seed,
                    "questions": json.dumps(list(questions)),
                    "position": 0,
                    "started_at": now,
                },
            )
            attempt = _load(connection, id, learner)
        self._keep_at_hand(edition)
        return attempt

    def load(self, id: str, learner: str) -> Attempt:
        """The attempt with its answers."""
        with reading(self._engine) as connection:
            return _load(connection, id, learner)

    def unfinished(self, learner: str) -> tuple[AttemptSummary, ...]:
        """What the learner can go on with, begun last first."""
        with reading(self._engine) as connection:
            rows = connection.execute(statements.UNFINISHED, {"learner_id": learner})
            return read_summaries(rows)

    def finished(self, learner: str) -> tuple[AttemptSummary, ...]:
        """What the learner has finished, finished last first."""
        with reading(self._engine) as connection:
            rows = connection.execute(statements.FINISHED, {"learner_id": learner})
            return read_summaries(rows)

    def banks(self, learner: str) -> dict[str, str]:
        """At which bank each of the learner's attempts is, by its id."""
        with reading(self._engine) as connection:
            rows = connection.execute(statements.BANKS, {"learner_id": learner}).all()
        return {row[0]: row[1] for row in rows}

    def taken(self) -> dict[str, int]:
        """How often each bank was begun, of the attempts that are still kept; by file name."""
        with reading(self._engine) as connection:
            rows = connection.execute(statements.TAKEN).all()
        return {row[0]: row[1] for row in rows}

    def rename(self, bank: str, new: str) -> None:
        """Let all that was answered, corrected and planned follow a bank to another file name."""
        names = {"old_name": bank, "new_name": new}
        with transaction(self._engine) as connection:
            for found in connection.execute(statements.STUDIES_OF_BANK, {"old_name": bank}).all():
                plan = json.loads(found.content)
                for field in ("banks", "transfer_banks"):
                    plan[field] = list(dict.fromkeys(new if b == bank else b for b in plan[field]))
                values = {"study_id": found.id, "plan": json.dumps(plan)}
                connection.execute(statements.PLAN, values)
            for statement in statements.RENAME:
                connection.execute(statement, names)

    def move_to(
        self, attempt_id: str, learner: str, position: int, *, leaving: int | None = None
    ) -> Attempt:
        """The attempt with the learner at another question.

        Args:
            attempt_id: Which attempt.
            learner: Whose it is.
            position: Where to go.
            leaving: Where the learner believes to be; anywhere else, in another tab, they stay.

        Raises: NotInAttempt: if there is no such position.
        """
        with transaction(self._engine) as connection:
            attempt = _with_answers(connection, _lock(connection, attempt_id, learner))
            if not 0 <= position < len(attempt.questions):
                raise NotInAttempt
            if leaving is not None and leaving != attempt.position:
                return attempt
            connection.execute(statements.MOVE, {"attempt_id": attempt_id, "to": position})
            return replace(attempt, position=position)

    def answer(self, attempt_id: str, learner: str, answer: Answer) -> Attempt:
        """The attempt as it is stored after this answer.

        In practice the first answer to a question stays, whatever comes after it: the learner has
        seen the explanation. Only a written answer gets its level later, once, for the same words.
        In a test the latest answer counts.

        Raises:
            AttemptFinished: in a finished attempt nothing changes.
            NotInAttempt: if the question is not one of the attempt's.
        """
        with transaction(self._engine) as connection:
            found = _lock(connection, attempt_id, learner)
            if answer.question not in json.loads(found.questions):
                raise NotInAttempt
            if found.finished_at is not None:
                raise AttemptFinished
            self._store(connection, found.mode, attempt_id, answer)
            return _with_answers(connection, found)

    def finish(self, attempt_id: str, learner: str, now: datetime) -> Attempt:
        """The attempt with its result final; a second time changes nothing."""
        with transaction(self._engine) as connection:
            _lock(connection, attempt_id, learner)
            connection.execute(statements.FINISH, {"attempt_id": attempt_id, "now": now})
            return _load(connection, attempt_id, learner)

    def editions(self, keys: Iterable[str]) -> dict[str, Edition]:
        """Those of these editions that can be read, by key.

        Some may have been forgotten meanwhile, or be of another version of the program.
        """
        found = {}
        for key in keys:
            try:
                found[key] = self.edition(key)
            except (NoSuchEdition, EditionUnreadable):
                continue
        return found

    def edition(self, key: str) -> Edition:
        """The questions and articles that attempts of this edition keep.

        Raises:
            NoSuchEdition: if no attempt keeps it.
            EditionUnreadable: if another version of this program wrote it in another form.
        """
        with self._editions_turn:
            if key in self._editions:
                self._editions.move_to_end(key)
                return self._editions[key]
        with reading(self._engine) as connection:
            content = connection.execute(statements.EDITION, {"edition_key": key}).scalar()
        if content is None:
            raise NoSuchEdition
        # Imported when an edition is read: lists of attempts do without the types of questions.
        from pydantic import ValidationError

        from reportedly.quiz.edition import Edition

        try:
            edition = Edition.model_validate_json(content)
        except ValidationError as fault:
            raise EditionUnreadable from fault
        self._keep_at_hand(edition, key)
        return edition

    def forget(self, learner: str) -> int:
        """Deletes all there is about a learner, traces in the file included.

        Returns: How many attempts and answers there were.
        """
        return forgetting.forget(self._engine, learner)

    def forget_older_than(self, cutoff: datetime) -> int:
        """The same for attempts, of any learner, in which nothing has happened since `cutoff`."""
        return forgetting.forget_older_than(self._engine, cutoff)

    def _store(self, connection: Connection, mode: str, attempt_id: str, answer: Answer) -> None:
        response = answer.response
        row = {
            "attempt": attempt_id,
            "question": answer.question,
            "response": as_text(response),
            "certainty": answer.certainty,
            "answered_at": answer.answered_at,
        }
        if mode == "test":
            connection.execute(self._inserts.latest, row)
        elif isinstance(response, SelfMarked) and answer.is_complete:
            without_level = as_text(replace(response, level=None))
            connection.execute(self._inserts.level, {**row, "without_level": without_level})
        else:
            connection.execute(self._inserts.first, row)

    def _keep_at_hand(self, edition: Edition, key: str | None = None) -> None:
        with self._editions_turn:
            self._editions[key or edition.key] = edition
            while len(self._editions) > _EDITIONS_AT_HAND:
                self._editions.popitem(last=False)


def _load(connection: Connection, attempt_id: str, learner: str) -> Attempt:
    values = {"attempt_id": attempt_id, "learner_id": learner}
    rows = connection.execute(statements.LOAD, values).all()
    if not rows:
        raise NoSuchAttempt
    return read_attempt(rows[0], rows)


def _lock(connection: Connection, attempt_id: str, learner: str) -> Row:
    """The attempt's row, which until the commit nobody else changes."""
    found = connection.execute(
        statements.LOCK, {"attempt_id": attempt_id, "learner_id": learner}
    ).first()
    if found is None:
        raise NoSuchAttempt
    return found


def _with_answers(connection: Connection, found: Row) -> Attempt:
    """The attempt of a locked row with its answers as they are now."""
    return read_attempt(found, connection.execute(statements.ANSWERS, {"attempt_id": found.id}))
