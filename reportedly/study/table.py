"""One row for each learner who did both parts, without any name, to be reckoned with elsewhere."""

from __future__ import annotations

from reportedly.reports.classes.error_rates import OVER_CLAIM, TRUST_NOTHING
from reportedly.study.outcome import Outcome, Sheet

HEADS = (
    "first form",
    *(
        f"{when} {what}"
        for when in ("before", "after")
        for what in (
            "questions",
            "answered",
            "right",
            "claimed too much",
            "claimed too much on offer",
            "trusted too little",
            "trusted too little on offer",
            "supported accepted",
            "supported judged",
            "unsupported accepted",
            "unsupported judged",
            "brier",
        )
    ),
)


def learner_table(outcome: Outcome) -> list[list[str]]:
    """The table with its head; only the head of fewer than five learners."""
    rows = [[both.first, *_cells(both.before), *_cells(both.after)] for both in outcome.sheets]
    return [list(HEADS), *rows]


def _cells(sheet: Sheet) -> list[str]:
    misreadings = [
        str(counts.get(slip, 0))
        for slip in (OVER_CLAIM, TRUST_NOTHING)
        for counts in (sheet.chosen, sheet.offered)
    ]
    judged = sheet.support
    return [
        str(sheet.questions),
        str(sheet.answered),
        f"{sheet.right:.4f}",
        *misreadings,
        *map(str, (judged.hits, judged.supported, judged.false_alarms, judged.unsupported)),
        "" if sheet.brier is None else f"{sheet.brier:.4f}",
    ]
