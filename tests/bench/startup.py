"""From the start of the server to the first page that can be used, beside a bare Streamlit app.

The first page is there when the server gives out the page itself and then a run of its script is
finished. Both apps are started in turn, each time as new processes; the bare one has our settings.

Run: python tests/bench/startup.py

Latest, on 2 cores: a bare app can be used after 0.57 s, ours after 1.19 s, 2.1 times. What is
left is importing pydantic and SQLAlchemy and reading the shelf; a browser needs a second for
Streamlit's own code meanwhile, so that a person waits about 1.5 times as long.
"""

import asyncio
import tempfile
import time
from pathlib import Path
from statistics import median

import serving

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


if __name__ == "__main__":
    main()
