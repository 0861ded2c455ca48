"""What a hub does by itself."""

import asyncio

from reportedly.classroom.moves import Do, Move
from reportedly.live.lessons.hub import Hub
from reportedly.live.lessons.pace import Pace
from reportedly.live.lessons.room import Link
from reportedly.store.lessons import Lessons
from tests.builders import NOON
from tests.classroom.playing import WORDS
from tests.live.lessons.near import begun, opened


class Stumbling:
    """Lessons that cannot be looked at the first time, for a reason that nobody thought of."""

    def __init__(self, lessons: Lessons) -> None:
        self._lessons, self.has_stumbled = lessons, False

    def __getattr__(self, name):
        return getattr(self._lessons, name)

    def news(self, ids):
        if not self.has_stumbled:
            self.has_stumbled = True
            raise RuntimeError("nobody thought of this")
        return self._lessons.news(ids)


def test_a_look_that_fails_does_not_end_all_looks(tmp_path):
    async def is_told_of_a_move(lessons):
        kept, _ = begun(lessons, NOON)
        stumbling = Stumbling(lessons)
        hub = Hub(stumbling, WORDS, pace=Pace(looks=0.01))
        room = await hub.room(kept.id)
        hub.come(room, Link("screen"))
        async with asyncio.timeout(5):
            while not stumbling.has_stumbled:
                await asyncio.sleep(0.01)
            lessons.move(kept.id, Move(Do.START), NOON)
            while room.kept.revision != 2:
                await asyncio.sleep(0.01)
        hub.close()

    with opened(f"sqlite:///{tmp_path / 'answers.sqlite3'}") as lessons:
        asyncio.run(is_told_of_a_move(lessons))
