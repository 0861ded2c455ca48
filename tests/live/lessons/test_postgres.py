"""Two servers on one PostgreSQL serve one lesson; a database that restarts loses no answer."""

from __future__ import annotations

import time

import pytest

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
from tests.live.running import wait_until
from tests.postgres import own_postgres

__all__ = ["own_postgres"]

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


def test_what_happens_at_one_server_is_seen_at_the_other_at_once(two, own_postgres):
    one, other = two
    kept = begin_lesson(one, url=own_postgres.url)
    at_one, at_other = join(one, kept.code, "Zoë"), join(other, kept.code, "Miriam")

    async def lesson():
        learner = await dial(other, kept.code, "seat", at_other)
        host = await dial(one, kept.code, "host", kept.host_key)
        wall = await dial(other, kept.code, "screen")
        await learner.hear()
        await wall.hear()
        await host.until(lambda s: len(s["host"]["seats"]) == 2)
        began = time.monotonic()
        await host.send({"move": "start"})
        await learner.until(lambda s: s["class"]["phase"] == "open")
        pushed = time.monotonic() - began
        await learner.send({"answer": ANSWER})
        await learner.until(lambda s: s.get("told"))
        await host.until(lambda s: s["host"]["answered"] == 1)
        send_answer(one, kept, at_one, ANSWER)
        await wall.until(lambda s: s["screen"]["votes"] == 2)
        return pushed

    pushed = play(lesson())
    # Looking at the database every two seconds, it would take a second on average.
    assert pushed < 1


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
