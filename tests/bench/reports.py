"""A bank's question report from a real SQLite file, beside pandas reading and grouping those rows.

The report goes all the way: rows from the database, marks, figures of every question and option,
reliability, and what that says against each question. The bare run reads the same rows with
`pandas.read_sql_query` and takes one mean by question of whether the first option was chosen. Each
run is a process of its own, which has imported everything before the clock starts and then tells
the most memory it has ever held. Sizes and kinds take turns; told is the fastest of the rounds, for
whatever else the machine does only adds to it, and the most memory.

Run: python tests/bench/reports.py [ANSWERS ...]

Latest: 1,000,407 answers 3.1 to 3.6 s and 411 MB (bare 3.6 to 4.5 s and 1,173 MB), 0.72 to 0.90
times the bare run; ten times the answers took 3.7 to 5.2 and then, in four runs, 9.6, 9.7, 9.7 and 10.8
times as much of the processor. Reading the rows is the most of it, and SQLite alone takes 8.8 to
11.3 times as long for that on the same machine.
"""

import json
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from resource import RUSAGE_SELF, getrusage
from typing import Any

sys.path.insert(0, str(Path(__file__).parents[2]))

import pandas as pd
from sqlalchemy import insert

from reportedly.reports.items import figures_of
from reportedly.reports.weak import weaknesses
from reportedly.store.answers import Answers
from reportedly.store.attempts import Attempts
from reportedly.store.database import connect, transaction
from reportedly.store.tables import answer, attempt, edition
from tests.reports.generator import Item, Quiz, answers_to

SIZES = (10_000, 100_000, 1_000_000)
ROUNDS = 5
BANK = "bank"
QUESTIONS = 20
AT_ONCE = 5_000  # attempts
_MISSING = 0.05

_ROWS = """
    SELECT attempt.id, learner, edition, started_at, question, response, certainty, answered_at
    FROM answer JOIN attempt ON attempt.id = answer.attempt
    WHERE bank = 'bank' AND (finished_at IS NOT NULL OR mode = 'practice')
"""


def a_quiz() -> Quiz:
    """Questions of different hardness, some of which can be guessed."""
    items = (
        Item(f"question-{n:02}", hardness=n / 5 - 2, slope=0.6 + n % 4 / 2, guess=n % 3 / 8)
        for n in range(QUESTIONS)
    )
    return Quiz(tuple(items), missing=_MISSING, confidence=0.1)


def fill(address: str, answers: int) -> int:
    """Stores attempts with about that many answers. Returns: how many there are."""
    quiz = a_quiz()
    engine, count = connect(address), 0
    learners = round(answers / QUESTIONS / (1 - _MISSING))
    with transaction(engine) as connection:
        row = {"key": quiz.edition.key, "content": quiz.edition.json}
        connection.execute(insert(edition), row)
        for start in range(0, learners, AT_ONCE):
            rows = answers_to(quiz, min(AT_ONCE, learners - start), seed=start)
            rows["sitting"] = rows["sitting"].astype(str) + f"-{start}"
            attempts = rows.drop_duplicates("sitting")
            connection.execute(
                insert(attempt),
                [
                    {
                        "id": sitting,
                        "learner": f"learner of {sitting}",
                        "bank": BANK,
                        "edition": quiz.edition.key,
                        "mode": "practice",
                        "asks_certainty": True,
                        "seed": 1,
                        "questions": "[]",
                        "position": 0,
                        "started_at": began.to_pydatetime(),
                    }
                    for sitting, began in zip(
                        attempts["sitting"], attempts["began_at"], strict=True
                    )
                ],
            )
            kept = rows[["sitting", "question", "response", "certainty", "answered_at"]]
            kept = kept.rename(columns={"sitting": "attempt"}).astype(object)
            connection.execute(insert(answer), kept.to_dict("records"))
            count += len(rows)
    engine.dispose()
    return count


def report(address: str) -> int:
    """The question report. Returns: how many questions it tells of."""
    engine = connect(address)
    rows = Answers(engine).of_bank(BANK)
    editions = {key: Attempts(engine).edition(key) for key in rows["marked_by"].unique()}
    bank = next(iter(editions.values())).bank
    figures = figures_of(rows, bank, editions)
    for question in bank.questions:
        weaknesses(question, figures.items[question.id])
    engine.dispose()
    return len(figures.items)


def bare(address: str) -> int:
    """The same rows read, and one mean by question."""
    engine = connect(address)
    with engine.connect() as connection:
        rows = pd.read_sql_query(_ROWS, connection.connection.driver_connection)
    share = (rows["response"] == '{"chosen": [0]}').groupby(rows["question"]).mean()
    engine.dispose()
    return len(share)


KINDS: dict[str, Callable[[str], int]] = {"report": report, "bare": bare}


def measure(kind: str, address: str) -> None:
    """One run, told as JSON: seconds, those of the processor, megabytes, and questions."""
    began, busy = time.perf_counter(), time.process_time()
    questions = KINDS[kind](address)
    seconds, busy = time.perf_counter() - began, time.process_time() - busy
    most = getrusage(RUSAGE_SELF).ru_maxrss / (1024**2 if sys.platform == "darwin" else 1024)
    told = {"seconds": seconds, "busy": busy, "megabytes": most, "questions": questions}
    print(json.dumps(told))


def alone(*arguments: str) -> Any:
    """One step in a process of its own, so that this one never holds what the next would inherit."""
    done = subprocess.run(
        [sys.executable, __file__, *arguments], capture_output=True, encoding="utf-8", check=True
    )
    return json.loads(done.stdout)


def main(sizes: tuple[int, ...]) -> None:
    """Prints the figures of each size, and how they grow."""
    with tempfile.TemporaryDirectory(prefix="reportedly-") as made:
        addresses = [f"sqlite:///{made}/{size}.sqlite3" for size in sizes]
        counts = [alone("--fill", *one) for one in zip(addresses, map(str, sizes), strict=True)]
        rounds = [
            [{kind: alone("--measure", kind, address) for kind in KINDS} for address in addresses]
            for _ in range(ROUNDS)
        ]
    before: tuple[int, float] | None = None
    for count, *runs in zip(counts, *rounds, strict=True):
        best = {
            kind: {what: min(run[kind][what] for run in runs) for what in ("seconds", "busy")}
            for kind in KINDS
        }
        print(f"{count:,} answers")
        for kind, told in best.items():
            most = max(run[kind]["megabytes"] for run in runs)
            print(
                f"  {kind}: {told['seconds']:.2f} s, {told['busy']:.2f} s of the processor, "
                f"{most:.0f} MB"
            )
        for what, words in (("seconds", "as long"), ("busy", "as much of the processor")):
            print(f"  report / bare: {best['report'][what] / best['bare'][what]:.2f} times {words}")
        if before is not None:
            more, longer = count / before[0], best["report"]["busy"] / before[1]
            print(f"  {more:.1f} times the answers took {longer:.1f} times as much", flush=True)
        before = count, best["report"]["busy"]


if __name__ == "__main__":
    if sys.argv[1:2] == ["--measure"]:
        measure(*sys.argv[2:4])
    elif sys.argv[1:2] == ["--fill"]:
        print(fill(sys.argv[2], int(sys.argv[3])))
    else:
        main(tuple(int(size) for size in sys.argv[1:]) or SIZES)
