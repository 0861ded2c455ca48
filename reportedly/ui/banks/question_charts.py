"""What answers tell of questions, as HTML tables that are drawn and can be heard."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

from reportedly.reports.figures import ItemFigures, Thirds
from reportedly.reports.wording import band, duration, percent, signed
from reportedly.story.plain import plain

_HEADS = ("Lower third", "Middle third", "Upper third")


def items_table(rows: Iterable[tuple[int, str, ItemFigures | None, int, int]]) -> str:
    """The questions of a bank in a table.

    Args:
        rows: Of each question its number, its words, its figures if there are enough answers, how
            many answers there are, and how many things are said against it.
    """
    heads = ("No.", "Question", "Looks weak", "Answers", "Right", "Discrimination", "Median time")
    head = "".join(f'<th scope="col">{name}</th>' for name in heads)
    body = "".join(_item(*row) for row in rows)
    return (
        '<div class="wide-table" tabindex="0" role="region" aria-label="Questions of the bank">'
        '<table class="chart items"><caption>Questions, those that look weak first</caption>'
        f"<thead><tr>{head}</tr></thead><tbody>{body}</tbody></table></div>"
    )


def _item(number: int, ask: str, figures: ItemFigures | None, answers: int, said: int) -> str:
    start = f'<tr><td>{number}</td><th scope="row">{escape(ask)}</th>'
    if figures is None:
        return f'{start}<td></td><td>{answers:,}</td><td colspan="3">too few answers</td></tr>'
    weak = f"<strong>{said} {'reason' if said == 1 else 'reasons'}</strong>" if said else "no"
    rough = " (rough)" if figures.is_rough else ""
    r = figures.discrimination
    told = "not known" if r is None else f"{signed(r)} ({band(figures)})"
    time = "not known" if figures.seconds is None else duration(figures.seconds)
    return (
        f"{start}<td>{weak}</td><td>{answers:,}{rough}</td><td>{percent(figures.difficulty)}</td>"
        f"<td>{told}</td><td>{time}</td></tr>"
    )


def thirds_chart(figures: ItemFigures) -> str:
    """Who chose what: the share right and each option, by third, in a table with bars."""
    rows = _third_row("Share right, on average", figures.thirds, figures.difficulty,
                      figures.discrimination)  # fmt: skip
    for option in figures.options:
        name = f"{'Right' if option.is_right else 'Wrong'}: {plain(option.text)}"
        rows += _third_row(name, option.thirds, option.share, option.discrimination)
    names = "".join(f'<th scope="col">{name}</th>' for name in (*_HEADS, "All", "Discrimination"))
    heads = (
        '<th scope="col">Answer</th><th scope="col" class="wide"><span class="vh">Bars</span></th>'
    )
    caption = (
        "What learners chose, by how they did in the rest of the quiz. "
        "Bars from top to bottom: lower, middle and upper third."
    )
    return (
        '<div class="wide-table" tabindex="0" role="region" aria-label="Answers by thirds">'
        f'<table class="chart thirds"><caption>{caption}</caption>'
        f"<thead><tr>{heads}{names}</tr></thead><tbody>{rows}</tbody></table></div>"
    )


def _third_row(name: str, thirds: Thirds, share: float, r: float | None) -> str:
    bars = "".join(_bar(third) for third in thirds)
    cells = "".join(f"<td>{'too few' if t is None else percent(t)}</td>" for t in thirds)
    told = "not known" if r is None else signed(r)
    return (
        f'<tr><th scope="row">{escape(name)}</th><td class="wide">{bars}</td>{cells}'
        f"<td>{percent(share)}</td><td>{told}</td></tr>"
    )


def _bar(share: float | None) -> str:
    width = f"width:{(share or 0) * 100:.1f}%"
    return f'<div class="bar" aria-hidden="true"><span style="{width}"></span></div>'
