"""Numbered steps that bring a database up to date.

A step that was once released is never changed; a change is a new step at the end. All missing
steps happen in one transaction, so that a database is either up to date or as it was.
"""

from __future__ import annotations

from collections.abc import Callable

from sqlalchemy import Connection, inspect, text

from reportedly.store.errors import DatabaseTooNew

Step = Callable[[Connection], None]


def _attempts_and_answers(connection: Connection) -> None:
    # The words of this step mean the same to SQLite and to PostgreSQL.
    for statement in (
        """
        CREATE TABLE edition (
            key TEXT NOT NULL PRIMARY KEY,
            content TEXT NOT NULL
        )
        """,
        """
        CREATE TABLE attempt (
            id TEXT NOT NULL PRIMARY KEY,
            learner TEXT NOT NULL,
            bank TEXT NOT NULL,
            edition TEXT NOT NULL,
            mode TEXT NOT NULL,
            asks_certainty BOOLEAN NOT NULL,
            seed BIGINT NOT NULL,
            questions TEXT NOT NULL,
            position INTEGER NOT NULL,
            started_at TIMESTAMP WITH TIME ZONE NOT NULL,
            finished_at TIMESTAMP WITH TIME ZONE,
            FOREIGN KEY (edition) REFERENCES edition (key)
        )
        """,
        "CREATE INDEX attempt_of_learner ON attempt (learner, finished_at)",
        "CREATE INDEX attempt_of_edition ON attempt (edition)",
        "CREATE INDEX attempt_by_start ON attempt (started_at)",
        """
        CREATE TABLE answer (
            attempt TEXT NOT NULL,
            question TEXT NOT NULL,
            response TEXT NOT NULL,
            certainty TEXT,
            answered_at TIMESTAMP WITH TIME ZONE NOT NULL,
            PRIMARY KEY (attempt, question),
            FOREIGN KEY (attempt) REFERENCES attempt (id) ON DELETE CASCADE
        )
        """,
    ):
        connection.execute(text(statement))


def _instructors(connection: Connection) -> None:
    for statement in (
        """
        CREATE TABLE passphrase (
            id INTEGER NOT NULL PRIMARY KEY,
            hash TEXT NOT NULL,
            secret TEXT NOT NULL,
            set_at TIMESTAMP WITH TIME ZONE NOT NULL
        )
        """,
        """
        CREATE TABLE instructor_session (
            token TEXT NOT NULL PRIMARY KEY,
            name TEXT NOT NULL,
            until TIMESTAMP WITH TIME ZONE NOT NULL
        )
        """,
        """
        CREATE TABLE sign_in_try (
            client TEXT NOT NULL PRIMARY KEY,
            wrong INTEGER NOT NULL,
            last_at TIMESTAMP WITH TIME ZONE NOT NULL
        )
        """,
    ):
        connection.execute(text(statement))


def _bank_versions(connection: Connection) -> None:
    connection.execute(
        text(
            """
            CREATE TABLE bank_version (
                bank TEXT NOT NULL,
                number INTEGER NOT NULL,
                text TEXT NOT NULL,
                saved_by TEXT NOT NULL,
                saved_at TIMESTAMP WITH TIME ZONE NOT NULL,
                PRIMARY KEY (bank, number)
            )
            """
        )
    )


def _corrections(connection: Connection) -> None:
    for statement in (
        """
        CREATE TABLE correction (
            id TEXT NOT NULL PRIMARY KEY,
            bank TEXT NOT NULL,
            question TEXT NOT NULL,
            edition TEXT NOT NULL,
            reason TEXT NOT NULL,
            made_by TEXT NOT NULL,
            made_at TIMESTAMP WITH TIME ZONE NOT NULL,
            FOREIGN KEY (edition) REFERENCES edition (key)
        )
        """,
        "CREATE INDEX correction_of_bank ON correction (bank)",
        "CREATE INDEX correction_of_edition ON correction (edition)",
        """
        CREATE TABLE corrected_attempt (
            attempt TEXT NOT NULL,
            correction TEXT NOT NULL,
            PRIMARY KEY (attempt, correction),
            FOREIGN KEY (attempt) REFERENCES attempt (id) ON DELETE CASCADE,
            FOREIGN KEY (correction) REFERENCES correction (id) ON DELETE CASCADE
        )
        """,
        "CREATE INDEX attempts_of_correction ON corrected_attempt (correction)",
        """
        CREATE TABLE correction_withdrawal (
            correction TEXT NOT NULL PRIMARY KEY,
            withdrawn_by TEXT NOT NULL,
            withdrawn_at TIMESTAMP WITH TIME ZONE NOT NULL,
            FOREIGN KEY (correction) REFERENCES correction (id) ON DELETE CASCADE
        )
        """,
        "CREATE INDEX attempt_of_bank ON attempt (bank, finished_at)",
    ):
        connection.execute(text(statement))


