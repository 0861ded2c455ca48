"""A day of lessons, time-compressed; and a server that is killed with a class in it."""

from __future__ import annotations

import asyncio
import time
from pathlib import Path
from random import Random
from typing import Any

import serving
from classes.lesson import Class, answer_to, answered, asked, left, memory, opened
from websockets.exceptions import ConnectionClosed

LESSONS, SEATS, QUESTIONS = 20, 30, 160
"""Eight hours, a question every three minutes."""

RELOADS = 15
"""After so many questions every seat opens its page anew."""

WARM = 20
"""Questions after which all is read and imported that is read and imported once."""

CLASS, WITHOUT = 120, 3.0


async def day(app: Path) -> None:
    """Twenty lessons side by side. Prints how much the server grew, and where it was between."""
    rooms = [Class(app, SEATS, QUESTIONS) for _ in range(LESSONS)]
    with serving.started(app) as server:
        grown: list[float] = []
        lessons = [_lesson(room, server, n) for n, room in enumerate(rooms)]
        await asyncio.gather(_watch(rooms, server, grown), *lessons)
    stored = sum(room.counts()[0] for room in rooms)
    print(
        f"eight hours of {LESSONS} lessons of {SEATS} ({stored} answers stored of "
        f"{LESSONS * SEATS * QUESTIONS}): the server grew by {grown[-1] - grown[0]:.0f} MB "
        f"(by quarters {', '.join(f'{b - grown[0]:.0f}' for b in grown[1:])})"
    )


async def _watch(rooms: list[Class], server: serving.Server, grown: list[float]) -> None:
    marks = [WARM, *(QUESTIONS * quarter // 4 - 1 for quarter in range(1, 5))]
    for mark in marks:
        while any(room.at < mark for room in rooms):
            await asyncio.sleep(0.2)
        grown.append(memory(server.pid))


async def _lesson(room: Class, server: serving.Server, seed: int) -> None:
    lines: list[Any] = []
    emptying, calling = None, asyncio.create_task(_call(lines))
    for n in range(QUESTIONS):
        if n % RELOADS == 0:
            if emptying is not None:
                emptying.cancel()
                left(*lines)
                lines.clear()
            host, emptying = await room.hosted(server)
            lines += [host]
            sockets = []
            async for socket in room.arriving(server):
                sockets.append(socket)
                lines.append(socket)
        await asked(sockets, host, n, reading=0)
        await answered(sockets, answer_to(n), 0.5, Random(seed))
        room.at = n
    for task in (emptying, calling):
        if task is not None:
            task.cancel()
    left(*lines)


async def _call(lines: list[Any]) -> None:
    """As browsers do, so as not to be taken for dead."""
    while True:
        await asyncio.sleep(5)
        for line in list(lines):
            try:
                await line.send("ping")
            except ConnectionClosed:
                continue  # its page was loaded anew meanwhile


async def killed(app: Path) -> None:
    """Kills the server in an open question. Prints when the last seat was back by itself."""
    room = Class(app, CLASS, 1)
    with serving.started(app) as server:
        host, emptying = await room.hosted(server)
        sockets = await room.seated(server)
        await asked(sockets, host, 0)
        acknowledged = len(await answered(sockets[: CLASS // 2], answer_to(0), 1, Random(1)))
        emptying.cancel()
        server.kill()
    left(*sockets, host)
    began = time.perf_counter()
    with serving.started(app, port=server.port) as server:
        up = time.perf_counter() - began
        back = await asyncio.gather(*(_comes_back(room, server, token) for token in room.tokens))
    print(
        f"kill -9 with {CLASS} seats, {acknowledged} answers acknowledged before: the server "
        f"answers after {up:.1f} s, the last seat is back after {max(back) - began:.1f} s; "
        f"{room.counts()[0]} answers in the store"
    )


async def _comes_back(room: Class, server: serving.Server, token: str) -> float:
    wait = 0.5
    while True:  # as the page does: sooner at first, never all at once
        await asyncio.sleep(wait * Random(token).uniform(0.7, 1.3))
        try:
            socket = await opened(server, *room.hello("seat", token))
            await socket.recv()
        except OSError:
            wait = min(10.0, wait * 2)
            continue
        left(socket)
        return time.perf_counter()
