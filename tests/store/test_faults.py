"""Whatever goes wrong, a person reads a sentence and earlier answers are kept."""

import os
import sqlite3
import sys
import tempfile
from contextlib import closing, contextmanager
from pathlib import Path

import pytest
from sqlalchemy import make_url, text

from reportedly.store.attempts import Attempts
from reportedly.store.database import connect, outside_transactions, reading, transaction
from reportedly.store.errors import (
    AttemptUnreadable,
    CannotConnect,
    DatabaseBusy,
    DatabaseDamaged,
    DatabaseGone,
    DatabaseReadOnly,
    DiskFull,
    DriverMissing,
    StoreError,
)
from tests.builders import an_answer, wrote
from tests.store.beginning import begin


@contextmanager
def opened(url: str):
    """The attempts of a database that gives up waiting soon."""
    engine = connect(url, busy_seconds=0.05)
    try:
        yield Attempts(engine)
    finally:
        engine.dispose()


def with_an_answer(url: str):
    """An attempt with one answer, stored in the database."""
    with opened(url) as attempts:
        begin(attempts)
        return attempts.answer("attempt-1", "learner-1", an_answer("one"))


def answer_two(attempts: Attempts, words: str = "Who counted?"):
    return attempts.answer("attempt-1", "learner-1", an_answer("two", wrote(words)))


def is_a_sentence(fault: BaseException) -> bool:
    """Words for the page: whole sentences, nothing of the machinery."""
    said = str(fault)
    machinery = ("sqlite3", "psycopg", "SQL", "Error", "/", "\n", "  ")
    return said.endswith(".") and said[0].isupper() and not any(m in said for m in machinery)


def test_every_fault_has_a_sentence():
    def all_kinds(kind):
        return [kind, *(deeper for one in kind.__subclasses__() for deeper in all_kinds(one))]

    for kind in all_kinds(StoreError):
        assert str(kind()).endswith("."), kind
        assert "\n" not in str(kind()), kind


def test_while_another_program_writes_reading_goes_on_and_writing_is_refused(sqlite_file):
    url = f"sqlite:///{sqlite_file}"
    before = with_an_answer(url)
    with opened(url) as attempts, closing(sqlite3.connect(sqlite_file)) as other:
        other.execute("BEGIN EXCLUSIVE")

        with pytest.raises(DatabaseBusy, match="another program") as refused:
            answer_two(attempts)
        assert is_a_sentence(refused.value)
        assert attempts.load("attempt-1", "learner-1") == before

        other.rollback()
        assert answer_two(attempts).answers.keys() == {"one", "two"}


def test_a_database_that_another_program_keeps_to_itself_is_told_at_the_start(sqlite_file):
    with closing(sqlite3.connect(sqlite_file)) as other:
        other.execute("PRAGMA locking_mode = EXCLUSIVE")
        other.execute("CREATE TABLE theirs (id TEXT)")

        with pytest.raises(DatabaseBusy), opened(f"sqlite:///{sqlite_file}"):
            pass


def test_when_the_disk_is_full_nothing_is_half_written_and_it_goes_on_when_there_is_room(
    sqlite_file,
):
    url = f"sqlite:///{sqlite_file}"
    before = with_an_answer(url)
    with opened(url) as attempts:
        with outside_transactions(attempts._engine) as driver:
            (pages,) = driver.execute("PRAGMA page_count").fetchone()
            driver.execute(f"PRAGMA max_page_count = {pages}")

        with pytest.raises(DiskFull, match=r"disk .* is full") as refused:
            answer_two(attempts, "word " * 20_000)
        assert is_a_sentence(refused.value)
        assert attempts.load("attempt-1", "learner-1") == before

        with outside_transactions(attempts._engine) as driver:
            driver.execute("PRAGMA max_page_count = 1000000")
        assert answer_two(attempts, "word " * 20_000).answers.keys() == {"one", "two"}


