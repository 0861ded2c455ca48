"""The route that answers a card: a message in, what the card shows next out."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from typing import Any
from urllib.parse import urlsplit

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from reportedly.identity import LEARNER_COOKIE, learner_key

LARGEST = 64 * 1024
"""Bytes of a message; a page of writing is about 3,000."""


async def answer_card(request: Request) -> Response:
    """What a card shows next, or who has to draw it.

    200 {"card": ...} to be shown in its place, or {"turn": "closing" | "finished"} where the page
    has to draw; 401 without the learner's cookie, and then the page itself delivers; 404 for an
    attempt that is not this learner's; 503 {"message": ...} while the store cannot be used.
    """
    if not _is_from_here(request):
        return _said(403, "This can only be sent from the quiz's own page.")
    token = request.cookies.get(LEARNER_COOKIE)
    if not token:
        return _said(401, "This browser keeps no cookies.")
    body = b""
    async for chunk in request.stream():
        body += chunk
        if len(body) > LARGEST:
            return _said(413, "This answer is too long.")
    try:
        message = json.loads(body)
    except (ValueError, RecursionError):
        return _said(400, "That answer could not be read. Please choose again.")
    learner = learner_key(token)
    return await run_in_threadpool(_deliver, request.path_params["attempt"], learner, message)


def _deliver(attempt_id: str, learner: str, message: Any) -> Response:
    # Imported with the first answer: the server's start does not wait for the database's library.
    from reportedly import delivery, resources
    from reportedly.store.errors import NoSuchAttempt, StoreError

    try:
        store = resources.attempts()
        turn = delivery.take_turn(store, attempt_id, learner, message, datetime.now(UTC))
        if turn.attempt.is_finished:
            return JSONResponse({"turn": "finished"})
        if turn.is_closing:
            return JSONResponse({"turn": "closing"})
        edition = store.edition(turn.attempt.edition)
        return JSONResponse({"card": delivery.current_card(turn, edition, resources.slips())})
    except NoSuchAttempt as fault:
        return _said(404, str(fault))
    except StoreError as fault:
        return _said(503, f"Your answer is not stored yet. {fault}")


def _is_from_here(request: Request) -> bool:
    """Whether the page that sends it is one of ours: another site cannot send JSON unasked."""
    kind = request.headers.get("content-type", "").split(";")[0].strip()
    origin = request.headers.get("origin")
    host = request.headers.get("x-forwarded-host") or request.headers.get("host", "")
    try:
        return kind == "application/json" and (not origin or urlsplit(origin).netloc == host)
    except ValueError:  # an origin that no browser sends
        return False


def _said(status: int, sentence: str) -> Response:
    return JSONResponse({"message": sentence}, status)
