"""A lesson in the database of an app, its seats as sockets, and what they do."""

from __future__ import annotations

import asyncio
import json
import time
from collections.abc import AsyncIterator, Iterable
from datetime import UTC, datetime
from pathlib import Path
from random import Random
from secrets import token_hex, token_urlsafe
from statistics import quantiles
from typing import Any

import serving
import websockets

from reportedly.classroom.lesson import Names, Plan
from reportedly.classroom.record import answers_table, record
from reportedly.files.exporting import as_csv
from reportedly.files.shelf.shelf import Library
from reportedly.quiz.edition import Edition
from reportedly.store import seating, voting
from reportedly.store.attempts import Attempts
from reportedly.store.database import connect
from reportedly.store.lessons import Lessons


def largest_bank(app: Path) -> Any:
    """The bank with most questions of which one answer is chosen."""
    banks = Library(app).shelf().banks.values()
    return max(banks, key=lambda b: sum(q.kind == "single" for q in b.bank.ready))


class Class:
    """A lesson of that many questions, and seats that have joined it."""

    def __init__(self, app: Path, seats: int, questions: int, *, url: str = "") -> None:
        shelved = largest_bank(app)
        single = [q for q in shelved.bank.ready if q.kind == "single"]
        asked = tuple(
            single[n % len(single)].model_copy(update={"id": f"q{n}"}) for n in range(questions)
        )
        self.edition = Edition.of(
            shelved.bank.model_copy(update={"questions": asked}), shelved.story
        )
        engine = connect(url or f"sqlite:///{app}/data/reportedly.sqlite3")
        self.lessons = Lessons(engine, Attempts(engine))
        self.kept = self.lessons.begin(
            Plan("Bench", tuple(q.id for q in asked), names=Names.ANONYMOUS),
            self.edition,
            id=token_hex(12),
            bank=shelved.name,
            host="Bench",
            host_key=token_urlsafe(32),
            seed=1,
            now=datetime.now(UTC),
        )
        self.tokens = [token_urlsafe(32) for _ in range(seats)]
        for token in self.tokens:
            guest = seating.Guest(token)
            now = datetime.now(UTC)
            seating.join(self.lessons, self.kept.id, guest, seat_id=token_hex(12), seed=1, now=now)
        self.at = 0  # the question that is asked

    def hello(self, role: str, token: str) -> tuple[str, str]:
        """Where to connect, and what to say first."""
        return f"/live/{self.kept.code}/{role}/socket", json.dumps({"token": token})

    async def arriving(self, server: serving.Server) -> AsyncIterator[Any]:
        """Each seat, once it is connected."""
        for token in self.tokens:
            socket = await opened(server, *self.hello("seat", token))
            await socket.recv()
            yield socket

    async def seated(self, server: serving.Server) -> list[Any]:
        """All seats, connected."""
        return [socket async for socket in self.arriving(server)]

    async def hosted(self, server: serving.Server) -> tuple[Any, asyncio.Task[None]]:
        """The host's line, and what empties it."""
        host = await opened(server, *self.hello("host", self.kept.host_key))
        await host.recv()
        return host, asyncio.create_task(drained(host))

    def counts(self) -> tuple[int, int, int]:
        """How many answers are in the store, in the report and in the export."""
        votes = voting.votes(self.lessons, self.kept.id)
        lesson = self.lessons.by_id(self.kept.id).lesson
        reported = sum(line.answered for line in record(lesson, self.edition, votes))
        seats = seating.all_seats(self.lessons, self.kept.id)
        table = answers_table(lesson, self.edition, seats, votes)
        return len(votes), reported, as_csv(table).count(b"\r\n") - 1


async def opened(server: serving.Server, path: str, hello: str | None = None) -> Any:
    """A socket that is connected."""
    found = await websockets.connect(
        f"ws://127.0.0.1:{server.port}{path}",
        origin=websockets.Origin(f"http://127.0.0.1:{server.port}"),
        compression=None,
        max_size=None,
        ping_interval=None,
    )
    if hello is not None:
        await found.send(hello)
    return found


async def drained(socket: Any) -> None:
    """Takes all that is sent, so that the line never fills."""
    while True:
        await socket.recv()


async def heard(socket: Any, word: str) -> float:
    """When a message with this word arrived."""
    while word not in await socket.recv():
        pass
    return time.perf_counter()


async def asked(sockets: Iterable[Any], host: Any, n: int, reading: float = 1) -> float:
    """Seconds until the last seat has question `n`; the class reads the answer before first."""
    waiting = [asyncio.create_task(heard(s, f'"id":"q{n}"')) for s in sockets]
    if n:
        await host.send(json.dumps({"move": "reveal"}))
        await asyncio.sleep(reading)
    began = time.perf_counter()
    await host.send(json.dumps({"move": "next" if n else "start"}))
    return max(await asyncio.gather(*waiting)) - began


def answer_to(n: int) -> str:
    """An answer to question `n`, as a seat sends it."""
    message = {"question": f"q{n}", "round": 1, "sent": 1, "response": {"chosen": ["0"]}}
    return json.dumps({"answer": message})


async def answered(sockets: Iterable[Any], text: str, window: float, chance: Random) -> list[float]:
    """Seconds until each is told that its answer is stored, all sent within the window."""
    waits: list[float] = []

    async def answer(socket: Any, at: float) -> None:
        await asyncio.sleep(at)
        sent = time.perf_counter()
        await socket.send(text)
        waits.append(await heard(socket, '"stored"') - sent)

    await asyncio.gather(*(answer(s, chance.uniform(0, window)) for s in sockets))
    return waits


def left(*sockets: Any) -> None:
    """Gone without a word."""
    for socket in sockets:
        socket.transport.abort()


def memory(pid: int) -> float:
    """Megabytes that a process holds."""
    status = Path(f"/proc/{pid}/status").read_text("utf-8")
    return int(status.split("VmRSS:")[1].split()[0]) / 1024


def p95(values: Iterable[float]) -> float:
    """In milliseconds."""
    return quantiles(values, n=20)[18] * 1000
