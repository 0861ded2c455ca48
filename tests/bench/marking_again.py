"""Trying out a fixed key, and marking again, over 10,000 finished attempts of 15 questions.

Run: python tests/bench/marking_again.py

Latest, on 2 cores that others used too: the trial 0.14 s, adding up 100 attempts for the page
0.02 s, all 4,975 that change 1 s, marking them again 0.06 s.
"""

import sys
import tempfile
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path
from random import Random
from typing import Any

sys.path.insert(0, str(Path(__file__).parents[2]))

from sqlalchemy import insert

from reportedly.quiz.correcting.correction import Correction
from reportedly.quiz.correcting.trial import totals, try_key
from reportedly.quiz.edition import Edition
from reportedly.quiz.question import Question
from reportedly.store.attempts import Attempts
from reportedly.store.corrections import Corrections
from reportedly.store.database import connect, transaction
from reportedly.store.tables import answer, attempt, edition
from tests.builders import a_question, an_edition

ATTEMPTS, QUESTIONS = 10_000, 15
BEGAN = datetime(2026, 3, 1, tzinfo=UTC)


def options(right: int) -> list[dict[str, str]]:
    """Four options, of which this one is right."""
    return [{"right" if n == right else "wrong": f"option {n}"} for n in range(4)]


def an_edition_with_key(right: int) -> Edition:
    """A bank whose first question has this key."""
    ids = [f"q{n}" for n in range(QUESTIONS)]
    keys = [right] + [0] * (QUESTIONS - 1)
    return an_edition(*(a_question(i, options=options(k)) for i, k in zip(ids, keys, strict=True)))


def fill(engine: Any, held: Edition) -> None:
    """Puts finished attempts with every question answered into the database."""
    chance = Random(1)
    ids = [question.id for question in held.bank.questions]
    names = str(ids).replace("'", '"')
    with transaction(engine) as connection:
        connection.execute(insert(edition), {"key": held.key, "content": held.json})
        connection.execute(
            insert(attempt),
            [
                {
                    "id": f"attempt-{n}",
                    "learner": f"learner-{n}",
                    "bank": "bank",
                    "edition": held.key,
                    "mode": "practice",
                    "asks_certainty": False,
                    "seed": n,
                    "questions": names,
                    "position": 0,
                    "started_at": BEGAN,
                    "finished_at": BEGAN + timedelta(seconds=n),
                }
                for n in range(ATTEMPTS)
            ],
        )
        connection.execute(
            insert(answer),
            [
                {
                    "attempt": f"attempt-{n}",
                    "question": id,
                    "response": f'{{"chosen": [{chance.randrange(4)}]}}',
                    "answered_at": BEGAN,
                }
                for n in range(ATTEMPTS)
                for id in ids
            ],
        )


def timed(what: str, work: Callable[[], Any]) -> Any:
    """What the work returns; says how long it took."""
    began = time.perf_counter()
    done = work()
    print(f"{what}: {time.perf_counter() - began:.2f} s")
    return done


def main() -> None:
    """Measures."""
    with tempfile.TemporaryDirectory(prefix="reportedly-") as made:
        engine = connect(f"sqlite:///{made}/answers.sqlite3")
        before, after = an_edition_with_key(0), an_edition_with_key(1)
        fill(engine, before)
        store, corrections = Attempts(engine), Corrections(engine)
        new = after.question("q0")

        def question_of(key: str, id: str) -> Question:
            return store.edition(key).question(id)

        def attempt_trial() -> Any:
            return try_key(corrections.held("bank", question="q0"), question_of, new)

        trial = timed("the trial", attempt_trial)
        ids = [move.attempt for move in trial.moves]
        print(f"{trial.up} up, {trial.down} down, {trial.same} the same")
        for some in (ids[:100], ids):
            held = partial(corrections.held, "bank", among=some)
            timed(f"the totals of {len(some)}", lambda held=held: totals(held(), question_of))
        fix = Correction("fix", "q0", after.key, "why", "Ada", BEGAN)
        timed("marking again", lambda: corrections.make(fix, "bank", after, ids))
        timed("the trial once more", attempt_trial)
        timed("withdrawing", lambda: corrections.withdraw("fix", "Ada", BEGAN))
        engine.dispose()


if __name__ == "__main__":
    main()
