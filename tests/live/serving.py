"""Some of the app's addresses, served by the tests' own process: there at once."""

from __future__ import annotations

import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass

import uvicorn
from starlette.applications import Starlette
from starlette.routing import BaseRoute

from tests.live.running import wait_until


@dataclass(frozen=True)
class Here:
    """Where browsers find them."""

    port: int

    @property
    def url(self) -> str:
        """The address without a path."""
        return f"http://localhost:{self.port}"


@contextmanager
def served(routes: Sequence[BaseRoute]) -> Iterator[Here]:
    """A server in a thread, until the block ends."""
    config = uvicorn.Config(
        Starlette(routes=routes),
        host="localhost",
        port=0,
        log_level="error",
        ws="websockets-sansio",
        lifespan="off",
    )
    server = uvicorn.Server(config)
    thread = threading.Thread(target=server.run)
    thread.start()
    try:
        wait_until(lambda: server.started, lambda: "The server did not start.")
        yield Here(server.servers[0].sockets[0].getsockname()[1])
    finally:
        server.should_exit = server.force_exit = True
        thread.join()
