"""The figures of a bank's questions as lines for a terminal."""

from __future__ import annotations

from collections.abc import Iterator
from textwrap import wrap

from reportedly.commands.columns import columns
from reportedly.quiz.bank import Bank
from reportedly.reports.figures import FEWEST, BankFigures, ItemFigures
from reportedly.reports.tables import remark

_WIDE = 88


def in_lines(bank: Bank, name: str, figures: BankFigures) -> Iterator[str]:
    """A heading, a line for each question, and what looks weak in some of them."""
    yield f"{bank.bank} ({name})"
    yield _reliability(figures)
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


def _reliability(figures: BankFigures) -> str:
    found = figures.reliability
    if found is None:
        return "Too few learners answered the same questions to say how reliable their totals are."
    name = "KR-20" if found.is_kr20 else "Cronbach's alpha"
    rough = ", rough" if found.is_rough else ""
    return (
        f"{name} {found.alpha:.2f} over {found.questions} questions and {found.sittings:,} "
        f"attempts{rough}; standard error of a total {found.error:.1f} questions."
    )


def _cells(found: ItemFigures | None) -> list[str]:
    if found is None:
        return ["", "", "", ""]
    return [
        f"{100 * found.difficulty:.0f} %",
        "" if found.discrimination is None else f"{found.discrimination:+.2f}",
        "" if found.seconds is None else f"{found.seconds:.0f} s",
        str(found.sure_and_wrong or ""),
    ]
