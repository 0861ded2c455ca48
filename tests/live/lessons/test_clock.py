"""Setting the machine's clock changes no timer of a class, nor does a server that dies."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from datetime import datetime, timedelta

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as some

from reportedly.classroom.answering import seconds_left
from reportedly.classroom.moves import Do, Move
from reportedly.classroom.seats import PersonalTime
from reportedly.live.lessons.clock import Clock
from reportedly.live.lessons.hub import Hub
from reportedly.live.lessons.pace import Pace
from reportedly.live.lessons.room import Link
from reportedly.store.lessons import Lessons
from tests.builders import NOON, later
from tests.classroom.playing import WORDS, a_plan, a_seat, played
from tests.live.lessons.near import begun, opened

SECONDS = 600
JUMPS = some.integers(-100_000, 100_000)


class Machine:
    """A machine's two clocks: one that can be set, and one that nobody sets."""

    def __init__(self) -> None:
        self.wall, self.steady = NOON, 1000.0

    def wait(self, seconds: float) -> None:
        self.wall += timedelta(seconds=seconds)
        self.steady += seconds

    def set(self, seconds: float) -> None:
        self.wall += timedelta(seconds=seconds)

    def clock(self) -> Clock:
        """As a server that starts now has it."""
        return Clock(lambda: self.wall, lambda: self.steady)


@given(steps=some.lists(some.tuples(some.integers(0, 60), JUMPS), max_size=8))
def test_however_the_clock_jumps_a_timer_runs_down_second_by_second(steps):
    machine = Machine()
    clock = machine.clock()
    lesson = played(Do.START, plan=a_plan(seconds=SECONDS), at=clock.now())
    passed = 0
    for seconds, jump in steps:
        machine.wait(seconds)
        machine.set(jump)
        passed += seconds
        left = seconds_left(lesson, PersonalTime.USUAL, clock.now())
        assert left == pytest.approx(SECONDS - passed)


@pytest.fixture(scope="module")
def lessons(tmp_path_factory) -> Iterator[Lessons]:
    url = f"sqlite:///{tmp_path_factory.mktemp('clock') / 'answers.sqlite3'}"
    with opened(url) as lessons:
        yield lessons


def left_at(lessons: Lessons, clock: Clock, id: str) -> float:
    """Seconds left, as a server says that opens the lesson now."""

    async def asks() -> float:
        hub = Hub(lessons, WORDS, clock=clock)
        room = await hub.room(id)
        part = room.seat_part(a_seat(), clock.now(), None)
        hub.close()
        return part["left"]

    return asyncio.run(asks())


@settings(max_examples=25, deadline=None)
@given(ran=some.integers(0, 300), dead=some.integers(0, 3600), jump=JUMPS, noted=some.booleans())
@example(ran=3, dead=7, jump=0, noted=True)
@example(ran=3, dead=7, jump=-3600, noted=True)
@example(ran=0, dead=7, jump=-3600, noted=False)
def test_a_server_that_comes_back_goes_on_where_the_timer_was(lessons, ran, dead, jump, noted):
    machine = Machine()
    kept, _ = begun(lessons, NOON, seconds=SECONDS)
    lessons.move(kept.id, Move(Do.START), NOON)
    if noted:
        machine.wait(ran)
        lessons.note(machine.wall, timed=[kept.id])
    machine.wait(dead)
    machine.set(jump)
    left = left_at(lessons, machine.clock(), kept.id)
    assert left == pytest.approx(SECONDS - ran * noted, abs=Pace().lost)


def test_a_running_server_notes_that_it_keeps_the_time(lessons):
    kept, _ = begun(lessons, NOON, seconds=SECONDS)
    lessons.move(kept.id, Move(Do.START), NOON)
    clock = Clock(lambda: later(seconds=3))

    async def runs() -> datetime:
        hub = Hub(lessons, WORDS, pace=Pace(looks=0.01), clock=clock)
        room = await hub.room(kept.id)
        hub.come(room, Link("screen"))
        async with asyncio.timeout(20):
            while (alive := lessons.by_id(kept.id).alive_at) is None:
                await asyncio.sleep(0.01)
        hub.close()
        return alive

    assert asyncio.run(runs()) >= later(seconds=3)
