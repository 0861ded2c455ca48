"""Opening pages when other learners have made 10 attempts, and when they have made 10,000.

Every attempt of the others has answers to all its questions. Measured is the server's computing
for a whole run of the page, for a learner with one attempt that is finished and one that is not.

Run: python tests/bench/growth.py

Latest: Quizzes 12.8 and 12.4 ms, Results 7.3 and 7.5, one Result 9.9 and 9.6: 1.03 at most.
"""

import asyncio
import json
import sys
import tempfile
from datetime import UTC, datetime, timedelta
from pathlib import Path
from statistics import median

import serving

sys.path.insert(0, str(serving.ROOT))

from sqlalchemy import insert

from reportedly.files.shelf.shelf import Library
from reportedly.quiz.edition import Edition
from reportedly.store import tables
from reportedly.store.attempts import Attempts
from reportedly.store.database import connect, transaction

FEW, MANY = 10, 10_000
ROUNDS = 60
COOKIE = serving.cookie_of("the learner")
PAGES = (("Quizzes", "", ""), ("Results", "result", ""), ("Result", "result", "attempt=done"))


def fill(app: Path, count: int) -> None:
    """Gives the others that many attempts, and our learner two."""
    engine = connect(f"sqlite:///{app}/data/reportedly.sqlite3")
    shelved = next(iter(Library(app).shelf().banks.values()))
    questions = [q.id for q in shelved.bank.ready if q.kind == "single"]
    edition = Edition.of(shelved.bank, shelved.story)
    now = datetime.now(UTC)
    mine = serving.learner_of(COOKIE)
    for id in ("done", "begun"):
        Attempts(engine).begin(
            id=id,
            learner=mine,
            bank=shelved.name,
            edition=edition,
            mode="practice",
            asks_certainty=False,
            seed=1,
            questions=questions,
            now=now,
        )
    attempts = [
        {
            "id": f"other-{n}",
            "learner": serving.learner_of(f"other {n // 10}"),
            "bank": shelved.name,
            "edition": edition.key,
            "mode": "practice",
            "asks_certainty": False,
            "seed": n,
            "questions": json.dumps(questions),
            "position": 0,
            "started_at": now - timedelta(minutes=n),
            "finished_at": now if n % 2 else None,
        }
        for n in range(count)
    ]
    answers = [
        {
            "attempt": attempt,
            "question": question,
            "response": json.dumps({"chosen": [0]}),
            "certainty": None,
            "answered_at": now,
        }
        for attempt in ["done", *(a["id"] for a in attempts)]
        for question in questions
    ]
    with transaction(engine) as connection:
        connection.execute(insert(tables.attempt), attempts)
        connection.execute(insert(tables.answer), answers)
    Attempts(engine).finish("done", mine, now)
    engine.dispose()


async def measure(servers: list[serving.Server]) -> None:
    """Opens each page on both servers in turn, and prints what it takes them."""
    for name, path, query in PAGES:
        taken: list[list[float]] = [[] for _ in servers]
        for _ in range(ROUNDS):
            for server, times in zip(servers, taken, strict=True):
                browser = await serving.connected(server, path=path, query=query, cookie=COOKIE)
                before = server.cpu_seconds()
                await browser.open()
                times.append(server.cpu_seconds() - before)
                await browser.socket.close()
        few, many = (median(times) * 1000 for times in taken)
        print(
            f"{name}: {few:.1f} ms of the server with {FEW} attempts, "
            f"{many:.1f} ms with {MANY}: {many / few:.2f} times as long"
        )


def main() -> None:
    """Print the figures and their ratios."""
    with tempfile.TemporaryDirectory() as made:
        few, many = (serving.copy_app(Path(made) / str(count)) for count in (FEW, MANY))
        fill(few, FEW)
        fill(many, MANY)
        with serving.started(few) as one, serving.started(many) as other:
            asyncio.run(measure([one, other]))


if __name__ == "__main__":
    main()
