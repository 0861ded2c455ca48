"""The routes that the app adds to Streamlit's own."""

from __future__ import annotations

from pathlib import Path

from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import FileResponse, Response
from starlette.routing import BaseRoute, Mount, Route, Router
from starlette.staticfiles import StaticFiles
from starlette.types import ASGIApp, Message, Receive, Scope, Send

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


class _SignInLater:
    """Signing in, imported when the first instructor comes: the start does not wait for it."""

    def __init__(self, home: Path) -> None:
        self._home = home
        self._router: Router | None = None

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Hands on to the routes of signing in."""
        if self._router is None:
            from reportedly.live.sign_in import SignIn

            self._router = Router(SignIn(self._home).routes())
        await self._router(scope, receive, send)


async def _icon(_request: Request) -> Response:
    """The tab's icon, at the address that Streamlit's page names; browsers go by the type."""
    return FileResponse(WEB / "icon.svg", media_type="image/svg+xml")


def routes(home: Path) -> list[BaseRoute]:
    """The browser's own code and icon, where a card sends what a learner does, and signing in.

    Args:
        home: The folder of app.py.
    """
    sign_in = _SignInLater(home)
    return [
        Mount("/assets", app=_Revalidated(directory=WEB)),
        Route("/favicon.png", _icon),
        Route("/attempts/{attempt}", answer_card, methods=["POST"]),
        *(Route(path, sign_in) for path in ("/sign-in", "/sign-out", "/passphrase")),
    ]


def middleware() -> list[Middleware]:
    """What wraps every request."""
    return [Middleware(SafeHeaders), Middleware(LearnerCookie)]
