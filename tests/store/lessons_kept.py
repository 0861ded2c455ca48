"""Lessons, guests and answers in the database, with defaults for all that a test does not mind."""

from __future__ import annotations

from itertools import count

from reportedly.classroom.moves import Do, Move
from reportedly.classroom.seats import Seat
from reportedly.classroom.tallies import Vote
from reportedly.store import seating
from reportedly.store.lessons import Kept, Lessons
from reportedly.store.seating import Guest
from reportedly.store.voting import Sent, store_answers
from tests.builders import NOON, chose
from tests.classroom.playing import a_plan, edition_of

_numbers = count(1)


def begin(lessons: Lessons, plan=None, **fields) -> Kept:
    n = next(_numbers)
    return lessons.begin(
        plan or a_plan(),
        fields.pop("edition", None) or edition_of(),
        **{
            "id": f"{n:024x}",
            "bank": "lantern-walk",
            "host": "Ann",
            "host_key": "k" * 32,
            "seed": n,
            "now": NOON,
            **fields,
        },
    )


def started(lessons: Lessons, plan=None, **fields) -> Kept:
    return lessons.move(begin(lessons, plan, **fields).id, Move(Do.START), NOON)


def join(lessons: Lessons, kept: Kept, name: str = "Zoë", **fields) -> Seat:
    n = next(_numbers)
    guest = Guest(fields.pop("token", f"token-{n}"), fields.pop("client", f"client-{n}"), name)
    return seating.join(
        lessons, kept.id, guest, **{"seat_id": f"seat-{n}", "seed": n, "now": NOON, **fields}
    )


def sent(kept: Kept, seat: Seat, response=None, *, question="one", round=1, number=1, at=NOON):
    vote = Vote(seat.id, question, round, response or chose(0), None)
    return Sent(kept.id, seat, vote, number, at)


def answer(lessons: Lessons, *answers: Sent):
    return store_answers(lessons, answers)
