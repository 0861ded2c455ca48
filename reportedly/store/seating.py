"""Who sits in a lesson, as it is kept. Whatever returns has been committed."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from hashlib import sha256
from typing import Any

from sqlalchemy import Connection, func, insert, select, update
from sqlalchemy.exc import IntegrityError

from reportedly.classroom.lesson import Names, Pacing
from reportedly.classroom.seats import PersonalTime, Seat, clean_name, draw_name, folded
from reportedly.store import notices
from reportedly.store.database import reading, transaction
from reportedly.store.errors import StoreError
from reportedly.store.lessons import Kept, Lessons
from reportedly.store.tables import lesson_seat as table

MOST_SEATS = 2_000
"""In one lesson: nobody fills the database by joining again and again."""


class LessonOver(StoreError):
    """This lesson is over."""


class SentOut(StoreError):
    """You were sent out of this lesson. Please talk to your teacher."""


class LessonFull(StoreError):
    """This lesson is full."""


class NameTaken(StoreError):
    """Somebody in this lesson has this name already; please take another."""


@dataclass(frozen=True)
class Guest:
    """Who wants to join.

    Attributes:
        token: The browser's secret; only its hash is stored.
        client: Stands for the browser, so that who was sent out does not come back at once.
        wanted: The name asked for, where the lesson lets learners choose.
    """

    token: str
    client: str = ""
    wanted: str = ""


def join(
    lessons: Lessons, lesson_id: str, guest: Guest, *, seat_id: str, seed: int, now: datetime
) -> Seat:
    """A seat for a browser; the one it has already when it comes again.

    Args:
        lessons: Where lessons are kept.
        lesson_id: Which lesson.
        guest: Who comes.
        seat_id: For a new seat.
        seed: For a name drawn from the list.
        now: The moment.

    Raises:
        NameRefused: if the name does not fit a classroom.
        NameTaken: if somebody has it.
        LessonFull: if there are as many seats as a server can serve.
        LessonOver: once nothing can be answered any more.
        SentOut: for who was sent out.
    """
    with transaction(lessons.engine) as connection:
        kept = lessons.locked(connection, lesson_id)
        its = table.c.lesson == lesson_id
        token = _hash(guest.token)
        known = connection.execute(select(table).where(its, table.c.token == token)).first()
        if known is not None:
            return _read(known)
        if kept.lesson.is_over(now):
            raise LessonOver
        client = _hash(f"{lesson_id}/{guest.client}") if guest.client else ""
        if client and kept.lesson.kicked:
            same = select(table.c.id).where(its, table.c.client == client)
            if kept.lesson.kicked.intersection(connection.scalars(same)):
                raise SentOut
        if connection.execute(select(func.count()).where(its)).scalar_one() >= MOST_SEATS:
            raise LessonFull
        name = _name_for(connection, kept, guest.wanted, seed)
        row = {
            "id": seat_id,
            "lesson": lesson_id,
            "token": token,
            "client": client,
            "name": name,
            "folded_name": None if name is None else folded(name),
            "time": PersonalTime.USUAL,
            "round": 1,
            "joined_at": now,
            "unlisted": False,
        }
        try:
            connection.execute(insert(table), row)
        except IntegrityError as fault:
            raise NameTaken from fault
        notices.tell(connection, lesson_id, notices.JOINED)
    return Seat(seat_id, name, PersonalTime.USUAL, 1, now)


def _name_for(connection: Connection, kept: Kept, wanted: str, seed: int) -> str | None:
    match kept.lesson.plan.names:
        case Names.FREE:
            return clean_name(wanted)
        case Names.LIST:
            taken = select(table.c.name).where(table.c.lesson == kept.id)
            return draw_name([name for name in connection.scalars(taken) if name], seed)
        case Names.ANONYMOUS:
            return None


def find(lessons: Lessons, lesson_id: str, token: str) -> Seat | None:
    """The seat of the browser with this token, if it has one."""
    query = select(table).where(table.c.lesson == lesson_id, table.c.token == _hash(token))
    with reading(lessons.engine) as connection:
        row = connection.execute(query).first()
    return None if row is None else _read(row)


def all_seats(lessons: Lessons, lesson_id: str) -> tuple[Seat, ...]:
    """All who have joined, in the order in which they came."""
    query = select(table).where(table.c.lesson == lesson_id)
    with reading(lessons.engine) as connection:
        rows = connection.execute(query.order_by(table.c.joined_at, table.c.id)).all()
    return tuple(_read(row) for row in rows)


def arrivals(lessons: Lessons, lesson_id: str) -> int:
    """How many have joined."""
    query = select(func.count()).where(table.c.lesson == lesson_id)
    with reading(lessons.engine) as connection:
        return int(connection.execute(query).scalar_one())


def set_time(lessons: Lessons, seat: Seat, time: PersonalTime) -> Seat:
    """The seat with more or less time; nobody else is told."""
    with transaction(lessons.engine) as connection:
        connection.execute(update(table).where(table.c.id == seat.id).values(time=time))
    return replace(seat, time=time)


def set_unlisted(lessons: Lessons, kept: Kept, seat: Seat, unlisted: bool) -> Seat:
    """The seat left out of the standings, or in them again."""
    with transaction(lessons.engine) as connection:
        connection.execute(update(table).where(table.c.id == seat.id).values(unlisted=unlisted))
        notices.tell(connection, kept.id, notices.JOINED)
    return replace(seat, unlisted=unlisted)


def next_try(lessons: Lessons, kept: Kept, seat: Seat) -> Seat:
    """The seat at the beginning of another try at a homework; unchanged if none is left."""
    if kept.lesson.plan.pacing is not Pacing.HOMEWORK or seat.round >= kept.lesson.plan.tries:
        return seat
    after = seat.round + 1
    with transaction(lessons.engine) as connection:
        chosen = update(table).where(table.c.id == seat.id, table.c.round == seat.round)
        connection.execute(chosen.values(round=after))
    return replace(seat, round=after)


def _read(row: Any) -> Seat:
    return Seat(
        row.id, row.name, PersonalTime(row.time), row.round, row.joined_at, bool(row.unlisted)
    )


def _hash(secret: str) -> str:
    return sha256(secret.encode()).hexdigest()
