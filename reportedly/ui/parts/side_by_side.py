"""Figures that count the same, article by article, and how they relate."""

from __future__ import annotations

from html import escape

import streamlit as st

from reportedly.story.relations import Given, Pair, Relation, Row, reconciliation
from reportedly.story.story import Story
from reportedly.ui.parts import charts
from reportedly.ui.parts.claims import quantity_text

_SAYS = {
    Relation.AGREE: "agree",
    Relation.COMPATIBLE: "can both hold",
    Relation.CONFLICT: "cannot both hold",
    Relation.UNKNOWN: "cannot be compared",
    Relation.OTHER_POPULATION: "count something else",
}


def draw(story: Story) -> None:
    """Draws the table; it says how figures relate, never which is true."""
    rows = reconciliation(story)
    if not rows:
        st.write("No claim of this story gives a figure yet.")
        return
    letters = [article.letter for article in story.articles]
    head = "".join(f"<th scope='col'>{escape(story.label(letter))}</th>" for letter in letters)
    body = "".join(_row(story, row, letters) for row in rows)
    st.html(
        '<div class="wide-table"><table class="chart figures"><caption>How two figures relate is '
        "worked out from the numbers that each allows. Check that they count the same.</caption>"
        f"<thead><tr><th scope='col'>What is counted</th>{head}"
        f"<th scope='col'>How they relate</th></tr></thead><tbody>{body}</tbody></table></div>"
    )


def _row(story: Story, row: Row, letters: list[str]) -> str:
    cells = "".join(
        "<td>" + "<br>".join(_figure(story, g) for g in row.given.get(letter, ())) + "</td>"
        for letter in letters
    )
    part = ", a part" if row.scope == "subset" else ""
    topic = charts.capital(row.topic.replace("-", " "))
    return (
        f"<tr><th scope='row'>{escape(topic)}<br>"
        f'<span class="fine">{escape(row.of)}{part}</span></th>{cells}'
        f"<td>{'<br>'.join(_pair(story, pair) for pair in row.pairs) or '–'}</td></tr>"
    )


def _figure(story: Story, given: Given) -> str:
    claim = given.claim
    waiting = ", not checked" if claim.review == "auto" else ""
    figure = quantity_text(given.quantity).split(" (")[0]
    return (
        f"<strong>{escape(figure)}</strong> {escape(story.speaker(claim))} "
        f'<span class="fine">({claim.at}: “{escape(claim.words)}”{waiting})</span>'
    )


def _pair(story: Story, pair: Pair) -> str:
    first, second = pair.first.claim, pair.second.claim
    once = " – one source, heard twice" if pair.one_speaker else ""
    return f"{first.at} and {second.at} {_SAYS[pair.relation]}{once}"
