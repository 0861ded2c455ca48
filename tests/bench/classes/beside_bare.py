"""A large class in turn with the bare server, and a learner on their own meanwhile."""

from __future__ import annotations

import asyncio
import json
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from random import Random
from secrets import token_hex
from statistics import median
from typing import Any

import serving
from classes.lesson import (
    Class,
    answer_to,
    answered,
    asked,
    heard,
    largest_bank,
    left,
    memory,
    opened,
    p95,
)

from reportedly.quiz.edition import Edition
from reportedly.store.attempts import Attempts
from reportedly.store.database import connect

WINDOW = 2.0  # seconds in which all seats answer
IDLE = 2.0  # seconds in which nobody but the learner on their own does anything


@contextmanager
def bare_server(folder: Path) -> Iterator[serving.Server]:
    """The bare server."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    script = Path(__file__).with_name("bare.py")
    process = subprocess.Popen(
        [sys.executable, str(script), str(port), str(folder / "bare.sqlite3")]
    )
    try:
        while True:
            try:
                socket.create_connection(("127.0.0.1", port), 1).close()
                break
            except OSError:
                time.sleep(0.05)
        yield serving.Server(process.pid, port)
    finally:
        process.terminate()
        process.wait()


async def broadcast(sockets: list[Any]) -> float:
    """Seconds until the last seat of the bare server has what one of them sent."""
    waiting = [asyncio.create_task(heard(s, "all")) for s in sockets]
    await asyncio.sleep(1)
    began = time.perf_counter()
    await sockets[0].send("all " + "x" * 1500)
    return max(await asyncio.gather(*waiting)) - began


class Alone:
    """A learner on their own, who answers again and again."""

    def __init__(self, app: Path, attempts: int) -> None:
        shelved = largest_bank(app)
        edition = Edition.of(shelved.bank, shelved.story)
        self._cookie = serving.cookie_of("alone")
        store = Attempts(connect(f"sqlite:///{app}/data/reportedly.sqlite3"))
        questions = [q.id for q in shelved.bank.ready if q.kind == "single"]
        begun = [
            store.begin(
                id=token_hex(12),
                learner=serving.learner_of(self._cookie),
                bank=shelved.name,
                edition=edition,
                mode="practice",
                asks_certainty=False,
                seed=1,
                questions=questions,
                now=datetime.now(UTC),
            )
            for _ in range(attempts)
        ]
        self._left = [(one.id, question) for one in begun for question in questions]

    async def answers(self, server: serving.Server, seconds: float) -> list[float]:
        """How long each answer took, one after another for so long."""
        waits = []
        reader, writer = await asyncio.open_connection("127.0.0.1", server.port)
        until = time.perf_counter() + seconds
        while time.perf_counter() < until:
            attempt, question = self._left.pop(0)
            id = f"{attempt}:{question}"
            message = {"id": id, "action": "answer", "response": {"chosen": ["0"]}}
            body = json.dumps(message).encode()
            sent = time.perf_counter()
            writer.write(
                f"POST /attempts/{attempt} HTTP/1.1\r\nHost: 127.0.0.1:{server.port}\r\n"
                f"Origin: http://127.0.0.1:{server.port}\r\n"
                f"Content-Type: application/json\r\nContent-Length: {len(body)}\r\n"
                f"Cookie: reportedly_learner={self._cookie}\r\n\r\n".encode()
                + body
            )
            head = (await reader.readuntil(b"\r\n\r\n")).decode().lower()
            if " 200 " not in head.partition("\r\n")[0]:
                raise RuntimeError(head)
            await reader.readexactly(int(head.split("content-length:")[1].split("\r\n")[0]))
            waits.append(time.perf_counter() - sent)
            await asyncio.sleep(0.1)
        writer.close()
        return waits


async def measured(app: Path, folder: Path, seats: int, questions: int) -> None:
    """All figures, a line each. Every second question has a learner on their own beside it."""
    room, alone = Class(app, seats, questions), Alone(app, 12 * questions)
    with serving.started(app) as server, bare_server(folder) as bare:
        await alone.answers(server, IDLE)  # whatever is read once is read
        host, emptying = await room.hosted(server)
        before = memory(server.pid)
        sockets = await room.seated(server)
        each = (memory(server.pid) - before) / seats * 1024
        bare_sockets = [await opened(bare, "/") for _ in range(seats)]
        spreads, waits, bare_spreads, bare_waits = [], [], [], []
        idle, busy, beside = [], [], []
        chance = Random(1)
        for n in range(questions):  # in turn, so that whatever else the machine does hits both
            spreads.append(await asked(sockets, host, n))
            text = answer_to(n)
            if n % 2:
                waited, alone_waited = await asyncio.gather(
                    answered(sockets, text, WINDOW, chance), alone.answers(server, WINDOW)
                )
                busy += alone_waited
                beside.append(p95(waited))
                idle += await alone.answers(server, IDLE)
                continue
            waits.append(await answered(sockets, text, WINDOW, chance))
            bare_spreads.append(await broadcast(bare_sockets))
            bare_waits.append(await answered(bare_sockets, "x" * len(text), WINDOW, chance))
        emptying.cancel()
        left(*sockets, *bare_sockets, host)

    print(f"{seats} seats, {questions} questions")
    ours, theirs = median(spreads), median(bare_spreads)
    print(
        f"new question on the last seat: {ours:.2f} s (most {max(spreads):.2f}), "
        f"bare {theirs:.2f} s: {ours / theirs:.1f} times"
    )
    for name, figure in (("half", lambda w: median(w) * 1000), ("p95", p95)):
        ours, theirs = median(map(figure, waits)), median(map(figure, bare_waits))
        print(
            f"acknowledged, {name}: {ours:.1f} ms (worst question {max(map(figure, waits)):.1f}), "
            f"bare {theirs:.1f} ms ({max(map(figure, bare_waits)):.1f}): "
            f"{ours / theirs:.1f} times"
        )
    print(f"beside a learner on their own, p95: {median(beside):.1f} ms")
    stored, reported, exported = room.counts()
    print(
        f"of {seats * questions} acknowledged answers {stored} are in the store, "
        f"{reported} in the report, {exported} in the export"
    )
    print(f"memory: {each:.0f} KB a seat")
    print(
        f"a learner on their own waits {median(idle) * 1000:.1f} ms on an idle server, "
        f"{median(busy) * 1000:.1f} ms meanwhile: {median(busy) / median(idle):.1f} times"
    )
