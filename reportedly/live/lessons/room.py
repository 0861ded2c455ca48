"""One lesson at this server: its connections, and what each of them gets."""

from __future__ import annotations

import asyncio
import json
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from typing import Any, Literal

from reportedly.classroom.hosting import host_view
from reportedly.classroom.lesson import ROUNDS, Lesson, Phase
from reportedly.classroom.projecting import screen_view, standings_view
from reportedly.classroom.seats import Seat
from reportedly.classroom.tallies import Stored, Vote
from reportedly.classroom.views import Board, Words, class_view, seat_view
from reportedly.quiz.edition import Edition
from reportedly.store.lessons import Kept

Role = Literal["seat", "screen", "host"]

AWAY = timedelta(seconds=12)
"""After so long without a sign the host counts as away."""


@dataclass(eq=False)
class Link:
    """A connection.

    Attributes:
        seat: Who is there, of a seat.
        at: The question asked for by number, where learners choose their own way.
        wake: Set when there is something to send.
        told: What became of answers, to be sent along.
        has_class: The text about the class that it was sent last.
        is_brief: Whether the next thing to send a host is only how many have answered.
    """

    role: Role
    seat: Seat | None = None
    at: int | None = None
    wake: asyncio.Event = field(default_factory=asyncio.Event)
    told: list[dict[str, Any]] = field(default_factory=list)
    has_class: str | None = None
    is_brief: bool = False
    is_gone: bool = False


def question_that_matters(lesson: Lesson) -> str | None:
    """The only question whose votes are looked at now; None if those of all are."""
    is_one = lesson.is_live and lesson.phase is not Phase.ENDED and not lesson.shows_standings
    return lesson.question if is_one else None


