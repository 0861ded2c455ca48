"""A study in the database, with defaults for all that a test does not care about."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

from reportedly.quiz.attempt import Attempt
from reportedly.store.studies import taking
from reportedly.store.studies.kept import Kept, Studies
from reportedly.study.plan import Forms, Part, Plan
from tests.builders import NOON, a_question, an_answer, an_edition, chose

EDITION = an_edition(*(a_question(f"q{n}") for n in range(8)))
ABROAD = an_edition(*(a_question(f"t{n}") for n in range(4)), story_title="Another story")
FORMS = Forms(a=("q0", "q1", "q2"), b=("q3", "q4", "q5"), spare=("q6", "q7"))
TRANSFER = Forms(a=("t0", "t1"), b=("t2", "t3"))


LONG_AGO = datetime(2001, 2, 3, 4, 5, tzinfo=UTC)
"""Before any clock by which these tests may run."""


def a_plan(**fields: Any) -> Plan:
    """What an instructor decided."""
    return Plan(**{
        "title": "Spring",
        "banks": ("lantern-walk",),
        "forms": FORMS,
        "transfer": None,
        "transfer_banks": (),
        "asks_certainty": False,
        "seed": 7,
        **fields,
    })  # fmt: skip


def with_transfer(**fields: Any) -> Plan:
    """The same with a pair on another story."""
    return a_plan(transfer=TRANSFER, transfer_banks=("abroad",), **fields)


def begin(studies: Studies, plan: Plan | None = None, **fields: Any) -> Kept:
    """A study, opened at noon."""
    plan = plan or a_plan()
    return studies.begin(
        plan,
        EDITION,
        ABROAD if plan.transfer else None,
        **{"id": "study-1", "made_by": "Ada", "seed": 1, "now": NOON, **fields},
    )


def do(
    studies: Studies, kept: Kept, learner: str, now: datetime, *, right: bool = True
) -> Attempt | None:
    """The learner does the part that is open, all questions alike. Returns: the attempt."""
    attempt = taking.go_on(
        studies, kept.id, learner, attempt_id=f"{learner}-{now:%d%H%M%S}", seed=1, now=now
    )
    if attempt is None:
        return None
    for question in attempt.questions:
        answer = an_answer(question, chose(0 if right else 1), at=now)
        studies.attempts.answer(attempt.id, learner, answer)
    return studies.attempts.finish(attempt.id, learner, now)


def a_class_did(
    studies: Studies,
    kept: Kept,
    learners: int,
    *,
    both: int | None = None,
    now: datetime = LONG_AGO,
) -> None:
    """So many learners did the first part, every other one of them right, and so many the second.

    None of them is the same from study to study.
    """
    names = [f"{kept.code}-{n}" for n in range(learners)]
    for n, name in enumerate(names):
        taking.join(studies, kept.id, name, now)
        while do(studies, kept, name, now, right=n % 2 == 0):
            now += timedelta(minutes=1)
    studies.open_after(kept.id, now)
    for name in names[:both]:
        now += timedelta(minutes=1)
        while do(studies, kept, name, now):
            now += timedelta(minutes=1)


def parts_of(studies: Studies, kept: Kept, learner: str) -> set[Part]:
    """The parts that a learner has begun."""
    found = taking.member(studies, kept, learner)
    assert found is not None
    return set(found.sittings)
