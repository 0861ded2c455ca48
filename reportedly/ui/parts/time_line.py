"""The timeline of a story; never a moment without who tells of it."""

from __future__ import annotations

from html import escape

import streamlit as st

from reportedly.story.story import Story
from reportedly.story.timeline import Moment, timeline
from reportedly.ui.parts import charts
from reportedly.ui.parts.claims import date_text

_SHAPES = {"event": "happened", "said": "said", "published": "published"}


def draw(story: Story) -> None:
    """Draws when things are said to have happened, were said, and were published."""
    rows = "".join(_moment(moment) for moment in timeline(story))
    st.html(
        '<section id="when-what"><h2>Timeline</h2><p class="fine"><span class="dot event"></span> '
        'happened, as somebody says · <span class="dot said"></span> said · '
        '<span class="dot published"></span> published</p>'
        f'<ol class="timeline">{rows}</ol></section>'
    )


def _moment(moment: Moment) -> str:
    entries = [
        f"<li><strong>{escape(charts.capital(e.speaker))}</strong>: {escape(e.says)}"
        + (f' <span class="fine">({", ".join(e.at)})</span>' if e.at else "")
        + "</li>"
        for e in moment.entries
    ]
    first, rest = entries[:3], entries[3:]
    more = (
        f"<details><summary>{len(rest)} more</summary><ul>{''.join(rest)}</ul></details>"
        if rest
        else ""
    )
    because = ""
    if moment.basis != "stated":
        because = (
            '<details class="fine"><summary>Date worked out</summary><ul>'
            + "".join(f"<li>{escape(reason)}</li>" for reason in moment.because)
            + "</ul></details>"
        )
    return (
        f'<li class="{moment.kind}"><span class="dot {moment.kind}" aria-hidden="true"></span>'
        f'<div><p class="when">{escape(charts.capital(date_text(moment.when)))} '
        f'<span class="fine">{_SHAPES[moment.kind]}</span></p>'
        f"<ul>{''.join(first)}</ul>{more}{because}</div></li>"
    )
