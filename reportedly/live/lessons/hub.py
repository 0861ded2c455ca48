"""The rooms of this server. What matters is in the database; a hub that starts reads it there."""

from __future__ import annotations

import asyncio
import logging
import time
from collections.abc import Callable, Coroutine
from concurrent.futures import ThreadPoolExecutor
from threading import Event, Thread
from typing import Any, TypeVar

from reportedly.classroom.moves import Do, Move, MoveRefused
from reportedly.classroom.seats import Seat
from reportedly.classroom.views import Words
from reportedly.live.lessons.clock import Clock
from reportedly.live.lessons.pace import USUAL, Pace
from reportedly.live.lessons.room import Link, Room, question_that_matters
from reportedly.live.lessons.writer import Writer
from reportedly.store import notices, seating, voting
from reportedly.store.errors import StoreError
from reportedly.store.lessons import Kept, Lessons
from reportedly.store.voting import Outcome, Sent

log = logging.getLogger(__name__)

LARGE = 100
"""From so many seats on the host gets the number of answers at each count, and the rest less often.
"""

T = TypeVar("T")


class Hub:
    """Knows the lessons that somebody is connected to."""

    def __init__(
        self, lessons: Lessons, words: Words, *, pace: Pace = USUAL, clock: Clock | None = None
    ) -> None:
        self.lessons = lessons
        self.pace = pace
        self.clock = clock or Clock()
        self._words = words
        self._writer = Writer(lessons)
        self._threads = ThreadPoolExecutor(4, thread_name_prefix="lessons")
        self._rooms: dict[str, Room] = {}
        self._opening: dict[str, asyncio.Lock] = {}
        self._busy: set[str] = set()
        self._tasks: set[asyncio.Task[None]] = set()
        self._stop = Event()
        self._watching = False

    async def run(self, work: Callable[..., T], *given: object) -> T:
        """Does something with the database while others go on."""
        return await asyncio.get_running_loop().run_in_executor(self._threads, work, *given)

    def close(self) -> None:
        """Ends what runs by itself."""
        self._stop.set()
        self._writer.close()
        for task in self._tasks:
            task.cancel()

    # --- rooms ----------------------------------------------------------------------------------

    async def find(self, code: str) -> Kept:
        """The lesson of a code. Raises: NoSuchLesson."""
        for room in self._rooms.values():
            if room.kept.code == code:
                return room.kept
        return await self.run(self.lessons.by_code, code)

    async def room(self, id: str) -> Room:
        """The room of a lesson, read from the database if nobody was in it yet."""
        self._watch()
        async with self._opening.setdefault(id, asyncio.Lock()):
            if id not in self._rooms:
                kept = await self.run(self._found_again, id)
                edition = await self.run(self.lessons.edition, kept.edition)
                room = Room(kept, edition, self._words)
                await self._read(room, kept)
                room.seats = await self.run(seating.all_seats, self.lessons, id)
                room.look_for_host(self.clock.now())
                self._rooms[id] = room
            self._rooms[id].used_at = time.monotonic()
            return self._rooms[id]

    def _found_again(self, id: str) -> Kept:
        """The lesson; its timer goes on from where a server last kept it.

        Time while nobody kept it is given back, and so is what a clock jumped meanwhile.
        """
        kept = self.lessons.by_id(id)
        room = Room(kept, self.lessons.edition(kept.edition), self._words)
        if not room.keeps_time:
            return kept
        last = max(kept.alive_at or kept.moved_at, kept.moved_at)
        lost = (self.clock.now() - last).total_seconds()
        # One of several servers may only be ahead of this one's clock: nobody pays for that.
        is_ahead = lost < 0 and self.lessons.engine.dialect.name != "sqlite"
        if abs(lost) < self.pace.lost or is_ahead:
            return kept
        give_back = Move(Do.CREDIT, seconds=lost)
        try:
            return self.lessons.move(id, give_back, self.clock.now(), seen=kept.revision)
        except MoveRefused:
            return self.lessons.by_id(id)

    async def _read(self, room: Room, kept: Kept) -> None:
        async with room.reading:
            if kept.revision < room.kept.revision:
                return
            room.noted = []  # answers that are stored while the others are read
            question = question_that_matters(kept.lesson)
            votes = await self.run(voting.stored_votes, self.lessons, kept.id, question)
            room.take(kept, [*votes, *room.noted])

    async def refresh(self, room: Room, kept: Kept | None = None) -> None:
        """Brings a room up to date and lets everybody in it know."""
        before = room.kept.revision
        found = await self.run(self.lessons.by_id, room.kept.id) if kept is None else kept
        await self._read(room, found)
        if room.kept.revision != before:
            for link in room.of("host"):
                link.is_brief = False
            room.wake("seat", "screen", "host")

    # --- what people do -------------------------------------------------------------------------

    async def move(self, room: Room, move: Move, seen: int | None) -> None:
        """Carries out what the host does. Raises: MoveRefused, StoreError."""
        now = self.clock.now()
        kept = await self.run(lambda: self.lessons.move(room.kept.id, move, now, seen=seen))
        await self.refresh(room, kept)

    async def answer(self, room: Room, seat: Seat, sent: Sent) -> Outcome:
        """Stores an answer. Raises: StoreError: then it may be sent again."""
        outcome = await self._writer.store(sent)
        if outcome.is_new:
            assert outcome.stored is not None
            room.note(outcome.stored)
            self.count_soon(room)
        return outcome

    async def recall(self, room: Room, seat: Seat) -> None:
        """Reads a seat's own answers again where another server may have stored some."""
        if self.lessons.engine.dialect.name == "postgresql":
            for stored in (
                await self.run(voting.own_votes, self.lessons, room.kept, seat)
            ).values():
                room.note(stored)

    async def change_seat(self, room: Room, change: Callable[[], Seat]) -> None:
        """Lets a seat be as `change` stores it; all its devices hear of it."""
        seat = await self.run(change)
        for link in room.devices.get(seat.id, ()):
            link.seat, link.at = seat, None
            link.wake.set()
        self.list_soon(room)

    def come(self, room: Room, link: Link) -> None:
        """Somebody is connected."""
        room.add(link)
        if link.role == "host" and room.look_for_host(self.clock.now()):
            room.wake("seat")
        self.list_soon(room)

    def go(self, room: Room, link: Link) -> None:
        """Somebody is not connected any more."""
        room.remove(link)
        if link.role == "host":
            room.host_seen_at = self.clock.now()
        self.count_soon(room)

    async def host_asks(self, room: Room) -> None:
        """The host is there without a socket. Raises: StoreError."""
        now = self.clock.now()
        room.host_asked_at = now
        if room.look_for_host(now):
            room.wake("seat")
        await self.catch_up(room)

    def list_soon(self, room: Room) -> None:
        """Reads the list of seats again, soon and once."""
        room.must_list = True
        self.count_soon(room)

    def count_soon(self, room: Room) -> None:
        """Lets host and projector have new counts, soon and once."""
        if room.kept.id not in self._busy:
            self._busy.add(room.kept.id)
            self._spawn(self._count(room))

    async def _count(self, room: Room) -> None:
        try:
            await asyncio.sleep(self.pace.counts)
            self._busy.discard(room.kept.id)  # What comes from here on is counted the next time.
            await self.catch_up(room)
        except StoreError:
            return  # The next look tries again.
        finally:
            self._busy.discard(room.kept.id)
        now = time.monotonic()
        # To list a large class with all its answers takes long enough to keep answers waiting.
        is_brief = len(room.seats) > LARGE and now - room.listed_at < self.pace.lists
        if is_brief:
            asyncio.get_running_loop().call_later(self.pace.lists, self._list_in_full, room)
        else:
            room.listed_at = now
        for link in room.of("host"):
            link.is_brief = is_brief
        room.wake("screen", "host")

    def _list_in_full(self, room: Room) -> None:
        if time.monotonic() - room.listed_at >= self.pace.lists:
            self.count_soon(room)

    async def catch_up(self, room: Room) -> None:
        """Reads what is known to have changed. Raises: StoreError: then it is read later."""
        async with room.catching_up:  # who comes second waits for what the first one reads
            if room.must_list:
                room.must_list = False
                try:
                    room.seats = await self.run(seating.all_seats, self.lessons, room.kept.id)
                except StoreError:
                    room.must_list = True
                    raise
            if room.must_count:
                room.must_count = False
                try:
                    await self._read(room, room.kept)
                except StoreError:
                    room.must_count = True
                    raise

    # --- what other servers do ------------------------------------------------------------------

    def _watch(self) -> None:
        if self._watching:
            return
        self._watching = True
        self._spawn(self._look())
        if self.lessons.engine.dialect.name == "postgresql":
            loop = asyncio.get_running_loop()
            Thread(target=self._listen, args=(loop,), daemon=True, name="notices").start()

    def _spawn(self, work: Coroutine[Any, Any, None]) -> None:
        task = asyncio.create_task(work)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    def _listen(self, loop: asyncio.AbstractEventLoop) -> None:
        while not self._stop.is_set():
            try:
                for notice in notices.listen(self.lessons.engine):
                    if self._stop.is_set():
                        return
                    if notice is not None:
                        loop.call_soon_threadsafe(self._heard, *notice)
            except RuntimeError:
                return  # the loop has ended
            except Exception as fault:
                # What is missed meanwhile, the regular look finds.
                log.warning("Not hearing of other servers for a moment: %s", fault)
                time.sleep(1)

    def _heard(self, lesson: str, what: str) -> None:
        if what == notices.MISSED:
            for each in self._rooms.values():
                each.must_count = True
                self.list_soon(each)
            return
        room = self._rooms.get(lesson)
        if room is None:
            return
        if what == notices.MOVED:
            self._spawn(self._refresh_quietly(room))
        elif what == notices.JOINED:
            self.list_soon(room)
        else:
            room.must_count = True
            self.count_soon(room)

    async def _refresh_quietly(self, room: Room) -> None:
        try:
            await self.refresh(room)
        except StoreError:
            pass  # The regular look tries again.
        except Exception:
            # Another server may have stored what this one cannot read; other lessons go on.
            log.exception("A lesson could not be read again; the next look tries again.")

    async def _look(self) -> None:
        noted = 0.0
        while True:
            await asyncio.sleep(self.pace.looks)
            is_time_to_note = time.monotonic() - noted >= self.pace.notes
            try:
                await self._look_once(is_time_to_note)
                if is_time_to_note:
                    noted = time.monotonic()
            except StoreError:
                continue
            except Exception:
                # Whatever it is, it must not end all looks: timers and news hang on them.
                log.exception("A look at the lessons failed; the next one tries again.")

    async def _look_once(self, is_time_to_note: bool) -> None:
        now = self.clock.now()
        for id, room in list(self._rooms.items()):
            unused = time.monotonic() - room.used_at > self.pace.kept
            if unused and not room.links and id not in self._busy:
                del self._rooms[id]
                self._opening.pop(id, None)
        rooms = dict(self._rooms)
        if not rooms:
            return
        timed = [id for id, room in rooms.items() if room.keeps_time]
        hosted = [id for id, room in rooms.items() if is_time_to_note and room.is_hosted_here(now)]
        if timed or hosted:
            await self.run(lambda: self.lessons.note(now, hosted=hosted, timed=timed))
        news = await self.run(self.lessons.news, list(rooms))
        for id, room in rooms.items():
            if id not in news:
                self._end(room)
                continue
            revision, room.host_seen_at = news[id]
            if revision != room.kept.revision:
                await self._refresh_quietly(room)
            elif room.must_count or room.must_list:
                self.count_soon(room)
            if room.look_for_host(now):
                room.wake("seat")

    def _end(self, room: Room) -> None:
        """The lesson was deleted."""
        self._rooms.pop(room.kept.id, None)
        for link in list(room.links):
            link.is_gone = True
            link.wake.set()
