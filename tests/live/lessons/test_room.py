"""What a room makes of rows."""

import json

from reportedly.classroom.moves import Do, Move, advance
from reportedly.classroom.seats import Seat
from reportedly.classroom.tallies import Stored
from reportedly.live.lessons.room import Link, Room
from reportedly.store.lessons import Kept
from tests.builders import NOON, chose
from tests.classroom.playing import WORDS, a_seat, a_vote, edition_of, played

SEATS = tuple(a_seat(f"seat-{n}") for n in range(3))


def a_room(*moves: Move, seats: tuple[Seat, ...] = SEATS) -> Room:
    """A room in which each seat has answered the first question."""
    lesson = played(Do.START)
    for move in moves:
        lesson = advance(lesson, move, NOON)
    kept = Kept("0" * 24, "ABCDEF", "", "", "", "", lesson, 1, NOON, NOON, None, None)
    room = Room(kept, edition_of(), WORDS)
    votes = [a_vote(seat.id, chose(n % 2)) for n, seat in enumerate(seats)]
    room.take(kept, [Stored(vote, 1, NOON) for vote in votes])
    room.seats = seats
    return room


def test_who_was_sent_out_is_in_no_count_of_host_and_wall():
    room = a_room(Move(Do.KICK, seat="seat-1"), Move(Do.SHOW_SPLIT))
    screen = json.loads(room.snapshot(Link("screen"), NOON))["screen"]
    host = json.loads(room.snapshot(Link("host"), NOON))["host"]
    assert (screen["arrivals"], screen["votes"]) == (2, 2)
    assert sorted(bar["count"] for bar in screen["split"]["rounds"][0]["bars"]) == [0, 2]
    assert host["answered"] == 2
    assert [seat["out"] for seat in host["seats"]] == [False, True, False]
    brief = room.snapshot(Link("host", is_brief=True), NOON)
    assert json.loads(brief)["answered"] == 2
