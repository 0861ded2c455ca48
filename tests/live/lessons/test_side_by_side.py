"""Ten lessons at one server: nothing of one is ever seen in another."""

from __future__ import annotations

import asyncio
import json
from datetime import UTC, datetime

from reportedly.store.voting import votes
from tests.live.lessons.classroom import PATIENCE, an_answer, dial, play
from tests.live.lessons.near import begun, near

LESSONS, SEATS = 10, 30


def timer(n: int) -> int:
    """Each lesson's own, in seconds; no two are mistaken for one another."""
    return 1000 * (n + 1)


class Ears:
    """Everything that one connection is sent."""

    def __init__(self, line) -> None:
        self.line = line
        self.texts: list[str] = []

    async def until(self, word: str) -> str:
        """Listens until a message has this word. Returns: that message."""
        async with asyncio.timeout(PATIENCE):
            while True:
                self.texts.append(await self.line.socket.recv())
                if word in self.texts[-1]:
                    return self.texts[-1]


async def lesson(server, n: int, kept, tokens) -> list[str]:
    """Lesson `n`: of its seats all but `n` answer, and it ends in a phase of its own."""
    host, wall = [
        Ears(await dial(server, kept.code, role, kept.host_key if role == "host" else ""))
        for role in ("host", "screen")
    ]
    seats = [Ears(await dial(server, kept.code, "seat", token)) for token in tokens]
    await asyncio.gather(*(ears.until('"lobby"') for ears in (host, wall, *seats)))
    await host.line.send({"move": "start"})
    await asyncio.gather(*(ears.until('"open"') for ears in seats))

    async def answer(ears: Ears) -> None:
        await ears.line.send({"answer": an_answer("one", {"chosen": ["0"]})})
        told = json.loads(await ears.until('"told"'))
        assert told["told"][0]["stored"] == 1
        assert timer(n) - PATIENCE < told["me"]["left"] <= timer(n)

    await asyncio.gather(*(answer(ears) for ears in seats[n:]))
    await wall.until(f'"votes":{SEATS - n},')
    await host.until(f'"answered":{SEATS - n},')
    if n % 2:
        await host.line.send({"move": "reveal"})
        await asyncio.gather(*(ears.until('"revealed"') for ears in seats))
    heard = [text for ears in (host, wall, *seats) for text in ears.texts]
    for text in wall.texts:
        assert json.loads(text)["screen"]["arrivals"] == SEATS
        assert json.loads(text)["screen"]["votes"] <= SEATS - n
    return heard


def test_ten_lessons_of_thirty_never_see_one_another(tmp_path):
    now = datetime.now(UTC)
    with near(f"sqlite:///{tmp_path / 'answers.sqlite3'}") as server:
        rooms = [
            begun(server.lessons, now, SEATS, title=f"Title {n}.", seconds=timer(n))
            for n in range(LESSONS)
        ]

        async def all_at_once():
            return await asyncio.gather(*(lesson(server, n, *r) for n, r in enumerate(rooms)))

        heard = play(all_at_once())
        for n, (kept, _) in enumerate(rooms):
            told = "".join(heard[n])
            assert f"Title {n}." in told
            for other, (its, _) in enumerate(rooms):
                if other != n:
                    assert f"Title {other}." not in told
                    assert its.code not in told
            assert ('"revealed"' in told) == bool(n % 2)
            assert len(votes(server.lessons, kept.id)) == SEATS - n
