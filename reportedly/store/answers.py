"""The answers to one bank, of all learners, for what they tell about its questions."""

from __future__ import annotations

import json

from sqlalchemy import Engine, bindparam, func, or_, select

from reportedly.quiz.marking import Certainty
from reportedly.quiz.response import Response, from_plain
from reportedly.reports.answers import Given
from reportedly.store.database import reading
from reportedly.store.tables import answer, attempt

# In an unfinished test answers may still change, and were not yet explained.
_FINAL = or_(attempt.c.finished_at.is_not(None), attempt.c.mode == "practice")

_COUNTED = (
    select(attempt.c.bank, func.count())
    .select_from(answer.join(attempt, answer.c.attempt == attempt.c.id))
    .where(_FINAL)
    .group_by(attempt.c.bank)
)
_GIVEN = (
    select(
        attempt.c.id,
        attempt.c.learner,
        attempt.c.edition,
        answer.c.question,
        answer.c.response,
        answer.c.certainty,
    )
    .select_from(answer.join(attempt, answer.c.attempt == attempt.c.id))
    .where(_FINAL, attempt.c.bank == bindparam("bank_name"))
    .order_by(attempt.c.started_at, attempt.c.id)
)


class Answers:
    """The answers in a database; one object serves all threads.

    Every method may raise a `StoreError`, whose text is for the page.
    """

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def counts(self) -> dict[str, int]:
        """How many final answers are kept of each bank, by file name."""
        with reading(self._engine) as connection:
            rows = connection.execute(_COUNTED).all()
        return {row[0]: row[1] for row in rows}

    def given(self, bank: str) -> list[Given]:
        """Each learner's first final answer to each question of a bank.

        Later ones are left out: who takes a quiz again has read the explanations.
        """
        with reading(self._engine) as connection:
            rows = connection.execute(_GIVEN, {"bank_name": bank}).all()
        responses: dict[str, Response] = {}
        seen: set[tuple[str, str]] = set()
        given = []
        for attempt_id, learner, edition, question, text, certainty in rows:
            if (learner, question) in seen:
                continue
            seen.add((learner, question))
            if text not in responses:
                responses[text] = from_plain(json.loads(text))
            sure = None if certainty is None else Certainty(certainty)
            given.append(Given(attempt_id, edition, question, responses[text], sure))
        return given
