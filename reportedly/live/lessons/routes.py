"""The addresses of live classes, and who may ask for what.

A seat shows its token, a host the lesson's key; the projector knows the code. No address of a host
takes a seat's token.
"""

from __future__ import annotations

import asyncio
import io
from collections.abc import Awaitable, Callable
from functools import partial
from hmac import compare_digest
from secrets import randbits, token_hex

import segno
from starlette.requests import HTTPConnection, Request
from starlette.responses import JSONResponse, Response
from starlette.routing import BaseRoute, Route, WebSocketRoute
from starlette.websockets import WebSocket, WebSocketDisconnect

from reportedly.classroom.codes import read_code
from reportedly.classroom.seats import NameRefused, Seat
from reportedly.identity import LEARNER_COOKIE
from reportedly.live.lessons import pages
from reportedly.live.lessons.address import is_here_only, join_address
from reportedly.live.lessons.guessing import WITHIN, Guessing
from reportedly.live.lessons.hub import Hub
from reportedly.live.lessons.room import Link, Room
from reportedly.live.lessons.sockets import (
    LARGEST,
    NOT_YOURS,
    make_move,
    read_object,
    serve,
    take,
)
from reportedly.live.same_site import is_from_here
from reportedly.store import seating
from reportedly.store.errors import StoreError
from reportedly.store.lessons import Kept, NoSuchLesson
from reportedly.store.seating import Guest, NameTaken

HELLO = 10.0
"""Seconds in which a socket has to say who it is."""

_NO_STORE = {"cache-control": "no-store"}
NOT_FROM_HERE = "This can only be sent from the class's own page."
NOT_SEATED = "You are not in this lesson yet. Please join it."
NOT_HOST = "Only the host of this lesson can do this."
UNKNOWN = "There is no lesson with this code. Please check it against the screen."

Answer = Callable[[Request, Room], Awaitable[Response]]


class Refused(Exception):
    """Why a request is not answered."""

    def __init__(self, status: int, sentence: str, wait: int = 0) -> None:
        super().__init__(sentence)
        self.status, self.sentence, self.wait = status, sentence, wait

    @property
    def response(self) -> Response:
        """What the browser is told."""
        headers = _NO_STORE | ({"retry-after": str(self.wait)} if self.wait else {})
        return JSONResponse({"message": self.sentence}, self.status, headers)


