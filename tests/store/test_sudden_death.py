"""What was acknowledged is there after the program was killed."""

import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import reportedly
from reportedly.store.attempts import Attempts
from reportedly.store.database import connect
from tests.store.beginning import begin

PROJECT = Path(reportedly.__file__).parents[1]
FULL = 2  # https://www.sqlite.org/pragma.html#pragma_synchronous
QUESTIONS = tuple(f"q{n}" for n in range(10_000))

# Stores one answer after another and says the question's id once it is stored.
PROGRAM = """
import sys
from reportedly.store.attempts import Attempts
from reportedly.store.database import connect
from tests.builders import an_answer
from tests.store.test_sudden_death import QUESTIONS
attempts = Attempts(connect(sys.argv[1]))
for question in QUESTIONS:
    stored = attempts.answer("attempt-1", "learner-1", an_answer(question))
    assert question in stored.answers
    print(question, flush=True)
"""


def test_killing_the_program_while_it_writes_loses_no_acknowledged_answer(sqlite_file):
    url = f"sqlite:///{sqlite_file}"
    engine = connect(url)
    begin(Attempts(engine), questions=QUESTIONS)
    engine.dispose()

    with subprocess.Popen(
        [sys.executable, "-c", PROGRAM, url], cwd=PROJECT, stdout=subprocess.PIPE, text=True
    ) as program:
        assert program.stdout is not None
        acknowledged = [program.stdout.readline().strip() for _ in range(30)]
        program.kill()
        acknowledged += program.stdout.read().split("\n")[:-1]

    engine = connect(url)
    stored = Attempts(engine).load("attempt-1", "learner-1").answers
    engine.dispose()
    assert set(acknowledged) <= set(stored)
    assert len(stored) - len(acknowledged) <= 1, "at most the one not yet acknowledged"
    with closing(sqlite3.connect(sqlite_file)) as file:
        assert file.execute("PRAGMA integrity_check").fetchone() == ("ok",)


def test_every_connection_waits_for_the_disk_before_it_acknowledges(sqlite_file):
    engine = connect(f"sqlite:///{sqlite_file}")
    with engine.connect() as one, engine.connect() as two:
        for connection in (one, two):
            assert connection.exec_driver_sql("PRAGMA journal_mode").scalar() == "wal"
            assert connection.exec_driver_sql("PRAGMA synchronous").scalar() == FULL
            assert connection.exec_driver_sql("PRAGMA foreign_keys").scalar() == 1
    engine.dispose()
