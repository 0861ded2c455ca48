"""A class from the lobby to the end, over HTTP and sockets."""

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
