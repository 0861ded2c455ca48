"""Refreshing, sleeping, coming late, two devices, two lessons, a server that dies: all are back."""

import asyncio
import time

import pytest
from websockets.exceptions import ConnectionClosed

from reportedly.store.attempts import Attempts
from reportedly.store.database import connect
from reportedly.store.lessons import Lessons
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
from tests.store.test_forgetting import found_in

ANSWER = an_answer("pick", {"chosen": ["0"]})
CLASS = 60


def test_who_comes_back_ten_times_finds_the_question_and_the_own_answer(running):
    kept = begin_lesson(running)
    token = join(running, kept.code, "Zoë")
    move(running, kept, "start")
    send_answer(running, kept, token, ANSWER)

    async def comes_back():
        for _ in range(10):
            began = time.monotonic()
            line = await dial(running, kept.code, "seat", token)
            told = await line.hear()
            assert time.monotonic() - began < 3
            assert told["me"]["name"] == "Zoë"
            assert told["me"]["own"]["response"] == {"chosen": ["0"]}
            await line.socket.close()

    play(comes_back())
    assert running.rows("SELECT count(*) FROM lesson_seat WHERE lesson = ?", kept.id) == [(1,)]


def test_two_devices_of_one_seat_show_the_same_also_while_one_hangs(running):
    kept = begin_lesson(running)
    token = join(running, kept.code, "Zoë")
    move(running, kept, "start")

    async def devices():
        one = await dial(running, kept.code, "seat", token)
        await dial(running, kept.code, "seat", token)  # never read from again
        two = await dial(running, kept.code, "seat", token)
        await two.hear()
        await one.send({"answer": ANSWER})
        await two.until(lambda s: s["me"]["own"]["response"] == {"chosen": ["0"]})
        await two.send({"answer": an_answer("pick", {"chosen": ["1"]}, number=2)})
        await one.until(lambda s: (s["me"]["own"] or {}).get("response") == {"chosen": ["1"]})

    play(devices())


def test_who_comes_late_can_answer_at_once_and_was_not_wrong_before(running):
    kept = begin_lesson(running, questions=["pick", "tick"])
    for do in ("start", "reveal", "next"):
        move(running, kept, do)
    began = time.monotonic()
    token = join(running, kept.code, "Late")
    assert seat(running, kept, token)["class"]["question"]["id"] == "tick"
    assert send_answer(running, kept, token, an_answer("tick", {"chosen": ["0"]}))["stored"] == 1
    assert time.monotonic() - began < 10
    move(running, kept, "reveal")
    move(running, kept, "end")
    result = seat(running, kept, token)["me"]["result"]
    assert [line["number"] for line in result["questions"]] == [2]
    assert result["possible_text"] == "1" or result["left_out"] == 1


def test_a_host_on_another_device_goes_on_where_the_first_was(running):
    kept = begin_lesson(running)
    token = join(running, kept.code, "Zoë")

    async def change():
        first = await dial(running, kept.code, "host", kept.host_key)
        await first.hear()
        await first.send({"move": "start"})
        await first.until(lambda s: s["host"]["phase"] == "open")
        first.socket.transport.abort()  # no word of farewell
        began = time.monotonic()
        second = await dial(running, kept.code, "host", kept.host_key)
        told = await second.hear()
        assert time.monotonic() - began < 5
        assert told["host"]["phase"] == "open"
        await second.socket.close()

    play(change())
    assert seat(running, kept, token)["class"]["phase"] == "open", "a lost host ends nothing"


def test_two_lessons_side_by_side_never_see_one_another(running):
    one, two = begin_lesson(running), begin_lesson(running)
    in_one = [join(running, one.code, f"Learner {n}") for n in range(5)]
    in_two = [join(running, two.code, f"Learner {n}") for n in range(5)]

    async def both():
        lines = [await dial(running, two.code, "seat", token) for token in in_two]
        wall = await dial(running, two.code, "screen")
        for line in (*lines, wall):
            await line.hear()
        move(running, one, "start")
        for token in in_one:
            await asyncio.to_thread(send_answer, running, one, token, ANSWER)
        move(running, one, "reveal")
        move(running, two, "start")
        for line in lines:
            told = await line.until(lambda s: s["class"]["phase"] != "lobby")
            assert told["class"]["phase"] == "open"
            assert told["me"]["own"]["response"] is None
        shown = await wall.until(lambda s: s["screen"]["arrivals"] == 5)
        assert shown["screen"]["votes"] == 0

    play(both())


