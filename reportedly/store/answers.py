"""Stored answers in bulk, as frames of rows for reports."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from sqlalchemy import (
    ColumnElement,
    Engine,
    Select,
    Text,
    case,
    func,
    literal,
    or_,
    select,
    type_coerce,
)

from reportedly.classroom.lesson import Pacing
from reportedly.store.corrections import editions_that_count
from reportedly.store.database import reading
from reportedly.store.lessons import Kept
from reportedly.store.statements import WITHHELD
from reportedly.store.tables import (
    answer,
    attempt,
    lesson,
    lesson_answer,
    lesson_seat,
    study_sitting,
)

if TYPE_CHECKING:
    import pandas as pd

_AT_ONCE = 1_000
"""Rows that are held as Python values at a time: more do not fit beside the processor, and take
half as long again."""

# In an unfinished test answers may still change, and were not yet explained.
_FINAL = or_(attempt.c.finished_at.is_not(None), attempt.c.mode == "practice")

_COUNTED = (
    select(attempt.c.bank, func.count())
    .select_from(answer.join(attempt, answer.c.attempt == attempt.c.id))
    .where(_FINAL)
    .group_by(attempt.c.bank)
)


class Answers:
    """The answers in a database; one object serves all threads.

    The frames are those of `reports.frame`. Every method may raise a `StoreError`, whose text is
    for the page.
    """

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def counts(self) -> dict[str, int]:
        """How many final answers are kept of each bank, by file name."""
        with reading(self._engine) as connection:
            rows = connection.execute(_COUNTED).all()
        return {row[0]: row[1] for row in rows}

    def votes(self, lessons: Sequence[Kept]) -> tuple[int, ...]:
        """How many votes are kept of each lesson."""
        query = (
            select(lesson_answer.c.lesson, func.count())
            .where(lesson_answer.c.lesson.in_([kept.id for kept in lessons]))
            .group_by(lesson_answer.c.lesson)
        )
        with reading(self._engine) as connection:
            found = {row[0]: row[1] for row in connection.execute(query)}
        return tuple(found.get(kept.id, 0) for kept in lessons)

    def of_bank(self, bank: str) -> pd.DataFrame:
        """The final answers of all solo attempts at a bank."""
        return self._of_attempts(attempt.c.bank == bank)

    def of_learner(self, learner: str) -> pd.DataFrame:
        """One learner's final answers in solo attempts, whatever the bank.

        Without those whose explanations are withheld: what they tell would give the keys away.
        """
        return self._of_attempts((attempt.c.learner == learner) & ~WITHHELD)

    def of_study(self, study_id: str) -> pd.DataFrame:
        """The answers of the finished parts of a study."""
        parts = select(study_sitting.c.attempt).where(study_sitting.c.study == study_id)
        return self._of_attempts(attempt.c.id.in_(parts))

    def of_lessons(self, lessons: Sequence[Kept]) -> pd.DataFrame:
        """The votes of lessons, begun earliest first, without what counts for nobody.

        Learners and sittings are both seats: nobody is followed from lesson to lesson. Left out
        are questions that were made void, and seats that were sent out.
        """
        ids = [kept.id for kept in lessons]
        by_oneself = [kept.id for kept in lessons if kept.lesson.plan.pacing is not Pacing.LIVE]
        began = case((lesson_seat.c.lesson.in_(by_oneself), _as_kept(lesson_seat.c.joined_at)))
        sittings = (
            select(lesson_seat.c.id, lesson_seat.c.id, lesson.c.edition, began)
            .join(lesson, lesson.c.id == lesson_seat.c.lesson)
            .where(lesson_seat.c.lesson.in_(ids))
            .order_by(lesson.c.begun_at, lesson.c.id, lesson_seat.c.joined_at, lesson_seat.c.id)
        )
        answers = _answers_in(lesson_answer, lesson_answer.c.seat, lesson_answer.c.round).where(
            lesson_answer.c.lesson.in_(ids),
            *(
                or_(lesson_answer.c.lesson != kept.id, ~_uncounted(kept))
                for kept in lessons
                if kept.lesson.voided or kept.lesson.kicked
            ),
        )
        return self._gathered(sittings, answers, {})

    def _of_attempts(self, which: ColumnElement[bool]) -> pd.DataFrame:
        sittings = (
            select(
                attempt.c.id, attempt.c.learner, attempt.c.edition, _as_kept(attempt.c.started_at)
            )
            .where(_FINAL, which)
            .order_by(attempt.c.started_at, attempt.c.id)
        )
        answers = (
            _answers_in(answer, answer.c.attempt, literal(1))
            .join(attempt, answer.c.attempt == attempt.c.id)
            .where(_FINAL, which)
        )
        with reading(self._engine) as connection:
            corrected = editions_that_count(connection, which)
        return self._gathered(sittings, answers, corrected)

    def _gathered(
        self,
        sittings: Select[Any],
        answers: Select[Any],
        corrected: dict[tuple[str, str], str],
    ) -> pd.DataFrame:
        # Imported here: the desk counts answers each time, and reads them only if they are many.
        from reportedly.reports.gathering import Gathering

        with reading(self._engine) as connection:
            gathering = Gathering(connection.execute(sittings).all(), corrected)
        with reading(self._engine) as connection:
            # Not `yield_per`, which has SQLite's rows pass through a buffer one by one.
            streamed = connection.execution_options(stream_results=True).execute(answers)
            for rows in streamed.partitions(_AT_ONCE):
                gathering.add(rows)
        return gathering.frame()


def _answers_in(table: Any, sitting: Any, round: Any) -> Select[Any]:
    return select(
        sitting,
        table.c.question,
        table.c.response,
        table.c.certainty,
        _as_kept(table.c.answered_at),
        round,
    ).select_from(table)


def _uncounted(kept: Kept) -> ColumnElement[bool]:
    return or_(
        lesson_answer.c.question.in_(sorted(kept.lesson.voided)),
        lesson_answer.c.seat.in_(sorted(kept.lesson.kicked)),
    )


def _as_kept(moment: Any) -> Any:
    # Turning a million times into Python's takes longer than all the rest of a report; a frame
    # reads them in bulk.
    return type_coerce(moment, Text)
