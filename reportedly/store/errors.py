"""What can go wrong with stored attempts, in words that a page can show as they are."""

from __future__ import annotations

import errno
import re
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy import exc


class StoreError(Exception):
    """The database could not do what was asked.

    Everything stored before is still there.
    """

    def __init__(self, sentence: str | None = None) -> None:
        """Says the sentence, or the class's own words."""
        super().__init__(sentence or " ".join((type(self).__doc__ or "").split()))


class DatabaseBusy(StoreError):
    """The database is busy with another program.

    Everything stored before is still there; please try again in a moment.
    """


class DatabaseReadOnly(StoreError):
    """Nothing new can be stored: the database file or its folder is read-only.

    Everything stored before is still there; the person who runs this program needs to make both
    writable.
    """


class DiskFull(StoreError):
    """Nothing new can be stored: the disk that holds the database is full.

    Everything stored before is still there; the person who runs this program needs to make room.
    """


class CannotConnect(StoreError):
    """The database cannot be reached.

    Please try again in a moment; if that does not help, the person who runs this program needs to
    check REPORTEDLY_DATABASE_URL.
    """


class DriverMissing(CannotConnect):
    """To store answers in PostgreSQL, run: pip install "psycopg[binary]"."""


class DatabaseTooNew(StoreError):
    """The database was written by a newer version of Reportedly than this one.

    Nothing was changed; the person who runs this program needs to update it.
    """


class DatabaseDamaged(StoreError):
    """The database is damaged, or its file is something else.

    Nothing was changed; the person who runs this program needs to put a copy of it back.
    """


class DatabaseGone(StoreError):
    """Nothing new can be stored: the database's file was deleted, moved or replaced meanwhile.

    The person who runs this program needs to put the file back, or to start the program again.
    """


class DiskFailing(StoreError):
    """The disk that holds the database could not be read or written.

    The person who runs this program needs to check it.
    """


class NoSuchAttempt(StoreError, LookupError):
    """This attempt is not here any more, or it belongs to another browser.

    Please begin the quiz again.
    """


class AttemptFinished(StoreError):
    """This attempt is finished, so its answers can no longer be changed."""


class NotInAttempt(StoreError, ValueError):
    """This question is not part of the attempt."""


class NoSuchEdition(StoreError, LookupError):
    """The questions of this attempt are not here any more. Please begin the quiz again."""


class EditionUnreadable(StoreError):
    """This attempt was begun with another version of Reportedly, which wrote questions differently.

    Please begin the quiz again.
    """


class AttemptUnreadable(StoreError):
    """What is stored of this attempt cannot be read. Please begin the quiz again."""


# The primary codes are the low byte: https://www.sqlite.org/rescode.html
_SQLITE: dict[int, type[StoreError]] = {
    sqlite3.SQLITE_BUSY: DatabaseBusy,
    sqlite3.SQLITE_LOCKED: DatabaseBusy,
    sqlite3.SQLITE_PROTOCOL: DatabaseBusy,
    sqlite3.SQLITE_READONLY: DatabaseReadOnly,
    sqlite3.SQLITE_PERM: DatabaseReadOnly,
    # Beside a read-only file in a read-only folder SQLite cannot open the files it needs.
    sqlite3.SQLITE_CANTOPEN: DatabaseReadOnly,
    sqlite3.SQLITE_FULL: DiskFull,
    sqlite3.SQLITE_IOERR: DiskFailing,
    sqlite3.SQLITE_CORRUPT: DatabaseDamaged,
    sqlite3.SQLITE_NOTADB: DatabaseDamaged,
}

# Whole codes, then classes: https://www.postgresql.org/docs/current/errcodes-appendix.html
_POSTGRES: dict[str, type[StoreError]] = {
    "25006": DatabaseReadOnly,  # read_only_sql_transaction
    "42501": DatabaseReadOnly,  # insufficient_privilege
    "53100": DiskFull,
    "53300": DatabaseBusy,  # too_many_connections
    "55P03": DatabaseBusy,  # lock_not_available
    "42P01": DatabaseDamaged,  # undefined_table
    "42703": DatabaseDamaged,  # undefined_column
    "42P07": DatabaseDamaged,  # duplicate_table
    "57014": DatabaseBusy,  # query_canceled, by a time limit
    "08": CannotConnect,
    "28": CannotConnect,  # name or password refused
    "3D": CannotConnect,  # no such database
    "40": DatabaseBusy,  # transaction rolled back: deadlock, serialization
    "57P": CannotConnect,  # shutting down, starting up
    "58": DiskFailing,
    "XX": DatabaseDamaged,
}

_OTHER_TABLES = re.compile(r"no such (table|column)|table \S+ already exists")
"""What SQLite says of a file with other tables than ours; it has no code of its own for that."""

_SYSTEM: dict[int, type[StoreError]] = {
    errno.ENOSPC: DiskFull,
    errno.EDQUOT: DiskFull,
    errno.EACCES: DatabaseReadOnly,
    errno.EPERM: DatabaseReadOnly,
    errno.EROFS: DatabaseReadOnly,
    errno.EIO: DiskFailing,
}


@contextmanager
def in_words() -> Iterator[None]:
    """Turns what a driver raises into a `StoreError`; mistakes in our own code stay as they are."""
    try:
        yield
    except exc.TimeoutError as fault:
        # All connections of the pool are in use.
        raise DatabaseBusy from fault
    except (exc.DBAPIError, sqlite3.Error) as fault:
        kind = _kind(fault)
        if kind is None:
            raise
        raise kind from fault
    except OSError as fault:
        raise _SYSTEM.get(fault.errno or 0, CannotConnect) from fault


def _kind(fault: exc.DBAPIError | sqlite3.Error) -> type[StoreError] | None:
    """The error of ours that a driver's error is, or None if it tells of a mistake in our code."""
    driver = fault.orig if isinstance(fault, exc.DBAPIError) else fault
    if isinstance(driver, sqlite3.Error):
        if _OTHER_TABLES.search(str(driver)):
            return DatabaseDamaged
        # The code is absent where Python itself raised the error.
        return _SQLITE.get(getattr(driver, "sqlite_errorcode", 0) & 0xFF)
    # psycopg is optional, so its errors are known by their codes, not by their classes.
    state: str | None = getattr(driver, "sqlstate", None)
    if state is None:
        return CannotConnect if isinstance(fault, exc.OperationalError) else None
    return next((_POSTGRES[s] for s in (state, state[:3], state[:2]) if s in _POSTGRES), None)
