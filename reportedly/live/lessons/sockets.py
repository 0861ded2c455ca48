"""One connection: what comes in, what goes out, and when it is given up."""

from __future__ import annotations

import asyncio
import json
import time
from collections.abc import Mapping
from typing import Any

from starlette.websockets import WebSocket, WebSocketDisconnect

from reportedly.classroom.moves import Do, Move, MoveRefused
from reportedly.classroom.seats import PersonalTime, Seat
from reportedly.classroom.tallies import Vote
from reportedly.live.lessons.hub import Hub
from reportedly.live.lessons.room import Link, Room
from reportedly.quiz.marking import Certainty
from reportedly.quiz.response import ResponseRefused, ResponseUnclear
from reportedly.store import seating
from reportedly.store.errors import StoreError
from reportedly.store.voting import Sent

LARGEST = 64 * 1024
"""Characters of a message; a page of writing is about 3,000."""

BURST, PER_SECOND = 40, 8
"""Messages that one connection may send at once, and in the long run."""

# Codes of our own: https://datatracker.ietf.org/doc/html/rfc6455#section-7.4.2
GONE, NOT_YOURS, TOO_LARGE, TOO_MANY, DEAD = 4004, 4003, 4009, 4029, 4008

UNREADABLE = "That answer could not be read. Please choose again."


async def serve(socket: WebSocket, hub: Hub, room: Room, link: Link) -> None:
    """Talks with a browser until one of the two is gone."""
    hub.come(room, link)
    sender = asyncio.create_task(_send(socket, hub, room, link))
    link.wake.set()
    try:
        await _receive(socket, hub, room, link)
    except (WebSocketDisconnect, RuntimeError, OSError, KeyError):
        pass  # The browser left, the sender has closed, or it was sent something but text.
    finally:
        sender.cancel()
        hub.go(room, link)


async def _send(socket: WebSocket, hub: Hub, room: Room, link: Link) -> None:
    """Sends whole snapshots; whoever is slow gets the latest one and not all between."""
    try:
        while True:
            await link.wake.wait()
            link.wake.clear()
            if link.is_gone:
                await socket.close(GONE)
                return
            # Whoever takes in nothing for long is given up by the receiver's own limit.
            await socket.send_text(room.snapshot(link, hub.clock.now()))
    except (WebSocketDisconnect, RuntimeError, OSError):
        pass  # The receiver ends with the connection.


async def _receive(socket: WebSocket, hub: Hub, room: Room, link: Link) -> None:
    try:
        async with asyncio.timeout(hub.pace.silent) as silence:
            await _converse(socket, hub, room, link, silence)
    except TimeoutError:
        # Half open: a farewell may wait for ever on a line that takes nothing in.
        try:
            async with asyncio.timeout(hub.pace.farewell):
                await socket.close(DEAD)
        except TimeoutError:
            pass


async def _converse(
    socket: WebSocket, hub: Hub, room: Room, link: Link, silence: asyncio.Timeout
) -> None:
    left, last = float(BURST), time.monotonic()
    while True:
        text = await socket.receive_text()
        silence.reschedule(asyncio.get_running_loop().time() + hub.pace.silent)
        if len(text) > LARGEST:
            await socket.close(TOO_LARGE)
            return
        now = time.monotonic()
        left, last = min(BURST, left + (now - last) * PER_SECOND) - 1, now
        if left < 0:
            await socket.close(TOO_MANY)
            return
        if text == "ping":
            await socket.send_text("pong")
            continue
        try:
            await take(hub, room, link, read_object(text))
        except StoreError:
            link.wake.set()  # What was not stored shows again as it is stored.


def read_object(text: str | bytes) -> Mapping[str, Any]:
    """What a browser sent; nothing if it is no JSON object."""
    try:
        message = json.loads(text)
    except (ValueError, RecursionError):
        return {}
    return message if isinstance(message, dict) else {}


async def take(hub: Hub, room: Room, link: Link, message: Mapping[str, Any]) -> None:
    """Does what a message asks for, as far as this kind of connection may."""
    if link.role == "host" and "move" in message:
        refusal = await make_move(hub, room, message)
        if refusal:
            link.wake.set()
    elif link.seat is not None:
        seat = link.seat
        if "answer" in message:
            told = await take_answer(hub, room, seat, message["answer"])
            link.told.append(told)
            if not room.kept.lesson.is_live and "stored" in told:
                # The explanation of this very answer comes next, not the next question.
                link.at = room.kept.lesson.plan.questions.index(told["question"])
            room.wake_seat(seat.id)
        elif "at" in message:
            at = message["at"]
            link.at = at if isinstance(at, int) else None
            link.wake.set()
        elif "time" in message and message["time"] in list(PersonalTime):
            time = PersonalTime(message["time"])
            await hub.change_seat(room, lambda: seating.set_time(hub.lessons, seat, time))
        elif isinstance(message.get("unlisted"), bool):
            unlisted = bool(message["unlisted"])
            await hub.change_seat(
                room, lambda: seating.set_unlisted(hub.lessons, room.kept, seat, unlisted)
            )
        elif "again" in message and message["again"] == seat.round:
            # Of the try that it ends: pressed twice, it would take two.
            await hub.change_seat(room, lambda: seating.next_try(hub.lessons, room.kept, seat))


async def take_answer(hub: Hub, room: Room, seat: Seat, sent: object) -> dict[str, Any]:
    """Stores an answer. Returns: what to tell the browser that sent it.

    With `stored`, the answer is in the database; with `refusal` it does not count; with `message`
    alone it may be changed or sent again.
    """
    answer = sent if isinstance(sent, dict) else {}
    question_id, number, round = answer.get("question"), answer.get("sent"), answer.get("round")
    told = {"question": question_id, "sent": number, "round": round}
    is_known = isinstance(question_id, str) and question_id in room.kept.lesson.plan.questions
    if not is_known or type(number) is not int or type(round) is not int:
        return told | {"message": UNREADABLE}
    if not (0 < number < 10**6 and 0 < round < 10):
        return told | {"message": UNREADABLE}
    question = room.edition.question(str(question_id))
    asks = room.kept.lesson.plan.asks_how_sure(question.id)
    try:
        response = question.read(answer.get("response"), room.board.layout(question))
        said = answer.get("certainty")
        certainty = Certainty(said) if said and asks else None
    except ResponseUnclear as unclear:
        return told | {"message": str(unclear)}
    except (ResponseRefused, ValueError):
        return told | {"message": UNREADABLE}
    vote = Vote(seat.id, question.id, round, response, certainty)
    try:
        sent_now = Sent(
            room.kept.id, seat, vote, number, hub.clock.now(), seen=room.expected_by(vote)
        )
        outcome = await hub.answer(room, seat, sent_now)
    except StoreError as fault:
        return told | {"message": f"Your answer is not stored yet. {fault}", "again": True}
    if outcome.refusal is not None:
        return told | {"refusal": outcome.refusal}
    assert outcome.stored is not None
    return told | {"stored": outcome.stored.sent}


async def make_move(hub: Hub, room: Room, message: Mapping[str, Any]) -> str | None:
    """Makes a move of the host's. Returns: why not, if it was refused."""
    seen = message.get("seen")
    try:
        move = Move(
            Do(str(message.get("move"))),
            question=str(message.get("question") or ""),
            seat=str(message.get("seat") or ""),
        )
        if move.do is Do.CREDIT:
            return "Time is given back by the server."
        await hub.move(room, move, seen if isinstance(seen, int) else None)
    except (MoveRefused, StoreError) as refused:
        return str(refused)
    except ValueError:
        return "There is no such move."
    return None
