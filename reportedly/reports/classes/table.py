"""The figures of a class as a table that can be kept: a line for each, with its interval."""

from __future__ import annotations

from collections.abc import Iterator

from reportedly.quiz.privacy.withholding import WITHHELD
from reportedly.reports.classes.class_report import ClassReport
from reportedly.reports.intervals import Estimate

Line = tuple[str, str, str, Estimate | None]


def figures_table(report: ClassReport) -> list[list[str]]:
    """A head, and a line for each figure about the class as a whole; nothing of single learners.

    Shares are between 0 and 1; `of` says of how many answers or judgements each is.
    """
    head = ["part", "figure", "of", "value", "95 % from", "95 % to"]
    return [head, *([part, name, of, *_cells(found)] for part, name, of, found in _lines(report))]


def _lines(report: ClassReport) -> Iterator[Line]:
    yield "class", "right", str(report.answers), report.right
    if (judged := report.discernment) is not None:
        of = str(judged.counts.judgements)
        yield "support", "discernment d'", of, judged.d_prime
        yield "support", "bias c", of, judged.bias
    for name, rate in (
        ("claimed too much", report.over_claim),
        ("trusted too little", report.trust_nothing),
    ):
        if rate is not None:
            yield "misreadings", name, str(rate.offered), rate.rate
    if (sure := report.calibration) is not None:
        yield "certainty", "Brier", str(sure.answers), sure.brier
        yield "certainty", "said less right", str(sure.answers), sure.over_confidence
        for step in sure.steps:
            of = WITHHELD if step.answers is None else str(step.answers)
            yield "certainty", f"right where {step.said:.2f} was said", of, step.right
    for skill in report.skills:
        yield "skills", skill.skill, str(skill.answers), skill.right
    for asked, change in report.changes:
        of = str(change.answers)
        yield "first vote", asked.question, of, change.before
        yield "last vote", asked.question, of, change.after
        yield "change of those fully right", asked.question, of, change.difference


def _cells(found: Estimate | None) -> list[str]:
    if found is None:
        return [WITHHELD, "", ""]
    return [f"{x:.4f}" for x in (found.value, found.interval.low, found.interval.high)]