def _lessons(connection: Connection) -> None:
    in_order_of_the_key = " WITHOUT ROWID" if connection.dialect.name == "sqlite" else ""
    for statement in (
        """
        CREATE TABLE lesson (
            id TEXT NOT NULL PRIMARY KEY,
            code TEXT NOT NULL,
            edition TEXT NOT NULL,
            bank TEXT NOT NULL,
            host TEXT NOT NULL,
            host_key TEXT NOT NULL,
            content TEXT NOT NULL,
            revision INTEGER NOT NULL,
            begun_at TIMESTAMP WITH TIME ZONE NOT NULL,
            moved_at TIMESTAMP WITH TIME ZONE NOT NULL,
            host_seen_at TIMESTAMP WITH TIME ZONE,
            alive_at TIMESTAMP WITH TIME ZONE,
            FOREIGN KEY (edition) REFERENCES edition (key)
        )
        """,
        "CREATE UNIQUE INDEX lesson_by_code ON lesson (code)",
        "CREATE INDEX lesson_of_edition ON lesson (edition)",
        """
        CREATE TABLE lesson_seat (
            id TEXT NOT NULL PRIMARY KEY,
            lesson TEXT NOT NULL,
            token TEXT NOT NULL,
            client TEXT NOT NULL,
            name TEXT,
            folded_name TEXT,
            time TEXT NOT NULL,
            round INTEGER NOT NULL,
            joined_at TIMESTAMP WITH TIME ZONE NOT NULL,
            FOREIGN KEY (lesson) REFERENCES lesson (id) ON DELETE CASCADE
        )
        """,
        "CREATE UNIQUE INDEX lesson_seat_by_token ON lesson_seat (lesson, token)",
        "CREATE UNIQUE INDEX lesson_seat_by_name ON lesson_seat (lesson, folded_name)",
        f"""
        CREATE TABLE lesson_answer (
            lesson TEXT NOT NULL,
            question TEXT NOT NULL,
            round INTEGER NOT NULL,
            seat TEXT NOT NULL,
            response TEXT NOT NULL,
            certainty TEXT,
            sent INTEGER NOT NULL,
            answered_at TIMESTAMP WITH TIME ZONE NOT NULL,
            PRIMARY KEY (lesson, question, round, seat),
            FOREIGN KEY (lesson) REFERENCES lesson (id) ON DELETE CASCADE
        ){in_order_of_the_key}
        """,
    ):
        connection.execute(text(statement))


def _standings(connection: Connection) -> None:
    for statement in (
        "ALTER TABLE lesson_seat ADD COLUMN unlisted BOOLEAN DEFAULT FALSE NOT NULL",
        "ALTER TABLE lesson_answer ADD COLUMN time_left INTEGER",
    ):
        connection.execute(text(statement))


def _studies(connection: Connection) -> None:
    for statement in (
        """
        CREATE TABLE study (
            id TEXT NOT NULL PRIMARY KEY,
            code TEXT NOT NULL,
            edition TEXT NOT NULL,
            transfer_edition TEXT,
            content TEXT NOT NULL,
            made_by TEXT NOT NULL,
            made_at TIMESTAMP WITH TIME ZONE NOT NULL,
            after_from TIMESTAMP WITH TIME ZONE,
            closed_at TIMESTAMP WITH TIME ZONE,
            FOREIGN KEY (edition) REFERENCES edition (key),
            FOREIGN KEY (transfer_edition) REFERENCES edition (key)
        )
        """,
        "CREATE UNIQUE INDEX study_by_code ON study (code)",
        "CREATE INDEX study_of_edition ON study (edition)",
        "CREATE INDEX study_of_transfer_edition ON study (transfer_edition)",
        """
        CREATE TABLE study_bank (
            study TEXT NOT NULL,
            bank TEXT NOT NULL,
            PRIMARY KEY (study, bank),
            FOREIGN KEY (study) REFERENCES study (id) ON DELETE CASCADE
        )
        """,
        """
        CREATE TABLE study_member (
            study TEXT NOT NULL,
            learner TEXT NOT NULL,
            place INTEGER NOT NULL,
            joined_at TIMESTAMP WITH TIME ZONE NOT NULL,
            PRIMARY KEY (study, learner),
            FOREIGN KEY (study) REFERENCES study (id) ON DELETE CASCADE
        )
        """,
        "CREATE UNIQUE INDEX study_member_by_place ON study_member (study, place)",
        "CREATE INDEX studies_of_learner ON study_member (learner)",
        """
        CREATE TABLE study_sitting (
            attempt TEXT NOT NULL PRIMARY KEY,
            study TEXT NOT NULL,
            learner TEXT NOT NULL,
            part TEXT NOT NULL,
            FOREIGN KEY (attempt) REFERENCES attempt (id) ON DELETE CASCADE,
            FOREIGN KEY (study) REFERENCES study (id) ON DELETE CASCADE
        )
        """,
        "CREATE UNIQUE INDEX study_sitting_of_part ON study_sitting (study, learner, part)",
    ):
        connection.execute(text(statement))


STEPS: tuple[Step, ...] = (
    _attempts_and_answers,
    _instructors,
    _bank_versions,
    _corrections,
    _lessons,
    _standings,
    _studies,
)
"""Step n has the number n + 1."""


def is_current(connection: Connection) -> bool:
    """Whether no step is missing.

    Raises: DatabaseTooNew: if steps were taken that this program does not know.
    """
    return _steps_taken(connection) == len(STEPS)


def take_missing_steps(connection: Connection) -> None:
    """Brings the database up to date within the transaction of `connection`."""
    if connection.dialect.name == "postgresql":
        # One of two programs that start at once waits here; SQLite has one writer anyway.
        connection.execute(text("SELECT pg_advisory_xact_lock(7235419)"))
    taken = _steps_taken(connection)
    if taken == 0:
        connection.execute(
            text("CREATE TABLE IF NOT EXISTS migration (number INTEGER NOT NULL PRIMARY KEY)")
        )
    for number, step in enumerate(STEPS[taken:], start=taken + 1):
        step(connection)
        connection.execute(
            text("INSERT INTO migration (number) VALUES (:number)"), {"number": number}
        )


def _steps_taken(connection: Connection) -> int:
    if not inspect(connection).has_table("migration"):
        return 0
    taken = connection.execute(text("SELECT max(number) FROM migration")).scalar() or 0
    if taken > len(STEPS):
        raise DatabaseTooNew
    return int(taken)
