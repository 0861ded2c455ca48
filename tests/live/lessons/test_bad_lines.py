"""Slow, lossy, broken and dead lines, a locked database, a full disk: no answer is lost unsaid."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Iterator
from datetime import UTC, datetime

import pytest
from sqlalchemy import event, text
from websockets.exceptions import WebSocketException

from reportedly.classroom.moves import Do, Move
from reportedly.live.lessons.pace import Pace
from reportedly.store.database import reading
from reportedly.store.voting import stored_votes
from tests.live.lessons.bad_line import bad_line
from tests.live.lessons.classroom import an_answer, dial, play
from tests.live.lessons.near import Near, begun, near

CLASS = 35
WITHIN = 10  # seconds
ANSWER = an_answer("one", {"chosen": ["0"]})
NOW = datetime(2030, 1, 1, tzinfo=UTC)


@pytest.fixture(scope="module")
def server(tmp_path_factory) -> Iterator[Near]:
    url = f"sqlite:///{tmp_path_factory.mktemp('near') / 'answers.sqlite3'}"
    with near(url, busy_seconds=0.2) as server:
        yield server


def started(server: Near, seats: int):
    kept, tokens = begun(server.lessons, NOW, seats)
    return server.lessons.move(kept.id, Move(Do.START), NOW), tokens


async def answers(through, kept, token) -> dict:
    """Sends an answer as the page does: again and again until it is told what came of it."""
    while True:
        try:
            line = await dial(through, kept.code, "seat", token)
            await line.hear()
            await line.send({"answer": ANSWER})
            told = (await line.until(lambda s: s.get("told")))["told"][0]
        except (WebSocketException, OSError):
            await asyncio.sleep(0.3)
            continue
        if not told.get("again"):
            return told


def test_a_class_far_away_whose_packets_get_lost_has_every_answer_acknowledged(server):
    kept, tokens = started(server, CLASS)

    async def lesson():
        async with bad_line(server.port, delay=0.15, loss=0.05) as line:
            began = time.monotonic()
            answering = [asyncio.create_task(answers(line, kept, token)) for token in tokens]
            await asyncio.sleep(0.9)
            line.cut(0.2)
            told = await asyncio.gather(*answering)
            return told, time.monotonic() - began

    told, took = play(lesson())
    assert [one["stored"] for one in told] == [1] * CLASS
    assert len(stored_votes(server.lessons, kept.id)) == CLASS
    assert took < WITHIN


def test_who_wakes_with_a_dead_connection_is_back_at_once_and_answers(server):
    kept, (token,) = started(server, 1)

    async def sleeps():
        async with bad_line(server.port) as line:
            before = await dial(line, kept.code, "seat", token)
            await before.hear()
            line.go_dead()
            await before.send({"answer": ANSWER})  # gets nowhere
            server.lessons.move(kept.id, Move(Do.CLOSE), datetime.now(UTC))
            server.lessons.move(kept.id, Move(Do.OPEN), datetime.now(UTC))
            awake = await dial(server, kept.code, "seat", token)
            assert (await awake.hear())["class"]["phase"] == "open"
            await awake.send({"answer": ANSWER})
            told = await awake.until(lambda s: s.get("told"))
            return told["told"][0]

    assert play(sleeps())["stored"] == 1


def test_a_connection_that_nobody_hears_from_any_more_is_given_up(tmp_path):
    async def falls_silent(server):
        kept, (token, _) = started(server, 2)
        async with bad_line(server.port) as line:
            silent = await dial(line, kept.code, "seat", token)
            await silent.hear()
            host = await dial(server, kept.code, "host", kept.host_key)
            talking = asyncio.create_task(_calls(host))
            await host.until(lambda s: _here(s) == 1)
            line.go_dead()
            await host.until(lambda s: _here(s) == 0)
            talking.cancel()

    url = f"sqlite:///{tmp_path / 'answers.sqlite3'}"
    with near(url, pace=Pace(silent=1)) as server:
        play(falls_silent(server))


def _here(told) -> int:
    return sum(seat["here"] for seat in told["host"]["seats"])


async def _calls(line) -> None:
    """As a browser does, so as not to be taken for dead."""
    while True:
        await line.socket.send("ping")
        await asyncio.sleep(0.2)


def test_a_locked_database_is_told_and_the_answer_counts_when_it_is_sent_again(server):
    kept, (token,) = started(server, 1)

    async def locked():
        line = await dial(server, kept.code, "seat", token)
        await line.hear()
        with server.lessons.engine.connect() as holding:
            holding.exec_driver_sql("BEGIN IMMEDIATE")
            await line.send({"answer": ANSWER})
            refused = (await line.until(lambda s: s.get("told")))["told"][0]
            holding.exec_driver_sql("ROLLBACK")
        line.last = {}
        await line.send({"answer": ANSWER})
        return refused, (await line.until(lambda s: s.get("told")))["told"][0]

    refused, told = play(locked())
    assert refused["message"].startswith("Your answer is not stored yet. The database is busy")
    assert refused["again"] is True
    assert "stored" not in refused
    assert told["stored"] == 1


def test_a_choice_that_cannot_be_stored_shows_as_it_is_stored_and_the_line_holds(server):
    kept, (token,) = started(server, 1)

    async def locked():
        line = await dial(server, kept.code, "seat", token)
        await line.hear()
        with server.lessons.engine.connect() as holding:
            holding.exec_driver_sql("BEGIN IMMEDIATE")
            await line.send({"time": "2"})
            kept_as_it_was = await line.hear()
            holding.exec_driver_sql("ROLLBACK")
        await line.send({"time": "2"})
        return kept_as_it_was, await line.until(lambda s: s["me"]["time"] == "2")

    kept_as_it_was, _ = play(locked())
    assert kept_as_it_was["me"]["time"] == "1"


def test_a_full_disk_is_told_and_no_answer_is_acknowledged_that_is_not_stored(tmp_path):
    with near(f"sqlite:///{tmp_path / 'answers.sqlite3'}") as server:
        kept, tokens = started(server, 45)
        with reading(server.lessons.engine) as connection:
            pages = connection.execute(text("PRAGMA page_count")).scalar_one()

        @event.listens_for(server.lessons.engine, "checkout")
        def keep_small(driver, _record, _proxy):
            driver.execute(f"PRAGMA max_page_count = {pages}")

        async def all_answer():
            lines = [await dial(server, kept.code, "seat", token) for token in tokens]
            told = []
            for line in lines:
                await line.hear()
                await line.send({"answer": ANSWER})
                told.append((await line.until(lambda s: s.get("told")))["told"][0])
            return told

        told = play(all_answer())
        refused = [one["message"] for one in told if "stored" not in one]
        assert refused
        assert all("the disk that holds the database is full" in each for each in refused)
        acknowledged = sum("stored" in one for one in told)
        assert len(stored_votes(server.lessons, kept.id)) == acknowledged
