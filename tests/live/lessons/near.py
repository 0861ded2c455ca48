"""The addresses of classes alone, served by this process: there at once, at a pace of its own."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from secrets import randbits, token_hex, token_urlsafe
from typing import Any

from reportedly.classroom.lesson import Names
from reportedly.live.lessons.hub import Hub
from reportedly.live.lessons.routes import LiveRoutes
from reportedly.store import seating
from reportedly.store.attempts import Attempts
from reportedly.store.database import connect
from reportedly.store.lessons import Kept, Lessons
from tests.classroom.playing import WORDS, a_plan, edition_of
from tests.live.serving import Here, served


@dataclass(frozen=True)
class Near(Here):
    """A server of classes."""

    hub: Hub

    @property
    def lessons(self) -> Lessons:
        """What it has of the database."""
        return self.hub.lessons


@contextmanager
def opened(url: str, *, busy_seconds: float = 5) -> Iterator[Lessons]:
    """The lessons of a database, until the block ends."""
    engine = connect(url, busy_seconds=busy_seconds)
    try:
        yield Lessons(engine, Attempts(engine))
    finally:
        engine.dispose()


@contextmanager
def near(url: str, *, busy_seconds: float = 5, **hub: Any) -> Iterator[Near]:
    """A server of classes on this database, with whatever its hub is given."""
    with opened(url, busy_seconds=busy_seconds) as lessons:
        made = Hub(lessons, WORDS, **hub)
        try:
            with served(LiveRoutes(made, 30).routes()) as here:
                yield Near(here.port, made)
        finally:
            made.close()


def begun(lessons: Lessons, now: datetime, seats: int = 0, **plan: Any) -> tuple[Kept, list[str]]:
    """A lesson in the lobby, and the tokens of the seats that have joined it."""
    kept = lessons.begin(
        a_plan(**{"names": Names.LIST, **plan}),
        edition_of(),
        id=token_hex(12),
        bank="lantern-walk",
        host="Ann",
        host_key=token_urlsafe(32),
        seed=randbits(48),
        now=now,
    )
    tokens = [token_urlsafe(32) for _ in range(seats)]
    for n, token in enumerate(tokens):
        guest = seating.Guest(token)
        seating.join(lessons, kept.id, guest, seat_id=token_hex(12), seed=n, now=now)
    return kept, tokens
