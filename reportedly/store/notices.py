"""Telling other servers on the same PostgreSQL at once that something happened in a lesson.

SQLite serves one server, which knows by itself.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from sqlalchemy import Connection, Engine, text

CHANNEL = "reportedly_lessons"

MOVED, JOINED, ANSWERED = "moved", "joined", "answered"

MISSED = "missed"
"""What `listen` says first: whatever happened before was not heard."""

_TELL = text("SELECT pg_notify(:channel, :told)")


def tell(connection: Connection, lesson: str, what: str) -> None:
    """Tells them when the transaction of this connection is committed, and only then."""
    if connection.dialect.name == "postgresql":
        connection.execute(_TELL, {"channel": CHANNEL, "told": f"{lesson} {what}"})


def listen(engine: Engine) -> Iterator[tuple[str, str] | None]:
    """What is told from now on, as lesson and what happened; None about every second without.

    Raises: whatever the driver raises once the connection is lost; then listen anew.
    """
    with engine.connect() as connection:
        driver: Any = connection.connection.driver_connection
        connection.detach()  # closed at the end, not lent to others while it listens
        driver.autocommit = True
        driver.execute(f"LISTEN {CHANNEL}")
        yield "", MISSED
        while True:
            for notice in driver.notifies(timeout=1):
                lesson, _, what = notice.payload.partition(" ")
                yield lesson, what
            yield None
