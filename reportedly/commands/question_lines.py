"""The figures of a bank's questions as lines for a terminal."""

from __future__ import annotations

from collections.abc import Iterator
from textwrap import wrap

from reportedly.commands.columns import columns
from reportedly.quiz.bank import Bank
from reportedly.reports.figures import FEWEST, BankFigures, ItemFigures
from reportedly.reports.tables import remark, sure_cells
from reportedly.reports.wording import duration, percent, signed, totals_in_words

_WIDE = 88


def in_lines(bank: Bank, name: str, figures: BankFigures) -> Iterator[str]:
    """A heading, a line for each question, and what looks weak in some of them."""
    yield f"{bank.bank} ({name})"
    if figures.reliability is None:
        yield "How far totals can be relied on is not known yet."
    else:
        yield from wrap(totals_in_words(figures.reliability), _WIDE)
    yield ""
    head = ["question", "answers", "right", "discrimination", "median", "sure and wrong"]
    yield from columns(
        [head]
        + [
            [q.id, f"{figures.answers.get(q.id, 0):,}", *_cells(figures.items.get(q.id))]
            for q in bank.questions
        ]
    )
    if any(q.id not in figures.items for q in bank.questions):
        yield f"Of fewer than {FEWEST} answers, and of what learners wrote, there are no figures."
    for question in bank.questions:
        found = figures.items.get(question.id)
        if found is not None and (told := remark(question, found)):
            yield ""
            yield from wrap(
                f"{question.id}: {told}", _WIDE, subsequent_indent="    ", break_on_hyphens=False
            )


def _cells(found: ItemFigures | None) -> list[str]:
    if found is None:
        return ["", "", "", ""]
    return [
        percent(found.difficulty),
        "" if found.discrimination is None else signed(found.discrimination),
        "" if found.seconds is None else duration(found.seconds),
        str(sure_cells(found)[1] or ""),
    ]
