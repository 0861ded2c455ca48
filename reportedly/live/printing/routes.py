"""The addresses of the pages to print, all for instructors only."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from html import escape
from pathlib import Path
from urllib.parse import quote

from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response
from starlette.routing import BaseRoute, Route

from reportedly import resources
from reportedly.classroom.codes import read_code
from reportedly.classroom.printed import Held, lesson_html
from reportedly.classroom.record import record
from reportedly.files.markdown import to_html
from reportedly.live.printing.access import Access
from reportedly.live.printing.options import (
    Options,
    links_html,
    read_options,
    told_html,
    tools_html,
)
from reportedly.quiz.edition import Edition
from reportedly.quiz.paper.document import Running, document
from reportedly.quiz.paper.keys import KeyWords
from reportedly.quiz.paper.pages import key_html, sheet_html
from reportedly.quiz.paper.sheet import Sheet, draw_sheet
from reportedly.settings import SettingRefused
from reportedly.store import voting
from reportedly.store.errors import StoreError
from reportedly.store.lessons import NoSuchLesson

_HEADERS = {
    "cache-control": "no-store",
    "content-security-policy": (
        "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src data:; "
        "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
    ),
}
ENDED = "This link has ended. Please open the page again from the desk."


class NotThere(Exception):
    """Why there is nothing to print, in a sentence."""


class Printing:
    """The pages to print of one app."""

    def __init__(self, home: Path) -> None:
        self._access = Access(home, resources.instructors)

    def routes(self) -> list[BaseRoute]:
        """All of them."""
        return [
            Route("/print/quiz/{name}", self._to(_sheet)),
            Route("/print/answers/{name}", self._to(_answers)),
            Route("/print/lesson/{name}", self._to(_lesson)),
        ]

    def _to(self, page: Callable[[Request], str]) -> Callable[[Request], Response]:
        # Not async: Starlette then runs it in a thread, so that no learner's answer waits for it.
        def endpoint(request: Request) -> Response:
            try:
                if not self._access.allows(request, datetime.now(UTC)):
                    return self._not_allowed(request)
                return HTMLResponse(page(request), headers=_HEADERS)
            except NotThere as fault:
                return _told(404, str(fault))
            except (StoreError, SettingRefused) as fault:
                return _told(503, str(fault))

        return endpoint

    def _not_allowed(self, request: Request) -> Response:
        if self._access.by_service:
            return _told(403, ENDED)
        here = request.url.path + (f"?{request.url.query}" if request.url.query else "")
        return RedirectResponse(f"/sign-in?next={quote(here)}", 303, headers=_HEADERS)


def _sheet(request: Request) -> str:
    sheet, options, other = _asked(request, "answers")
    return _page(
        request,
        sheet,
        options,
        sheet_html(sheet, to_html, articles=options.articles),
        f"{sheet.edition.bank.bank}, {sheet.form.name}",
        (other, "The answer sheet of this form"),
    )


def _answers(request: Request) -> str:
    sheet, options, other = _asked(request, "quiz")
    return _page(
        request,
        sheet,
        options,
        key_html(sheet, KeyWords(to_html, resources.slips())),
        f"Answers: {sheet.edition.bank.bank}, {sheet.form.name}",
        (other, "The sheet for learners"),
    )


def _lesson(request: Request) -> str:
    lessons = resources.lessons()
    try:
        kept = lessons.by_code(read_code(request.path_params["name"]) or "")
    except NoSuchLesson:
        raise NotThere("This class is not here. It may have been deleted.") from None
    edition = lessons.edition(kept.edition)
    records = record(kept.lesson, edition, voting.votes(lessons, kept.id))
    if not any(each.answered for each in records):
        raise NotThere("Nobody has answered in this class yet.")
    title = kept.lesson.plan.title
    held = Held(title, kept.lesson.plan.pacing, f"{kept.begun_at:%d %B %Y}")
    return document(
        f"What the lesson showed: {title}",
        lesson_html(held, records, edition, to_html),
        Running(title, f"Lesson of {held.day}"),
        tools=links_html([(f"/host?lesson={kept.code}", "The class"), ("/desk", "Desk")]),
    )


def _asked(request: Request, other: str) -> tuple[Sheet, Options, str]:
    """The sheet, how it is wanted, and the address of the other page with the same choices."""
    name = request.path_params["name"]
    shelved = resources.shelf().banks.get(name)
    if shelved is None:
        raise NotThere(f'There is no bank "{name}" that can be opened. The desk says which are.')
    if not shelved.bank.ready:
        raise NotThere(f'No question of "{name}" is ready yet; drafts are not printed.')
    options = read_options(request.query_params, shelved.bank)
    edition = Edition.of(shelved.bank, shelved.story)
    query = f"?{request.url.query}" if request.url.query else ""
    return (
        draw_sheet(edition, options.form, options.chosen),
        options,
        f"/print/{other}/{quote(name)}{query}",
    )


def _page(
    request: Request,
    sheet: Sheet,
    options: Options,
    body: str,
    title: str,
    other: tuple[str, str],
) -> str:
    bank = sheet.edition.bank
    links = [other, ("/desk", "Desk")]
    if not options.chosen:
        nothing = ("No question is chosen. Please choose one or more.",)
        options = replace(options, told=options.told + nothing)
        body = f"<h1>{escape(bank.bank)}</h1>"
    return document(
        title,
        body,
        Running(title, sheet.form.name),
        tools=tools_html(options, bank, request.query_params, links, to_html),
        large=options.large,
    )


def _told(status: int, sentence: str) -> Response:
    page = document(
        "Nothing to print",
        f'<h1>Nothing to print</h1>{told_html([sentence])}<p><a href="/desk">Desk</a></p>',
        Running("", ""),
    )
    return HTMLResponse(page, status, headers=_HEADERS)
