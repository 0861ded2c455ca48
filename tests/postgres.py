"""A real PostgreSQL for tests; where there is none they are skipped, and say so."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import make_url

DEMANDED = os.environ.get("REPORTEDLY_DEMAND_POSTGRES") == "1"


def not_tested(why: str) -> None:
    """Skips, or fails where the tests are demanded."""
    told = f"PostgreSQL is not tested: {why}"
    if DEMANDED:
        pytest.fail(f"{told}, but REPORTEDLY_DEMAND_POSTGRES=1 asks for it")
    pytest.skip(told)


class Server:
    """A PostgreSQL server of the tests' own, which may be restarted."""

    def __init__(self, folder: str) -> None:
        programs = _programs()
        if programs is None:
            not_tested(
                "it is not installed here; set REPORTEDLY_TEST_POSTGRES to the address of a "
                "server that may be written to"
            )
        assert programs is not None
        self._programs, self._folder = programs, folder
        # It refuses to run as root; its packages bring a user of its own.
        self._user = "postgres" if hasattr(os, "geteuid") and os.geteuid() == 0 else None
        if self._user:
            shutil.chown(folder, self._user)
        self._port = _free_port()
        self.url = f"postgresql+psycopg://tests@127.0.0.1:{self._port}/postgres"
        self._run("initdb", "-D", self._data, "-U", "tests", "-A", "trust", "--no-sync")

    def start(self) -> None:
        """Starts it and waits until it can be used."""
        options = f"-p {self._port} -k {self._folder} -h 127.0.0.1 -c fsync=off"
        log = f"{self._folder}/log"
        self._run("pg_ctl", "-D", self._data, "-w", "-l", log, "-o", options, "start")

    def stop(self) -> None:
        """Stops it at once, as if it had crashed."""
        command = [self._programs / "pg_ctl", "-D", self._data, "-m", "immediate", "stop"]
        subprocess.run(command, user=self._user, cwd="/", capture_output=True)

    @property
    def _data(self) -> str:
        return f"{self._folder}/data"

    def _run(self, program: str, *arguments: str) -> None:
        command = [self._programs / program, *arguments]
        done = subprocess.run(command, user=self._user, cwd="/", capture_output=True, text=True)
        if done.returncode:
            not_tested(f"it does not start here: {done.stderr}")


@pytest.fixture(scope="session")
def postgres_server() -> Iterator[str]:
    """The address of a PostgreSQL server: the one that is named, or one started for the tests."""
    _need_driver()
    if named := os.environ.get("REPORTEDLY_TEST_POSTGRES"):
        yield make_url(named).set(drivername="postgresql+psycopg").render_as_string(False)
        return
    with tempfile.TemporaryDirectory(prefix="reportedly-", ignore_cleanup_errors=True) as made:
        server = Server(made)
        server.start()
        try:
            yield server.url
        finally:
            server.stop()


@pytest.fixture
def own_postgres() -> Iterator[Server]:
    """A server that a test may stop and start."""
    _need_driver()
    with tempfile.TemporaryDirectory(prefix="reportedly-", ignore_cleanup_errors=True) as made:
        server = Server(made)
        server.start()
        try:
            yield server
        finally:
            server.stop()


def _need_driver() -> None:
    try:
        import psycopg  # noqa: F401
    except ImportError:
        not_tested('no "psycopg[binary]"')


def _programs() -> Path | None:
    """The folder of PostgreSQL's programs, the newest if there are several."""
    found = list(Path("/usr/lib/postgresql").glob("*/bin"))
    if not found:
        on_path = shutil.which("initdb")
        return Path(on_path).resolve().parent if on_path else None
    found.sort(key=lambda folder: int(folder.parent.name))
    return found[-1]


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port
