"""What an instructor chose for a quiz on paper, read from the address, and the form to choose."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

from starlette.datastructures import QueryParams

from reportedly.live.printing.access import PASS
from reportedly.quiz.bank import Bank
from reportedly.quiz.paper.sheet import FORMS, Form
from reportedly.quiz.question import Render

MOST = 999_999
"""The largest number an order has: it has to be read off a sheet and typed."""


@dataclass(frozen=True)
class Options:
    """How a quiz is printed.

    Attributes:
        chosen: The ids of the questions.
        articles: Whether the articles come first.
        large: Whether the letters are large.
        told: What could not be taken as it was asked for, in sentences.
    """

    form: Form
    chosen: frozenset[str]
    articles: bool
    large: bool
    told: tuple[str, ...] = ()


def read_options(query: QueryParams, bank: Bank) -> Options:
    """What the address asks for; what cannot be had is left out and told."""
    ready = [question.id for question in bank.ready]
    # Without the form's own mark nobody has chosen yet, so all are taken.
    asked = query.getlist("question") if "chosen" in query else ready
    told = []
    if gone := [f'"{each}"' for each in dict.fromkeys(asked) if each not in ready]:
        told.append(f"Not printed, for not ready or not in the bank any more: {', '.join(gone)}.")
    order = query.get("order", "1").strip()
    if not (order.isascii() and order.isdecimal() and len(order) <= 6):
        told.append(f'The order "{order[:40]}" is not a number from 0 to {MOST}; 1 was taken.')
        order = "1"
    letter = query.get("form", "A")
    return Options(
        Form(int(order), letter if letter in tuple(FORMS) else "A", query.get("sort") == "bank"),
        frozenset(asked) & frozenset(ready),
        query.get("articles") != "no",
        query.get("size") == "large",
        tuple(told),
    )


def tools_html(
    options: Options,
    bank: Bank,
    query: QueryParams,
    links: Sequence[tuple[str, str]],
    render: Render,
) -> str:
    """What stands above the sheet on the screen.

    Args:
        options: What is printed now.
        bank: Its ready questions can be chosen.
        query: The address as it was asked for, whose pass is kept.
        links: Addresses with their words.
        render: Markdown to clean HTML.
    """
    form = options.form
    kept = query.get(PASS)
    hidden = f'<input type="hidden" name="{PASS}" value="{escape(kept)}">' if kept else ""
    picks = "".join(
        f'<label class="pick"><input type="checkbox" name="question" value="{escape(q.id)}"'
        f"{' checked' if q.id in options.chosen else ''}><span>{render(q.ask)}</span></label>"
        for q in bank.ready
    )
    count = f"{len(options.chosen)} of {len(bank.ready)}"
    sort = "bank" if form.keeps_order else "mixed"
    articles = "yes" if options.articles else "no"
    size = "large" if options.large else "usual"
    letters = [(each, each) for each in FORMS]
    return f"""
{links_html(links)}
{told_html(options.told)}
<form method="get">
  <input type="hidden" name="chosen" value="yes">{hidden}
  {_select("form", "Form", letters, form.letter)}
  <div><label for="order">Order</label>
  <input type="number" id="order" name="order" min="0" max="{MOST}" value="{form.seed}"></div>
  {_select("sort", "Questions", [("mixed", "Mixed"), ("bank", "As in the bank")], sort)}
  {_select("articles", "Articles", [("yes", "Printed first"), ("no", "Left out")], articles)}
  {_select("size", "Letters", [("usual", "Usual"), ("large", "Large")], size)}
  <button type="submit">Show</button>
  <details{"" if options.chosen else " open"}><summary>Questions: {count}</summary>
  <button type="button" data-tick="all">All</button>
  <button type="button" data-tick="none">None</button>
  {picks}</details>
</form>
<p class="fine">The same form and order give the same sheet again. Give neighbours different forms.
Whether the paper is A4 or Letter is chosen where you print.</p>"""


def links_html(links: Sequence[tuple[str, str]]) -> str:
    """The button that prints, and ways to other pages."""
    shown = "".join(f'<a href="{escape(to)}">{escape(label)}</a>' for to, label in links)
    return (
        '<div class="bar-of-links"><button type="button" id="print">Print or save as PDF</button>'
        f"{shown}</div>"
    )


def told_html(sentences: Sequence[str]) -> str:
    """What an instructor should know before printing."""
    return "".join(f'<p class="told" role="status">{escape(each)}</p>' for each in sentences)


def _select(name: str, label: str, values: Sequence[tuple[str, str]], now: str) -> str:
    options = "".join(
        f'<option value="{value}"{" selected" if value == now else ""}>{text}</option>'
        for value, text in values
    )
    return (
        f'<div><label for="{name}">{label}</label>'
        f'<select id="{name}" name="{name}">{options}</select></div>'
    )
