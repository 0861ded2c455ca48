"""Rows to values and back."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby
from typing import Any

from reportedly.quiz.attempt import Answer, Attempt
from reportedly.quiz.marking import Certainty
from reportedly.quiz.response import Response, ResponseRefused, from_plain, to_plain
from reportedly.store.errors import AttemptUnreadable

# What from_plain, json and the names of choices raise at words that are not theirs.
_UNREADABLE = (ValueError, ResponseRefused)

Row = Any  # SQLAlchemy types rows of columns known in advance, and not alike in 2.0 and 2.1


@dataclass(frozen=True)
class AttemptSummary:
    """An attempt in a list.

    Attributes:
        answered: How many of its `total` questions have a complete answer.
    """

    id: str
    bank: str
    started_at: datetime
    finished_at: datetime | None
    answered: int
    total: int


def as_text(response: Response) -> str:
    """The one text that this response is stored as, so that equal responses have equal texts."""
    return json.dumps(to_plain(response))


def read_attempt(found: Row, rows: Iterable[Row]) -> Attempt:
    """The attempt in a row, with its answers; a row without a question is no answer.

    Raises: AttemptUnreadable: if something else has written in it.
    """
    try:
        return _attempt(found, rows)
    except _UNREADABLE as fault:
        raise AttemptUnreadable from fault


def _attempt(found: Row, rows: Iterable[Row]) -> Attempt:
    return Attempt(
        id=found.id,
        learner=found.learner,
        bank=found.bank,
        edition=found.edition,
        mode=found.mode,
        asks_certainty=found.asks_certainty,
        seed=found.seed,
        questions=tuple(json.loads(found.questions)),
        position=found.position,
        started_at=found.started_at,
        finished_at=found.finished_at,
        answers={row.question: _answer(row) for row in rows if row.question is not None},
        is_withheld=bool(found.is_withheld),
    )


def read_summaries(rows: Iterable[Row]) -> tuple[AttemptSummary, ...]:
    """One per attempt, in the order of the rows; those of one attempt stand together.

    An attempt that cannot be read keeps no other from being listed, and is left out.
    """
    summaries = []
    for _, group in groupby(rows, key=lambda row: row.id):
        with suppress(*_UNREADABLE):
            summaries.append(_summary(list(group)))
    return tuple(summaries)


def _summary(of_one: Sequence[Row]) -> AttemptSummary:
    first = of_one[0]
    answers = [_answer(row) for row in of_one if row.question is not None]
    return AttemptSummary(
        id=first.id,
        bank=first.bank,
        started_at=first.started_at,
        finished_at=first.finished_at,
        answered=sum(answer.is_complete for answer in answers),
        total=len(json.loads(first.questions)),
    )


def _answer(row: Row) -> Answer:
    return Answer(
        question=row.question,
        response=from_plain(json.loads(row.response)),
        certainty=None if row.certainty is None else Certainty(row.certainty),
        answered_at=row.answered_at,
    )