def test_sixty_join_from_one_address_within_ten_seconds_and_nobody_is_refused(running):
    kept = begin_lesson(running, names="list")
    began = time.monotonic()

    async def all_join():
        joins = (asyncio.to_thread(join, running, kept.code) for _ in range(60))
        return await asyncio.gather(*joins)

    assert len(set(play(all_join()))) == 60
    assert time.monotonic() - began < 10
    assert ask(running, f"/live/{kept.code}/screen").json["screen"]["arrivals"] == 60


def test_seats_hear_whether_the_teacher_is_there(running):
    kept = begin_lesson(running)
    token = join(running, kept.code, "Zoë")

    async def comes():
        learner = await dial(running, kept.code, "seat", token)
        assert (await learner.hear())["me"]["host"] is False
        await dial(running, kept.code, "host", kept.host_key)
        await learner.until(lambda s: s["me"]["host"])

    play(comes())


def test_a_class_that_is_deleted_ends_for_everybody_in_it(running):
    kept = begin_lesson(running)
    token = join(running, kept.code, "Zoë")

    async def goes():
        learner = await dial(running, kept.code, "seat", token)
        await learner.hear()
        engine = connect(f"sqlite:///{running.database}")
        Lessons(engine, Attempts(engine)).delete(kept.id)
        engine.dispose()
        with pytest.raises(ConnectionClosed) as closed:
            await learner.hear()
        assert closed.value.rcvd.code == 4004

    play(goes())
    assert ask(running, f"/live/{kept.code}/seat", token=token).status == 404


def test_deleting_a_class_leaves_no_name_in_any_file_of_a_server_that_runs(running):
    kept = begin_lesson(running)
    tokens = [join(running, kept.code, f"Xanthippe {n}") for n in range(30)]
    move(running, kept, "start")
    for token in tokens:
        send_answer(running, kept, token, ANSWER)
    assert found_in(running.database.parent, "Xanthippe")
    engine = connect(f"sqlite:///{running.database}")
    Lessons(engine, Attempts(engine)).delete(kept.id)
    engine.dispose()
    assert found_in(running.database.parent, "Xanthippe") == 0
    assert "Xanthippe" not in running.log()


@pytest.fixture
def mortal(tmp_path) -> Running:
    """A server of its own that may be killed."""
    running = Running(copy_app(tmp_path / "app")).start()
    yield running
    running.kill()


def test_killing_the_server_in_an_open_question_loses_no_acknowledged_answer(mortal):
    kept = begin_lesson(mortal, names="list", seconds=600)
    tokens = [join(mortal, kept.code) for _ in range(CLASS)]
    move(mortal, kept, "start")

    async def before() -> list[str]:
        lines = [await dial(mortal, kept.code, "seat", token) for token in tokens]
        acknowledged: list[str] = []

        async def answer(line, token):
            await line.hear()
            await line.send({"answer": ANSWER})
            told = await line.until(lambda s: s.get("told"))
            assert told["told"][0]["stored"] == 1
            acknowledged.append(token)

        answering = [
            asyncio.create_task(answer(line, token))
            for line, token in zip(lines, tokens, strict=True)
        ]
        while len(acknowledged) < CLASS // 3:
            await asyncio.sleep(0.005)
        mortal.kill()
        await asyncio.gather(*answering, return_exceptions=True)
        return acknowledged

    acknowledged = play(before())
    assert len(acknowledged) >= CLASS // 3
    mortal.start()

    async def after():
        for token in tokens:
            line = await dial(mortal, kept.code, "seat", token)
            told = await line.hear()
            assert told["class"]["phase"] == "open"
            if token in acknowledged:
                assert told["me"]["own"]["response"] == {"chosen": ["0"]}
            await line.socket.close()

    play(after())
    host = ask(mortal, f"/live/{kept.code}/host", token=kept.host_key).json["host"]
    assert host["answered"] >= len(acknowledged)
    assert len(host["seats"]) == CLASS
