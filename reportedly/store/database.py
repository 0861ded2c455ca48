"""Opening the database, and the only two ways in: `transaction` to write, `reading` to read."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Lock
from time import sleep
from typing import Any

from sqlalchemy import URL, Connection, Engine, create_engine, event, make_url

from reportedly.store.errors import (
    CannotConnect,
    DatabaseBusy,
    DatabaseGone,
    DriverMissing,
    in_words,
)
from reportedly.store.migrations import is_current, take_missing_steps

# Each page runs in a thread of its own and holds a connection for milliseconds; most recently used
# first, so that few stay open when few are needed.
_POOL: dict[str, Any] = {
    "pool_size": 10,
    "max_overflow": 20,
    "pool_timeout": 10,
    "pool_use_lifo": True,
}
_WAIT = 0.05  # seconds between two tries


def connect(url: str, *, busy_seconds: float = 5) -> Engine:
    """The database, created or brought up to date if need be.

    Args:
        url: Of an SQLite file or, as postgresql+psycopg://, of a PostgreSQL database.
        busy_seconds: How long to wait for another program before giving up.

    Raises: StoreError: one of those in `errors`, with a sentence for the page.
    """
    with in_words():
        where = make_url(url)
        if where.get_backend_name() == "sqlite":
            engine = _open_sqlite(where, busy_seconds)
        else:
            engine = _open_postgres(where, busy_seconds)
    try:
        with reading(engine) as connection:
            current = is_current(connection)
        if not current:
            with transaction(engine) as connection:
                take_missing_steps(connection)
    except BaseException:
        engine.dispose()
        raise
    return engine


@contextmanager
def transaction(engine: Engine) -> Iterator[Connection]:
    """A connection whose writes happen all or not at all, and are on the disk when this ends.

    Raises: StoreError: if they could not; then nothing of them is stored.
    """
    with in_words(), _turn_to_write(engine), _connection(engine) as connection:
        connection.execution_options(reportedly_writes=True)
        with connection.begin():
            yield connection


@contextmanager
def reading(engine: Engine) -> Iterator[Connection]:
    """A connection for reading with one statement; it never waits for those who write.

    Raises: StoreError: if the database cannot be read.
    """
    with in_words(), _connection(engine) as connection:
        yield connection


@contextmanager
def driver_transaction(engine: Engine) -> Iterator[sqlite3.Connection]:
    """The same on SQLite's own connection, for the statements that many people wait for."""
    with in_words(), _turn_to_write(engine):
        _check_file(engine)
        pooled = engine.raw_connection()
        try:
            driver = pooled.driver_connection
            assert isinstance(driver, sqlite3.Connection)
            driver.execute("BEGIN IMMEDIATE")
            yield driver
            driver.execute("COMMIT")
        finally:
            pooled.close()  # which rolls back what was not committed


@contextmanager
def outside_transactions(engine: Engine) -> Iterator[sqlite3.Connection]:
    """SQLite's own connection, for the house-keeping that it does not do in a transaction."""
    with in_words(), _turn_to_write(engine), _connection(engine) as connection:
        driver = connection.connection.driver_connection
        assert isinstance(driver, sqlite3.Connection)
        yield driver


def _connection(engine: Engine) -> Connection:
    _check_file(engine)
    return engine.connect()


def _check_file(engine: Engine) -> None:
    # SQLite would go on writing to a file that has no name any more, and all of it would be lost
    # with the program's end. Connections stay open: the file may be put back.
    known: tuple[str, tuple[int, int]] | None = engine.get_execution_options().get(
        "reportedly_file"
    )
    if known is not None and _identity(known[0]) != known[1]:
        raise DatabaseGone


def _identity(path: str) -> tuple[int, int] | None:
    """Which file this is, whatever it is called; None if there is none."""
    try:
        status = Path(path).stat()
    except (FileNotFoundError, NotADirectoryError):
        return None
    return status.st_dev, status.st_ino


@contextmanager
def _turn_to_write(engine: Engine) -> Iterator[None]:
    # SQLite has one writer. Threads that wait for it by themselves sleep ever longer and overtake
    # one another; a lock wakes the next one at once.
    turn: Lock | None = engine.get_execution_options().get("reportedly_turn")
    if turn is None:
        yield
        return
    if not turn.acquire(timeout=engine.get_execution_options()["reportedly_busy_seconds"]):
        raise DatabaseBusy
    try:
        yield
    finally:
        turn.release()


def _open_sqlite(where: URL, busy_seconds: float) -> Engine:
    if not where.database or where.database == ":memory:":
        raise CannotConnect("The database needs a file; in memory it would be lost at the end.")
    if not where.database.startswith("file:"):
        Path(where.database).parent.mkdir(parents=True, exist_ok=True)
    engine = create_engine(
        where,
        connect_args={"timeout": busy_seconds},
        execution_options={"reportedly_turn": Lock(), "reportedly_busy_seconds": busy_seconds},
        **_POOL,
    )

    @event.listens_for(engine, "connect")
    def prepare(driver: sqlite3.Connection, _record: object) -> None:
        driver.isolation_level = None  # the driver begins no transactions of its own
        driver.execute("PRAGMA foreign_keys = ON")
        driver.execute("PRAGMA synchronous = FULL")  # a commit survives a loss of power
        driver.execute("PRAGMA secure_delete = ON")  # what is deleted is overwritten with zeros

    @event.listens_for(engine, "begin")
    def begin(connection: Connection) -> None:
        # Taking the write lock first: a transaction that reads and then writes could otherwise be
        # refused half-way. A single read needs no transaction.
        if connection.get_execution_options().get("reportedly_writes"):
            driver = connection.connection.driver_connection
            assert isinstance(driver, sqlite3.Connection)
            driver.execute("BEGIN IMMEDIATE")

    _write_ahead(engine, tries=1 + round(busy_seconds / _WAIT))
    with outside_transactions(engine) as driver:
        path = driver.execute("PRAGMA database_list").fetchone()[2]
    if path and (identity := _identity(path)):  # a database in memory has no path
        engine.update_execution_options(reportedly_file=(path, identity))
    return engine


def _write_ahead(engine: Engine, tries: int) -> None:
    """Lets readers go on while one writes (WAL); the file remembers it.

    SQLite does not wait while it changes this, so two programs that start at once meet here.
    """
    for left in reversed(range(tries)):
        try:
            with outside_transactions(engine) as driver:
                driver.execute("PRAGMA journal_mode = WAL")
            return
        except DatabaseBusy:
            if not left:
                engine.dispose()
                raise
            sleep(_WAIT)
        except BaseException:
            engine.dispose()
            raise


def _open_postgres(where: URL, busy_seconds: float) -> Engine:
    try:
        engine = create_engine(
            where,
            connect_args={"connect_timeout": max(2, round(busy_seconds))},
            pool_pre_ping=True,  # the server may have been restarted since
            **_POOL,
        )
    except ImportError as fault:
        raise DriverMissing from fault

    @event.listens_for(engine, "connect")
    def prepare(driver: Any, _record: object) -> None:
        with driver.cursor() as cursor:
            cursor.execute(f"SET lock_timeout = {round(busy_seconds * 1000)}")
        driver.commit()

    return engine