class LiveRoutes:
    """The addresses of the lessons of one hub.

    Args:
        hub: Its rooms.
        retention_days: How long what a lesson holds is kept, for learners to read.
    """

    def __init__(self, hub: Hub, retention_days: int) -> None:
        self._hub = hub
        self._seat_page = partial(pages.seat_page, retention_days=retention_days)
        self._guessing = Guessing()

    def routes(self) -> list[BaseRoute]:
        """All of them."""
        return [
            Route("/join", self._seat_page),
            Route("/join/{code}", self._seat_page),
            Route("/screen/{code}", pages.screen_page),
            Route("/live/{name}.js", pages.script),
            Route("/live/{code}", self._to(self._about)),
            Route("/live/{code}/qr.svg", self._to(self._picture)),
            Route("/live/{code}/screen", self._to(self._screen)),
            Route("/live/{code}/seat", self._to(self._seat), methods=["GET"]),
            Route("/live/{code}/seat", self._to(self._join), methods=["POST"]),
            Route("/live/{code}/seat/answer", self._to(self._answer), methods=["POST"]),
            Route("/live/{code}/seat/tell", self._to(self._tell), methods=["POST"]),
            Route("/live/{code}/host", self._to(self._host)),
            Route("/live/{code}/host/move", self._to(self._move), methods=["POST"]),
            WebSocketRoute("/live/{code}/{role}/socket", self._socket),
        ]

    def _to(self, answer: Answer) -> Callable[[Request], Awaitable[Response]]:
        async def endpoint(request: Request) -> Response:
            try:
                if request.method == "POST" and not is_from_here(request.headers):
                    raise Refused(403, NOT_FROM_HERE)
                return await answer(request, await self._room(request))
            except Refused as refused:
                return refused.response
            except StoreError as fault:
                return Refused(503, str(fault)).response

        return endpoint

    # --- finding the lesson ---------------------------------------------------------------------

    async def _room(self, request: HTTPConnection) -> Room:
        """The room of the code in the address. Raises: Refused, StoreError."""
        address = request.client.host if request.client else ""
        cookie = request.cookies.get(LEARNER_COOKIE, "")
        wait = self._guessing.wait(address, cookie)
        try:
            code = read_code(request.path_params["code"])
            if code is None:
                raise NoSuchLesson
            kept = await self._hub.find(code)
        except NoSuchLesson:
            self._guessing.note_wrong(address, cookie)
            raise (_slowed_down(wait) if wait else Refused(404, UNKNOWN)) from None
        if wait and not await self._is_known(request, kept):
            raise _slowed_down(wait)
        return await self._hub.room(kept.id)

    async def _is_known(self, request: HTTPConnection, kept: Kept) -> bool:
        """Whether somebody is past guessing: a seat or the host of this lesson."""
        token = _token(request)
        return bool(token) and (
            compare_digest(token.encode(), kept.host_key.encode())
            or await self._hub.run(seating.find, self._hub.lessons, kept.id, token) is not None
        )

    async def _seated(self, token: str, room: Room) -> Seat:
        seat = await self._hub.run(seating.find, self._hub.lessons, room.kept.id, token)
        if not token or seat is None:
            raise Refused(401, NOT_SEATED)
        await self._hub.recall(room, seat)
        return seat

    def _check_host(self, token: str, room: Room) -> None:
        if not token or not compare_digest(token.encode(), room.kept.host_key.encode()):
            raise Refused(403, NOT_HOST)

    # --- learners -------------------------------------------------------------------------------

    async def _about(self, _request: Request, room: Room) -> Response:
        lesson = room.kept.lesson
        told = {
            "code": room.kept.code,
            "title": lesson.plan.title,
            "names": lesson.plan.names,
            "pacing": lesson.plan.pacing,
            "over": lesson.is_over(self._hub.clock.now()),
            "standings": lesson.plan.standings,
            "deadline": None if lesson.plan.deadline is None else lesson.plan.deadline.isoformat(),
        }
        return JSONResponse(told, headers=_NO_STORE)

    async def _join(self, request: Request, room: Room) -> Response:
        sent = read_object(await _body(request))
        token, name = sent.get("token"), sent.get("name")
        if not isinstance(token, str) or not 32 <= len(token) <= 64:
            raise Refused(400, "This could not be read. Please reload the page.")
        guest = Guest(token, request.cookies.get(LEARNER_COOKIE, ""), str(name or "")[:200])
        try:
            seat = await self._hub.run(
                lambda: seating.join(
                    self._hub.lessons,
                    room.kept.id,
                    guest,
                    seat_id=token_hex(12),
                    seed=randbits(48),
                    now=self._hub.clock.now(),
                )
            )
        except NameRefused as refused:
            raise Refused(422, str(refused)) from refused
        except NameTaken as taken:
            raise Refused(409, str(taken)) from taken
        except (seating.LessonOver, seating.SentOut, seating.LessonFull) as refused:
            raise Refused(410, str(refused)) from refused
        self._hub.list_soon(room)
        return JSONResponse({"name": seat.name, "code": room.kept.code}, headers=_NO_STORE)

    async def _seat(self, request: Request, room: Room) -> Response:
        seat = await self._seated(_token(request), room)
        at = request.query_params.get("at", "")
        link = Link("seat", seat, int(at) if at.isdecimal() and len(at) < 5 else None)
        return _json(room.snapshot(link, self._hub.clock.now()))

    async def _answer(self, request: Request, room: Room) -> Response:
        seat = await self._seated(_token(request), room)
        link = Link("seat", seat)
        await take(self._hub, room, link, {"answer": read_object(await _body(request))})
        return _json(room.snapshot(link, self._hub.clock.now()))

    async def _tell(self, request: Request, room: Room) -> Response:
        """More time, another question, another try: whatever else a seat's socket takes."""
        link = Link("seat", await self._seated(_token(request), room))
        await take(self._hub, room, link, read_object(await _body(request)))
        link.seat = await self._seated(_token(request), room)
        return _json(room.snapshot(link, self._hub.clock.now()))

    # --- projector ------------------------------------------------------------------------------

    async def _screen(self, _request: Request, room: Room) -> Response:
        await self._hub.catch_up(room)
        return _json(room.snapshot(Link("screen"), self._hub.clock.now()))

    async def _picture(self, request: Request, room: Room) -> Response:
        address = await self._hub.run(join_address, request)
        drawn = io.BytesIO()
        link = f"{address}/join/{room.kept.code}"
        segno.make(link, error="m", micro=False).save(drawn, kind="svg", border=3, light="#fff")
        told = {"x-join-address": address, "x-here-only": str(int(is_here_only(address)))}
        return Response(drawn.getvalue(), media_type="image/svg+xml", headers=_NO_STORE | told)

    # --- host -----------------------------------------------------------------------------------

    async def _host(self, request: Request, room: Room) -> Response:
        self._check_host(_token(request), room)
        await self._hub.host_asks(room)
        return _json(room.snapshot(Link("host"), self._hub.clock.now()))

    async def _move(self, request: Request, room: Room) -> Response:
        self._check_host(_token(request), room)
        refusal = await make_move(self._hub, room, read_object(await _body(request)))
        if refusal is not None:
            raise Refused(409, refusal)
        return _json(room.snapshot(Link("host"), self._hub.clock.now()))

    # --- sockets --------------------------------------------------------------------------------

    async def _socket(self, socket: WebSocket) -> None:
        role = socket.path_params["role"]
        if not is_from_here(socket.headers) or role not in ("seat", "screen", "host"):
            await socket.close()  # before it is accepted: the browser gets a 403
            return
        await socket.accept()
        try:
            # The token comes as the first message: addresses are written into logs.
            async with asyncio.timeout(HELLO):
                hello = read_object((await socket.receive_text())[:LARGEST])
            socket.scope["reportedly_token"] = str(hello.get("token") or "")
            room = await self._room(socket)
            link = await self._link(role, str(hello.get("token") or ""), room)
        except (Refused, StoreError) as refused:
            status = refused.status if isinstance(refused, Refused) else 503
            sentence = refused.sentence if isinstance(refused, Refused) else str(refused)
            await socket.send_json({"refused": status, "message": sentence})
            await socket.close(NOT_YOURS)
            return
        except (WebSocketDisconnect, RuntimeError, OSError, KeyError):
            return  # gone, or silent, before it said who it is
        await serve(socket, self._hub, room, link)

    async def _link(self, role: str, token: str, room: Room) -> Link:
        if role == "seat":
            return Link("seat", await self._seated(token, room))
        if role == "host":
            self._check_host(token, room)
            return Link("host")
        return Link("screen")


def _token(request: HTTPConnection) -> str:
    if told := request.scope.get("reportedly_token"):
        return str(told)
    kind, _, token = request.headers.get("authorization", "").partition(" ")
    return token.strip() if kind.lower() == "bearer" else ""


def _slowed_down(wait: int) -> Refused:
    minutes = max(1, round(wait / 60))
    most = round(WITHIN / 60)
    told = f"Too many wrong codes within {most} minutes. Please wait about {minutes} min."
    return Refused(429, told, wait)


async def _body(request: Request) -> bytes:
    body = b""
    async for chunk in request.stream():
        body += chunk
        if len(body) > LARGEST:
            raise Refused(413, "This answer is too long.")
    return body


def _json(text: str) -> Response:
    return Response(text, media_type="application/json", headers=_NO_STORE)
