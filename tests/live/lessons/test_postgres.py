"""Two servers on one PostgreSQL serve one lesson; a database that restarts loses no answer."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime

import pytest

from reportedly.live.lessons.pace import Pace
from reportedly.store.voting import stored_votes
from tests.browser.running import Running, copy_app
from tests.live.lessons.classroom import (
    an_answer,
    ask,
    begin_lesson,
    dial,
    join,
    move,
    play,
    seat,
    send_answer,
)
from tests.live.lessons.near import begun, near
from tests.live.running import wait_until
from tests.postgres import own_postgres, postgres_server

__all__ = ["own_postgres", "postgres_server"]

ONE = an_answer("one", {"chosen": ["0"]})
ANSWER = an_answer("pick", {"chosen": ["0"]})


@pytest.fixture
def two(tmp_path, own_postgres):
    """Two servers on the same database."""
    servers = [Running(copy_app(tmp_path / name / "app")) for name in ("one", "two")]
    for server in servers:
        server.start(REPORTEDLY_DATABASE_URL=own_postgres.url)
    yield servers
    for server in servers:
        server.kill()


def test_what_happens_at_one_server_is_told_to_the_other_at_once(postgres_server):
    never = Pace(looks=10_000)  # what is not told is not found by looking either
    with near(postgres_server, pace=never) as one, near(postgres_server, pace=never) as other:
        kept, (at_one, at_other) = begun(one.lessons, datetime.now(UTC), 2)

        async def lesson():
            learner = await dial(other, kept.code, "seat", at_other)
            host = await dial(one, kept.code, "host", kept.host_key)
            wall = await dial(other, kept.code, "screen")
            await asyncio.gather(learner.hear(), wall.hear(), host.hear())
            await host.send({"move": "start"})
            await learner.until(lambda s: s["class"]["phase"] == "open")
            await learner.send({"answer": ONE})
            await learner.until(lambda s: s.get("told"))
            await host.until(lambda s: s["host"]["answered"] == 1)
            await asyncio.to_thread(send_answer, one, kept, at_one, ONE)
            await wall.until(lambda s: s["screen"]["votes"] == 2)
            await asyncio.to_thread(join, other, kept.code)
            await host.until(lambda s: len(s["host"]["seats"]) == 3)

        play(lesson())


def test_a_seat_that_answers_at_two_servers_has_one_answer_the_later_one(postgres_server):
    with near(postgres_server) as one, near(postgres_server) as other:
        kept, (token,) = begun(one.lessons, datetime.now(UTC), 1)
        move(one, kept, "start")
        seat(other, kept, token)
        first, second = (
            an_answer("one", {"chosen": [x]}, number=n) for n, x in ((1, "0"), (2, "1"))
        )
        assert send_answer(one, kept, token, first)["stored"] == 1
        assert send_answer(other, kept, token, second)["stored"] == 2
        assert send_answer(one, kept, token, first)["stored"] == 2
        assert [vote.sent for vote in stored_votes(one.lessons, kept.id)] == [2]


def test_a_database_that_restarts_in_an_open_question_loses_no_acknowledged_answer(
    two, own_postgres
):
    one, other = two
    kept = begin_lesson(one, url=own_postgres.url, names="list")
    tokens = [join(one, kept.code) for _ in range(10)]
    move(one, kept, "start")
    for n, token in enumerate(tokens[:5]):
        assert send_answer(two[n % 2], kept, token, ANSWER)["stored"] == 1
    own_postgres.stop()
    refused = ask(one, f"/live/{kept.code}/seat/answer", ANSWER, token=tokens[5])
    assert refused.status == 503 or "not stored yet" in refused.json["told"][0]["message"]
    own_postgres.start()
    for n, token in enumerate(tokens[5:]):
        assert send_answer(two[n % 2], kept, token, ANSWER)["stored"] == 1
    for token in tokens:
        assert seat(other, kept, token)["me"]["own"]["response"] == {"chosen": ["0"]}

    def answered():
        return ask(one, f"/live/{kept.code}/host", token=kept.host_key).json["host"]["answered"]

    wait_until(lambda: answered() == 10, lambda: f"The host counts {answered()} of 10.")
