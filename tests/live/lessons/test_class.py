"""A class from the lobby to the end, over HTTP and sockets."""

from datetime import UTC, datetime, timedelta

from reportedly.classroom.lesson import Pacing
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


def test_a_whole_question_by_socket(running):
    kept = begin_lesson(running, questions=["pick", "tick"])
    token = join(running, kept.code, "Zebulon")

    async def lesson():
        learner = await dial(running, kept.code, "seat", token)
        screen = await dial(running, kept.code, "screen")
        host = await dial(running, kept.code, "host", kept.host_key)
        await learner.until(lambda s: s["class"]["phase"] == "lobby")
        await host.until(lambda s: [x["name"] for x in s["host"]["seats"]] == ["Zebulon"])
        await host.send({"move": "start"})
        shown = await learner.until(lambda s: s["class"]["phase"] == "open")
        assert shown["class"]["question"]["id"] == "pick"
        await learner.send({"answer": an_answer("pick", {"chosen": ["0"]})})
        told = await learner.until(lambda s: s.get("told"))
        assert told["told"] == [{"question": "pick", "sent": 1, "round": 1, "stored": 1}]
        assert told["me"]["own"]["response"] == {"chosen": ["0"]}
        await screen.until(lambda s: s["screen"]["votes"] == 1)
        await host.until(lambda s: s["host"]["answered"] == 1)
        await host.send({"move": "reveal"})
        explained = await learner.until(lambda s: s["me"]["own"]["explanation"])
        assert explained["me"]["own"]["explanation"]["verdict"] in ("right", "wrong")
        await screen.until(lambda s: s["screen"]["answer"])

    play(lesson())


def test_the_same_by_asking_again_and_again(running):
    kept = begin_lesson(running, questions=["pick", "tick"])
    token = join(running, kept.code, "Zebulon")
    assert seat(running, kept, token)["class"]["phase"] == "lobby"
    assert move(running, kept, "start").status == 200
    answer = an_answer("pick", {"chosen": ["0"]})
    told = [send_answer(running, kept, token, answer) for _ in range(3)]
    assert [one["stored"] for one in told] == [1, 1, 1]
    assert running.rows("SELECT count(*) FROM lesson_answer WHERE lesson = ?", kept.id) == [(1,)]
    move(running, kept, "reveal")
    assert seat(running, kept, token)["me"]["own"]["explanation"]
    assert ask(running, f"/live/{kept.code}/screen").json["screen"]["votes"] == 1


def test_more_time_is_the_seats_own_and_told_to_nobody_else(running):
    kept = begin_lesson(running, questions=["pick"], seconds=60)
    token, other = join(running, kept.code, "Zoë"), join(running, kept.code, "Bo")
    reply = ask(running, f"/live/{kept.code}/seat/tell", {"time": "2"}, token=token)
    assert reply.json["me"]["time"] == "2"
    move(running, kept, "start")
    assert 110 < seat(running, kept, token)["me"]["left"] <= 120
    assert 50 < seat(running, kept, other)["me"]["left"] <= 60
    host = ask(running, f"/live/{kept.code}/host", token=kept.host_key).json["host"]
    assert all(
        set(person) == {"id", "name", "answered", "done", "here", "out"} for person in host["seats"]
    )


def test_standings_come_to_the_wall_when_the_host_shows_them_and_without_who_stays_out(running):
    kept = begin_lesson(
        running, questions=["pick", "tick"], standings=True, speed_points=True, seconds=600
    )
    ahead, out = join(running, kept.code, "Zoë"), join(running, kept.code, "Bo")
    move(running, kept, "start")
    key = ask(running, f"/live/{kept.code}/host", token=kept.host_key).json["host"]["notes"]["key"]
    parts = seat(running, kept, ahead)["class"]["question"]["body"]["options"]
    right = [part["id"] for part in parts if part["text"] == key[0]["text"]]
    for token in (ahead, out):
        send_answer(running, kept, token, an_answer("pick", {"chosen": right}))
    assert move(running, kept, "show-standings").status == 409, "no answer was shown yet"
    move(running, kept, "reveal")
    assert ask(running, f"/live/{kept.code}/screen").json["screen"]["standings"] is None
    move(running, kept, "show-standings")
    told = ask(running, f"/live/{kept.code}/seat/tell", {"unlisted": True}, token=out)
    assert told.json["me"]["unlisted"] is True
    shown = ask(running, f"/live/{kept.code}/screen").json["screen"]["standings"]
    assert [(line["place"], line["name"]) for line in shown["lines"]] == [(1, "Zoë")]
    assert shown["lines"][0]["points_text"] == "1.4", "nearly all of ten minutes was left"
    move(running, kept, "next")
    assert ask(running, f"/live/{kept.code}/screen").json["screen"]["standings"] is None
    assert "Zoë" not in ask(running, f"/live/{kept.code}/screen").body.decode()


def test_voiding_a_question_recounts_the_lesson_for_everybody(running):
    kept = begin_lesson(running, questions=["pick", "tick"])
    token = join(running, kept.code, "Zoë")
    move(running, kept, "start")
    send_answer(running, kept, token, an_answer("pick", {"chosen": ["0"]}))
    move(running, kept, "end")
    assert seat(running, kept, token)["me"]["result"]["possible_text"] == "1"
    move(running, kept, "void", question="pick")
    result = seat(running, kept, token)["me"]["result"]
    assert (result["possible_text"], result["voided"]) == ("0", 1)


def test_on_ones_own_the_explanation_comes_with_the_answer_and_a_pause_holds_it_up(running):
    kept = begin_lesson(running, questions=["pick", "tick"], pacing=Pacing.SELF)
    token = join(running, kept.code, "Zoë")
    move(running, kept, "start")
    move(running, kept, "pause")
    assert seat(running, kept, token)["class"]["paused"]
    move(running, kept, "resume")
    told = send_answer(running, kept, token, an_answer("pick", {"chosen": ["0"]}))
    assert told["stored"] == 1
    shown = ask(running, f"/live/{kept.code}/seat?at=0", token=token).json["me"]
    assert shown["own"]["explanation"]
    assert seat(running, kept, token)["me"]["question"]["id"] == "tick"


def test_pressing_try_again_twice_takes_one_try(running):
    deadline = datetime.now(UTC) + timedelta(days=1)
    questions = ["pick"]
    homework = {"pacing": Pacing.HOMEWORK, "deadline": deadline, "tries": 3}
    kept = begin_lesson(running, questions=questions, **homework)
    token = join(running, kept.code, "Zoë")
    send_answer(running, kept, token, an_answer("pick", {"chosen": ["0"]}))
    me = ask(running, f"/live/{kept.code}/seat", token=token).json["me"]
    assert (me["round"], me["tries_left"]) == (1, 2)
    for _ in range(2):
        told = ask(running, f"/live/{kept.code}/seat/tell", {"again": me["round"]}, token=token)
    assert told.json["me"]["round"] == 2
