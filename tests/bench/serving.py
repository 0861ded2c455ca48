"""Servers to measure, and browsers without a screen that talk to them as Streamlit's own page does.

Needs Linux, for the clock of another process.
"""

import asyncio
import json
import os
import shutil
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path
from typing import Any

import websockets
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

ROOT = Path(__file__).parents[2]
_LEFT_OUT = shutil.ignore_patterns("tests", "data", ".git", ".venv", "__pycache__", ".*_cache")


def copy_app(folder: Path) -> Path:
    """The whole app, in a folder of its own, with its own database in it."""
    return shutil.copytree(ROOT, folder, ignore=_LEFT_OUT)


def bare_app(folder: Path, script: str) -> Path:
    """An app of that script alone, with our settings of Streamlit."""
    folder.mkdir()
    shutil.copytree(ROOT / ".streamlit", folder / ".streamlit")
    (folder / "app.py").write_text(script, "utf-8")
    return folder


@dataclass(frozen=True)
class Server:
    """A running server."""

    pid: int
    port: int

    def cpu_seconds(self) -> float:
        """How long its threads have computed since its start."""
        return time.clock_gettime(~self.pid << 3 | 2)  # as clock_getcpuclockid(3) numbers it

    def kill(self) -> None:
        """Ends it at once, as a loss of power would."""
        os.kill(self.pid, signal.SIGKILL)

    def answers(self) -> bool:
        """Whether it gives out its page."""
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{self.port}/", timeout=5) as page:
                return page.status == 200
        except OSError:
            return False


@contextmanager
def started(folder: Path, *, port: int = 0, **environ: str) -> Iterator[Server]:
    """The app of a folder, served as `start.py` serves it, until the block ends.

    Begins as soon as the server answers, at a free port unless one is given.
    """
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        probe.bind(("127.0.0.1", port))
        port = probe.getsockname()[1]
    command = [sys.executable, "-m", "streamlit", "run", "app.py"]
    command += ["--server.port", str(port), "--server.headless", "true"]
    command += ["--logger.hideWelcomeMessage", "true", "--logger.level", "error"]
    environment = {k: v for k, v in os.environ.items() if not k.startswith("REPORTEDLY_")}
    environment |= environ
    process = subprocess.Popen(
        command, cwd=folder, env=environment, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL
    )
    server = Server(process.pid, port)
    try:
        while not server.answers():
            if process.poll() is not None:
                raise RuntimeError(f"The server of {folder} has stopped.")
            time.sleep(0.02)
        yield server
    finally:
        process.terminate()
        try:
            process.wait(10)
        except subprocess.TimeoutExpired:  # it waits for connections that a fault left open
            process.kill()
            process.wait()


def cookie_of(name: str) -> str:
    """A cookie as the app gives it out, the same for the same name."""
    return sha256(name.encode()).hexdigest()[:43]


def learner_of(cookie: str) -> str:
    """The learner that the app knows by a cookie."""
    return sha256(cookie.encode()).hexdigest()[:32]


@dataclass
class Browser:
    """One tab: keeps what it was sent that it needs to answer."""

    socket: Any
    path: str
    query: str
    port: int = 0
    cookie: str = ""
    ids: dict[str, str] = field(default_factory=dict)
    """Of the latest element of each type."""
    shown: dict[str, Any] = field(default_factory=dict)
    """The data of the card on the page."""
    page: str = ""
    requests: tuple[asyncio.StreamReader, asyncio.StreamWriter] | None = None
    """The connection on which the card sends, kept open as a browser keeps it."""

    async def open(self) -> None:
        """Runs the script for the page in the address."""
        await self._run(BackMsg())

    async def click(self, choice: str) -> None:
        """Chooses with the page's one radio and clicks its one button."""
        message = BackMsg()
        widgets = message.rerun_script.widget_states.widgets
        widgets.add(id=self.ids["radio"], string_value=choice)
        widgets.add(id=self.ids["button"], trigger_value=True)
        await self._run(message)

    async def send(self, action: str, response: dict[str, Any] | None = None) -> None:
        """What the card sends when one of its buttons is clicked, and takes what comes back."""
        sent = {"id": self.shown["id"], "action": action, "response": response, "certainty": None}
        body = json.dumps(sent).encode()
        if self.requests is None:
            self.requests = await asyncio.open_connection("127.0.0.1", self.port)
        reader, writer = self.requests
        writer.write(
            f"POST {self.shown['post']} HTTP/1.1\r\nHost: 127.0.0.1:{self.port}\r\n"
            f"Content-Type: application/json\r\nContent-Length: {len(body)}\r\n"
            f"Cookie: reportedly_learner={self.cookie}\r\n\r\n".encode()
            + body
        )
        head = (await reader.readuntil(b"\r\n\r\n")).decode().lower()
        length = int(head.split("content-length:")[1].split("\r\n")[0])
        reply = json.loads(await reader.readexactly(length))
        self.shown = {**reply["card"], "post": self.shown["post"]}

    async def _run(self, message: BackMsg) -> None:
        run = message.rerun_script
        run.query_string, run.page_script_hash = self.query, self.page
        run.page_name = "" if self.page else self.path
        await self.socket.send(message.SerializeToString())
        while not await self._received():
            pass

    async def _received(self) -> bool:
        """Takes the next message in; whether it was the run's last."""
        message = ForwardMsg.FromString(await self.socket.recv())
        kind = message.WhichOneof("type")
        if kind == "navigation":
            self.page = message.navigation.page_script_hash
        elif kind == "delta" and message.delta.WhichOneof("type") == "new_element":
            element = message.delta.new_element
            name = element.WhichOneof("type") or ""
            if name == "exception":
                raise RuntimeError(element.exception.message)
            if id := getattr(getattr(element, name), "id", ""):
                self.ids[name] = id
            if name == "bidi_component":
                [self.shown] = json.loads(element.bidi_component.json)
        return bool(kind == "script_finished")


async def connected(
    server: Server, *, path: str = "", query: str = "", cookie: str = ""
) -> Browser:
    """A tab that has its connection and has not asked for anything yet."""
    socket = await websockets.connect(
        f"ws://127.0.0.1:{server.port}/_stcore/stream",
        subprotocols=[websockets.Subprotocol("streamlit")],
        additional_headers={"Cookie": f"reportedly_learner={cookie}"} if cookie else {},
        max_size=None,
        compression=None,
    )
    return Browser(socket, path, query, server.port, cookie)
