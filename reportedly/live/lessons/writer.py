"""Stores what is waiting in one commit, and tells each only then."""

from __future__ import annotations

import asyncio
from concurrent.futures import ThreadPoolExecutor

from reportedly.store.errors import StoreError
from reportedly.store.lessons import Lessons
from reportedly.store.voting import Outcome, Sent, store_answers

MOST_AT_ONCE = 500


class Writer:
    """One for a server: while one commit is on its way to the disk, the next answers gather."""

    def __init__(self, lessons: Lessons) -> None:
        self._lessons = lessons
        self._waiting: list[tuple[Sent, asyncio.Future[Outcome]]] = []
        self._thread = ThreadPoolExecutor(1, thread_name_prefix="answers")
        self._task: asyncio.Task[None] | None = None

    async def store(self, sent: Sent) -> Outcome:
        """What came of an answer, once it is committed.

        Raises: StoreError: then it is not stored, and it may be sent again.
        """
        future: asyncio.Future[Outcome] = asyncio.get_running_loop().create_future()
        self._waiting.append((sent, future))
        if self._task is None or self._task.done():
            self._task = asyncio.create_task(self._write())
        return await future

    async def _write(self) -> None:
        loop = asyncio.get_running_loop()
        while self._waiting:
            batch, self._waiting = self._waiting[:MOST_AT_ONCE], self._waiting[MOST_AT_ONCE:]
            sent = [one for one, _ in batch]
            try:
                outcomes = await loop.run_in_executor(
                    self._thread, store_answers, self._lessons, sent
                )
            except Exception as fault:
                told = fault if isinstance(fault, StoreError) else StoreError(_UNKNOWN)
                for _, future in batch:
                    if not future.done():
                        future.set_exception(told)
                if told is not fault:
                    raise
                continue
            for (_, future), outcome in zip(batch, outcomes, strict=True):
                if not future.done():
                    future.set_result(outcome)


_UNKNOWN = "The answer could not be stored. Please try again."
