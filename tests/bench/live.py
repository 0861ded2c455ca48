"""A class of 1,000 seats on the whole app, beside a bare broadcast and a bare group commit.

The driver is this process, the server another one, on the same cores. Seats are real sockets; every
answer is on the disk before it is acknowledged. Each figure of ours has the bare one beside it,
measured in the same run.

Run: python tests/bench/live.py [SEATS] [QUESTIONS]

Latest, on 2 cores that others used as well, 1,000 seats and 6 questions: new question on the last
seat after 0.05 s, 1.1 to 1.3 times the bare broadcast; answers acknowledged with p95 4 ms, 2.7 to
3.3 times the bare commit (1 to 2 ms); 6,000 of 6,000 in store, report and export; 36 KB a seat; a
solo learner's answer 0.7 to 1.4 times as long as on an idle server. Eight hours' traffic: +0 MB.
"""

import asyncio
import json
import resource
import socket
import subprocess
import sys
import tempfile
import time
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from random import Random
from secrets import token_hex, token_urlsafe
from statistics import median, quantiles

import serving
import websockets

sys.path.insert(0, str(serving.ROOT))

from reportedly.classroom.lesson import Names, Plan
from reportedly.classroom.record import answers_table, record
from reportedly.files.exporting import as_csv
from reportedly.files.shelf.shelf import Library
from reportedly.quiz.edition import Edition
from reportedly.store import seating, voting
from reportedly.store.attempts import Attempts
from reportedly.store.database import connect
from reportedly.store.lessons import Lessons

WINDOW = 2.0  # seconds in which all seats answer
SOAK_QUESTIONS, SOAK_SEATS = 160, 30  # eight hours, a question every three minutes


class Class:
    """A lesson in the database of an app, with its seats."""

    def __init__(self, app: Path, seats: int, questions: int) -> None:
        shelf = Library(app).shelf()
        shelved = max(
            shelf.banks.values(), key=lambda b: sum(q.kind == "single" for q in b.bank.ready)
        )
        single = [q for q in shelved.bank.ready if q.kind == "single"]
        asked = tuple(
            single[n % len(single)].model_copy(update={"id": f"q{n}"}) for n in range(questions)
        )
        edition = Edition.of(shelved.bank.model_copy(update={"questions": asked}), shelved.story)
        engine = connect(f"sqlite:///{app}/data/reportedly.sqlite3")
        self.lessons = Lessons(engine, Attempts(engine))
        self.edition = edition
        self.kept = self.lessons.begin(
            Plan("Bench", tuple(q.id for q in asked), names=Names.ANONYMOUS),
            edition,
            id=token_hex(12),
            bank=shelved.name,
            host="Bench",
            host_key=token_urlsafe(32),
            seed=1,
            now=datetime.now(UTC),
        )
        self.tokens = [token_urlsafe(32) for _ in range(seats)]
        for token in self.tokens:
            seating.join(
                self.lessons, self.kept.id, seating.Guest(token), seat_id=token_hex(12), seed=1,
                now=datetime.now(UTC),
            )  # fmt: skip

    def votes(self):
        """All rows."""
        return voting.votes(self.lessons, self.kept.id)


async def opened(server: serving.Server, path: str, hello: str | None = None):
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


async def heard(socket, word: str) -> float:
    """When a message with this word arrived."""
    while word not in await socket.recv():
        pass
    return time.perf_counter()


async def one_question(room_sockets, host, n: int, chance: Random) -> tuple[float, list[float]]:
    """Seconds until the last seat has a question, and until each answer is acknowledged."""
    waiting = [asyncio.create_task(heard(s, f'"id":"q{n}"')) for s in room_sockets]
    if n:
        await host.send(json.dumps({"move": "reveal"}))
        await asyncio.sleep(1)  # the class reads the answer
    began = time.perf_counter()
    await host.send(json.dumps({"move": "next" if n else "start"}))
    spread = max(await asyncio.gather(*waiting)) - began
    waits: list[float] = []

    async def answer(s, at: float) -> None:
        await asyncio.sleep(at)
        sent = time.perf_counter()
        message = {"question": f"q{n}", "round": 1, "sent": 1, "response": {"chosen": ["0"]}}
        await s.send(json.dumps({"answer": message}))
        waits.append(await heard(s, '"stored"') - sent)

    await asyncio.gather(*(answer(s, chance.uniform(0, WINDOW)) for s in room_sockets))
    return spread, waits


