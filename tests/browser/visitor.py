"""A learner at a browser: what they do on the pages, and what the browser had to complain about."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from hashlib import sha256
from secrets import token_hex, token_urlsafe
from typing import Any
from urllib.parse import parse_qs, urlsplit

from playwright.sync_api import (
    BrowserContext,
    ConsoleMessage,
    Locator,
    Page,
    Request,
    WebError,
    WebSocket,
    expect,
)
from playwright.sync_api import Error as PlaywrightError

from reportedly.files.shelf.shelf import Library
from reportedly.live.cookie import LEARNER_COOKIE
from reportedly.quiz.attempt import Attempt, Mode
from reportedly.quiz.edition import Edition
from reportedly.store.attempts import Attempts
from reportedly.store.database import connect
from tests.browser.running import Running

VERDICT = re.compile(r"^(Right|Partly right|Not quite)\b")

# On a page with an address of its own Streamlit looks for the server there first, then above.
_PROBES = re.compile(r"/[\w-]+/_stcore/(health|host-config)$")


class Visitor:
    """A browser of its own, with one tab; `strangers` and `complaints` stay empty if all is well.

    Attributes:
        strangers: Addresses on other hosts that the browser was sent to.
        complaints: What the browser's console showed as an error.
    """

    def __init__(self, context: BrowserContext, running: Running, tab: Page | None = None) -> None:
        self.context = context
        self.running = running
        self.strangers: list[str] = []
        self.complaints: list[str] = []
        self.tolerant = False
        self._watched: dict[str, Callable[[Any], None]] = {
            "request": self._asked,
            "console": self._printed,
            "weberror": self._failed,
            "page": self._watch_sockets,
        }
        for event, heard in self._watched.items():
            context.on(event, heard)  # type: ignore[call-overload]
        if tab:
            self._watch_sockets(tab)
        self.page = tab or context.new_page()

    # --- pages ----------------------------------------------------------------------------------

    def open(self, path: str = "/") -> None:
        """Types an address in."""
        self.page.goto(self.running.url + path)

    def leave(self) -> Page | None:
        """Watches no more and closes all tabs but the first.

        Returns: The first tab, emptied for somebody else; None if it was closed or does not let go.
        """
        for page in self.context.pages:
            if page is not self.page:
                page.close()
        for event, heard in self._watched.items():
            self.context.remove_listener(event, heard)
        if self.page.is_closed():
            return None
        self.page.remove_listener("websocket", self._spoke)
        try:
            self.page.evaluate("sessionStorage.clear()")
            self.page.goto("about:blank")
        except PlaywrightError:  # such as the browser's own page when the server is gone
            self.page.close()
            return None
        return self.page

    def another_tab(self) -> Visitor:
        """The same learner in a second tab."""
        other = object.__new__(Visitor)
        other.__dict__.update(self.__dict__)
        other.page = self.context.new_page()
        return other

    def start(self, bank: str, *, mode: str = "Practice", certain: bool = False) -> str:
        """Starts a quiz as a learner does. Returns: the attempt's id."""
        self.open(f"/take?quiz={bank}")
        if mode != "Practice":
            self.page.get_by_text(mode, exact=True).click()
        if certain:
            self.page.get_by_text("Ask how sure I am").click()
        self.page.get_by_role("button", name="Start", exact=True).click()
        expect(self.legend).to_be_visible()
        return self.attempt

    def resume(
        self, bank: str, *questions: str, mode: Mode = "practice", certain: bool = False
    ) -> Attempt:
        """Opens an attempt that was begun before, at these questions in this order."""
        token = token_urlsafe(32)
        cookie = {"name": LEARNER_COOKIE, "value": token, "url": self.running.url}
        self.context.add_cookies([cookie])  # type: ignore[list-item]
        attempt = begin(self.running, token, bank, questions, mode=mode, certain=certain)
        self.open(f"/take?attempt={attempt.id}")
        expect(self.legend).to_be_visible()
        return attempt

    @property
    def attempt(self) -> str:
        """The attempt in the address."""
        return parse_qs(urlsplit(self.page.url).query)["attempt"][0]

    # --- the card -------------------------------------------------------------------------------

    @property
    def card(self) -> Locator:
        """The question card."""
        return self.page.locator("form.rc")

    @property
    def legend(self) -> Locator:
        """The question's text."""
        return self.card.locator("fieldset.rc-question > legend")

    @property
    def verdict(self) -> Locator:
        """The live region that says how it went."""
        return self.card.get_by_role("status")

    @property
    def alert(self) -> Locator:
        """The sentence about the last try."""
        return self.card.get_by_role("alert")

    def button(self, name: str) -> Locator:
        """A button, in the card or on the page."""
        return self.page.get_by_role("button", name=name, exact=True)

    def step(self, number: int) -> Locator:
        """The button that leads to a question, in the row of all of them."""
        return self.card.get_by_role("button", name=re.compile(rf"^Question {number}\b"))

    def option(self, name: str) -> Locator:
        """A radio button or checkbox by its label."""
        return self.card.get_by_label(name, exact=True)

    def choose(self, *labels: str) -> None:
        """Chooses options by their labels."""
        for label in labels:
            self.option(label).check()

    def press(self, name: str) -> None:
        """Presses a button once it can be pressed."""
        button = self.button(name)
        expect(button).not_to_have_attribute("aria-disabled", "true")
        button.click()

    def check_answer(self, verdict: str | re.Pattern[str] = VERDICT) -> None:
        """Sends the answer and waits for the verdict."""
        self.press("Check answer")
        expect(self.verdict).to_have_text(
            re.compile(f"^{verdict}\\b") if isinstance(verdict, str) else verdict
        )

    def go_on(self, label: str = "Next question") -> None:
        """Presses a button that leads to another question and waits for it."""
        before = self.legend.inner_text()
        self.press(label)
        expect(self.legend).not_to_have_text(before)

    def has_focus(self, locator: Locator) -> bool:
        """Whether the keyboard is at this element, shadow roots seen through."""
        return bool(locator.evaluate("node => node.getRootNode().activeElement === node"))

    # --- what went wrong ------------------------------------------------------------------------

    @contextmanager
    def trouble_expected(self) -> Any:
        """While the server is away, or refuses on purpose, the console may say so."""
        self.tolerant = True
        try:
            yield
        finally:
            self.page.wait_for_timeout(0)  # hands over what was printed so far
            self.tolerant = False

    def _asked(self, request: Request) -> None:
        self._check_host(request.url)

    def _watch_sockets(self, page: Page) -> None:
        page.on("websocket", self._spoke)

    def _spoke(self, socket: WebSocket) -> None:
        self._check_host(socket.url)

    def _check_host(self, url: str) -> None:
        parts = urlsplit(url)
        if parts.scheme not in ("data", "blob") and parts.port != self.running.port:
            self.strangers.append(url)

    def _printed(self, message: ConsoleMessage) -> None:
        if message.type == "error":
            self._complain(f"{message.text} ({message.location.get('url')})")

    def _failed(self, error: WebError) -> None:
        self._complain(f"script error: {error.error}")

    def _complain(self, text: str) -> None:
        address = text.rpartition("(")[2].rstrip(")")
        is_probe = "404" in text and _PROBES.search(address)
        if not self.tolerant and not is_probe:
            self.complaints.append(text)


def begin(
    running: Running,
    token: str,
    bank: str,
    questions: Sequence[str] = (),
    *,
    mode: Mode = "practice",
    certain: bool = False,
) -> Attempt:
    """An attempt of the learner with this cookie, at all questions of a bank or at those named."""
    shelved = Library(running.folder).shelf().banks[bank]
    engine = connect(f"sqlite:///{running.database}")
    try:
        return Attempts(engine).begin(
            id=token_hex(12),
            learner=sha256(token.encode()).hexdigest()[:32],
            bank=bank,
            edition=Edition.of(shelved.bank, shelved.story),
            mode=mode,
            asks_certainty=certain,
            seed=7,
            questions=questions or [question.id for question in shelved.bank.ready],
            now=datetime.now(UTC),
        )
    finally:
        engine.dispose()
