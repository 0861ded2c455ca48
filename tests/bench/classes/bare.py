"""The least that a live class needs: a WebSocket broadcast and a group commit, and nothing else.

Messages are as long as the class's. Run: python tests/bench/classes/bare.py PORT DATABASE.
"""

import asyncio
import sqlite3
import sys
from concurrent.futures import ThreadPoolExecutor

import uvicorn
from starlette.applications import Starlette
from starlette.routing import WebSocketRoute
from starlette.websockets import WebSocket, WebSocketDisconnect

STORED = '"stored"' + "x" * 210
"""As long as what a seat is told about its answer."""


class Bare:
    """All seats, and the answers that wait for their commit."""

    def __init__(self, database: str) -> None:
        self.seats: set[WebSocket] = set()
        self.waiting: list[tuple[str, asyncio.Future[None]]] = []
        self.thread = ThreadPoolExecutor(1)
        self.task: asyncio.Task[None] | None = None
        self.file = sqlite3.connect(database, check_same_thread=False, isolation_level=None)
        for statement in (
            "PRAGMA journal_mode = WAL",
            "PRAGMA synchronous = FULL",
            "CREATE TABLE answer (id INTEGER PRIMARY KEY, words TEXT NOT NULL)",
        ):
            self.file.execute(statement)

    async def socket(self, socket: WebSocket) -> None:
        """One seat: "all ..." goes to everybody, anything else is stored and acknowledged."""
        await socket.accept()
        self.seats.add(socket)
        try:
            while True:
                text = await socket.receive_text()
                if text.startswith("all "):
                    await asyncio.gather(*(seat.send_text(text) for seat in self.seats))
                else:
                    await self.store(text)
                    await socket.send_text(STORED)
        except WebSocketDisconnect:
            self.seats.discard(socket)

    async def store(self, text: str) -> None:
        """Comes back once the text is committed."""
        future: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self.waiting.append((text, future))
        if self.task is None or self.task.done():
            self.task = asyncio.create_task(self.write())
        await future

    async def write(self) -> None:
        """Commits what is waiting, as long as anything is."""
        while self.waiting:
            batch, self.waiting = self.waiting, []
            texts = [(text,) for text, _ in batch]
            await asyncio.get_running_loop().run_in_executor(self.thread, self.commit, texts)
            for _, future in batch:
                future.set_result(None)

    def commit(self, texts: list[tuple[str]]) -> None:
        """One transaction."""
        self.file.execute("BEGIN")
        self.file.executemany("INSERT INTO answer (words) VALUES (?)", texts)
        self.file.execute("COMMIT")


if __name__ == "__main__":
    bare = Bare(sys.argv[2])
    app = Starlette(routes=[WebSocketRoute("/", bare.socket)])
    uvicorn.run(
        app, port=int(sys.argv[1]), log_level="error", ws="websockets-sansio",
        ws_per_message_deflate=False,
    )  # fmt: skip