async def drained(host) -> None:
    """Takes what the host is sent, so that its line never fills."""
    while True:
        await host.recv()


async def one_bare(sockets, text: str, chance: Random) -> tuple[float, list[float]]:
    """The same of the bare server."""
    waiting = [asyncio.create_task(heard(s, "all")) for s in sockets]
    await asyncio.sleep(1)
    began = time.perf_counter()
    await sockets[0].send("all " + text)
    spread = max(await asyncio.gather(*waiting)) - began
    waits: list[float] = []

    async def answer(s, at: float) -> None:
        await asyncio.sleep(at)
        sent = time.perf_counter()
        await s.send("x" * 120)
        waits.append(await heard(s, "stored") - sent)

    await asyncio.gather(*(answer(s, chance.uniform(0, WINDOW)) for s in sockets))
    return spread, waits


def memory(pid: int) -> float:
    """Megabytes that a process holds."""
    status = Path(f"/proc/{pid}/status").read_text("utf-8")
    return int(status.split("VmRSS:")[1].split()[0]) / 1024


@contextmanager
def bare_server(folder: Path):
    """The bare server."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    script = Path(__file__).with_name("bare_live.py")
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


def p95(values) -> float:
    """In milliseconds."""
    return quantiles(values, n=20)[18] * 1000


async def solo(server, attempts, stop: asyncio.Event) -> list[float]:
    """A learner on their own, who answers again and again until told to stop."""
    waits = []
    reader, writer = await asyncio.open_connection("127.0.0.1", server.port)
    while not stop.is_set():
        cookie, begun = attempts.pop()
        for question in begun.questions:
            message = {
                "id": f"{begun.id}:{question}",
                "action": "answer",
                "response": {"chosen": ["0"]},
            }
            body = json.dumps(message).encode()
            sent = time.perf_counter()
            writer.write(
                f"POST /attempts/{begun.id} HTTP/1.1\r\nHost: 127.0.0.1:{server.port}\r\n"
                f"Content-Type: application/json\r\nContent-Length: {len(body)}\r\n"
                f"Cookie: reportedly_learner={cookie}\r\n\r\n".encode()
                + body
            )
            head = (await reader.readuntil(b"\r\n\r\n")).decode().lower()
            await reader.readexactly(int(head.split("content-length:")[1].split("\r\n")[0]))
            waits.append(time.perf_counter() - sent)
            await asyncio.sleep(0.2)
            if stop.is_set():
                break
    writer.close()
    return waits


def begin_alone(app: Path, count: int):
    """Attempts of learners on their own, and their cookies."""
    shelf = Library(app).shelf()
    shelved = max(shelf.banks.values(), key=lambda b: sum(q.kind == "single" for q in b.bank.ready))
    store = Attempts(connect(f"sqlite:///{app}/data/reportedly.sqlite3"))
    edition = Edition.of(shelved.bank, shelved.story)
    cookies = [serving.cookie_of(f"alone {n}") for n in range(count)]
    return [
        (
            cookie,
            store.begin(
                id=token_hex(12),
                learner=serving.learner_of(cookie),
                bank=shelved.name,
                edition=edition,
                mode="practice",
                asks_certainty=False,
                seed=1,
                questions=[q.id for q in shelved.bank.ready if q.kind == "single"],
                now=datetime.now(UTC),
            ),
        )
        for cookie in cookies
    ]


async def measured(app: Path, folder: Path, seats: int, questions: int) -> None:
    """All figures, a line each."""
    room, alone = Class(app, seats, questions), begin_alone(app, 40)
    with serving.started(app) as server, bare_server(folder) as bare:
        stop = asyncio.Event()
        idle_task = asyncio.create_task(solo(server, alone, stop))
        await asyncio.sleep(8)
        stop.set()
        idle = (await idle_task)[2:]

        host = await opened(
            server, f"/live/{room.kept.code}/host/socket", json.dumps({"token": room.kept.host_key})
        )
        await host.recv()
        asyncio.get_running_loop().create_task(drained(host))
        before = memory(server.pid)
        sockets = []
        for token in room.tokens:
            path = f"/live/{room.kept.code}/seat/socket"
            sockets.append(await opened(server, path, json.dumps({"token": token})))
            await sockets[-1].recv()
        each = (memory(server.pid) - before) / seats * 1024

        bare_sockets = [await opened(bare, "/") for _ in range(seats)]
        spreads, waits, bare_spreads, bare_waits, busy = [], [], [], [], []
        chance = Random(1)
        for n in range(questions):  # in turn, so that whatever else the machine does hits both
            stop = asyncio.Event()
            alone_task = asyncio.create_task(solo(server, alone, stop))
            spread, waited = await one_question(sockets, host, n, chance)
            stop.set()
            busy += await alone_task
            spreads.append(spread)
            waits.append(waited)
            spread, waited = await one_bare(bare_sockets, "x" * 1500, chance)
            bare_spreads.append(spread)
            bare_waits.append(waited)
        for s in (*sockets, *bare_sockets):
            s.transport.abort()

        votes = room.votes()
        lesson = room.lessons.by_id(room.kept.id).lesson
        records = record(lesson, room.edition, votes)
        all_seats = seating.all_seats(room.lessons, room.kept.id)
        rows = as_csv(answers_table(lesson, room.edition, all_seats, votes)).count(b"\r\n") - 1
        ours, theirs = (median(map(p95, each)) for each in (waits, bare_waits))
        print(f"{seats} seats, {questions} questions")
        print(
            f"new question on the last seat: {median(spreads):.2f} s (most {max(spreads):.2f}), "
            f"bare {median(bare_spreads):.2f} s: {median(spreads) / median(bare_spreads):.1f} times"
        )
        print(
            f"acknowledged, p95: {ours:.0f} ms (worst question {max(map(p95, waits)):.0f}), "
            f"bare {theirs:.0f} ms ({max(map(p95, bare_waits)):.0f}): {ours / theirs:.1f} times"
        )
        total = seats * questions
        print(
            f"acknowledged {sum(map(len, waits))} of {total}; in the store {len(votes)}, "
            f"in the report {sum(r.answered for r in records)}, in the export {rows}"
        )
        print(f"memory: {each:.0f} KB a seat")
        print(
            f"a solo learner's answer: {median(idle) * 1000:.0f} ms idle, "
            f"{median(busy) * 1000:.0f} ms meanwhile: {median(busy) / median(idle):.1f} times"
        )


async def soaked(app: Path) -> None:
    """Eight hours' worth of a class's traffic, without the waiting."""
    room = Class(app, SOAK_SEATS, SOAK_QUESTIONS)
    with serving.started(app) as server:
        path, sockets, host, tasks = f"/live/{room.kept.code}", [], None, []
        grown = []
        for n in range(SOAK_QUESTIONS):
            if n % 15 == 0:  # all reload, and nobody reaches the limit of messages a second
                for task in tasks:
                    task.cancel()
                for s in sockets if host is None else [*sockets, host]:
                    s.transport.abort()
                host = await opened(
                    server, f"{path}/host/socket", json.dumps({"token": room.kept.host_key})
                )
                tasks.append(asyncio.create_task(drained(host)))
                sockets = [
                    await opened(server, f"{path}/seat/socket", json.dumps({"token": token}))
                    for token in room.tokens
                ]
            for do in ["start"] if n == 0 else ["reveal", "next"]:
                await host.send(json.dumps({"move": do}))
            await asyncio.gather(*(heard(s, f'"id":"q{n}"') for s in sockets))
            for s in sockets:
                message = {
                    "question": f"q{n}",
                    "round": 1,
                    "sent": 1,
                    "response": {"chosen": ["0"]},
                }
                await s.send(json.dumps({"answer": message}))
            await asyncio.gather(*(heard(s, '"stored"') for s in sockets))
            for s in sockets:  # as phones that sleep and wake
                if Random(n).random() < 0.5:
                    await s.send("ping")
            if n in (10, SOAK_QUESTIONS - 1):
                grown.append(memory(server.pid))
        print(
            f"eight hours' traffic ({SOAK_SEATS} seats, {SOAK_QUESTIONS} questions): the server "
            f"grew by {grown[1] - grown[0]:.0f} MB; {len(room.votes())} answers stored"
        )


def main() -> None:
    """Print the figures."""
    seats = int(sys.argv[1]) if len(sys.argv) > 1 else 1000
    questions = int(sys.argv[2]) if len(sys.argv) > 2 else 10
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (min(hard, max(soft, 8192)), hard))
    with tempfile.TemporaryDirectory() as made:
        app = serving.copy_app(Path(made) / "app")
        asyncio.run(measured(app, Path(made), seats, questions))
        again = serving.copy_app(Path(made) / "soak")
        asyncio.run(soaked(again))


if __name__ == "__main__":
    main()
