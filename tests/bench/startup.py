"""From the start of the server to the first page that can be used, beside a bare Streamlit app.

The first page is there when the server gives out the page itself and then a run of its script is
finished. Both apps are started in turn, each time as new processes; the bare one has our settings.

Run: python tests/bench/startup.py

Where there is a Chromium, the wait of a person is measured too: until the page shows its words.

Latest, on 2 cores: a bare app can be used after 0.57 s, ours after 0.71 s, 1.25 times; in Chromium
after 1.5 and 2.2 s, 1.44 times. The list of quizzes is kept from start to start, so that the first
page waits for SQLAlchemy alone; the banks are read after it.
"""

import asyncio
import shutil
import tempfile
import time
from pathlib import Path
from statistics import median

import serving
from playwright.sync_api import Browser, sync_playwright

RUNS = 7
BARE_PAGE = 'import streamlit as st\n\nst.write("Hello")\n'


async def _open(server: serving.Server) -> None:
    browser = await serving.connected(server, cookie=serving.cookie_of("first"))
    await browser.open()
    await browser.socket.close()


def start(folder: Path) -> tuple[float, float, float]:
    """Seconds until the page, until its first run is finished, and of computing until then."""
    began = time.perf_counter()
    with serving.started(folder) as server:
        page = time.perf_counter() - began
        asyncio.run(_open(server))
        return page, time.perf_counter() - began, server.cpu_seconds()


def start_in_browser(browser: Browser, folder: Path, words: str) -> float:
    """Seconds until a browser that is already open shows words of the page."""
    began = time.perf_counter()
    with serving.started(folder) as server, browser.new_context() as context:
        page = context.new_page()
        page.goto(f"http://127.0.0.1:{server.port}/")
        page.get_by_text(words).first.wait_for()
        return time.perf_counter() - began


def in_browser(ours: Path, bare: Path, chromium: str) -> None:
    """Print what a person waits."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=chromium, args=["--no-sandbox", "--disable-background-networking"]
        )
        waits = [
            (
                start_in_browser(browser, bare, "Hello"),
                start_in_browser(browser, ours, "Open this quiz"),
            )
            for _ in range(RUNS)
        ]
    bare_wait, wait = (median(column) for column in zip(*waits, strict=True))
    print(
        f"in a browser: a bare app {bare_wait:.2f} s, ours {wait:.2f} s, "
        f"{wait / bare_wait:.2f} times"
    )


def main() -> None:
    """Print both times and their ratio."""
    with tempfile.TemporaryDirectory() as made:
        ours = serving.copy_app(Path(made) / "ours")
        bare = serving.bare_app(Path(made) / "bare", BARE_PAGE)
        starts: dict[Path, list[tuple[float, float, float]]] = {ours: [], bare: []}
        for run in range(RUNS + 1):
            for folder, times in starts.items():
                taken = start(folder)
                if run:  # the first start writes Python's caches and our database
                    times.append(taken)
        medians = {
            folder: [median(column) for column in zip(*times, strict=True)]
            for folder, times in starts.items()
        }
        for name, folder in (("a bare app", bare), ("ours", ours)):
            page, ready, cpu = medians[folder]
            print(f"{name}: page {page:.2f} s, usable {ready:.2f} s, computing {cpu:.2f} s")
        (_, ready, cpu), (_, bare_ready, bare_cpu) = medians[ours], medians[bare]
        print(
            f"start to usable page: {ready / bare_ready:.2f} times a bare app, "
            f"computing {cpu / bare_cpu:.2f} times"
        )
        if chromium := shutil.which("chromium") or shutil.which("google-chrome"):
            in_browser(ours, bare, chromium)


if __name__ == "__main__":
    main()
