"""Every version of a bank that was ever saved here."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, Engine, func, insert, select, text, update

from reportedly.store.database import reading, transaction
from reportedly.store.errors import StoreError
from reportedly.store.tables import bank_version

_COLUMNS = bank_version.c


class NoSuchVersion(StoreError, LookupError):
    """This version of the bank is not here."""


@dataclass(frozen=True)
class Version:
    """A version in a list.

    Attributes:
        number: From 1, the oldest.
    """

    number: int
    saved_by: str
    saved_at: datetime


class Versions:
    """The versions in a database; one object serves all threads.

    Every method may raise a `StoreError`, whose text is for the page.
    """

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def keep(self, bank: str, text: str, saved_by: str, now: datetime) -> int:
        """The number of this version; of the newest one if that says the same."""
        with transaction(self._engine) as connection:
            _take_turn(connection)
            newest = connection.execute(
                select(_COLUMNS.number, _COLUMNS.text)
                .where(_COLUMNS.bank == bank)
                .order_by(_COLUMNS.number.desc())
                .limit(1)
            ).first()
            if newest is not None and newest.text == text:
                return int(newest.number)
            number = 1 if newest is None else int(newest.number) + 1
            row = {
                "bank": bank,
                "number": number,
                "text": text,
                "saved_by": saved_by,
                "saved_at": now,
            }
            connection.execute(insert(bank_version), row)
            return number

    def of(self, bank: str) -> tuple[Version, ...]:
        """The versions of a bank, newest first."""
        query = (
            select(_COLUMNS.number, _COLUMNS.saved_by, _COLUMNS.saved_at)
            .where(_COLUMNS.bank == bank)
            .order_by(_COLUMNS.number.desc())
        )
        with reading(self._engine) as connection:
            return tuple(Version(*row) for row in connection.execute(query))

    def text(self, bank: str, number: int) -> str:
        """What a version said, to the last character.

        Raises: NoSuchVersion: if there is none of that number.
        """
        query = select(_COLUMNS.text).where(_COLUMNS.bank == bank, _COLUMNS.number == number)
        with reading(self._engine) as connection:
            found = connection.execute(query).scalar()
        if found is None:
            raise NoSuchVersion
        return str(found)

    def banks(self) -> tuple[str, ...]:
        """The banks of which there are versions, deleted ones included, by name."""
        query = select(_COLUMNS.bank).distinct().order_by(_COLUMNS.bank)
        with reading(self._engine) as connection:
            return tuple(connection.scalars(query))

    def rename(self, bank: str, new: str) -> None:
        """Let the versions follow their bank to another name, behind those that are there."""
        with transaction(self._engine) as connection:
            _take_turn(connection)
            last = select(func.max(_COLUMNS.number)).where(_COLUMNS.bank == new)
            there = connection.execute(last).scalar() or 0
            connection.execute(
                update(bank_version)
                .where(_COLUMNS.bank == bank)
                .values(bank=new, number=_COLUMNS.number + there)
            )


def _take_turn(connection: Connection) -> None:
    """Let nobody else find the same number free; SQLite has one writer anyway."""
    if connection.dialect.name == "postgresql":
        connection.execute(text("SELECT pg_advisory_xact_lock(7235420)"))
