"""Who asks for what is not theirs is refused, by every way in."""

import asyncio
import json

import pytest
from starlette.routing import Route, WebSocketRoute
from websockets.exceptions import ConnectionClosed, InvalidStatus

from reportedly.live.lessons.guessing import WITHIN, WRONG, WRONG_OF_ADDRESS, Guessing
from reportedly.live.lessons.routes import LiveRoutes
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

HOST_PATHS = [
    (route.path, "POST" if "POST" in (route.methods or ()) else "GET")
    for route in LiveRoutes(None, 30).routes()
    if isinstance(route, Route) and "/host" in route.path
]
OTHER_PATHS = ["/live/{code}", "/live/{code}/seat", "/live/{code}/screen", "/live/{code}/qr.svg"]


def test_the_host_has_addresses_of_its_own_and_one_socket_for_all_roles():
    assert sorted(HOST_PATHS) == [("/live/{code}/host", "GET"), ("/live/{code}/host/move", "POST")]
    sockets = [r.path for r in LiveRoutes(None, 30).routes() if isinstance(r, WebSocketRoute)]
    assert sockets == ["/live/{code}/{role}/socket"]


@pytest.mark.parametrize(("path", "method"), HOST_PATHS)
@pytest.mark.parametrize("whose", ["a seat's", "another lesson's host's", "nobody's"])
def test_every_address_of_the_host_refuses(running, path, method, whose):
    kept, other = begin_lesson(running), begin_lesson(running)
    token = {"a seat's": join(running, kept.code, "Zoë"), "nobody's": ""}.get(whose, other.host_key)
    message = {"move": "start"} if method == "POST" else None
    reply = ask(running, path.format(code=kept.code), message, token=token)
    assert (reply.status, reply.json["message"]) == (
        403, "Only the host of this lesson can do this."
    )  # fmt: skip
    assert kept.host_key not in reply.body.decode()
    assert ask(running, f"/live/{kept.code}/screen").json["screen"]["phase"] == "lobby"


def test_the_hosts_socket_refuses_a_seats_token_and_a_seats_socket_makes_no_move(running):
    kept = begin_lesson(running)
    token = join(running, kept.code, "Zoë")

    async def tries():
        line = await dial(running, kept.code, "host", token)
        assert (await line.hear())["refused"] == 403
        with pytest.raises(ConnectionClosed):
            await line.hear()
        own = await dial(running, kept.code, "seat", token)
        for role in (own, await dial(running, kept.code, "screen")):
            await role.hear()
            await role.send({"move": "start"})
            await role.socket.send("ping")

    play(tries())
    assert seat(running, kept, token)["class"]["phase"] == "lobby"


def test_a_seat_of_one_lesson_is_nobody_in_another(running):
    kept, other = begin_lesson(running), begin_lesson(running)
    token = join(running, kept.code, "Zoë")
    assert ask(running, f"/live/{other.code}/seat", token=token).status == 401
    answer = an_answer("pick", {"chosen": ["0"]})
    assert ask(running, f"/live/{other.code}/seat/answer", answer, token=token).status == 401


@pytest.mark.parametrize("origin", ["http://elsewhere.example", "null"])
def test_a_page_of_another_site_gets_no_socket_and_sends_nothing(running, origin):
    kept = begin_lesson(running)
    token = join(running, kept.code, "Zoë")

    async def tries():
        with pytest.raises(InvalidStatus) as refused:
            await dial(running, kept.code, "seat", token, origin=origin)
        assert refused.value.response.status_code == 403

    play(tries())
    reply = ask(
        running,
        f"/live/{kept.code}/host/move",
        {"move": "start"},
        token=kept.host_key,
        Origin=origin,
    )
    assert reply.status == 403


def test_a_very_long_message_ends_the_connection_and_nothing_else(running):
    kept = begin_lesson(running)
    token = join(running, kept.code, "Zoë")

    async def tries():
        line = await dial(running, kept.code, "seat", token)
        await line.hear()
        await line.socket.send("x" * 70_000)
        with pytest.raises(ConnectionClosed):
            await line.hear()

    play(tries())
    reply = ask(running, f"/live/{kept.code}/seat/answer", {"x": "x" * 70_000}, token=token)
    assert reply.status == 413
    assert seat(running, kept, token)["class"]["phase"] == "lobby"


def test_a_connection_that_never_stops_talking_is_ended(running):
    kept = begin_lesson(running)
    token = join(running, kept.code, "Zoë")

    async def tries():
        line = await dial(running, kept.code, "seat", token)
        for _ in range(500):
            await line.send({"at": 1})
            await asyncio.wait_for(line.socket.recv(), 5)

    with pytest.raises(ConnectionClosed):
        play(tries())


ODD = [
    "", "[]", "null", "{", "[" * 5000, '{"answer": 1}', '{"answer": {"question": 7}}',
    '{"answer": {"question": "pick", "sent": -1, "round": 1}}',
    '{"answer": {"question": "pick", "sent": true, "round": 1, "response": {}}}',
    '{"answer": {"question": "pick", "sent": 1, "round": 1, "response": {"chosen": ["9"]}}}',
    '{"answer": {"question": "pick", "sent": 1, "round": 1, "certainty": "sure", "response": 1}}',
    '{"at": "x"}', '{"at": 1e99}', '{"time": "100"}', '{"again": {}}', '{"move": "end"}',
]  # fmt: skip


