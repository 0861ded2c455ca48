"""What answers tell of the questions of a bank, as a table that can be kept."""

from __future__ import annotations

from reportedly.quiz.bank import Bank
from reportedly.quiz.kinds import AnyQuestion
from reportedly.quiz.privacy.withholding import SMALLEST_GROUP, WITHHELD
from reportedly.reports.figures import FEWEST, FEWEST_SURE, BankFigures, ItemFigures, Thirds
from reportedly.reports.weak import weaknesses
from reportedly.story.plain import plain

Cell = str | int | float | None
Table = list[list[Cell]]

_HEAD = (
    *("question", "asked", "kind", "answers", "option", "is right", "right or chosen %"),
    *("discrimination", "lower third %", "middle third %", "upper third %"),
    *("median seconds", "sure", "sure and wrong", "remark"),
)


def figures_table(bank: Bank, figures: BankFigures) -> Table:
    """A line for each question of the bank, and under it one for each option.

    In a question's line stands the share right, in an option's how many chose it. A question with
    too few answers has only their number.
    """
    table: Table = [list(_HEAD)]
    for question in bank.questions:
        found = figures.items.get(question.id)
        if found is None:
            table.append(_without(question, figures.answers.get(question.id, 0)))
        else:
            table += _lines(question, found)
    return table


def sure_cells(found: ItemFigures) -> tuple[Cell, Cell]:
    """How many were as good as certain, and how many of these got nothing for it."""
    if not found.sure:
        return 0, 0
    wrong = found.sure_and_wrong_told
    return (
        found.sure if found.sure >= SMALLEST_GROUP else WITHHELD,
        WITHHELD if wrong is None else wrong,
    )


def remark(question: AnyQuestion, figures: ItemFigures) -> str:
    """How far the figures can be relied on, and what they say against the question."""
    rough = [f"Rough: fewer than {FEWEST_SURE} answers."] if figures.is_rough else []
    return " ".join(rough + [f"{w.says} {w.change}" for w in weaknesses(question, figures)])


def _without(question: AnyQuestion, answers: int) -> list[Cell]:
    why = (
        "What learners wrote they marked themselves."
        if question.kind == "open"
        else f"Fewer than {FEWEST} answers: no figures."
    )
    blanks = [None] * (len(_HEAD) - 5)
    return [question.id, plain(question.ask), question.kind, answers, *blanks, why]


def _lines(question: AnyQuestion, found: ItemFigures) -> Table:
    own: list[Cell] = [
        *(question.id, plain(question.ask), question.kind, found.answers, None, None),
        _percent(found.difficulty),
        _figure(found.discrimination),
        *_thirds(found.thirds),
        *(_figure(found.seconds, 0), *sure_cells(found)),
        remark(question, found) or None,
    ]
    return [own] + [
        [
            *(question.id, None, None, None, plain(option.text)),
            "yes" if option.is_right else "no",
            _percent(option.share),
            _figure(option.discrimination),
            *_thirds(option.thirds),
            *(None, None, None, None),
        ]
        for option in found.options
    ]


def _percent(share: float | None) -> Cell:
    return None if share is None else round(100 * share, 1)


def _figure(value: float | None, places: int = 2) -> Cell:
    return None if value is None else round(value, places)


def _thirds(thirds: Thirds) -> list[Cell]:
    return [_percent(share) for share in thirds]
