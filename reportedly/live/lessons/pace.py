"""How often a server of classes does what it does by itself, and how long it waits."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Pace:
    """All in seconds.

    Attributes:
        counts: Between two counts for host and projector while answers come in.
        lists: Between two lists of a large class for its host.
        looks: Between two looks at the database for what was not heard of otherwise.
        notes: Between two notes that a host is there and that a timer is kept.
        kept: How long a room is kept at hand after the last connection or request.
        lost: A timer that no server kept for longer than this gets the time back.
        silent: Without a word for so long a connection counts as dead; browsers call every 10.
        farewell: How long a connection that is given up may still be told so.
    """

    counts: float = 0.25
    lists: float = 2.0
    looks: float = 2.0
    notes: float = 4.0
    kept: float = 60.0
    lost: float = 5.0
    silent: float = 40.0
    farewell: float = 3.0


USUAL = Pace()
