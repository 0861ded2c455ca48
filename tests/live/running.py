"""The app as an instructor's browser meets it: a copy of it in a folder of its own, served."""

from __future__ import annotations

import os
import re
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Mapping
from http.client import HTTPConnection, HTTPResponse
from http.cookies import SimpleCookie
from pathlib import Path
from urllib.parse import urlencode

ROOT = Path(__file__).parents[2]

_PATIENCE = 60  # seconds that a start may take where several tests share two cores


def copy_app(folder: Path) -> Path:
    """A copy of the app without quizzes."""
    folder.mkdir(parents=True)
    shutil.copy2(ROOT / "app.py", folder)
    for name in ("reportedly", ".streamlit"):
        ignored = shutil.ignore_patterns("secrets.toml")
        shutil.copytree(ROOT / name, folder / name, ignore=ignored)
    for name in ("content", "quizzes"):
        (folder / name).mkdir()
    return folder


class Running:
    """A server of a copy of the app."""

    def __init__(self, folder: Path, **environ: str) -> None:
        self.folder = folder
        self.port = _free_port()
        self.url = f"http://localhost:{self.port}"
        self._log = folder / f"server-{self.port}.log"
        settings = {k: v for k, v in os.environ.items() if not k.startswith("REPORTEDLY_")}
        options = ["--server.port", str(self.port), "--server.headless", "true"]
        with self._log.open("wb") as log:
            self.process = subprocess.Popen(
                [sys.executable, "-m", "streamlit", "run", "app.py", *options],
                cwd=folder,
                env={**settings, **environ},
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=subprocess.STDOUT,
            )

    def ready(self) -> Running:
        """The same, once the server answers."""
        wait_until(lambda: self._answers(), lambda: f"The server did not start:\n{self.log()}")
        return self

    def stop(self) -> None:
        """Ends the server."""
        self.process.kill()
        self.process.wait()

    def log(self) -> str:
        """What the server has printed."""
        return self._log.read_text("utf-8", "replace")

    def passphrase(self) -> str:
        """The one that the server has printed, waited for."""
        wait_until(lambda: "passphrase  " in self.log(), lambda: f"No passphrase:\n{self.log()}")
        (words,) = re.findall(r"passphrase   (\w+(?: \w+){4})\n", self.log())
        return str(words)

    def _answers(self) -> bool:
        try:
            return Browser(self).get("/_stcore/health").status == 200
        except OSError:
            return False


class Browser:
    """Keeps cookies, as a browser does, and follows no redirection."""

    def __init__(self, running: Running) -> None:
        self.running = running
        self.cookies: dict[str, str] = {}
        self.told: dict[str, str] = {}

    def get(self, path: str, **headers: str) -> Reply:
        """What is at this address."""
        return self._ask(
            "GET", path, "", {name.replace("_", "-"): v for name, v in headers.items()}
        )

    def post(self, path: str, headers: Mapping[str, str] | None = None, **form: str) -> Reply:
        """Sends a form, as a page of the app does unless the headers say something else."""
        usual = {"Origin": self.running.url, "Content-Type": "application/x-www-form-urlencoded"}
        return self._ask("POST", path, urlencode(form), {**usual, **(headers or {})})

    def sign_in(self, passphrase: str, name: str = "Ann", **form: str) -> Reply:
        """Sends the sign-in form."""
        return self.post("/sign-in", name=name, passphrase=passphrase, **form)

    @property
    def is_signed_in(self) -> bool:
        """Whether the server still knows who this is."""
        return "You are signed in" in self.get("/sign-in").text

    def _ask(self, method: str, path: str, body: str, headers: Mapping[str, str]) -> Reply:
        connection = HTTPConnection("localhost", self.running.port, timeout=20)
        sent = {k: v for k, v in headers.items() if v}
        if self.cookies:
            sent["Cookie"] = "; ".join(f"{k}={v}" for k, v in self.cookies.items())
        try:
            connection.request(method, path, body or None, sent)
            reply = Reply(connection.getresponse())
        finally:
            connection.close()
        for name, morsel in reply.cookies.items():
            if morsel["max-age"] == "0":
                self.cookies.pop(name, None)
            else:
                self.cookies[name] = morsel.value
        return reply


class Reply:
    """What came back."""

    def __init__(self, response: HTTPResponse) -> None:
        self.status = response.status
        self.headers = response.headers
        self.text = response.read().decode("utf-8", "replace")
        self.cookies: SimpleCookie = SimpleCookie()
        for value in response.headers.get_all("set-cookie", []):
            self.cookies.load(value)

    @property
    def location(self) -> str:
        """Where the browser is sent."""
        return str(self.headers.get("location", ""))


def wait_until(is_so, or_else) -> None:
    """Waits for something that comes soon."""
    deadline = time.monotonic() + _PATIENCE
    while not is_so():
        if time.monotonic() > deadline:
            raise AssertionError(or_else())
        time.sleep(0.1)


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port
