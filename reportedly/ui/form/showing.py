"""The question as it stands in the form, shown before it is saved: three views of it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import streamlit as st

from reportedly.authoring.sample import right_response, wrong_response
from reportedly.files.reading.reports import Report
from reportedly.quiz.drawing import layout_of
from reportedly.quiz.edition import Edition
from reportedly.quiz.kinds import AnyQuestion
from reportedly.quiz.response import Response
from reportedly.ui.form.draft import Draft
from reportedly.ui.parts import preview
from reportedly.ui.parts.notices import escape

_VIEWS = ("As the learner sees it", "After answering", "With the key")


def faults(found: Sequence[Report], part_at: Callable[[int], str]) -> None:
    """Draws what keeps the question from being saved, and what might be better.

    Args:
        found: Faults of the question.
        part_at: What the form calls the part on a line of the file.
    """
    if not found:
        return
    errors = [report for report in found if report.severity == "error"]
    title = "Mend this before it can be saved:" if errors else "It can be saved, but look at this:"
    items = "".join(
        f"<li>{escape(_sentence(report, part_at(report.line)))}</li>" for report in found
    )
    look = "faults" if errors else "faults mild"
    st.html(f'<div class="{look}" role="status"><p>{title}</p><ul>{items}</ul></div>')


def _sentence(report: Report, part: str) -> str:
    message = report.message[:1].upper() + report.message[1:]
    said = f"{part}: {report.message}" if part else message
    return f"{said}: {report.help}." if report.help else f"{said}."


def render(draft: Draft, shown: tuple[Edition, AnyQuestion] | None) -> None:
    """Draws the preview; while the form makes no question, the last one that it made."""
    if shown is not None:
        draft.good = shown
    view = st.segmented_control(
        "Preview", _VIEWS, default=_VIEWS[0], required=True, key=draft.key(draft.group, "view")
    )
    if draft.good is None:
        st.html('<p class="fine">The preview stands here once the question has no faults.</p>')
        return
    if shown is None:
        st.html('<p class="fine">Shown as it was before the fault.</p>')
    edition, question = draft.good
    with st.container(border=True, key="question-card"):
        if view == _VIEWS[2]:
            st.html('<p class="fine">The right answer, with all that is said of it.</p>')
            _answered(draft, edition, question, right_response(question), "key")
        elif view == _VIEWS[1]:
            _after(draft, edition, question)
        else:
            _to_try(draft, edition, question)


def _to_try(draft: Draft, edition: Edition, question: AnyQuestion) -> None:
    def answered(message: dict[str, Any]) -> None:
        draft.response = message.get("response")

    key = draft.key(draft.group, "card")
    preview.show(edition, question, draft.response, key, answered)


def _after(draft: Draft, edition: Edition, question: AnyQuestion) -> None:
    wrong = wrong_response(question)
    if wrong is None:
        st.html('<p class="fine">There is no wrong answer to this question yet.</p>')
        return
    st.html('<p class="fine">After an answer that is not right. Try others in the first view.</p>')
    _answered(draft, edition, question, wrong, "after")


def _answered(
    draft: Draft, edition: Edition, question: AnyQuestion, response: Response, view: str
) -> None:
    payload = question.show(response, layout_of(question, seed=0))
    preview.show(edition, question, payload, draft.key(draft.group, view), None)
