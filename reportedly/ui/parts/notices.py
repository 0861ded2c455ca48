"""Short things said on several pages."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from html import escape
from typing import NoReturn

import streamlit as st

from reportedly import resources
from reportedly.files.reading.reports import Report
from reportedly.quiz.attempt import Attempt
from reportedly.store.errors import NoSuchAttempt, StoreError
from reportedly.ui import navigation
from reportedly.ui.learner import learner

__all__ = [
    "add",
    "content_note",
    "escape",
    "faults",
    "find_attempt",
    "finish",
    "finished",
    "invented",
    "refuse",
    "say",
    "store_faults",
]

_DONE = "done"
_ALSO = "done_also"
_REFUSED = "refused"


@contextmanager
def store_faults() -> Iterator[None]:
    """Says in a sentence what keeps the store from working, in place of what was to be drawn."""
    try:
        yield
    except StoreError as fault:
        st.error(str(fault))


def invented() -> None:
    """That a story is made up."""
    st.html(
        '<p class="tag invented">Invented for practice: '
        "the place, the people and both reports are made up.</p>"
    )


def content_note(note: str) -> None:
    """What a story is about, before anybody starts."""
    st.html(
        f'<aside class="note"><p><strong>Before you start.</strong> {escape(note)}</p>'
        "<p>You may leave now or at any time, and skip any question: it costs nothing. "
        "If it touches you closely, talk to your teacher or someone you trust.</p></aside>"
    )


def find_attempt(attempt_id: str) -> Attempt | None:
    """The learner's own attempt; if there is none, says so and what to do."""
    try:
        return resources.attempts().load(attempt_id, learner())
    except NoSuchAttempt:
        st.title("This attempt is not here")
        st.write(
            "It may have been deleted, or belong to another browser. "
            "Answers are kept for the browser that gave them."
        )
        navigation.link("quizzes", "See all quizzes", icon=":material/list_alt:")
        return None


def finish(sentence: str) -> NoReturn:
    """Draws the page anew after something was done, with a sentence that says so."""
    say(sentence)
    st.rerun()


def add(sentence: str) -> None:
    """Has the next page that says what was done say this as well, as a warning."""
    st.session_state.setdefault(_ALSO, []).append(sentence)


def say(sentence: str) -> None:
    """Has the page, when it is next drawn, say what was done."""
    st.session_state[_DONE] = sentence


def refuse(sentence: str) -> None:
    """Has the page, when it is next drawn, say why something was not done."""
    st.session_state[_REFUSED] = sentence


def finished() -> None:
    """Draws the sentence of what was just done, once."""
    if sentence := st.session_state.pop(_DONE, None):
        st.success(sentence, icon=":material/check:")
    for sentence in st.session_state.pop(_ALSO, []):
        st.warning(sentence, icon=":material/signature:")
    if sentence := st.session_state.pop(_REFUSED, None):
        st.error(sentence)


def faults(found: Sequence[Report]) -> None:
    """Draws what is wrong with a file, line by line."""
    if found:
        st.code("\n".join(report.text for report in found), language=None, wrap_lines=True)