@pytest.mark.skipif(sys.platform == "win32", reason="Windows keeps a file that is in use")
@pytest.mark.parametrize("put_in_place", ["nothing", "another"])
def test_a_file_that_went_away_takes_no_answer_and_one_put_back_goes_on(
    sqlite_file, tmp_path, put_in_place
):
    url, away = f"sqlite:///{sqlite_file}", tmp_path / "away.sqlite3"
    before = with_an_answer(url)
    with opened(url) as attempts:
        attempts.load("attempt-1", "learner-1")
        sqlite_file.rename(away)
        if put_in_place == "another":
            sqlite_file.write_bytes(away.read_bytes())

        for use in (lambda: answer_two(attempts), lambda: attempts.load("attempt-1", "learner-1")):
            with pytest.raises(DatabaseGone, match="was deleted, moved or replaced") as refused:
                use()
            assert is_a_sentence(refused.value)
        assert sqlite_file.exists() == (put_in_place == "another"), "an empty one was made"

        away.replace(sqlite_file)
        assert attempts.load("attempt-1", "learner-1") == before
        assert answer_two(attempts).answers.keys() == {"one", "two"}


def test_a_database_opened_for_reading_is_read_and_not_written(sqlite_file):
    before = with_an_answer(f"sqlite:///{sqlite_file}")

    with opened(f"sqlite:///file:{sqlite_file}?mode=ro&uri=true") as attempts:
        assert attempts.load("attempt-1", "learner-1") == before
        with pytest.raises(DatabaseReadOnly, match="read-only") as refused:
            answer_two(attempts)
    assert is_a_sentence(refused.value)


@pytest.fixture
def ordinary_user():
    """A folder whose rights count: to root every file is writable, so root steps down."""
    if os.name == "nt":
        pytest.skip("Windows has other rights for folders")
    with tempfile.TemporaryDirectory(prefix="reportedly-") as made:
        is_root = os.geteuid() == 0
        if is_root:
            os.chown(made, 65534, 65534)
            os.seteuid(65534)
        yield Path(made)
        Path(made).chmod(0o700)
        if is_root:
            os.seteuid(0)


def test_a_read_only_file_is_told_and_keeps_what_it_has(ordinary_user):
    file = ordinary_user / "answers.sqlite3"
    before = with_an_answer(f"sqlite:///{file}")
    file.chmod(0o400)

    with opened(f"sqlite:///{file}") as attempts:
        with pytest.raises(DatabaseReadOnly):
            answer_two(attempts)
        assert attempts.load("attempt-1", "learner-1") == before


def test_a_read_only_folder_is_told(ordinary_user):
    file = ordinary_user / "answers.sqlite3"
    with_an_answer(f"sqlite:///{file}")
    ordinary_user.chmod(0o500)

    with pytest.raises(DatabaseReadOnly), opened(f"sqlite:///{file}") as attempts:
        answer_two(attempts)
    with pytest.raises(DatabaseReadOnly), opened(f"sqlite:///{ordinary_user}/data/new.sqlite3"):
        pass
    with pytest.raises(DatabaseReadOnly), opened(f"sqlite:///{ordinary_user}/new.sqlite3"):
        pass


def test_the_folder_of_the_database_is_made(sqlite_file):
    with_an_answer(f"sqlite:///{sqlite_file.parent}/data/of/ours/answers.sqlite3")


def test_a_file_that_is_no_database_is_told_and_left_alone(sqlite_file):
    sqlite_file.write_text("Dear diary, " * 100)

    with pytest.raises(DatabaseDamaged) as refused, opened(f"sqlite:///{sqlite_file}"):
        pass
    assert is_a_sentence(refused.value)
    assert sqlite_file.read_text() == "Dear diary, " * 100


@pytest.mark.parametrize(
    "change",
    ["DROP TABLE answer", "ALTER TABLE attempt DROP COLUMN seed", "DELETE FROM migration"],
)
def test_a_database_with_other_tables_than_ours_is_told(sqlite_file, change):
    url = f"sqlite:///{sqlite_file}"
    with_an_answer(url)
    with closing(sqlite3.connect(sqlite_file)) as other:
        other.execute(change)
        other.commit()

    with pytest.raises(DatabaseDamaged) as refused, opened(url) as attempts:
        attempts.load("attempt-1", "learner-1")
    assert is_a_sentence(refused.value)