def test_odd_messages_change_nothing_and_do_not_end_the_connection(running):
    kept = begin_lesson(running)
    token = join(running, kept.code, "Zoë")
    move(running, kept, "start")

    async def tries():
        line = await dial(running, kept.code, "seat", token)
        for text in ODD:
            await line.socket.send(text)
        await line.send({"answer": an_answer("pick", {"chosen": ["0"]})})
        await line.until(lambda s: any("stored" in t for t in s.get("told", ())))

    play(tries())
    assert running.rows("SELECT sent FROM lesson_answer WHERE lesson = ?", kept.id) == [(1,)]


@pytest.mark.parametrize("message", [{}, {"token": "short"}, {"token": 7, "name": "Zoë"}])
def test_a_seat_needs_a_token_of_its_own(running, message):
    kept = begin_lesson(running)
    assert ask(running, f"/live/{kept.code}/seat", message).status == 400


@pytest.mark.parametrize(
    ("names", "asked", "status"), [("free", "", 422), ("free", "sh1t", 422), ("list", "x", 200)]
)
def test_the_policy_for_names_holds_against_raw_requests(running, names, asked, status):
    kept = begin_lesson(running, names=names)
    reply = ask(running, f"/live/{kept.code}/seat", {"token": "t" * 43, "name": asked})
    assert reply.status == status
    assert names == "free" or reply.json["name"] != asked


def test_who_was_sent_out_hears_it_and_can_be_let_in_again(running):
    kept = begin_lesson(running)
    token = join(running, kept.code, "Zoë", Cookie="reportedly_learner=" + "k" * 43)
    host = ask(running, f"/live/{kept.code}/host", token=kept.host_key).json["host"]
    (person,) = host["seats"]
    move(running, kept, "start")
    move(running, kept, "kick", seat=person["id"])
    assert "not in this lesson" in seat(running, kept, token)["me"]["out"]
    answer = an_answer("pick", {"chosen": ["0"]})
    assert "not in this lesson" in send_answer(running, kept, token, answer)["refusal"]
    again = {"token": "n" * 43, "name": "Other"}
    cookie = {"Cookie": "reportedly_learner=" + "k" * 43}
    assert ask(running, f"/live/{kept.code}/seat", again, **cookie).status == 410
    move(running, kept, "readmit", seat=person["id"])
    assert send_answer(running, kept, token, answer)["stored"] == 1


# --- guessing -----------------------------------------------------------------------------------


def test_wrong_codes_slow_down_the_browser_that_tries_them_and_no_other(running):
    kept = begin_lesson(running)
    token = join(running, kept.code, "Zoë")
    guesser = {"Cookie": "reportedly_learner=" + "g" * 43}
    for n in range(WRONG):
        assert ask(running, f"/live/AAAA{n:02}", **guesser).status == 404
    slowed = ask(running, "/live/AAAAAA", **guesser)
    assert slowed.status == 429
    assert 0 < int(slowed.headers["retry-after"]) <= WITHIN
    right = ask(running, f"/live/{kept.code}", **guesser)
    assert right.status == 429, "a right guess is not told from a wrong one"
    assert ask(running, f"/live/{kept.code}", Cookie="reportedly_learner=" + "o" * 43).status == 200
    assert ask(running, f"/live/{kept.code}/seat", token=token, **guesser).status == 200


def test_after_five_minutes_codes_can_be_tried_again():
    now = [0.0]
    guessing = Guessing(lambda: now[0])
    for _ in range(WRONG):
        assert guessing.wait("here", "a") == 0
        guessing.note_wrong("here", "a")
    assert guessing.wait("here", "a") == WITHIN + 1 or guessing.wait("here", "a") == WITHIN
    assert guessing.wait("here", "b") == 0
    now[0] = WITHIN
    assert guessing.wait("here", "a") == 0


def test_throwing_away_the_cookie_helps_only_so_often():
    guessing = Guessing(lambda: 0.0)
    for n in range(WRONG_OF_ADDRESS):
        guessing.note_wrong("here", f"cookie {n}")
    assert guessing.wait("here", "another one") > 0
    assert guessing.wait("elsewhere", "another one") == 0


def test_what_is_told_to_a_seat_and_the_wall_holds_no_secret(running):
    kept = begin_lesson(running)
    token = join(running, kept.code, "Zebulon")
    other = join(running, kept.code, "Miriam")
    move(running, kept, "start")
    payloads = [
        seat(running, kept, token),
        ask(running, f"/live/{kept.code}/screen").json,
        ask(running, f"/live/{kept.code}").json,
    ]
    text = json.dumps(payloads)
    for secret in (
        kept.host_key,
        token,
        other,
        "Miriam",
        "zqwhy",
        "zqexplain",
        "zqmodel",
        "zqnotes",
    ):
        assert secret not in text
