"""What a learner is told of marks that were corrected: what was, what is, and why."""

from __future__ import annotations

from collections.abc import Mapping
from html import escape

import streamlit as st

from reportedly.files.markdown import to_html
from reportedly.quiz.card import points_text
from reportedly.quiz.correcting.correction import Corrected
from reportedly.quiz.explaining import Explanation


def section(better: Mapping[str, Corrected]) -> None:
    """Draws which questions were corrected, when, why, and what each was and is worth."""
    if not better:
        return
    keys = "The key of a question was" if len(better) == 1 else "The keys of questions were"
    items = "".join(f"<li>{to_html(c.after.question.ask)} {_line(c)}</li>" for c in better.values())
    st.html(
        '<aside class="note"><p><strong>Your result was corrected.</strong> '
        f"{keys} changed after you had finished, and your answers were marked again.</p>"
        f"<ul>{items}</ul></aside>"
    )


def at_question(fixed: Corrected) -> None:
    """Draws the same above the question itself."""
    st.html(f'<p class="fine">{_line(fixed)}</p>')


def _line(fixed: Corrected) -> str:
    made = fixed.correction
    when = f"{made.made_at.day} {made.made_at:%B %Y}"
    return (
        f'<span class="fine">Before: {_worth(fixed.before)}. Now: {_worth(fixed.after)}. '
        f"Marked again on {when}: {escape(made.reason)}</span>"
    )


def _worth(explanation: Explanation) -> str:
    return f"{points_text(explanation.points)} of {points_text(explanation.possible)}"
