"""What classes showed, as lines for a terminal and as tables to keep."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from reportedly.classroom.record import (
    Cell,
    QuestionRecord,
    Table,
    answers_table,
    questions_table,
    record,
)
from reportedly.classroom.tallies import Vote
from reportedly.commands.columns import columns
from reportedly.commands.stored import Stored
from reportedly.quiz.edition import Edition
from reportedly.quiz.taxonomy import Skill
from reportedly.reports.classes.class_report import ClassReport, class_report
from reportedly.reports.frame import marked
from reportedly.reports.intervals import Estimate
from reportedly.store import seating, voting
from reportedly.store.lessons import Kept


@dataclass(frozen=True)
class Gathered:
    """A class with its rows."""

    kept: Kept
    edition: Edition
    votes: Sequence[Vote]
    records: tuple[QuestionRecord, ...]


def gather(stored: Stored, kept: Kept) -> Gathered:
    """What is stored of a class. Raises: StoreError."""
    edition = stored.lessons.edition(kept.edition)
    votes = voting.votes(stored.lessons, kept.id)
    return Gathered(kept, edition, votes, record(kept.lesson, edition, votes))


def tables(stored: Stored, classes: Sequence[Gathered]) -> dict[str, Table]:
    """The questions and the answers of all of them, each line with its class."""
    found: dict[str, Table] = {"Questions": [], "Answers": []}
    for each in classes:
        seats = seating.all_seats(stored.lessons, each.kept.id)
        answers = answers_table(each.kept.lesson, each.edition, seats, each.votes)
        for name, table in (("Questions", questions_table(each.records)), ("Answers", answers)):
            head, *lines = table
            if not found[name]:
                found[name].append(["class", *head])
            code: Cell = each.kept.code
            found[name] += [[code, *line] for line in lines]
    return found


def in_lines(stored: Stored, classes: Sequence[Gathered]) -> Iterator[str]:
    """Each class with its questions, then what all of them showed together."""
    for each in classes:
        kept = each.kept
        yield f"{kept.lesson.plan.title}, {kept.code}, {kept.begun_at:%d %B %Y}"
        head = ["question", "answers", "right, by vote"]
        lines = [[r.id, f"{r.answered:,}", _by_vote(r)] for r in each.records]
        yield from columns([head, *lines])
        yield ""
    editions = {each.kept.edition: each.edition for each in classes}
    rows = stored.answers.of_lessons([each.kept for each in classes])
    report = class_report(marked(rows, editions), editions)
    if report is None:
        yield "Fewer than 5 learners answered what counts, so nothing is said of the class."
    else:
        yield from _showed(report, stored.skills())


def _by_vote(record: QuestionRecord) -> str:
    shares = [f"{round(100 * r.right)} %" for r in record.rounds if r.right is not None]
    shown = " to ".join(shares) or "unknown"
    return f"{shown}, does not count" if record.voided else shown


def _showed(report: ClassReport, skills: Mapping[Skill, str]) -> Iterator[str]:
    learners, answers = f"{report.learners:,} learners", f"{report.answers:,} first answers"
    yield f"First answers: {_percents(report.right)} right, of {learners} and {answers}"
    for name, rate in (
        ("Claimed too much", report.over_claim),
        ("Trusted too little", report.trust_nothing),
    ):
        if rate is not None and rate.rate is not None:
            yield f"{name}: {_percents(rate.rate)} of {rate.offered:,} answers that could"
    if report.discernment is not None:
        yield f"Tells supported from unsupported: d' {_number(report.discernment.d_prime)}"
        yield f"Leans to doubt (above 0) or to trust (below): c {_number(report.discernment.bias)}"
    if report.calibration is not None:
        yield f"Said less right, in points: {_points(report.calibration.over_confidence)}"
    if report.skills:
        yield ""
        yield "Skills"
        yield from columns(
            [[skills[s.skill], _percents(s.right), f"{s.answers:,}"] for s in report.skills]
        )
    yield "In brackets: 95 % intervals."


def _percents(figure: Estimate) -> str:
    low, high = (round(100 * end) for end in (figure.interval.low, figure.interval.high))
    return f"{round(100 * figure.value)} % ({low} to {high})"


def _points(figure: Estimate) -> str:
    low, high = figure.interval.low, figure.interval.high
    return f"{100 * figure.value:+.0f} ({100 * low:+.0f} to {100 * high:+.0f})"


def _number(figure: Estimate) -> str:
    return f"{figure.value:.2f} ({figure.interval.low:.2f} to {figure.interval.high:.2f})"
