"""Databases for the tests of the store: a file each on SQLite, a schema each on PostgreSQL."""

from collections.abc import Iterator
from pathlib import Path
from uuid import uuid4

import pytest
from sqlalchemy import Engine, create_engine, make_url, text

from reportedly.store.attempts import Attempts
from reportedly.store.database import connect
from tests.postgres import postgres_server

__all__ = ["postgres_server"]

BUSY_SECONDS = 5


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
