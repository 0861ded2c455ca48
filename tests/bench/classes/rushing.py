"""Many answers at once: a hundred runs of a hundred seats, and two hundred seats in a moment."""

from __future__ import annotations

import asyncio
from pathlib import Path
from random import Random
from statistics import median

import serving
from classes.lesson import Class, answer_to, answered, asked, left, p95

LESSONS, SEATS, RUNS = 10, 100, 10
WITHIN = 3.0


async def hundred_runs(app: Path) -> None:
    """Ten lessons side by side, ten questions each, a hundred seats in each."""
    rooms = [Class(app, SEATS, RUNS) for _ in range(LESSONS)]
    with serving.started(app) as server:
        waits = await asyncio.gather(*(_run(room, server, n) for n, room in enumerate(rooms)))
    all_waits = [wait for of_one in waits for wait in of_one]
    counts = [room.counts() for room in rooms]
    stored, reported, exported = (sum(count) for count in zip(*counts, strict=True))
    print(
        f"{LESSONS * RUNS} runs of {SEATS} seats, each within {WITHIN:.0f} s, {LESSONS} lessons "
        f"side by side: {len(all_waits)} acknowledged, p95 {p95(all_waits):.0f} ms; {stored} "
        f"in the store, {reported} in the report, {exported} in the export"
    )


async def _run(room: Class, server: serving.Server, seed: int) -> list[float]:
    host, emptying = await room.hosted(server)
    sockets = await room.seated(server)
    chance, waits = Random(seed), []
    for n in range(RUNS):
        await asked(sockets, host, n)
        waits += await answered(sockets, answer_to(n), WITHIN, chance)
    emptying.cancel()
    left(*sockets, host)
    return waits


async def two_hundred(app: Path, *, url: str = "", environ: dict[str, str] | None = None) -> None:
    """Two hundred seats in three seconds, and all at the same instant."""
    room = Class(app, 200, 10, url=url)
    with serving.started(app, **(environ or {})) as server:
        host, emptying = await room.hosted(server)
        sockets = await room.seated(server)
        found: dict[float, list[float]] = {WITHIN: [], 0.0: []}
        for n in range(10):
            await asked(sockets, host, n)
            window = 0.0 if n % 2 else WITHIN
            found[window].append(p95(await answered(sockets, answer_to(n), window, Random(n))))
        emptying.cancel()
        left(*sockets, host)
    print(
        f"200 seats{' on PostgreSQL' if url else ''}, acknowledged, p95: "
        f"{median(found[WITHIN]):.0f} ms within 3 s, {median(found[0.0]):.0f} ms at one instant"
    )
