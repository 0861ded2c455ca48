"""What a lesson showed, question by question, and as tables that can be kept."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from statistics import StatisticsError, correlation

from reportedly.classroom.hosting import percent
from reportedly.classroom.in_words import in_words
from reportedly.classroom.lesson import Lesson
from reportedly.classroom.seats import Seat
from reportedly.classroom.sureness import SureRow, sureness
from reportedly.classroom.tallies import (
    Flow,
    Marks,
    Tally,
    Vote,
    counting,
    flows,
    group,
    last_votes,
    tally,
)
from reportedly.quiz.edition import Edition
from reportedly.quiz.marking import ONE, ZERO, Certainty, Mark
from reportedly.quiz.privacy.withholding import WITHHELD
from reportedly.story.plain import plain

FIRM_FROM = 15
"""Of fewer learners a figure is marked as unstable."""

Cell = str | int | float | None
"""What stands in a table to be kept: words, a number, or nothing."""
Table = list[list[Cell]]


@dataclass(frozen=True)
class QuestionRecord:
    """What one question showed.

    Attributes:
        voided: Whether it was taken out of the count.
        answered: How many seats answered it.
        rounds: One tally a vote, or a try.
        sureness: For each of these, how sure learners were; empty where nobody said.
        flows: Who moved where between the first and the last.
        discrimination: How far those who got it right also did well on the rest, -1 to 1; None
            where that cannot be told.
    """

    id: str
    ask: str
    voided: bool
    answered: int
    rounds: tuple[Tally, ...]
    sureness: tuple[tuple[SureRow, ...], ...]
    flows: tuple[Flow, ...]
    discrimination: float | None

    @property
    def is_firm(self) -> bool:
        """Whether enough learners answered to go by the figures."""
        return self.answered >= FIRM_FROM


def record(lesson: Lesson, edition: Edition, votes: Sequence[Vote]) -> tuple[QuestionRecord, ...]:
    """What every question that was asked showed, counted from the rows.

    Args:
        lesson: The lesson.
        edition: Its questions.
        votes: All of its votes; those of seats that were sent out do not count.
    """
    marks, votes = Marks(edition), counting(lesson, votes)
    by_round = group(votes)
    shares = _shares(marks, lesson, votes)
    sums = {seat: sum(own.values(), ZERO) for seat, own in shares.items()}
    records = []
    for id in lesson.asked:
        question = edition.question(id)
        # From the first on, also where nobody answered it: the second stays the second.
        last = max((r for q, r in by_round if q == id), default=0)
        of_rounds = [by_round.get((id, r), []) for r in range(1, last + 1)]
        on_this = [vote for these in of_rounds for vote in these]
        records.append(
            QuestionRecord(
                id=id,
                ask=question.ask,
                voided=id in lesson.voided,
                answered=len({vote.seat for vote in on_this}),
                rounds=tuple(tally(marks, question, these) for these in of_rounds),
                sureness=tuple(sureness(marks, these) for these in of_rounds),
                flows=flows(marks, question, on_this),
                discrimination=_discrimination(shares, sums, id),
            )
        )
    return tuple(records)


def _shares(marks: Marks, lesson: Lesson, votes: Sequence[Vote]) -> dict[str, dict[str, Fraction]]:
    """By seat and question, the share right of the vote that counts."""
    shares: dict[str, dict[str, Fraction]] = {}
    for (seat, question), vote in last_votes(votes).items():
        mark = marks.of(vote)
        if mark is not None and question not in lesson.voided:
            shares.setdefault(seat, {})[question] = mark.share
    return shares


def _discrimination(
    shares: dict[str, dict[str, Fraction]], sums: dict[str, Fraction], question: str
) -> float | None:
    """The correlation of a question with the mean of the others, over those who did both."""
    pairs = [
        (float(own[question]), float((sums[seat] - own[question]) / (len(own) - 1)))
        for seat, own in shares.items()
        if question in own and len(own) > 1
    ]
    if len(pairs) < 3:
        return None
    try:
        return round(correlation([a for a, _ in pairs], [b for _, b in pairs]), 2)
    except StatisticsError:  # all alike
        return None


def questions_table(records: Sequence[QuestionRecord]) -> Table:
    """A line for each question and vote, and under it one for each answer."""
    table: Table = [
        ["question", "asked", "vote", "answered", "right %", "answer", "is right", "chosen",
         *(head for _, _, head in _SURENESS), "discrimination", "remark"]
    ]  # fmt: skip
    for each in records:
        remarks = ["does not count"] if each.voided else []
        remarks += [] if each.is_firm else [f"unstable: fewer than {FIRM_FROM} learners"]
        for number, counted in enumerate(each.rounds, start=1):
            table.append(
                [each.id, plain(each.ask), number, counted.answered, percent(counted.right),
                 None, None, None, *_sure_cells(each.sureness[number - 1]),
                 each.discrimination, "; ".join(remarks) or None]
            )  # fmt: skip
            for bar in counted.bars:
                right = "yes" if bar.is_right else "no"
                table.append(
                    [each.id, None, number, None, None, plain(bar.text), right, bar.count,
                     *(None for _ in _SURENESS), None, None]
                )  # fmt: skip
    return table


_SURENESS = tuple(
    (certainty, is_right, f"{name}, {'right' if is_right else 'not right'}")
    for certainty, name in (
        (Certainty.GUESS, "guessed"),
        (Certainty.SIXTY, "60 % sure"),
        (Certainty.EIGHTY, "80 % sure"),
        (Certainty.NINETY_FIVE, "95 % sure"),
    )
    for is_right in (True, False)
)


def _sure_cells(rows: Sequence[SureRow]) -> list[Cell]:
    if not rows:
        return [None for _ in _SURENESS]
    counts = {(row.certainty, True): row.right for row in rows}
    counts |= {(row.certainty, False): row.not_right for row in rows}
    found = (counts[certainty, is_right] for certainty, is_right, _ in _SURENESS)
    return [WITHHELD if count is None else count for count in found]


def answers_table(
    lesson: Lesson, edition: Edition, seats: Sequence[Seat], votes: Sequence[Vote]
) -> Table:
    """A line for each answer that is stored.

    One does not count that a later one took the place of, that a voided question got, or that came
    from a seat that was sent out.

    How sure a learner was stands there only where at least five answered this question in this
    vote both as surely and as rightly.
    """
    marks = Marks(edition)
    names = {seat.id: seat.name or f"Learner {n}" for n, seat in enumerate(seats, start=1)}
    table: Table = [
        ["learner", "question", "vote", "points", "of", "certainty", "counts", "answer"]
    ]
    counted = counting(lesson, votes)
    last = last_votes(counted)
    told = {place: sureness(marks, these) for place, these in group(counted).items()}
    for vote in votes:
        question, mark = edition.question(vote.question), marks.of(vote)
        is_last = last.get((vote.seat, vote.question)) is vote
        counts = is_last and vote.question not in lesson.voided
        table.append(
            [
                names.get(vote.seat, ""),
                vote.question,
                vote.round,
                None if mark is None else _points(mark.share * question.points),
                _points(question.points),
                _certainty(vote, mark, told.get((vote.question, vote.round), ())),
                "yes" if counts else "no",
                in_words(question, vote.response),
            ]
        )
    return table


def _certainty(vote: Vote, mark: Mark | None, rows: Sequence[SureRow]) -> Cell:
    if vote.certainty is None:
        return None
    row = next((row for row in rows if row.certainty is vote.certainty), None)
    if mark is None or row is None:
        return WITHHELD
    count = row.right if mark.share == ONE else row.not_right
    return WITHHELD if count is None else vote.certainty


def _points(points: Fraction) -> Cell:
    """As a number; exact where it is whole."""
    return int(points) if points.denominator == 1 else round(float(points), 4)
