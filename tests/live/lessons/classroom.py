"""A class at a running server: host and seats as programs, by the addresses browsers use."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Coroutine
from contextvars import ContextVar
from dataclasses import dataclass, field
from datetime import UTC, datetime
from http.client import HTTPConnection
from secrets import randbits, token_hex, token_urlsafe
from typing import Any, TypeVar

from websockets.asyncio.client import ClientConnection, connect

from reportedly.classroom.lesson import Names, Plan
from reportedly.files.shelf.shelf import Library
from reportedly.quiz.edition import Edition
from reportedly.store.attempts import Attempts
from reportedly.store.database import connect as connect_database
from reportedly.store.lessons import Kept, Lessons
from tests.browser.running import Running

BANK = "every-kind"
PATIENCE = 20


def begin_lesson(
    running: Running,
    bank: str = BANK,
    questions=None,
    names: str = "free",
    url: str = "",
    **plan: Any,
) -> Kept:
    """A lesson as the host's page begins it."""
    shelved = Library(running.folder).shelf().banks[bank]
    engine = connect_database(url or f"sqlite:///{running.database}")
    try:
        return Lessons(engine, Attempts(engine)).begin(
            Plan(
                title=shelved.bank.bank,
                questions=tuple(questions or (q.id for q in shelved.bank.ready)),
                names=Names(names),
                **plan,
            ),
            Edition.of(shelved.bank, shelved.story),
            id=token_hex(12),
            bank=bank,
            host="Ann",
            host_key=token_urlsafe(32),
            seed=randbits(48),
            now=datetime.now(UTC),
        )
    finally:
        engine.dispose()


@dataclass
class Reply:
    """What the server answered."""

    status: int
    headers: dict[str, str]
    body: bytes

    @property
    def json(self) -> Any:
        """The same read."""
        return json.loads(self.body)


def ask(
    running: Running, path: str, message: object = None, *, token: str = "", **headers: str
) -> Reply:
    """Asks for a path; with a message, sends it there as a page of the app does."""
    sent = {"Origin": running.url} if message is not None else {}
    sent |= {"Authorization": f"Bearer {token}"} if token else {}
    sent |= {name.replace("_", "-"): value for name, value in headers.items()}
    connection = HTTPConnection("localhost", running.port, timeout=PATIENCE)
    try:
        body = None if message is None else json.dumps(message).encode()
        connection.request("GET" if message is None else "POST", path, body, sent)
        reply = connection.getresponse()
        return Reply(reply.status, {k.lower(): v for k, v in reply.getheaders()}, reply.read())
    finally:
        connection.close()


def join(running: Running, code: str, name: str = "", **headers: str) -> str:
    """Joins. Returns: the seat's token."""
    token = token_urlsafe(32)
    reply = ask(running, f"/live/{code}/seat", {"token": token, "name": name}, **headers)
    assert reply.status == 200, reply.body
    return token


def move(running: Running, kept: Kept, do: str, **named: Any) -> Reply:
    """Makes a move of the host's."""
    message = {"move": do, **named}
    return ask(running, f"/live/{kept.code}/host/move", message, token=kept.host_key)


def seat(running: Running, kept: Kept, token: str) -> Any:
    """What a seat would see, asked for without a socket."""
    return ask(running, f"/live/{kept.code}/seat", token=token).json


def an_answer(
    question: str, response: object, *, number: int = 1, round: int = 1
) -> dict[str, Any]:
    """An answer as a seat sends it."""
    return {"question": question, "round": round, "sent": number, "response": response}


def send_answer(running: Running, kept: Kept, token: str, answer: dict[str, Any]) -> Any:
    """Sends an answer without a socket. Returns: what became of it."""
    reply = ask(running, f"/live/{kept.code}/seat/answer", answer, token=token)
    return reply.json["told"][0]


T = TypeVar("T")
_dialled: ContextVar[list[Line]] = ContextVar("dialled")


def play(story: Coroutine[Any, Any, T]) -> T:
    """Lets something happen, and ends every connection that was made in it."""

    async def to_the_end() -> T:
        lines: list[Line] = []
        _dialled.set(lines)
        try:
            return await story
        finally:
            for line in lines:
                line.socket.transport.abort()
                await line.socket.wait_closed()

    return asyncio.run(to_the_end())


@dataclass
class Line:
    """A socket, and all that came by it."""

    socket: ClientConnection
    last: dict[str, Any] = field(default_factory=dict)

    async def hear(self) -> dict[str, Any]:
        """The next snapshot; what it leaves out is as before."""
        async with asyncio.timeout(PATIENCE):
            while (text := await self.socket.recv()) == "pong":
                pass
        told = json.loads(text)
        self.last = self.last | told
        return told

    async def until(self, is_so) -> dict[str, Any]:
        """Hears until something holds of all that is known now."""
        while not (self.last and is_so(self.last)):
            await self.hear()
        return self.last

    async def send(self, message: object) -> None:
        """Sends a message."""
        await self.socket.send(json.dumps(message))


async def dial(
    running: Running, code: str, role: str, token: str = "", *, origin: str | None = None
) -> Line:
    """A socket that has said who it is."""
    address = f"{running.url.replace('http', 'ws')}/live/{code}/{role}/socket"
    socket = await connect(address, origin=origin or running.url, compression=None)
    line = Line(socket)
    _dialled.get().append(line)
    await line.send({"token": token})
    return line