@pytest.mark.parametrize(
    "change",
    [
        "UPDATE answer SET response = '{'",
        """UPDATE answer SET response = '{"x": 1}'""",
        "UPDATE answer SET certainty = 'x'",
        "UPDATE attempt SET questions = '{'",
    ],
)
def test_an_attempt_that_something_else_wrote_in_is_told_and_others_go_on(sqlite_file, change):
    url = f"sqlite:///{sqlite_file}"
    with_an_answer(url)
    with closing(sqlite3.connect(sqlite_file)) as other:
        other.execute(change)
        other.commit()

    with opened(url) as attempts:
        with pytest.raises(AttemptUnreadable) as refused:
            attempts.load("attempt-1", "learner-1")
        assert is_a_sentence(refused.value)
        begin(attempts, id="attempt-2")
        assert [each.id for each in attempts.unfinished("learner-1")] == ["attempt-2"]


def test_a_file_where_the_folder_should_be_is_told(sqlite_file):
    sqlite_file.write_text("not a folder")

    with pytest.raises(CannotConnect), opened(f"sqlite:///{sqlite_file}/answers.sqlite3"):
        pass


def test_a_database_in_memory_is_refused():
    with pytest.raises(CannotConnect, match="needs a file"), opened("sqlite://"):
        pass


def test_without_its_driver_postgresql_says_what_to_install(monkeypatch):
    monkeypatch.setitem(sys.modules, "psycopg", None)

    with (
        pytest.raises(DriverMissing, match=r'pip install "psycopg\[binary\]"'),
        opened("postgresql+psycopg://localhost/answers"),
    ):
        pass


@pytest.mark.parametrize("wrong", ["port", "database", "name"])
def test_a_postgresql_server_that_does_not_let_us_in_is_told(postgres_server, wrong):
    to = make_url(postgres_server)
    to = {
        "port": to.set(port=1, password="secret"),
        "database": to.set(database="nothing"),
        "name": to.set(username="nobody"),
    }[wrong]

    with pytest.raises(CannotConnect) as refused, opened(to.render_as_string(False)):
        pass
    assert is_a_sentence(refused.value)


@pytest.mark.parametrize("url", ["postgresql"], indirect=True)
class TestPostgreSQL:
    def test_a_table_that_another_program_holds_is_told(self, url, elsewhere):
        before = with_an_answer(url)
        with opened(url) as attempts:
            with transaction(elsewhere) as connection:
                connection.execute(text("LOCK TABLE answer IN EXCLUSIVE MODE"))
                with pytest.raises(DatabaseBusy):
                    answer_two(attempts)
            assert attempts.load("attempt-1", "learner-1") == before

    def test_a_read_only_server_is_told(self, url):
        before = with_an_answer(url)
        where = make_url(url)
        options = f"{where.query['options']} -cdefault_transaction_read_only=on"
        read_only = where.update_query_dict({"options": options}).render_as_string(False)
        with opened(read_only) as attempts:
            with pytest.raises(DatabaseReadOnly):
                answer_two(attempts)
            assert attempts.load("attempt-1", "learner-1") == before

    def test_a_server_that_hangs_up_is_told_and_the_next_answer_is_stored(self, url, elsewhere):
        with_an_answer(url)
        with opened(url) as attempts:

            def speak_on():
                with transaction(attempts._engine) as connection:
                    ours = connection.execute(text("SELECT pg_backend_pid()")).scalar_one()
                    with reading(elsewhere) as end:
                        end.execute(text("SELECT pg_terminate_backend(:pid)"), {"pid": ours})
                    connection.execute(text("SELECT 1"))

            with pytest.raises(CannotConnect):
                speak_on()

            assert answer_two(attempts).answers.keys() == {"one", "two"}
