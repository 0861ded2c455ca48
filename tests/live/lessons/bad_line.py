"""A line between browsers and a server that is slow, loses packets, breaks and goes dead."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from random import Random

RESENT_AFTER = 0.3
"""Seconds until a lost packet is sent again, which all after it wait for; doubled each time."""


class BadLine:
    """Passes on what it is sent, late, in order and sometimes not.

    Attributes:
        url: Where browsers find it instead of the server.
    """

    def __init__(self, port: int, delay: float, loss: float, seed: int) -> None:
        self._to, self._delay, self._loss = port, delay, loss
        self._chance = Random(seed)
        self._writers: list[asyncio.StreamWriter] = []
        self._is_dead = False
        self.url = ""

    def cut(self, share: float = 1.0) -> None:
        """Ends that share of the connections without a word."""
        for writer in self._writers:
            if self._chance.random() < share:
                writer.transport.abort()

    def go_dead(self) -> None:
        """From now on nothing gets through, and nobody is told: half-open connections."""
        self._is_dead = True

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """One connection."""
        inward, outward = await asyncio.open_connection("localhost", self._to)
        self._writers += [writer, outward]
        both = (self._pass(reader, outward), self._pass(inward, writer))
        await asyncio.gather(*both, return_exceptions=True)
        writer.transport.abort()
        outward.transport.abort()

    async def _pass(self, source: asyncio.StreamReader, sink: asyncio.StreamWriter) -> None:
        loop = asyncio.get_running_loop()
        arrives = 0.0
        waiting: asyncio.Queue[tuple[float, bytes]] = asyncio.Queue()

        async def deliver() -> None:
            while True:
                at, packet = await waiting.get()
                await asyncio.sleep(at - loop.time())
                if not self._is_dead:
                    sink.write(packet)
                    await sink.drain()

        delivering = asyncio.create_task(deliver())
        try:
            while packet := await source.read(1400):
                late, again = self._delay, RESENT_AFTER
                while self._chance.random() < self._loss:
                    late, again = late + again, again * 2
                arrives = max(arrives, loop.time() + late)
                waiting.put_nowait((arrives, packet))
        finally:
            delivering.cancel()
            if not self._is_dead:
                sink.transport.abort()


@asynccontextmanager
async def bad_line(
    port: int, *, delay: float = 0.0, loss: float = 0.0, seed: int = 1
) -> AsyncIterator[BadLine]:
    """A line to a port.

    Args:
        port: Of the server.
        delay: Seconds that a packet takes, each way.
        loss: Of all packets, the share that is sent again.
        seed: For which ones.
    """
    line = BadLine(port, delay, loss, seed)
    server = await asyncio.start_server(line.serve, "localhost", 0)
    line.url = f"http://localhost:{server.sockets[0].getsockname()[1]}"
    try:
        yield line
    finally:
        server.close()
        line.cut()
