"""Instructors: the passphrase they share, who is signed in, and tries that failed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from math import ceil

from sqlalchemy import Engine, bindparam, delete, select, update
from sqlalchemy.dialects import postgresql, sqlite

from reportedly.credentials import Passphrase, stored_form, token_of
from reportedly.store.database import reading, transaction
from reportedly.store.tables import instructor_session, passphrase, sign_in_try

FREE_TRIES = 3
LONGEST_WAIT = timedelta(minutes=15)
TRIES_KEPT = timedelta(days=1)

_THE_ONE = 1  # there is one passphrase, so its table has one row

_PASSPHRASE = select(passphrase.c.hash, passphrase.c.secret)
_SESSION = select(instructor_session.c.name, instructor_session.c.until).where(
    instructor_session.c.token == bindparam("session_token"),
    instructor_session.c.until > bindparam("now"),
)
_CLOSE = delete(instructor_session).where(instructor_session.c.token == bindparam("session_token"))
_CLOSE_ALL = delete(instructor_session)
_CLOSE_ENDED = delete(instructor_session).where(instructor_session.c.until <= bindparam("now"))

_OF_CLIENT = sign_in_try.c.client == bindparam("of_client")
_TRIES = select(sign_in_try.c.wrong, sign_in_try.c.last_at).where(_OF_CLIENT)
_COUNT_TRY = (
    update(sign_in_try)
    .where(_OF_CLIENT)
    .values(wrong=sign_in_try.c.wrong + 1, last_at=bindparam("now"))
)
_FORGIVE = delete(sign_in_try).where(_OF_CLIENT)
_FORGET_TRIES = delete(sign_in_try).where(sign_in_try.c.last_at < bindparam("cutoff"))


@dataclass(frozen=True)
class Instructor:
    """Somebody who is signed in.

    Attributes:
        name: As they gave it, or as a sign-in service vouches for it.
        until: When the sign-in ends by itself.
    """

    name: str
    until: datetime


class Instructors:
    """What the database knows of instructors; one object serves all threads.

    Every method may raise a `StoreError`, whose text is for the page.
    """

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._insert = postgresql.insert if engine.dialect.name == "postgresql" else sqlite.insert

    def passphrase(self) -> Passphrase | None:
        """The passphrase that holds now, or None if there never was one."""
        with reading(self._engine) as connection:
            row = connection.execute(_PASSPHRASE).first()
        return None if row is None else Passphrase(hash=row.hash, secret=row.secret)

    def set_first_passphrase(self, new: Passphrase, now: datetime) -> bool:
        """Stores the passphrase if there is none yet.

        Returns: Whether it was stored; of two programs that start at once, one is told so.
        """
        with transaction(self._engine) as connection:
            done = connection.execute(
                self._insert(passphrase).on_conflict_do_nothing().returning(passphrase.c.id),
                _row(new, now),
            )
            return done.first() is not None

    def set_passphrase(self, new: Passphrase, now: datetime) -> None:
        """Puts another passphrase in the place of the one before, and ends every sign-in."""
        into = self._insert(passphrase)
        with transaction(self._engine) as connection:
            connection.execute(
                into.on_conflict_do_update(
                    index_elements=(passphrase.c.id,),
                    set_={name: into.excluded[name] for name in ("hash", "secret", "set_at")},
                ),
                _row(new, now),
            )
            connection.execute(_CLOSE_ALL)

    def open_session(self, token: str, name: str, now: datetime, until: datetime) -> None:
        """Begins a sign-in; those that have ended by `now` go."""
        with transaction(self._engine) as connection:
            connection.execute(_CLOSE_ENDED, {"now": now})
            connection.execute(
                instructor_session.insert(),
                {"token": stored_form(token), "name": name, "until": until},
            )

    def session(self, token: str, now: datetime) -> Instructor | None:
        """Who is signed in with this token, if anybody still is."""
        with reading(self._engine) as connection:
            values = {"session_token": stored_form(token), "now": now}
            row = connection.execute(_SESSION, values).first()
        return None if row is None else Instructor(name=row.name, until=row.until)

    def by_cookie(self, cookie: str, now: datetime) -> Instructor | None:
        """Who is signed in with this cookie; None if it was not signed here."""
        holding = self.passphrase()
        token = holding and token_of(cookie, holding.secret)
        return self.session(token, now) if token else None

    def close_session(self, token: str) -> None:
        """Ends one sign-in."""
        with transaction(self._engine) as connection:
            connection.execute(_CLOSE, {"session_token": stored_form(token)})

    def close_all_sessions(self) -> None:
        """Ends every sign-in, on all devices."""
        with transaction(self._engine) as connection:
            connection.execute(_CLOSE_ALL)

    def wait_seconds(self, client: str, now: datetime) -> int:
        """How long this client has to wait before its next try; 0 if it need not.

        Three tries are free; then the wait is 2 seconds, and twice as long after each wrong try,
        up to 15 minutes.
        """
        with reading(self._engine) as connection:
            row = connection.execute(_TRIES, {"of_client": client}).first()
        return 0 if row is None else _wait(row.wrong, row.last_at, now)

    def begin_try(self, client: str, now: datetime) -> int:
        """Counts a try as wrong before it is looked at, so that many at once are counted too.

        Returns: 0 if the try may go on; otherwise how many seconds to wait, and nothing counted.
        """
        if wait := self.wait_seconds(client, now):
            return wait  # without taking the turn to write from learners
        with transaction(self._engine) as connection:
            connection.execute(_FORGET_TRIES, {"cutoff": now - TRIES_KEPT})
            # One statement makes the row or locks the one that is there.
            row = connection.execute(
                self._insert(sign_in_try)
                .on_conflict_do_update(
                    index_elements=(sign_in_try.c.client,), set_={"wrong": sign_in_try.c.wrong}
                )
                .returning(sign_in_try.c.wrong, sign_in_try.c.last_at),
                {"client": client, "wrong": 0, "last_at": now},
            ).one()
            wait = _wait(row.wrong, row.last_at, now)
            if not wait:
                connection.execute(_COUNT_TRY, {"of_client": client, "now": now})
        return wait

    def forgive_tries(self, client: str) -> None:
        """Forgets the tries of a client that knew the passphrase in the end."""
        with transaction(self._engine) as connection:
            connection.execute(_FORGIVE, {"of_client": client})


def _row(new: Passphrase, now: datetime) -> dict[str, object]:
    return {"id": _THE_ONE, "hash": new.hash, "secret": new.secret, "set_at": now}


def _wait(wrong: int, last_at: datetime, now: datetime) -> int:
    if wrong < FREE_TRIES or now - last_at > TRIES_KEPT:
        return 0
    # The exponent is bounded, for two to the power of all tries of a day has too many digits.
    whole = min(timedelta(seconds=2 ** min(wrong - FREE_TRIES + 1, 16)), LONGEST_WAIT)
    # Never more than the whole, should the clock have been set back.
    left = min(last_at + whole - now, whole)
    return max(0, ceil(left.total_seconds()))
