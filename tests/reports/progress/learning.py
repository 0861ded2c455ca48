"""Outcomes of a learner's answers, day by day."""

from __future__ import annotations

from datetime import UTC, timedelta
from itertools import count
from typing import Any

from reportedly.quiz.marking import Certainty
from reportedly.quiz.taxonomy import Skill
from reportedly.reports.progress.outcomes import Outcome
from tests.builders import NOON

ZONE = UTC
SURE, UNSURE = Certainty.NINETY_FIVE, Certainty.GUESS

_numbers = count()


def an_outcome(share: float = 1, *, day: float = 0, **fields: Any) -> Outcome:
    """A right answer at noon of a day, counted from the first, to a question of its own."""
    return Outcome(
        **{
            "bank": "lantern-walk",
            "question": f"question-{next(_numbers)}",
            "story": "lantern-walk",
            "kind": "short",
            "skills": (Skill.NUMBERS,),
            "share": share,
            "luck": 0.0,
            "by_self": False,
            "certainty": None,
            "answered_at": NOON + timedelta(days=day),
            **fields,
        }
    )


def several(right: int, wrong: int = 0, **fields: Any) -> tuple[Outcome, ...]:
    """So many right and wrong answers, of two kinds and two days in turn, the oldest first."""
    shares = [1] * right + [0] * wrong
    made = [
        an_outcome(share, **{"day": n % 2, "kind": ("short", "number")[n % 2], **fields})
        for n, share in enumerate(shares)
    ]
    return tuple(sorted(made, key=lambda one: one.answered_at))
