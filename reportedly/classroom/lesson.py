"""A lesson as it stands: a value that each move replaces by a new one."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class Phase(StrEnum):
    """Where a lesson is."""

    LOBBY = "lobby"
    OPEN = "open"
    CLOSED = "closed"
    DISCUSS = "discuss"
    REVEALED = "revealed"
    ENDED = "ended"


class Pacing(StrEnum):
    """Who decides when the next question comes."""

    LIVE = "live"
    SELF = "self"
    HOMEWORK = "homework"


class Names(StrEnum):
    """How learners are called in a lesson."""

    FREE = "free"
    LIST = "list"
    ANONYMOUS = "anonymous"


ROUNDS = 2
"""How often a class can vote on a question: before and after talking about it."""

MOST_TRIES = 5
"""How often a homework can be done at most."""


LONGEST_GROUP = 80
"""Characters that the name of a group can have."""


@dataclass(frozen=True)
class Bands:
    """Between which shares right, in percent, a class gains from talking with neighbours."""

    reteach_below: int = 35
    explain_above: int = 70

    def __post_init__(self) -> None:
        if not 0 <= self.reteach_below <= self.explain_above <= 100:
            raise ValueError("the lower bound must not be above the upper one, both 0 to 100")


@dataclass(frozen=True)
class Plan:
    """What a host decides before the start.

    Attributes:
        title: What learners see above the questions.
        group: Whose lesson it is, such as a form and its term; "" if that was left open.
        questions: Ids in the order they are asked.
        asks_certainty: Whether learners are asked how sure they are.
        sure_about: The questions at which they are, if not at all of them.
        seconds: To answer a question; None for as long as it is open.
        deadline: Of a homework.
        tries: How often a homework can be done.
        notes: For the host alone.
        standings: Whether the host may show who is ahead.
        speed_points: Whether a right answer is worth more the sooner it comes.
    """

    title: str
    questions: tuple[str, ...]
    group: str = ""
    pacing: Pacing = Pacing.LIVE
    names: Names = Names.FREE
    asks_certainty: bool = False
    sure_about: tuple[str, ...] = ()
    seconds: int | None = None
    deadline: datetime | None = None
    tries: int = 1
    bands: Bands = Bands()
    notes: str = ""
    standings: bool = False
    speed_points: bool = False

    def __post_init__(self) -> None:
        if not self.questions or len(set(self.questions)) < len(self.questions):
            raise ValueError("a lesson needs questions, each of them once")
        if self.seconds is not None and self.seconds < 1:
            raise ValueError("a timer needs at least a second")
        if not 1 <= self.tries <= MOST_TRIES:
            raise ValueError(f"a homework can be done once to {MOST_TRIES} times")
        if (self.pacing is Pacing.HOMEWORK) != (self.deadline is not None):
            raise ValueError("a homework, and only a homework, has a deadline")
        if not set(self.sure_about) <= set(self.questions):
            raise ValueError("only a question of the lesson can ask how sure learners are")
        if (self.standings or self.speed_points) and self.pacing is not Pacing.LIVE:
            raise ValueError("only a class that is led has standings or points for speed")
        if self.standings and self.names is Names.ANONYMOUS:
            raise ValueError("without names there are no standings")
        if self.speed_points and self.seconds is None:
            raise ValueError("points for speed need a timer")

    def asks_how_sure(self, question: str) -> bool:
        """Whether learners are asked how sure they are of their answer to this question."""
        return self.asks_certainty and (not self.sure_about or question in self.sure_about)


@dataclass(frozen=True)
class Lesson:
    """A lesson at one moment. Names and answers are not in it; they are rows of their own.

    Attributes:
        position: Which of the plan's questions is asked, from 0.
        rounds: How often each question was opened to a vote, for those that were.
        opened_at: When the vote that is open, or was open last, began.
        idle: Seconds since then that do not count: pauses, and a server that was away.
        closed_at: When that vote was closed.
        paused_at: Since when everything rests.
        shows_split: Whether the projector shows how the votes fell.
        shows_standings: Whether it shows who is ahead.
        revealed: Questions whose key was shown.
        voided: Questions that count for nobody.
        kicked: Seats that were sent out.
    """

    plan: Plan
    phase: Phase = Phase.LOBBY
    position: int = 0
    rounds: tuple[tuple[str, int], ...] = ()
    opened_at: datetime | None = None
    idle: float = 0.0
    closed_at: datetime | None = None
    paused_at: datetime | None = None
    shows_split: bool = False
    shows_standings: bool = False
    revealed: frozenset[str] = frozenset()
    voided: frozenset[str] = frozenset()
    kicked: frozenset[str] = frozenset()

    @property
    def question(self) -> str:
        """The id of the question that is asked, or comes first."""
        return self.plan.questions[self.position]

    @property
    def is_live(self) -> bool:
        """Whether the host leads from question to question."""
        return self.plan.pacing is Pacing.LIVE

    @property
    def is_last(self) -> bool:
        """Whether no question follows."""
        return self.position == len(self.plan.questions) - 1

    def round_of(self, question: str) -> int:
        """How often it was opened to a vote so far."""
        return dict(self.rounds).get(question, 0)

    @property
    def round(self) -> int:
        """The vote on the present question that is open or was open last; at least 1."""
        return max(1, self.round_of(self.question))

    @property
    def asked(self) -> tuple[str, ...]:
        """The questions that could be answered so far, in the plan's order."""
        if not self.is_live:
            return () if self.phase is Phase.LOBBY else self.plan.questions
        opened = dict(self.rounds)
        return tuple(q for q in self.plan.questions if opened.get(q))

    def elapsed(self, now: datetime) -> float:
        """Seconds that the present vote has been open, without pauses."""
        if self.opened_at is None:
            return 0.0
        until = self.paused_at or now
        return max(0.0, (until - self.opened_at).total_seconds() - self.idle)

    def is_over(self, now: datetime) -> bool:
        """Whether nothing can be answered any more."""
        deadline = self.plan.deadline
        return self.phase is Phase.ENDED or (deadline is not None and now >= deadline)
