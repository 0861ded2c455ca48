"""A random cookie that brings a learner back to their own attempts."""

from __future__ import annotations

import re
from http import HTTPStatus
from http.cookies import CookieError, SimpleCookie
from secrets import token_urlsafe

from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from reportedly.identity import LEARNER_COOKIE
from reportedly.live.same_site import is_https

DAYS = 180

_TOKEN = re.compile(r"[A-Za-z0-9_-]{43}")


class LearnerCookie:
    """Gives each browser that opens a page a random name of its own.

    Only pages set it (not scripts, pictures or sockets), and only when it is missing, so that
    two requests of one page never hand out two names. A browser that has the page but not the
    cookie any more is told only that the page is as it was, and gets the cookie with that.
    Page scripts read it from the request.
    """

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Passes everything on; adds the cookie to a page's response."""
        if scope["type"] != "http" or scope["method"] != "GET" or _has_cookie(Headers(scope=scope)):
            await self.app(scope, receive, send)
            return

        # Only who opens a page asks for this; its scripts and pictures do not.
        wants_page = "text/html" in Headers(scope=scope).get("accept", "")

        async def send_with_cookie(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                is_page = headers.get("content-type", "").startswith("text/html")
                if is_page or (message["status"] == HTTPStatus.NOT_MODIFIED and wants_page):
                    headers.append("set-cookie", _new_cookie(secure=is_https(scope)))
            await send(message)

        await self.app(scope, receive, send_with_cookie)


def _has_cookie(headers: Headers) -> bool:
    try:
        cookies = SimpleCookie(headers.get("cookie", ""))
    except CookieError:
        return False
    return LEARNER_COOKIE in cookies and bool(_TOKEN.fullmatch(cookies[LEARNER_COOKIE].value))


def _new_cookie(*, secure: bool) -> str:
    cookie: SimpleCookie = SimpleCookie()
    cookie[LEARNER_COOKIE] = token_urlsafe(32)
    morsel = cookie[LEARNER_COOKIE]
    morsel["path"], morsel["max-age"] = "/", DAYS * 24 * 60 * 60
    morsel["httponly"], morsel["samesite"], morsel["secure"] = True, "Lax", secure
    return morsel.OutputString()
