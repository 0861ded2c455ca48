"""Votes, counted from rows each time: splits, changes of mind, misreadings. Nothing is added up."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from fractions import Fraction

from reportedly.classroom.lesson import Lesson
from reportedly.quiz.edition import Edition
from reportedly.quiz.kinds.choice import ChoosingQuestion
from reportedly.quiz.marking import Certainty, Mark
from reportedly.quiz.question import Question
from reportedly.quiz.response import Chosen, Response, SelfMarked
from reportedly.quiz.taxonomy import Slip


@dataclass(frozen=True)
class Vote:
    """A row: what one seat answered to one question in one round."""

    seat: str
    question: str
    round: int
    response: Response
    certainty: Certainty | None


@dataclass(frozen=True)
class Stored:
    """A vote as it is stored.

    Attributes:
        sent: How often the seat has answered this question, to know an answer sent again.
        time_left: Percent of the seat's own time; None in a lesson without points for speed.
    """

    vote: Vote
    sent: int
    at: datetime
    time_left: int | None = None


class Marks:
    """Marks responses of one edition; the same response is marked once."""

    def __init__(self, edition: Edition) -> None:
        self.edition = edition
        self._known: dict[tuple[str, Response], Mark] = {}

    def of(self, vote: Vote) -> Mark | None:
        """The mark of a vote; None as with `of_response`."""
        return self.of_response(vote.question, vote.response)

    def of_response(self, question: str, response: Response) -> Mark | None:
        """The mark; None for a written answer whose author has not chosen a level yet."""
        if isinstance(response, SelfMarked) and response.level is None:
            return None
        key = (question, response)
        if key not in self._known:
            self._known[key] = self.edition.question(question).mark(response)
        return self._known[key]


@dataclass(frozen=True)
class Bar:
    """How many chose an option.

    Attributes:
        text: As learners saw it.
        is_right: Whether it is part of the key.
    """

    text: str
    is_right: bool
    count: int


@dataclass(frozen=True)
class Tally:
    """One vote on one question.

    Attributes:
        answered: Of how many seats there is an answer.
        marked: Of how many it could be marked.
        right: The mean share right of those; None of nobody.
        bars: For kinds with options, in the bank's order; otherwise right, partly right, wrong.
        slip: The misreading behind most wrong choices, and how many made it.
    """

    answered: int
    marked: int
    right: Fraction | None
    bars: tuple[Bar, ...]
    slip: tuple[Slip, int] | None


@dataclass(frozen=True)
class Flow:
    """How many moved from one answer to another between the two votes, or stayed."""

    before: str
    after: str
    count: int


@dataclass(frozen=True)
class _Judged:
    """How many gave the same response."""

    response: Response
    mark: Mark
    count: int


VERDICTS = {"right": "Right", "partly": "Partly right", "wrong": "Not right"}


def tally(marks: Marks, question: Question, votes: Iterable[Vote]) -> Tally:
    """What the votes of one round on one question come to."""
    # Many in a class give the same answer: each is looked at once, with how many gave it.
    alike = Counter(vote.response for vote in votes)
    judged = [
        _Judged(response, mark, count)
        for response, count in alike.items()
        if (mark := marks.of_response(question.id, response)) is not None
    ]
    slips: Counter[Slip] = Counter()
    for each in judged:
        for slip in each.mark.slips:
            slips[slip] += each.count
    marked = sum(each.count for each in judged)
    points = sum((each.mark.share * each.count for each in judged), Fraction(0))
    return Tally(
        answered=alike.total(),
        marked=marked,
        right=points / marked if marked else None,
        bars=_bars(question, judged),
        slip=min(slips.items(), key=lambda item: (-item[1], item[0])) if slips else None,
    )


def flows(marks: Marks, question: Question, votes: Iterable[Vote]) -> tuple[Flow, ...]:
    """Who moved from which answer to which, of those who voted twice; most of them first."""
    by_seat: dict[str, dict[int, Vote]] = {}
    for vote in votes:
        by_seat.setdefault(vote.seat, {})[vote.round] = vote
    moves: Counter[tuple[str, str]] = Counter()
    for rounds in by_seat.values():
        if len(rounds) > 1:
            first, last = rounds[min(rounds)], rounds[max(rounds)]
            moves[_place(marks, question, first), _place(marks, question, last)] += 1
    return tuple(Flow(a, b, n) for (a, b), n in sorted(moves.items(), key=lambda i: (-i[1], i[0])))


def counting(lesson: Lesson, votes: Iterable[Vote]) -> list[Vote]:
    """The votes but those of seats that were sent out."""
    return [vote for vote in votes if vote.seat not in lesson.kicked]


def last_votes(votes: Iterable[Vote]) -> dict[tuple[str, str], Vote]:
    """By seat and question the vote that counts: who misses the second keeps the first."""
    last: dict[tuple[str, str], Vote] = {}
    for vote in votes:
        known = last.get((vote.seat, vote.question))
        if known is None or vote.round > known.round:
            last[vote.seat, vote.question] = vote
    return last


def group(votes: Iterable[Vote]) -> Mapping[tuple[str, int], list[Vote]]:
    """The votes by question and round."""
    grouped: dict[tuple[str, int], list[Vote]] = {}
    for vote in votes:
        grouped.setdefault((vote.question, vote.round), []).append(vote)
    return grouped


def options(question: Question) -> tuple[tuple[str, bool], ...]:
    """The options as learners see them and whether each is right; none for other kinds."""
    if not isinstance(question, ChoosingQuestion):
        return ()
    return tuple((p.text, p.verdict == "missed") for p in question.judged(frozenset()))


def _bars(question: Question, judged: Iterable[_Judged]) -> tuple[Bar, ...]:
    counts: Counter[int | str] = Counter()
    if choices := options(question):
        for each in judged:
            if isinstance(each.response, Chosen):
                for n in each.response.picks:
                    counts[n] += each.count
        return tuple(Bar(text, right, counts[n]) for n, (text, right) in enumerate(choices))
    for each in judged:
        counts[each.mark.verdict] += each.count
    return tuple(Bar(words, v == "right", counts[v]) for v, words in VERDICTS.items())


def _place(marks: Marks, question: Question, vote: Vote) -> str:
    """In words, where a vote stood: at an option if only one was chosen, else how right it was."""
    choices = options(question)
    if choices and isinstance(vote.response, Chosen) and len(vote.response.picks) == 1:
        return choices[next(iter(vote.response.picks))][0]
    mark = marks.of(vote)
    return VERDICTS[mark.verdict] if mark else "Not marked yet"
