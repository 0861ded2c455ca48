"""The question card, mounted in a page: the same module that a seat in class uses."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import streamlit as st

from reportedly.files.markdown import to_html
from reportedly.quiz import card, taking
from reportedly.quiz.attempt import Attempt
from reportedly.quiz.drawing import layout_of
from reportedly.quiz.edition import Edition
from reportedly.quiz.explaining import explain
from reportedly.ui import resources

_MOUNT = """
export default async function (component) {
  const { parentElement, setTriggerValue } = component;
  const [data] = component.data;
  const card = await import(new URL("/assets/card.js", document.baseURI).href);
  await card.mount(parentElement, data, (message) => setTriggerValue("sent", message));
}
"""


_FORGET = """
export default async function () {
  const card = await import(new URL("/assets/card.js", document.baseURI).href);
  card.forgetDrafts();
}
"""


@st.cache_resource
def _component() -> Any:
    return st.components.v2.component("reportedly_card", js=_MOUNT)


def shown(attempt: Attempt, edition: Edition, question_id: str) -> dict[str, Any]:
    """A question of an attempt as the card draws it; the key only where it may be seen."""
    question = edition.question(question_id)
    answer = attempt.answers.get(question_id)
    explanation = None
    if answer is not None and taking.is_explained(attempt, question_id):
        explanation = card.explanation_card(explain(edition, answer), resources.slips(), to_html)
    layout = layout_of(question, seed=attempt.seed)
    return card.question_card(
        edition, question, layout, answer.response if answer else None, to_html
    ) | {
        "id": f"{attempt.id}:{question_id}",
        "progress": None,
        "certainty": card.certainty_choices() if attempt.asks_certainty else None,
        "certainty_chosen": answer.certainty if answer else None,
        "locked": explanation is not None,
        "message": None,
        "explanation": explanation,
        "actions": [],
        "steps": [],
    }


def show(
    data: dict[str, Any], *, key: str, on_sent: Callable[[dict[str, Any]], None] | None = None
) -> None:
    """Draws the card; `on_sent` gets what the learner did before the page is drawn again."""

    def sent() -> None:
        message = st.session_state[key].sent
        if on_sent is not None and isinstance(message, dict):
            on_sent(message)

    # In a list, because Streamlit tests every value of a mapping for being a table.
    _component()(data=[data], key=key, on_sent_change=sent)


@st.cache_resource
def _forgetting() -> Any:
    return st.components.v2.component("reportedly_forget_drafts", js=_FORGET)


def forget_drafts() -> None:
    """Removes from the browser what was chosen or typed and never sent."""
    _forgetting()(key="forget_drafts")
