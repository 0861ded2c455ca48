"""Routes by which instructors sign in and out and change their passphrase."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from math import ceil
from pathlib import Path
from urllib.parse import parse_qsl

from starlette.requests import ClientDisconnect, Request
from starlette.responses import HTMLResponse, RedirectResponse, Response
from starlette.routing import BaseRoute, Route

from reportedly import credentials
from reportedly.identity import INSTRUCTOR_COOKIE
from reportedly.live import sign_in_page as page
from reportedly.live.same_site import inside, is_from_here, is_https
from reportedly.live.sign_in_page import Said
from reportedly.settings import SettingRefused, has_sign_in_service
from reportedly.store.errors import StoreError
from reportedly.store.instructors import Instructor, Instructors

LASTS = timedelta(hours=12)

_LARGEST_FORM = 8 * 1024
_SAFE = {
    "cache-control": "no-store",
    "content-security-policy": (
        "default-src 'none'; style-src 'self'; img-src data:; form-action 'self'; "
        "base-uri 'none'; frame-ancestors 'none'"
    ),
}

Form = Mapping[str, str]


@dataclass(frozen=True)
class Sent:
    """What a browser sent.

    Attributes:
        form: The fields of the form, or of the address.
        cookie: The instructor's, or "".
        address: Of the client.
        secure: Whether it came by TLS.
    """

    form: Form
    cookie: str
    address: str
    secure: bool


class SignIn:
    """The sign-in of one app.

    All that takes time happens in two threads of its own: looking at a passphrase takes 64 MiB
    and a tenth of a second, and pages of learners must not wait for it.

    Args:
        home: The folder of app.py.
        instructors: What the database knows of them. May raise StoreError, SettingRefused.
    """

    def __init__(self, home: Path, instructors: Callable[[], Instructors]) -> None:
        self._home = home
        self._instructors = instructors
        self._threads = ThreadPoolExecutor(max_workers=2, thread_name_prefix="sign-in")

    def routes(self) -> list[BaseRoute]:
        """The addresses that this answers."""
        return [
            Route("/sign-in", self._to(self._show), methods=["GET"]),
            Route("/sign-in", self._to(self._sign_in), methods=["POST"]),
            Route("/sign-out", self._to(self._sign_out), methods=["POST"]),
            Route("/passphrase", self._to(self._change), methods=["POST"]),
        ]

    def _to(self, answer: Callable[[Sent], Response]) -> Callable[..., object]:
        async def endpoint(request: Request) -> Response:
            if request.method != "POST":
                form: Form | None = dict(request.query_params)
            elif not is_from_here(request.headers):
                return _told(403, "This form was sent from another site, so nothing was done.")
            else:
                form = await _read_form(request)
            if form is None:
                return _told(400, "This form could not be read, so nothing was done.")
            sent = Sent(
                form=form,
                cookie=request.cookies.get(INSTRUCTOR_COOKIE, ""),
                address=request.client.host if request.client else "",
                secure=is_https(request.scope),
            )
            loop = asyncio.get_running_loop()
            return await loop.run_in_executor(self._threads, self._guarded, answer, sent)

        return endpoint

    def _guarded(self, answer: Callable[[Sent], Response], sent: Sent) -> Response:
        if has_sign_in_service(self._home):
            # The pages themselves send instructors to the service and back.
            return _go(inside(sent.form.get("next", "")) or "/")
        try:
            return answer(sent)
        except (StoreError, SettingRefused) as fault:
            return _told(503, str(fault))

    def _show(self, sent: Sent) -> Response:
        now = datetime.now(UTC)
        who = self._who(sent, now)
        next_page = inside(sent.form.get("next", ""))
        if who is None:
            return _html(200, page.signed_out(None, next_page=next_page))
        if next_page:
            return _go(next_page)
        done = Said("The passphrase is changed.", is_good=True) if "changed" in sent.form else None
        return _signed_in(200, who, now, done)

    def _sign_in(self, sent: Sent) -> Response:
        now = datetime.now(UTC)
        name = " ".join(sent.form.get("name", "").split())
        next_page = inside(sent.form.get("next", ""))

        def refused(status: int, said: Said, wait: int = 0) -> Response:
            html = page.signed_out(said, name=name[: page.LONGEST_NAME], next_page=next_page)
            return _html(status, html, wait)

        if not name or len(name) > page.LONGEST_NAME or not name.isprintable():
            told = f"Please give your name, in at most {page.LONGEST_NAME} characters."
            return refused(400, Said(told, "name"))
        if not sent.form.get("passphrase", "").strip():
            return refused(400, Said("Please give the passphrase.", "passphrase"))
        holding = self._instructors().passphrase()
        if holding is None:
            return refused(503, Said(_NONE_YET))
        if wait := self._begin_try(sent, holding, now):
            return refused(429, Said(_please_wait(wait), "passphrase"), wait)
        if not credentials.matches(sent.form["passphrase"], holding):
            return refused(403, Said("This is not the passphrase.", "passphrase"))
        return self._open(sent, holding, name, now, next_page or "/desk")

    def _sign_out(self, sent: Sent) -> Response:
        now = datetime.now(UTC)
        if self._who(sent, now) is not None:
            if sent.form.get("everywhere"):
                self._instructors().close_all_sessions()
            elif token := self._token(sent):
                self._instructors().close_session(token)
        response = _go("/sign-in")
        response.delete_cookie(
            INSTRUCTOR_COOKIE, path="/", secure=sent.secure, httponly=True, samesite="lax"
        )
        return response

    def _change(self, sent: Sent) -> Response:
        now = datetime.now(UTC)
        who = self._who(sent, now)
        holding = self._instructors().passphrase()
        if who is None or holding is None:
            told = Said("Please sign in first; the passphrase is as it was.")
            return _html(403, page.signed_out(told))
        new = sent.form.get("new", "")
        if refusal := credentials.why_refused(new):
            return _signed_in(400, who, now, Said(refusal, "new"))
        if new != sent.form.get("again", ""):
            told = Said("The two are not the same; the passphrase is as it was.", "again")
            return _signed_in(400, who, now, told)
        if wait := self._begin_try(sent, holding, now):
            return _signed_in(429, who, now, Said(_please_wait(wait), "passphrase"), wait)
        if not credentials.matches(sent.form.get("passphrase", ""), holding):
            told = Said("This is not the passphrase until now.", "passphrase")
            return _signed_in(403, who, now, told)
        changed = credentials.hashed(new)
        self._instructors().set_passphrase(changed, now)
        # Every sign-in has ended, so this browser gets a new one.
        return self._open(sent, changed, who.name, now, "/sign-in?changed=yes")

    def _who(self, sent: Sent, now: datetime) -> Instructor | None:
        return self._instructors().by_cookie(sent.cookie, now) if sent.cookie else None

    def _token(self, sent: Sent) -> str | None:
        holding = self._instructors().passphrase()
        return credentials.token_of(sent.cookie, holding.secret) if holding else None

    def _begin_try(self, sent: Sent, holding: credentials.Passphrase, now: datetime) -> int:
        client = credentials.client_key(sent.address, holding.secret)
        return self._instructors().begin_try(client, now)

    def _open(
        self,
        sent: Sent,
        holding: credentials.Passphrase,
        name: str,
        now: datetime,
        next_page: str,
    ) -> Response:
        """Signs somebody in who knew the passphrase."""
        store = self._instructors()
        store.forgive_tries(credentials.client_key(sent.address, holding.secret))
        token = credentials.new_token()
        # Were the passphrase changed since it was looked at, the cookie's signature would not
        # hold, so nobody comes in with the old one.
        store.open_session(token, name, now, now + LASTS)
        response = _go(next_page)
        response.set_cookie(
            INSTRUCTOR_COOKIE,
            credentials.signed(token, holding.secret),
            max_age=int(LASTS.total_seconds()),
            path="/",
            secure=sent.secure,
            httponly=True,
            samesite="lax",
        )
        return response


_NONE_YET = (
    "No passphrase has been made yet. Whoever runs the app makes one with: "
    "python -m reportedly passphrase"
)


async def _read_form(request: Request) -> Form | None:
    """The fields of the form, or None if it is too large or something else."""
    kind = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    if kind != "application/x-www-form-urlencoded":
        return None
    body = b""
    try:
        async for part in request.stream():
            body += part
            if len(body) > _LARGEST_FORM:
                return None
        return dict(parse_qsl(body.decode("utf-8"), keep_blank_values=True, max_num_fields=20))
    except (ClientDisconnect, ValueError):
        return None


def _please_wait(seconds: int) -> str:
    minutes = ceil(seconds / 60)
    time = f"{seconds} seconds" if seconds < 60 else f"about {minutes} minutes"
    time = {"1 seconds": "1 second", "about 1 minutes": "about a minute"}.get(time, time)
    return f"Too many wrong tries from here; try again in {time}."


def _signed_in(
    status: int, who: Instructor, now: datetime, said: Said | None, wait: int = 0
) -> Response:
    hours = max(1, ceil((who.until - now) / timedelta(hours=1)))
    return _html(status, page.signed_in(said, name=who.name, hours=hours), wait)


def _told(status: int, sentence: str) -> Response:
    return _html(status, page.only_told("That did not work", Said(sentence)))


def _html(status: int, html: str, wait: int = 0) -> Response:
    headers = {**_SAFE, "retry-after": str(wait)} if wait else _SAFE
    return HTMLResponse(html, status, headers)


def _go(to: str) -> RedirectResponse:
    # 303: the browser asks for the next page with GET, so a reload sends nothing again.
    return RedirectResponse(to, 303, {"cache-control": "no-store"})
