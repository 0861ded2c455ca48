"""The app as a visitor meets it: a copy of it in a folder of its own, served on a free port."""

from __future__ import annotations

import os
import shutil
import signal
import socket
import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterable
from contextlib import closing
from pathlib import Path
from typing import Any
from urllib.error import URLError
from urllib.request import urlopen

ROOT = Path(__file__).parents[2]
SHELF = Path(__file__).parent / "shelf"
STORY = "harbour-clock"

_PATIENCE = 60  # seconds that a start may take where several tests share two cores


def copy_app(
    folder: Path,
    *,
    shipped_stories: Iterable[str] | None = (),
    shipped_quizzes: Iterable[str] | None = (),
    own: bool = True,
) -> Path:
    """A copy of the app in `folder`.

    Args:
        folder: Where to; it may not exist yet.
        shipped_stories: The stories to take along; None for all.
        shipped_quizzes: The banks to take along, by stem; None for all.
        own: Whether the story and the banks of these tests come along.
    """
    folder.mkdir(parents=True)
    shutil.copy2(ROOT / "app.py", folder)
    for name in ("reportedly", ".streamlit"):
        shutil.copytree(ROOT / name, folder / name)
    content, quizzes = folder / "content", folder / "quizzes"
    content.mkdir()
    quizzes.mkdir()
    for path in (ROOT / "content").glob("*.yaml"):
        shutil.copy2(path, content)
    for path in sorted((ROOT / "content").iterdir()):
        if path.is_dir() and (shipped_stories is None or path.name in shipped_stories):
            shutil.copytree(path, content / path.name)
    for path in (ROOT / "quizzes").glob("*.yaml"):
        if shipped_quizzes is None or path.stem in shipped_quizzes:
            shutil.copy2(path, quizzes)
    if own:
        shutil.copytree(SHELF / "content", content, dirs_exist_ok=True)
        shutil.copytree(SHELF / "quizzes", quizzes, dirs_exist_ok=True)
    return folder


class Running:
    """A copy of the app and the server that serves it; can be killed and started again."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.port = _free_port()
        self.url = f"http://localhost:{self.port}"
        self.database = folder / "data" / "reportedly.sqlite3"
        self._process: subprocess.Popen[bytes] | None = None

    @property
    def pid(self) -> int:
        """The server's process."""
        assert self._process is not None
        return self._process.pid

    @property
    def is_running(self) -> bool:
        """Whether the server was started and not killed."""
        return self._process is not None

    def start(self, **environ: str) -> Running:
        """Starts the server and waits until it answers."""
        settings = {k: v for k, v in os.environ.items() if not k.startswith("REPORTEDLY_")}
        command = [sys.executable, "-m", "streamlit", "run", "app.py"]
        options = ["--server.port", str(self.port), "--server.headless", "true"]
        with self._log.open("ab") as log:
            self._process = subprocess.Popen(
                [*command, *options],
                cwd=self.folder,
                env={**settings, **environ},
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=subprocess.STDOUT,
            )
        deadline = time.monotonic() + _PATIENCE
        while not self._answers():
            if self._process.poll() is not None or time.monotonic() > deadline:
                self.kill()
                raise AssertionError(f"The server did not start:\n{self.log()}")
            time.sleep(0.1)
        return self

    def kill(self) -> None:
        """Ends the server at once, as a loss of power would."""
        if self._process is not None:
            if self._process.poll() is None:
                self._process.send_signal(getattr(signal, "SIGKILL", signal.SIGTERM))
            self._process.wait()
            self._process = None

    def log(self) -> str:
        """What the server has printed."""
        return self._log.read_text("utf-8", "replace") if self._log.exists() else ""

    def rows(self, query: str, *values: Any) -> list[tuple[Any, ...]]:
        """What the database holds."""
        with closing(sqlite3.connect(self.database)) as connection:
            return connection.execute(query, values).fetchall()

    def answers(self, attempt: str) -> dict[str, str]:
        """The stored responses of an attempt, by question."""
        return dict(self.rows("SELECT question, response FROM answer WHERE attempt = ?", attempt))

    @property
    def _log(self) -> Path:
        return self.folder / "server.log"

    def _answers(self) -> bool:
        try:
            with urlopen(f"{self.url}/_stcore/health", timeout=2) as reply:
                return bool(reply.status == 200)
        except (URLError, OSError):
            return False


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port
