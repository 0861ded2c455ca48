"""Stores what is waiting in one commit, and tells each only then."""

from __future__ import annotations

import asyncio
import logging
from queue import SimpleQueue
from threading import Thread

from reportedly.store.errors import StoreError
from reportedly.store.lessons import Lessons
from reportedly.store.voting import Outcome, Sent, store_answers

log = logging.getLogger(__name__)

MOST_AT_ONCE = 500

_Batch = list[tuple[Sent, asyncio.Future[Outcome]]]


class Writer:
    """One for a server: while one commit is on its way to the disk, the next answers gather.

    A thread of its own, handed a batch and handing it back: an executor's futures would cost a
    class more than the database does.
    """

    def __init__(self, lessons: Lessons) -> None:
        self._lessons = lessons
        self._waiting: _Batch = []
        self._is_writing = False
        self._batches: SimpleQueue[tuple[asyncio.AbstractEventLoop, _Batch] | None] = SimpleQueue()
        Thread(target=self._write, daemon=True, name="answers").start()

    async def store(self, sent: Sent) -> Outcome:
        """What came of an answer, once it is committed.

        Raises: StoreError: then it is not stored, and it may be sent again.
        """
        loop = asyncio.get_running_loop()
        future: asyncio.Future[Outcome] = loop.create_future()
        self._waiting.append((sent, future))
        if not self._is_writing:
            self._hand_over(loop)
        return await future

    def close(self) -> None:
        """Ends the thread, once what it was handed is committed."""
        self._batches.put(None)

    def _hand_over(self, loop: asyncio.AbstractEventLoop) -> None:
        batch, self._waiting = self._waiting[:MOST_AT_ONCE], self._waiting[MOST_AT_ONCE:]
        self._is_writing = bool(batch)
        if batch:
            self._batches.put((loop, batch))

    def _write(self) -> None:
        """In the thread: one commit after another."""
        while (handed := self._batches.get()) is not None:
            loop, batch = handed
            came: list[Outcome] | StoreError
            try:
                came = store_answers(self._lessons, [sent for sent, _ in batch])
            except StoreError as fault:
                came = fault
            except Exception:
                log.exception("Answers of a class could not be stored.")
                came = StoreError(_UNKNOWN)
            try:
                loop.call_soon_threadsafe(self._tell, loop, batch, came)
            except RuntimeError:
                return  # the loop has ended

    def _tell(
        self, loop: asyncio.AbstractEventLoop, batch: _Batch, came: list[Outcome] | StoreError
    ) -> None:
        self._hand_over(loop)  # first: the disk need not wait for what is told
        for n, (_, future) in enumerate(batch):
            if future.done():
                continue  # who waited for it has gone
            if isinstance(came, StoreError):
                future.set_exception(came)
            else:
                future.set_result(came[n])


_UNKNOWN = "The answer could not be stored. Please try again."