class Room:
    """A lesson with what was read of it. All of it can be read again from the rows at any time."""

    def __init__(self, kept: Kept, edition: Edition, words: Words) -> None:
        self.words = words
        self.edition = edition
        self.links: set[Link] = set()
        self.devices: dict[str, set[Link]] = {}
        self.seats: tuple[Seat, ...] = ()
        self.own: dict[str, dict[tuple[str, int], Stored]] = {}
        self.noted: list[Stored] = []
        self.reading = asyncio.Lock()
        self.catching_up = asyncio.Lock()
        self.must_count = False
        self.must_list = False
        self.listed_at = 0.0
        self.host_seen_at = kept.host_seen_at
        self.host_asked_at: datetime | None = None
        self.used_at = 0.0
        self.host_is_there = True
        self.take(kept, [])

    def take(self, kept: Kept, votes: list[Stored]) -> None:
        """Takes in a lesson as it is stored now, with the votes that matter to it."""
        self.kept = kept
        self.board = Board(kept.id, kept.code, kept.revision, kept.lesson, self.edition)
        self.class_text = _text(class_view(self.board, self.words))
        self._alike: dict[object, str] = {}
        self.own = {}
        for stored in votes:
            self._keep(stored)

    def note(self, stored: Stored) -> None:
        """Takes in a vote that has just been stored."""
        if self.reading.locked():
            self.noted.append(stored)
        self._keep(stored)

    def expected_by(self, vote: Vote) -> Kept | None:
        """The lesson as it is known here, if this vote is its seat's first in its round."""
        is_first = (vote.question, vote.round) not in self.own.get(vote.seat, ())
        return self.kept if is_first else None

    def _keep(self, stored: Stored) -> None:
        vote = stored.vote
        own = self.own.setdefault(vote.seat, {})
        before = own.get((vote.question, vote.round))
        if before is None or before.sent < stored.sent:
            own[vote.question, vote.round] = stored

    @property
    def keeps_time(self) -> bool:
        """Whether a timer runs."""
        lesson = self.kept.lesson
        return (
            lesson.is_live
            and lesson.phase is Phase.OPEN
            and lesson.plan.seconds is not None
            and lesson.paused_at is None
        )

    def of(self, *roles: Role) -> list[Link]:
        """The connections of these kinds."""
        return [link for link in self.links if link.role in roles]

    def is_hosted_here(self, now: datetime) -> bool:
        """Whether the host is connected to this server, or has just asked it without a socket."""
        asked = self.host_asked_at
        just_now = asked is not None and now - asked < AWAY / 2
        return just_now or any(link.role == "host" for link in self.links)

    def look_for_host(self, now: datetime) -> bool:
        """Whether the host has come or gone since the last look."""
        seen = self.host_seen_at
        there = self.is_hosted_here(now) or (seen is not None and now - seen < AWAY)
        changed, self.host_is_there = there != self.host_is_there, there
        return changed

    def wake(self, *roles: Role) -> None:
        """Lets connections of these kinds send what is new."""
        for link in self.of(*roles):
            link.wake.set()

    def wake_seat(self, seat_id: str) -> None:
        """The same for the devices of one seat."""
        for link in self.devices.get(seat_id, ()):
            link.wake.set()

    def add(self, link: Link) -> None:
        """Somebody is connected."""
        self.links.add(link)
        if link.seat is not None:
            self.devices.setdefault(link.seat.id, set()).add(link)

    def remove(self, link: Link) -> None:
        """Somebody is not connected any more."""
        self.links.discard(link)
        if link.seat is not None and link.seat.id in self.devices:
            self.devices[link.seat.id].discard(link)
            if not self.devices[link.seat.id]:
                del self.devices[link.seat.id]

    def present(self) -> set[str]:
        """The ids of the seats that are connected here."""
        return set(self.devices)

    def stored(self) -> list[Stored]:
        """The votes that matter now and count, in the order in which they came."""
        out = self.kept.lesson.kicked
        stored = [one for seat, own in self.own.items() if seat not in out for one in own.values()]
        return sorted(stored, key=lambda one: (one.at, one.vote.seat))

    def votes(self) -> list[Vote]:
        """The same without when they were stored."""
        return [one.vote for one in self.stored()]

    # --- what goes out --------------------------------------------------------------------------

    def snapshot(self, link: Link, now: datetime) -> str:
        """All that a connection should show now, as text; what it has already is left out."""
        if link.role == "seat":
            assert link.seat is not None
            head = f'"v":{self.board.revision},"me":{self._seat_text(link, now)}'
            if link.told:
                head += f',"told":{_text(link.told)}'
                link.told = []
            if link.has_class is self.class_text:
                return f"{{{head}}}"
            link.has_class = self.class_text
            return f'{{{head},"class":{self.class_text}}}'
        if link.is_brief:
            link.is_brief = False
            return _text({"v": self.board.revision, "answered": self.answered()})
        part = self.screen_part(now) if link.role == "screen" else self.host_part(now)
        return _text({"v": self.board.revision, link.role: part})

    def _seat_text(self, link: Link, now: datetime) -> str:
        """What one seat sees besides the class; who answered the same sees the same."""
        seat, lesson = link.seat, self.kept.lesson
        assert seat is not None
        if not lesson.is_live or lesson.phase is Phase.ENDED or seat.id in lesson.kicked:
            return _text(self.seat_part(seat, now, link.at))
        if lesson.paused_at is not None or (lesson.phase is Phase.OPEN and lesson.plan.seconds):
            return _text(self.seat_part(seat, now, link.at))  # it changes as time goes on
        own = self.own.get(seat.id, {})
        votes = (own.get((lesson.question, round)) for round in range(1, ROUNDS + 1))
        answers = tuple(v and (v.vote.response, v.vote.certainty, v.sent) for v in votes)
        key = (self.host_is_there, seat.time, seat.unlisted, answers)
        if key not in self._alike:
            self._alike[key] = _text(self.seat_part(replace(seat, name=None), now, None))
        return self._alike[key].replace('"name":null', f'"name":{_text(seat.name)}', 1)

    def seat_part(self, seat: Seat, now: datetime, at: int | None) -> dict[str, Any]:
        """What one seat sees besides the class."""
        own = self.own.get(seat.id, {})
        view = seat_view(self.board, seat, own, self.words, now, at)
        return view | {"host": self.host_is_there}

    def answered(self) -> int:
        """How many have answered what is asked now."""
        lesson = self.kept.lesson
        counting = [own for seat, own in self.own.items() if seat not in lesson.kicked]
        if not lesson.is_live:
            return len(counting)
        key = (lesson.question, lesson.round)
        return sum(key in own for own in counting)

    def screen_part(self, now: datetime) -> dict[str, Any]:
        """What the projector shows."""
        lesson = self.kept.lesson
        votes = self.votes() if lesson.shows_split else []
        votes = [vote for vote in votes if vote.question == lesson.question]
        arrivals = sum(seat.id not in lesson.kicked for seat in self.seats)
        view = screen_view(self.board, arrivals, self.answered(), votes, self.words, now)
        return view | {"standings": self.standings()}

    def host_part(self, now: datetime) -> dict[str, Any]:
        """What the host sees."""
        view = host_view(self.board, self.seats, self.present(), self.votes(), self.words, now)
        return view | {"code": self.kept.code, "standings": self.standings()}

    def standings(self) -> dict[str, Any] | None:
        """Who is ahead, once the host shows it."""
        if not self.kept.lesson.shows_standings:
            return None
        return standings_view(self.board, self.seats, self.stored())


# Made once: `json.dumps` makes one each time.
_text = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode
