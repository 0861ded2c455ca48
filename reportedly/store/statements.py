"""Every statement about attempts, built once; values come in as parameters of the same name."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib import import_module
from typing import Any

from sqlalchemy import bindparam, case, delete, exists, func, or_, select, text, update
from sqlalchemy.sql.base import Executable

from reportedly.store.tables import (
    answer,
    attempt,
    corrected_attempt,
    correction,
    correction_withdrawal,
    edition,
    lesson,
    study,
    study_bank,
    study_member,
    study_sitting,
)
from reportedly.study.plan import AFTER

_ITS_ID = attempt.c.id == bindparam("attempt_id")
_ITS_LEARNER = attempt.c.learner == bindparam("learner_id")
_ANSWER_COLUMNS = (
    answer.c.question,
    answer.c.response,
    answer.c.certainty,
    answer.c.answered_at,
)

_other = attempt.alias("other_attempt")
_AFTER_FINISHED = (
    select(func.count())
    .select_from(study_sitting.join(_other, _other.c.id == study_sitting.c.attempt))
    .where(
        study_sitting.c.study == study.c.id,
        study_sitting.c.learner == study_member.c.learner,
        study_sitting.c.part.in_([part.value for part in AFTER]),
        _other.c.finished_at.is_not(None),
    )
    .correlate(study, study_member)
    .scalar_subquery()
)
WAITS = study.c.closed_at.is_(None) & (
    case((study.c.transfer_edition.is_(None), 1), else_=2) > _AFTER_FINISHED
)
"""Of a study and its member: whether what comes after is yet to be finished. Until then nothing
from the study's banks is explained to the member."""

_IS_OF_ITS_BANKS = exists().where(
    study_bank.c.study == study.c.id, study_bank.c.bank == attempt.c.bank
)
_IS_ITS_PART = exists().where(
    study_sitting.c.attempt == attempt.c.id, study_sitting.c.study == study.c.id
)
WITHHELD = exists().where(
    study_member.c.learner == attempt.c.learner,
    study.c.id == study_member.c.study,
    # Its own parts too, whatever their bank's file is called meanwhile.
    or_(*(one.correlate(study, attempt) for one in (_IS_OF_ITS_BANKS, _IS_ITS_PART))),
    WAITS,
)
"""Of an attempt: whether its explanations wait for a study that the learner takes part in."""

LOAD = (
    select(*attempt.c, WITHHELD.label("is_withheld"), *_ANSWER_COLUMNS)
    .select_from(attempt.outerjoin(answer, answer.c.attempt == attempt.c.id))
    .where(_ITS_ID, _ITS_LEARNER)
)
"""An attempt with its answers, a row an answer: one statement, so that both are of one moment."""

LOCK = (
    select(*attempt.c, WITHHELD.label("is_withheld"))
    .where(_ITS_ID, _ITS_LEARNER)
    .with_for_update(key_share=True)
)
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

STUDIES_OF_BANK = (
    select(study.c.id, study.c.content)
    .where(
        exists().where(study_bank.c.study == study.c.id, study_bank.c.bank == bindparam("old_name"))
    )
    .order_by(study.c.id)
    .with_for_update()
)
PLAN = update(study).where(study.c.id == bindparam("study_id")).values(content=bindparam("plan"))
_already = study_bank.alias("already")
RENAME = (
    # Of a study both names may be known: another of its banks had the new one and is gone.
    delete(study_bank).where(
        study_bank.c.bank == bindparam("old_name"),
        exists().where(
            _already.c.study == study_bank.c.study, _already.c.bank == bindparam("new_name")
        ),
    ),
    *(
        update(its).where(its.c.bank == bindparam("old_name")).values(bank=bindparam("new_name"))
        for its in (attempt, correction, lesson, study_bank)
    ),
)
"""Studies first and attempts before what hangs on them, as everywhere: two who lock rows of both
meet in the same order."""

EDITION = select(edition.c.content).where(edition.c.key == bindparam("edition_key"))

_own = study_sitting.alias("own_sitting")
_SIBLING_IS_NEW = exists().where(
    _own.c.attempt == attempt.c.id,
    study_sitting.c.study == _own.c.study,
    study_sitting.c.learner == _own.c.learner,
    _other.c.id == study_sitting.c.attempt,
    or_(
        _other.c.started_at >= bindparam("cutoff"),
        _other.c.finished_at >= bindparam("cutoff"),
        exists().where(
            answer.c.attempt == _other.c.id, answer.c.answered_at >= bindparam("cutoff")
        ),
    ),
)
IDS_OF_LEARNER = select(attempt.c.id).where(_ITS_LEARNER).with_for_update()
IDS_OLDER = (
    select(attempt.c.id)
    .where(
        attempt.c.started_at < bindparam("cutoff"),
        or_(attempt.c.finished_at.is_(None), attempt.c.finished_at < bindparam("cutoff")),
        ~exists().where(
            answer.c.attempt == attempt.c.id, answer.c.answered_at >= bindparam("cutoff")
        ),
        ~_SIBLING_IS_NEW,
    )
    .with_for_update()
)
"""Attempts in which nothing has happened since the cutoff; what a learner did in a study goes
together, for the first part tells nothing without the last."""

FORGET_ANSWERS = delete(answer).where(answer.c.attempt == bindparam("attempt_id"))
FORGET_ATTEMPT = delete(attempt).where(_ITS_ID)
FORGET_UNUSED_CORRECTIONS = delete(correction).where(
    ~exists().where(corrected_attempt.c.correction == correction.c.id)
)
FORGET_UNUSED_EDITIONS = delete(edition).where(
    ~exists().where(attempt.c.edition == edition.c.key),
    ~exists().where(correction.c.edition == edition.c.key),
    ~exists().where(lesson.c.edition == edition.c.key),
    ~exists().where(study.c.edition == edition.c.key),
    ~exists().where(study.c.transfer_edition == edition.c.key),
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
