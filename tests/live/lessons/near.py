"""The addresses of classes alone, served by this process: there at once, at a pace of its own."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from secrets import randbits, token_hex, token_urlsafe
from typing import Any

import uvicorn
from starlette.applications import Starlette

from reportedly.classroom.lesson import Names
from reportedly.live.lessons.hub import Hub
from reportedly.live.lessons.routes import LiveRoutes
from reportedly.store import seating
from reportedly.store.attempts import Attempts
from reportedly.store.database import connect
from reportedly.store.lessons import Kept, Lessons
from tests.classroom.playing import WORDS, a_plan, edition_of
from tests.live.running import wait_until


@dataclass(frozen=True)
class Near:
    """A server in a thread.

    Attributes:
        url: Where browsers find it.
    """

    hub: Hub
    port: int

    @property
    def url(self) -> str:
        return f"http://localhost:{self.port}"

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
        app = Starlette(routes=LiveRoutes(made).routes())
        config = uvicorn.Config(
            app, host="localhost", port=0, log_level="error", ws="websockets-sansio", lifespan="off"
        )
        server = uvicorn.Server(config)
        thread = threading.Thread(target=server.run)
        thread.start()
        try:
            wait_until(lambda: server.started, lambda: "The server did not start.")
            port = server.servers[0].sockets[0].getsockname()[1]
            yield Near(made, port)
        finally:
            made.close()
            server.should_exit = server.force_exit = True
            thread.join()


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
