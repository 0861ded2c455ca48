"""A hundred seats at once: everybody gets the question, every answer is kept and counted."""

import asyncio
import time

from reportedly.classroom.record import answers_table, record
from reportedly.store import seating, voting
from reportedly.store.attempts import Attempts
from reportedly.store.database import connect
from reportedly.store.lessons import Lessons
from tests.live.lessons.classroom import an_answer, ask, begin_lesson, dial, join, move, play

SEATS = 100
PATIENCE = 5  # seconds; on a quiet machine it takes a tenth of one


def test_a_hundred_seats_answer_at_once_and_every_count_is_the_count_of_rows(running):
    kept = begin_lesson(running, questions=["pick", "statement"], names="list")
    tokens = [join(running, kept.code) for _ in range(SEATS)]

    async def lesson() -> tuple[float, int]:
        lines = await asyncio.gather(*(dial(running, kept.code, "seat", t) for t in tokens))
        host = await dial(running, kept.code, "host", kept.host_key)
        await asyncio.gather(*(line.hear() for line in lines))
        began = time.monotonic()
        await host.send({"move": "start"})
        await asyncio.gather(
            *(line.until(lambda s: s["class"]["phase"] == "open") for line in lines)
        )
        spread = time.monotonic() - began
        for n, line in enumerate(lines):
            await line.send({"answer": an_answer("pick", {"chosen": [str(n % 2)]})})
        told = await asyncio.gather(*(line.until(lambda s: s.get("told")) for line in lines))
        acknowledged = sum("stored" in one["told"][0] for one in told)
        await host.until(lambda s: s.get("answered", s["host"]["answered"]) == SEATS)
        return spread, acknowledged

    spread, acknowledged = play(lesson())
    assert spread < PATIENCE
    assert acknowledged == SEATS
    move(running, kept, "reveal")
    screen = ask(running, f"/live/{kept.code}/screen").json["screen"]
    host = ask(running, f"/live/{kept.code}/host", token=kept.host_key).json["host"]
    engine = connect(f"sqlite:///{running.database}")
    lessons = Lessons(engine, Attempts(engine))
    rows = voting.votes(lessons, kept.id)
    lesson_now = lessons.by_id(kept.id).lesson
    edition = lessons.edition(kept.edition)
    (line,) = record(lesson_now, edition, rows)
    table = answers_table(lesson_now, edition, seating.all_seats(lessons, kept.id), rows)
    engine.dispose()
    assert len(rows) == SEATS
    assert screen["votes"] == host["answered"] == line.answered == len(table) - 1 == SEATS
    (shown,) = screen["split"]["rounds"]
    assert sum(bar["count"] for bar in shown["bars"]) == SEATS
