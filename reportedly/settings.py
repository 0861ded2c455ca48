"""What can be set from outside, read once at the start."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import URL, make_url
from sqlalchemy.exc import ArgumentError

_DATABASE = "REPORTEDLY_DATABASE_URL"
_RETENTION = "REPORTEDLY_RETENTION_DAYS"
_MOST_DAYS = 3650


class SettingRefused(ValueError):
    """A setting cannot be understood; the text says which, and what to write instead."""


@dataclass(frozen=True)
class Settings:
    """How this installation runs.

    Attributes:
        database_url: As SQLAlchemy reads it; may hold a password, so it is never shown.
        root: The folder of app.py, with the banks and the content.
        retention_days: After how many days without an answer an attempt is deleted.
    """

    database_url: str
    root: Path
    retention_days: int

    @classmethod
    def from_environment(cls, environ: Mapping[str, str], root: Path) -> Settings:
        """What the environment says, and what is usual where it says nothing.

        Raises: SettingRefused: with a sentence about the setting that is wrong.
        """
        return cls(
            database_url=_database_url(environ.get(_DATABASE, "").strip(), root),
            root=root,
            retention_days=_retention_days(environ.get(_RETENTION, "").strip()),
        )

    def __repr__(self) -> str:
        """Without the address of the database, which may hold a password."""
        return f"Settings(root={self.root!r}, retention_days={self.retention_days})"


def has_sign_in_service(root: Path) -> bool:
    """Whether instructors sign in by a service ([auth] in secrets.toml) and not by passphrase.

    A file that cannot be read counts as one that says so: a slip of the pen must not open a door.
    """
    try:
        home = Path.home()
    except RuntimeError:  # an account without one, as in some containers
        home = root
    for folder in (root, home):
        try:
            text = (folder / ".streamlit" / "secrets.toml").read_text(encoding="utf-8")
            if "auth" in tomllib.loads(text):
                return True
        except (FileNotFoundError, NotADirectoryError):
            continue
        except OSError:
            # A home that belongs to somebody else says nothing, and Streamlit cannot read it.
            if folder == root:
                return True
        except ValueError:
            return True
    return False


def _database_url(written: str, root: Path) -> str:
    if not written:
        return _in_file(root / "data" / "reportedly.sqlite3")
    try:
        url = make_url(written)
    except (ArgumentError, ValueError):
        url = None
    match url and url.drivername:
        case "sqlite" | "sqlite+pysqlite" if url:
            if not url.database or url.database == ":memory:":
                raise SettingRefused(
                    f"{_DATABASE} names no file, so every answer would be lost at the end; "
                    "write for example sqlite:///data/reportedly.sqlite3."
                )
            if url.database.startswith("file:"):
                return written
            # Beside app.py, wherever the program was started from.
            return _in_file(root / url.database)
        case "postgres" | "postgresql" | "postgresql+psycopg" if url:
            if not url.database:
                raise SettingRefused(
                    f"{_DATABASE} names no database; "
                    "write postgresql://user:password@host/database."
                )
            return _as_text(url.set(drivername="postgresql+psycopg"))
    raise SettingRefused(
        f"{_DATABASE} is not the address of an SQLite or PostgreSQL database; write "
        "sqlite:///data/reportedly.sqlite3 or postgresql://user:password@host/database."
    )


def _in_file(path: Path) -> str:
    return _as_text(URL.create("sqlite", database=str(path)))


def _as_text(url: URL) -> str:
    return url.render_as_string(hide_password=False)


def _retention_days(written: str) -> int:
    if not written:
        return 30
    is_number = written.isascii() and written.isdecimal() and len(written) <= len(str(_MOST_DAYS))
    if is_number and 1 <= int(written) <= _MOST_DAYS:
        return int(written)
    raise SettingRefused(
        f'{_RETENTION} is "{written:.20}"; write a whole number of days from 1 to {_MOST_DAYS}, '
        "for example 30."
    )
