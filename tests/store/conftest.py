"""Databases for the tests of the store: a file each on SQLite, a schema each on PostgreSQL."""

import os
import shutil
import socket
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path
from uuid import uuid4

import pytest
from sqlalchemy import Engine, create_engine, make_url, text

from reportedly.store.attempts import Attempts
from reportedly.store.database import connect

BUSY_SECONDS = 5


@pytest.fixture(scope="session")
def postgres_server() -> Iterator[str]:
    """The address of a PostgreSQL server: the one that is named, or one started for the tests."""
    pytest.importorskip("psycopg", reason='PostgreSQL is not tested: no "psycopg[binary]"')
    if named := os.environ.get("REPORTEDLY_TEST_POSTGRES"):
        yield make_url(named).set(drivername="postgresql+psycopg").render_as_string(False)
        return
    programs = _postgres_programs()
    if programs is None:
        pytest.skip(
            "PostgreSQL is not tested: it is not installed here; "
            "set REPORTEDLY_TEST_POSTGRES to the address of a server that may be written to"
        )
    # It refuses to run as root; its packages bring a user of its own.
    user = "postgres" if hasattr(os, "geteuid") and os.geteuid() == 0 else None
    with tempfile.TemporaryDirectory(prefix="reportedly-", ignore_cleanup_errors=True) as made:
        if user:
            shutil.chown(made, user)
        data, port = f"{made}/data", _free_port()
        options = f"-p {port} -k {made} -h 127.0.0.1 -c fsync=off"
        start: list[list[str | Path]] = [
            [programs / "initdb", "-D", data, "-U", "tests", "-A", "trust", "--no-sync"],
            [programs / "pg_ctl", "-D", data, "-w", "-l", f"{made}/log", "-o", options, "start"],
        ]
        for command in start:
            done = subprocess.run(command, user=user, cwd="/", capture_output=True, text=True)
            if done.returncode:
                pytest.skip(f"PostgreSQL is not tested: it does not start here: {done.stderr}")
        try:
            yield f"postgresql+psycopg://tests@127.0.0.1:{port}/postgres"
        finally:
            stop: list[str | Path] = [programs / "pg_ctl", "-D", data, "-m", "immediate", "stop"]
            subprocess.run(stop, user=user, cwd="/", capture_output=True)


@pytest.fixture(params=["sqlite", "postgresql"])
def url(request, tmp_path) -> Iterator[str]:
    """The address of an empty database, of each kind in turn."""
    if request.param == "sqlite":
        yield f"sqlite:///{tmp_path / 'data' / 'answers.sqlite3'}"
        return
    server = make_url(request.getfixturevalue("postgres_server"))
    schema = f"test_{uuid4().hex}"
    engine = create_engine(server, isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        connection.execute(text(f"CREATE SCHEMA {schema}"))
    query = {"options": f"-csearch_path={schema}"}
    yield server.update_query_dict(query).render_as_string(hide_password=False)
    with engine.connect() as connection:
        connection.execute(text(f"DROP SCHEMA {schema} CASCADE"))
    engine.dispose()


@pytest.fixture
def engine(url) -> Iterator[Engine]:
    engine = connect(url, busy_seconds=BUSY_SECONDS)
    yield engine
    engine.dispose()


@pytest.fixture
def attempts(engine) -> Attempts:
    return Attempts(engine)


@pytest.fixture
def elsewhere(url, engine) -> Iterator[Engine]:
    """The same database, opened by another program."""
    other = connect(url, busy_seconds=BUSY_SECONDS)
    yield other
    other.dispose()


@pytest.fixture
def sqlite_file(tmp_path: Path) -> Path:
    """Where an SQLite database may be made; there is none yet."""
    return tmp_path / "answers.sqlite3"


def _postgres_programs() -> Path | None:
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
