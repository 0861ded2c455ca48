"""A browser and a running app for the tests of this folder; each test is a new learner."""

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Playwright, expect, sync_playwright

from tests.browser.resting import Resting
from tests.browser.running import ROOT, Running, copy_app
from tests.browser.visitor import Visitor

HERE = Path(__file__).parent
DEMANDED = os.environ.get("REPORTEDLY_DEMAND_BROWSER") == "1"
PATIENCE = 20_000  # milliseconds; long, for two tests on two cores that others use as well

expect.set_options(timeout=PATIENCE)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if HERE in item.path.parents:
            item.add_marker(pytest.mark.browser)
            item.add_marker(pytest.mark.slow)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item) -> Iterator[None]:
    report = yield
    if report.when == "call" and report.failed:
        item.stash[_FAILED] = True
    return report


_FAILED = pytest.StashKey[bool]()


@pytest.fixture(scope="session")
def chromium() -> str:
    """Where Chromium is, at best the one without windows: its pages cost half the time."""
    names = ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome")
    for found in map(shutil.which, names):
        if found:
            return found
    told = f"no browser: none of {', '.join(names)} is installed here"
    if DEMANDED:
        pytest.fail(f"{told}, but REPORTEDLY_DEMAND_BROWSER=1 asks for one")
    pytest.skip(told)


@pytest.fixture(scope="session")
def launching(chromium: str) -> dict[str, Any]:
    """How Chromium is started: quiet, and with its sandbox unless root forbids it."""
    arguments = [
        "--disable-gpu",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--no-first-run",
    ]
    if hasattr(os, "geteuid") and os.geteuid() == 0:
        arguments.append("--no-sandbox")
    return {"executable_path": chromium, "args": arguments}


# This folder's own: while Playwright runs, its thread cannot run another asyncio loop, which tests
# elsewhere may want to.
@pytest.fixture(scope="package")
def playwright(chromium: str) -> Iterator[Playwright]:
    with sync_playwright() as playwright:
        yield playwright


@pytest.fixture(scope="package")
def browser(playwright: Playwright, launching: dict[str, Any]) -> Iterator[Browser]:
    browser = playwright.chromium.launch(**launching)
    yield browser
    browser.close()


@pytest.fixture(scope="session")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Running]:
    """The app with all shipped stories and quizzes and those of the tests, shared by many tests."""
    folder = tmp_path_factory.mktemp("shared") / "app"
    running = Running(copy_app(folder, shipped_stories=None, shipped_quizzes=None)).start()
    yield running
    running.kill()


@pytest.fixture(scope="session")
def _own_copy(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Running]:
    running = Running(copy_app(tmp_path_factory.mktemp("own") / "app"))
    yield running
    running.kill()


@pytest.fixture
def own_server(_own_copy: Running) -> Running:
    """A server whose files may be changed and which may be killed, with the tests' own shelf."""
    if not _own_copy.is_running:
        _own_copy.start()
    return _own_copy


@pytest.fixture(scope="package")
def resting(browser: Browser) -> Resting:
    """Where browsers wait for their next visitor."""
    return Resting(browser)


@pytest.fixture
def new_visitor(
    resting: Resting, request: pytest.FixtureRequest
) -> Iterator[Callable[..., Visitor]]:
    """Makes learners: each as in a browser of their own, watched until the test ends."""
    visitors: list[tuple[Visitor, dict[str, Any]]] = []

    def make(running: Running, **options: Any) -> Visitor:
        options = {"viewport": {"width": 1280, "height": 900}, "color_scheme": "light", **options}
        visitor = resting.visitor(running, options)
        visitor.context.set_default_timeout(PATIENCE)
        visitors.append((visitor, options))
        return visitor

    yield make
    if request.node.stash.get(_FAILED, False):
        for n, (visitor, _) in enumerate(visitors):
            _keep_picture(visitor, f"{request.node.name}-{n}")
            visitor.context.close()
        return
    for visitor, options in visitors:
        resting.take_back(visitor, options)
    for visitor, _ in visitors:
        assert visitor.strangers == []
        assert visitor.complaints == []


@pytest.fixture
def visitor(new_visitor: Callable[..., Visitor], server: Running) -> Visitor:
    """A learner who was never here before."""
    return new_visitor(server)


def _keep_picture(visitor: Visitor, name: str) -> None:
    plain = "".join(c if c.isalnum() or c in "-_" else "-" for c in name)
    for n, page in enumerate(visitor.context.pages):
        try:
            page.screenshot(path=ROOT / "test-results" / f"{plain}-{n}.png", full_page=True)
        except Exception as fault:  # a picture is a help, never a second fault
            print(f"no picture of {name}: {fault}")
