"""Who takes part in a study, and which part each has done. Whatever returns has been committed."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from sqlalchemy import Connection, insert, select

from reportedly.quiz.attempt import Attempt
from reportedly.store.database import reading, transaction
from reportedly.store.errors import StoreError
from reportedly.store.studies.kept import Kept, Studies, locked
from reportedly.store.tables import attempt, study_member, study_sitting
from reportedly.study.orders import Order, next_place, order_of
from reportedly.study.plan import AFTER, Part, Phase, next_part

MOST_MEMBERS = 5_000
"""In one study: nobody fills the database by joining again and again."""


class StudyClosed(StoreError):
    """This study is closed. Nothing more can be answered in it."""


class StudyFull(StoreError):
    """This study is full."""


@dataclass(frozen=True)
class Sitting:
    """A part that a learner has begun.

    Attributes:
        finished_at: None while it is not.
    """

    attempt: str
    learner: str
    part: Part
    finished_at: datetime | None


@dataclass(frozen=True)
class Member:
    """A learner who takes part.

    Attributes:
        sittings: The parts begun so far.
    """

    learner: str
    order: Order
    joined_at: datetime
    sittings: Mapping[Part, Sitting] = field(default_factory=dict)

    @property
    def finished(self) -> frozenset[Part]:
        """The parts that are done."""
        return frozenset(p for p, one in self.sittings.items() if one.finished_at is not None)

    def did(self, part: Part, kept: Kept) -> bool:
        """Whether a part was finished in time: before the study went on to the next."""
        sitting = self.sittings.get(part)
        if sitting is None or sitting.finished_at is None:
            return False
        until = kept.closed_at if part in AFTER else kept.after_from or kept.closed_at
        return until is None or sitting.finished_at <= until


def join(studies: Studies, study_id: str, learner: str, now: datetime) -> Member:
    """A learner as a member; who is one already stays where they are.

    Raises: NoSuchStudy, StudyClosed, StudyFull.
    """
    with transaction(studies.engine) as connection:
        kept = locked(connection, study_id)
        if not _is_member(connection, study_id, learner):
            if kept.phase(now) is Phase.CLOSED:
                raise StudyClosed
            places = select(study_member.c.place).where(study_member.c.study == study_id)
            place = next_place(list(connection.scalars(places)))
            if place >= MOST_MEMBERS:
                raise StudyFull
            row = {"study": study_id, "learner": learner, "place": place, "joined_at": now}
            connection.execute(insert(study_member), row)
    found = member(studies, kept, learner)
    assert found is not None
    return found


def go_on(
    studies: Studies, study_id: str, learner: str, *, attempt_id: str, seed: int, now: datetime
) -> Attempt | None:
    """The attempt at the part that a member can do now: one begun before, or a new one.

    Args:
        studies: Where studies are kept.
        study_id: Which study.
        learner: One of its members.
        attempt_id: For a new attempt.
        seed: For how its questions are laid out.
        now: The moment.

    Returns: None when there is nothing to do now, also for who has not joined.

    Raises: NoSuchStudy.
    """
    with transaction(studies.engine) as connection:
        kept = locked(connection, study_id)
        own = _members(connection, kept, learner).get(learner)
        if own is None:
            return None
        part = next_part(kept.plan, kept.phase(now), own.finished)
        if part is None:
            return None
        if part in own.sittings:
            attempt_id = own.sittings[part].attempt
        else:
            banks = kept.plan.transfer_banks if part.is_transfer else kept.plan.banks
            row = {
                "id": attempt_id,
                "learner": learner,
                "bank": banks[0],
                "edition": kept.transfer_edition if part.is_transfer else kept.edition,
                "mode": "test",
                "asks_certainty": kept.plan.asks_certainty,
                "seed": seed,
                "questions": json.dumps(kept.plan.questions(part, own.order)),
                "position": 0,
                "started_at": now,
            }
            connection.execute(insert(attempt), row)
            sitting = {"attempt": attempt_id, "study": study_id, "learner": learner, "part": part}
            connection.execute(insert(study_sitting), sitting)
    return studies.attempts.load(attempt_id, learner)


def member(studies: Studies, kept: Kept, learner: str) -> Member | None:
    """A learner with what they have done, if they take part."""
    with reading(studies.engine) as connection:
        return _members(connection, kept, learner).get(learner)


def members(studies: Studies, kept: Kept) -> tuple[Member, ...]:
    """All who take part, in the order in which they joined."""
    with reading(studies.engine) as connection:
        return tuple(_members(connection, kept).values())


def _is_member(connection: Connection, study_id: str, learner: str) -> bool:
    query = select(study_member.c.place).where(
        study_member.c.study == study_id, study_member.c.learner == learner
    )
    return connection.execute(query).first() is not None


def _members(connection: Connection, kept: Kept, learner: str | None = None) -> dict[str, Member]:
    """Members by learner, one row a sitting: one statement, so that all is of one moment."""
    query = (
        select(
            study_member.c.learner,
            study_member.c.place,
            study_member.c.joined_at,
            study_sitting.c.attempt,
            study_sitting.c.part,
            attempt.c.finished_at,
        )
        .select_from(
            study_member.outerjoin(
                study_sitting,
                (study_sitting.c.study == study_member.c.study)
                & (study_sitting.c.learner == study_member.c.learner),
            ).outerjoin(attempt, attempt.c.id == study_sitting.c.attempt)
        )
        .where(study_member.c.study == kept.id)
        .order_by(study_member.c.joined_at, study_member.c.learner)
    )
    if learner is not None:
        query = query.where(study_member.c.learner == learner)
    found: dict[str, Member] = {}
    sittings: dict[str, dict[Part, Sitting]] = {}
    for row in connection.execute(query):
        own = sittings.setdefault(row.learner, {})
        if row.attempt is not None:
            part = Part(row.part)
            own[part] = Sitting(row.attempt, row.learner, part, row.finished_at)
        order = order_of(row.place, seed=kept.plan.seed)
        found[row.learner] = Member(row.learner, order, row.joined_at, own)
    return found
