"""The form of a question as somebody at a browser fills it, and the bank it belongs to."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.browser import signing_in
from tests.browser.running import SHELF, Running
from tests.browser.visitor import Visitor

BANK = "every-kind"
TEXT = (SHELF / "quizzes" / f"{BANK}.yaml").read_bytes().decode()
"""What its file says before anybody has changed it."""


@pytest.fixture
def server(own_server: Running) -> Iterator[Running]:
    """A server with the bank as it is on the shelf."""
    path = own_server.folder / "quizzes" / f"{BANK}.yaml"
    path.write_bytes(TEXT.encode())
    yield own_server
    path.write_bytes(TEXT.encode())


@pytest.fixture
def sign_in(new_visitor: Callable[..., Visitor], server: Running) -> Callable[..., Page]:
    """Signs in somebody at the form of a question, in a browser of their own."""

    def go(question: str, name: str = "Ada", *, width: int = 1280, **options: Any) -> Page:
        visitor = new_visitor(server, **options)
        visitor.page.set_viewport_size({"width": width, "height": 900})
        page = signing_in.sign_in(visitor, name, f"/question?bank={BANK}&id={question}")
        at(page, question)
        return page

    return go


def at(page: Page, question: str) -> None:
    """Waits for the form of a question."""
    expect(page.get_by_role("heading", name=f"{BANK}.yaml · {question}")).to_be_visible()
    expect(page.locator("form.rc")).to_be_visible()
    expect(page).to_have_url(re.compile(f"bank={BANK}&id={question}$"))


def fill(page: Page, label: str, text: str) -> None:
    """Writes over what a field says, and leaves it."""
    field = page.get_by_label(label, exact=True)
    field.fill(text)
    field.blur()


def save(page: Page) -> None:
    """Saves, and waits to be told that it is done."""
    button = page.get_by_role("button", name="Save", exact=True)
    expect(button).to_be_enabled()
    button.click()
    expect(page.get_by_text("Saved. The earlier version is kept.")).to_be_visible()


def text_of(server: Running) -> str:
    """What the bank's file says now."""
    return (server.folder / "quizzes" / f"{BANK}.yaml").read_bytes().decode()
