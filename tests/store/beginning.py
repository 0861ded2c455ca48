"""An attempt in the database, with defaults for all that a test does not care about."""

from typing import Any

from reportedly.quiz.attempt import Attempt
from reportedly.store.attempts import Attempts
from tests.builders import NOON, an_edition

QUESTIONS = ("one", "two", "three")


def begin(attempts: Attempts, **fields: Any) -> Attempt:
    return attempts.begin(
        **{
            "id": "attempt-1",
            "learner": "learner-1",
            "bank": "lantern-walk",
            "edition": an_edition(),
            "mode": "practice",
            "asks_certainty": True,
            "seed": 2**62,
            "questions": QUESTIONS,
            "now": NOON,
            **fields,
        }
    )
