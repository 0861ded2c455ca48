"""The routes that the app adds to Streamlit's own."""

from __future__ import annotations

from pathlib import Path

from starlette.middleware import Middleware
from starlette.responses import Response
from starlette.routing import BaseRoute, Mount, Route
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


def routes() -> list[BaseRoute]:
    """The browser's own code, and where a card sends what a learner does."""
    return [
        Mount("/assets", app=_Revalidated(directory=WEB)),
        Route("/attempts/{attempt}", answer_card, methods=["POST"]),
    ]


def middleware() -> list[Middleware]:
    """What wraps every request."""
    return [Middleware(SafeHeaders), Middleware(LearnerCookie)]
