"""The routes that the app adds to Streamlit's own."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from threading import Lock

from starlette.concurrency import run_in_threadpool
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import FileResponse, JSONResponse, RedirectResponse, Response
from starlette.routing import BaseRoute, Mount, Route, Router, WebSocketRoute
from starlette.staticfiles import StaticFiles
from starlette.types import ASGIApp, Message, Receive, Scope, Send
from starlette.websockets import WebSocketClose

from reportedly.live.answering import answer_card
from reportedly.live.cookie import LearnerCookie

WEB = Path(__file__).parent.parent / "web"


class _Revalidated(StaticFiles):
    """Files that a browser asks about each time: an update is seen at once, a repeat costs 304."""

    def file_response(self, *args: object, **kwargs: object) -> Response:
        response = super().file_response(*args, **kwargs)  # type: ignore[arg-type]
        response.headers["cache-control"] = "no-cache"
        return response


class SafeHeaders:
    """Headers that keep other sites from framing the app or guessing what a file is."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Adds the headers to every HTTP response."""

        async def send_with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                message["headers"] = [
                    *message.get("headers", []),
                    (b"x-content-type-options", b"nosniff"),
                    (b"x-frame-options", b"SAMEORIGIN"),
                    (b"referrer-policy", b"same-origin"),
                ]
            await send(message)

        await self.app(scope, receive, send_with_headers if scope["type"] == "http" else send)


class _Later:
    """Routes that are made when the first request for them comes: the start does not wait."""

    def __init__(self, make: Callable[[], list[BaseRoute]]) -> None:
        self._make = make
        self._router: Router | None = None
        self._turn = Lock()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Hands on to the routes."""
        if self._router is None:
            from reportedly.settings import SettingRefused
            from reportedly.store.errors import StoreError

            try:
                made = await run_in_threadpool(self._made_once)
            except (StoreError, SettingRefused) as fault:
                await _unavailable(str(fault), scope, receive, send)
                return
            self._router = made
        await self._router(scope, receive, send)

    def _made_once(self) -> Router:
        with self._turn:
            return self._router or Router(self._make())


async def _unavailable(sentence: str, scope: Scope, receive: Receive, send: Send) -> None:
    if scope["type"] == "websocket":
        await WebSocketClose()(scope, receive, send)
    else:
        await JSONResponse({"message": sentence}, 503)(scope, receive, send)


def _sign_in(home: Path) -> list[BaseRoute]:
    from reportedly import resources
    from reportedly.live.sign_in import SignIn

    return SignIn(home, resources.instructors).routes()


def _classes() -> list[BaseRoute]:
    from reportedly import resources
    from reportedly.classroom.views import Words
    from reportedly.files.markdown import to_html
    from reportedly.live.lessons.hub import Hub
    from reportedly.live.lessons.routes import LiveRoutes

    words = Words(to_html, resources.slips(), resources.skills())
    days = resources.settings().retention_days
    return LiveRoutes(Hub(resources.lessons(), words), days).routes()


def _printing(home: Path) -> list[BaseRoute]:
    from reportedly.live.printing.routes import Printing

    return Printing(home).routes()


async def _icon(_request: Request) -> Response:
    """The tab's icon, at the address that Streamlit's page names; browsers go by the type."""
    return FileResponse(WEB / "icon.svg", media_type="image/svg+xml")


async def _first_page(_request: Request) -> Response:
    """The list of quizzes has no address but the app's own; whoever types its name meant that."""
    return RedirectResponse("./", 307)


def routes(home: Path) -> list[BaseRoute]:
    """The browser's own code, answers of cards, live classes, pages to print, and signing in.

    Args:
        home: The folder of app.py.
    """
    sign_in, classes = _Later(partial(_sign_in, home)), _Later(_classes)
    printing = _Later(partial(_printing, home))
    return [
        Mount("/assets", app=_Revalidated(directory=WEB)),
        Route("/favicon.png", _icon),
        Route("/quizzes", _first_page),
        Route("/attempts/{attempt}", answer_card, methods=["POST"]),
        *(Route(path, sign_in) for path in ("/sign-in", "/sign-out", "/passphrase")),
        # Mounted where they are: a class's addresses are told apart further in.
        *(Route(path, classes) for path in ("/join", "/join/{code}", "/screen/{code}")),
        Route("/print/{what}/{name}", printing),
        Route("/live/{path:path}", classes),
        WebSocketRoute("/live/{path:path}", classes),
    ]


def middleware() -> list[Middleware]:
    """What wraps every request."""
    return [Middleware(SafeHeaders), Middleware(LearnerCookie)]
