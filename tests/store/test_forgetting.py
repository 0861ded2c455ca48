"""What is deleted is gone, from the files as well."""

import sqlite3
from contextlib import closing
from pathlib import Path
from random import Random

import pytest
from sqlalchemy import text

from reportedly.store.attempts import Attempts
from reportedly.store.database import connect, reading
from reportedly.store.errors import NoSuchAttempt, NoSuchEdition
from tests.builders import NOON, a_question, an_answer, an_edition, later, wrote
from tests.store.beginning import begin

WORDS = "my uncle told me otherwise"
LEARNER = "learner-to-be-forgotten"


def found_in(folder: Path, words: str) -> int:
    """How often the words stand in the database's files."""
    return sum(path.read_bytes().count(words.encode()) for path in folder.iterdir())


def test_forgetting_a_learner_deletes_attempts_and_answers_and_counts_them(attempts):
    for id in ("a", "b"):
        begin(attempts, id=id)
        attempts.answer(id, "learner-1", an_answer("one"))

    assert attempts.forget("learner-1") == 4
    assert attempts.forget("learner-1") == 0
    with pytest.raises(NoSuchAttempt):
        attempts.load("a", "learner-1")


def test_other_learners_keep_everything(attempts):
    begin(attempts)
    kept = begin(attempts, id="kept", learner="learner-2")
    kept = attempts.answer("kept", "learner-2", an_answer("one"))

    attempts.forget("learner-1")

    assert attempts.load("kept", "learner-2") == kept


def test_an_edition_goes_with_its_last_attempt(engine, attempts):
    shared, own = an_edition(), an_edition(a_question(ask="Who counted?"))
    begin(attempts, id="a", edition=shared)
    begin(attempts, id="b", edition=own)
    begin(attempts, id="c", learner="learner-2", edition=shared)

    attempts.forget("learner-1")

    afresh = Attempts(engine)
    assert afresh.edition(shared.key) == shared
    with pytest.raises(NoSuchEdition):
        afresh.edition(own.key)


def test_attempts_are_deleted_when_nothing_has_happened_in_them_since_the_cutoff(attempts):
    cutoff = later(days=10)
    for id in ("left alone", "answered lately", "finished lately", "finished long ago"):
        begin(attempts, id=id, learner=id)
        attempts.answer(id, id, an_answer("one"))
    begin(attempts, id="begun lately", learner="begun lately", now=cutoff)
    attempts.answer("answered lately", "answered lately", an_answer("two", at=cutoff))
    attempts.finish("finished lately", "finished lately", cutoff)
    attempts.finish("finished long ago", "finished long ago", later(days=9))

    assert attempts.forget_older_than(cutoff) == 4
    kept = ("answered lately", "finished lately", "begun lately")
    assert {id for id in kept if attempts.load(id, id)} == set(kept)
    for gone in ("left alone", "finished long ago"):
        with pytest.raises(NoSuchAttempt):
            attempts.load(gone, gone)


@pytest.mark.parametrize("way", ["on one click", "by age"])
def test_nothing_of_a_forgotten_learner_stands_in_the_files(sqlite_file, way):
    engine = connect(f"sqlite:///{sqlite_file}")
    with reading(engine) as connection:
        connection.execute(text("PRAGMA synchronous = OFF"))  # quick; LIFO: it is used again
    attempts, chance = Attempts(engine), Random(1)
    questions = tuple(f"q{n}" for n in range(12))
    owner = {f"attempt-{n}": LEARNER if n % 2 else "another" for n in range(30)}
    for id, learner in owner.items():
        long_ago = NOON if learner == LEARNER else later(days=9)
        begin(attempts, id=id, learner=learner, mode="test", questions=questions, now=long_ago)
    # Answers that grow and shrink move rows from page to page, which leaves copies behind.
    for _ in range(500):
        id = chance.choice(list(owner))
        words = WORDS if owner[id] == LEARNER else "the words of another"
        response = wrote(words + "." * chance.choice((1, 20, 80, 200, 700)))
        attempts.answer(id, owner[id], an_answer(chance.choice(questions), response))
    assert found_in(sqlite_file.parent, WORDS)
    assert found_in(sqlite_file.parent, LEARNER)

    if way == "by age":
        attempts.forget_older_than(later(days=5))
    else:
        attempts.forget(LEARNER)

    assert len(list(sqlite_file.parent.iterdir())) > 1, "the log is looked at too"
    assert found_in(sqlite_file.parent, WORDS) == 0
    assert found_in(sqlite_file.parent, LEARNER) == 0
    assert len(attempts.unfinished("another")) == 15
    engine.dispose()


def test_a_learner_is_forgotten_while_another_program_reads(sqlite_file, caplog):
    engine = connect(f"sqlite:///{sqlite_file}", busy_seconds=0.05)
    attempts = Attempts(engine)
    begin(attempts)
    with closing(sqlite3.connect(sqlite_file)) as reader:
        reader.execute("BEGIN")
        reader.execute("SELECT * FROM attempt").fetchone()

        assert attempts.forget("learner-1") == 1

    assert "may still stand in the database file" in caplog.text
    assert attempts.unfinished("learner-1") == ()
    engine.dispose()
