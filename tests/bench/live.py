"""Live classes: how fast, how many, how long, and what a server that dies costs.

The driver is this process, the server another one, on the same cores. Seats are real sockets; every
answer is on the disk before it is acknowledged. What depends on the machine has a bare server
beside it, measured in the same run.

Run: python tests/bench/live.py [seats|runs|rush|day|killed|postgres] ...; without a name, all but
`day`, which takes about four minutes.

Latest, three runs with nothing else running: 1,000 seats: a new question on the last one after
0.05 s, 1.1 to 1.6 times the bare broadcast; half of all answers acknowledged within 1.3 ms, 1.4 to
1.5 times the bare commit; 95 % within 2.2 to 3.0 ms, 1.7 to 1.8 times (in eight runs beside other
work 1.1 to 2.4); 10,000 of 10,000 in store, report and export; 36 KB a seat; a learner on their own
waits 1.1 to 1.2 times as long.
Eight hours of twenty lessons, 96,000 answers, all stored: the server grew by 4 MB.
The rest on 2 cores that some ten other processes wanted as well: a hundred runs of a hundred,
10,000 of 10,000; 200 seats, p95 73 ms within 3 s and 136 ms at one instant, on PostgreSQL 104 and
336 ms; kill -9, the last of 120 is back after 8 to 10 s.
"""

import asyncio
import resource
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

import serving

sys.path.insert(0, str(serving.ROOT))

from classes import beside_bare, lasting, rushing

SEATS, QUESTIONS = 1000, 10


def seats(folder: Path, app: Path) -> None:
    """1,000 seats beside the bare server."""
    asyncio.run(beside_bare.measured(app, folder, SEATS, QUESTIONS))


def runs(_folder: Path, app: Path) -> None:
    """A hundred runs of a hundred seats."""
    asyncio.run(rushing.hundred_runs(app))


def rush(_folder: Path, app: Path) -> None:
    """Two hundred seats within 3 s, and at one instant."""
    asyncio.run(rushing.two_hundred(app))


def day(_folder: Path, app: Path) -> None:
    """Eight hours of twenty lessons, time-compressed."""
    asyncio.run(lasting.day(app))


def killed(_folder: Path, app: Path) -> None:
    """kill -9 with a class of 120."""
    asyncio.run(lasting.killed(app))


def postgres(folder: Path, app: Path) -> None:
    """Two hundred seats on a PostgreSQL of its own."""
    from tests.postgres import Server

    server = Server(str(folder))
    server.start()
    try:
        environ = {"REPORTEDLY_DATABASE_URL": server.url}
        asyncio.run(rushing.two_hundred(app, url=server.url, environ=environ))
    finally:
        server.stop()


MODES: tuple[Callable[[Path, Path], None], ...] = (seats, runs, rush, killed, postgres, day)


def main() -> None:
    """Print the figures."""
    known = {mode.__name__: mode for mode in MODES}
    asked = sys.argv[1:] or [name for name in known if name != "day"]
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (min(hard, max(soft, 8192)), hard))
    for name in asked:
        with tempfile.TemporaryDirectory() as made, tempfile.TemporaryDirectory() as other:
            known[name](Path(other), serving.copy_app(Path(made) / "app"))


if __name__ == "__main__":
    main()
