"""Take a quiz: choose how, then one question at a time."""

from __future__ import annotations

from datetime import UTC, datetime
from functools import partial
from secrets import randbits, token_hex
from typing import Any

import streamlit as st

from reportedly import resources
from reportedly.delivery import Turn, current_card, take_turn
from reportedly.files.markdown import to_html
from reportedly.files.shelf.shelf import ShelvedBank
from reportedly.quiz.attempt import Attempt, Mode
from reportedly.quiz.drawing import draw
from reportedly.quiz.edition import Edition
from reportedly.store.errors import StoreError
from reportedly.ui import navigation
from reportedly.ui.learner import is_remembered, learner
from reportedly.ui.parts import articles, notices, question_card
from reportedly.ui.study import resting

_MESSAGE = "take_message"
_CLOSING = "take_closing"


def render() -> None:
    """The page: a question of the attempt in the address, or the start of the quiz in it."""
    with notices.store_faults():
        if attempt_id := st.query_params.get("attempt"):
            _attempt(attempt_id)
        elif stem := st.query_params.get("quiz"):
            _start(stem)
        else:
            _nothing_chosen()


# --- before the start ---------------------------------------------------------------------------


def _nothing_chosen() -> None:
    st.title("Take a quiz")
    unfinished = resources.attempts().unfinished(learner())
    if not unfinished:
        st.write("Choose a quiz first. Your place in it is kept, so you can stop at any time.")
        navigation.link("quizzes", "Choose a quiz", icon=":material/list_alt:")
        return
    st.write("You have not finished these yet.")
    banks = resources.shelf().banks
    for summary in unfinished:
        title = banks[summary.bank].bank.bank if summary.bank in banks else summary.bank
        navigation.link(
            "take",
            f"Continue: {title} ({summary.answered} of {summary.total} answered)",
            icon=":material/play_arrow:",
            attempt=summary.id,
        )
    navigation.link("quizzes", "Choose another quiz", icon=":material/list_alt:")


def _start(stem: str) -> None:
    shelved = resources.shelf().banks.get(stem)
    if shelved is None or not shelved.bank.ready:
        st.title("This quiz cannot be opened")
        st.write(
            "It is not on the shelf, its file has a fault, or none of its questions is ready yet."
        )
        navigation.link("quizzes", "See all quizzes", icon=":material/list_alt:")
        return
    if (study := resources.studies().resting(learner(), stem)) is not None:
        resting.at_quiz(study)
        return
    bank, about = shelved.bank, shelved.story.about
    with st.container(key="start"):
        st.title(bank.bank)
        if about.invented:
            notices.invented()
        if bank.about:
            st.html(f'<p class="lead">{to_html(bank.about)}</p>')
        if about.content_note:
            notices.content_note(about.content_note)
        count = len(bank.ready)
        sizes = {f"Short: {n} questions": n for n in (5, 10) if n < count}
        sizes[f"All {count} questions" if count > 1 else "1 question"] = count
        size = st.radio("How many questions?", list(sizes), index=len(sizes) - 1, key="size")
        mode = st.radio(
            "How?",
            ["Practice", "Test"],
            captions=["Explained after each question.", "Explained at the end."],
            key="mode",
        )
        certain = st.checkbox(
            "Ask how sure I am",
            help="Before you see whether you were right. It shows how well you know what you know.",
            key="certain",
        )
        with st.container(horizontal=True):
            start = st.button("Start", type="primary", key="begin")
            leave = st.button("Leave", key="leave")
        navigation.link("read", "Read the articles first", ":material/menu_book:", story=bank.story)
    if leave:
        # On the way the browser's history takes in this page with the new address: so that Back
        # finds the quiz there, the address keeps it.
        navigation.go("quizzes", quiz=stem)
    if start:
        chosen: Mode = "test" if mode == "Test" else "practice"
        attempt = begin(shelved, chosen, asks_certainty=certain, size=sizes[size])
        navigation.go("take", attempt=attempt.id)


def begin(
    shelved: ShelvedBank,
    mode: Mode,
    *,
    asks_certainty: bool,
    size: int | None = None,
    questions: tuple[str, ...] = (),
) -> Attempt:
    """A new attempt, stored: at the questions named, or at a new draw of `size`.

    While the bank rests for a study of the learner's, the page says so instead.
    """
    if resources.studies().resting(learner(), shelved.name) is not None:
        navigation.go("take", quiz=shelved.name)
    seed = randbits(48)
    edition = Edition.of(shelved.bank, shelved.story)
    return resources.attempts().begin(
        id=token_hex(12),
        learner=learner(),
        bank=shelved.name,
        edition=edition,
        mode=mode,
        asks_certainty=asks_certainty,
        seed=seed,
        questions=questions or draw(edition.bank, seed=seed, size=size),
        now=datetime.now(UTC),
    )


# --- the questions ------------------------------------------------------------------------------


def _attempt(attempt_id: str) -> None:
    store = resources.attempts()
    attempt = notices.find_attempt(attempt_id)
    if attempt is None:
        return
    if attempt.is_withheld and resources.studies().of_attempt(attempt.id) is None:
        study = resources.studies().resting(attempt.learner, attempt.bank)
        if study is not None:
            resting.at_quiz(study)
            return
    edition = store.edition(attempt.edition)
    st.html(f'<h1 class="small">{notices.escape(edition.bank.bank)}</h1>')
    if edition.invented:
        notices.invented()
    here, beside = st.columns([7, 5], gap="large")
    with here:
        _question(attempt_id)
    with beside:
        articles.tabs(edition)


@st.fragment
def _question(attempt_id: str) -> None:
    """The current question; the card goes on by itself until the page has to draw the end."""
    with notices.store_faults():
        store = resources.attempts()
        turn = Turn(store.load(attempt_id, learner()), st.session_state.pop(_MESSAGE, None))
        if turn.attempt.is_finished:
            _finished(turn.attempt)
        elif st.session_state.get(_CLOSING) == attempt_id:
            _closing(turn.attempt)
        else:
            edition = store.edition(turn.attempt.edition)
            question_card.show(
                current_card(turn, edition, resources.slips())
                | {"post": f"/attempts/{attempt_id}" if is_remembered() else None}
                | {"stamp": token_hex(4)},
                key="card",
                on_sent=partial(_sent, attempt_id),
            )


def _sent(attempt_id: str, message: dict[str, Any]) -> None:
    """Hears that the end has come; for a browser without cookies carries out each message."""
    if "turn" in message:
        if message["turn"] == "closing":
            st.session_state[_CLOSING] = attempt_id
        return
    try:
        turn = take_turn(resources.attempts(), attempt_id, learner(), message, datetime.now(UTC))
    except StoreError as fault:
        st.session_state[_MESSAGE] = f"Your answer is not stored yet. {fault}"
        return
    st.session_state[_MESSAGE] = turn.message
    if turn.is_closing:
        st.session_state[_CLOSING] = attempt_id


# --- the end ------------------------------------------------------------------------------------


def _closing(attempt: Attempt) -> None:
    count = len(attempt.unanswered)
    st.subheader("Finish here?")
    st.write(
        f"{count} of {len(attempt.questions)} questions "
        f"{'has' if count == 1 else 'have'} no answer. "
        + (
            "In the study, what is left out counts as not right."
            if attempt.is_withheld
            else "Leaving questions out costs nothing."
        )
    )
    with st.container(horizontal=True):
        if st.button("Finish", type="primary", key="finish"):
            resources.attempts().finish(attempt.id, attempt.learner, datetime.now(UTC))
            del st.session_state[_CLOSING]
            st.rerun(scope="fragment")
        if st.button("Go back to them", key="go_back"):
            first = attempt.questions.index(attempt.unanswered[0]) if count else attempt.position
            resources.attempts().move_to(attempt.id, attempt.learner, first)
            del st.session_state[_CLOSING]
            st.rerun(scope="fragment")


def _finished(attempt: Attempt) -> None:
    st.subheader("You have finished")
    study = resources.studies().of_attempt(attempt.id)
    if study is not None:
        st.write("Your answers are stored. The study goes on from here.")
        if st.button("Go on", type="primary", key="to_study"):
            navigation.go("study", code=study.code)
        return
    st.write("Your answers are stored. See what went well, and what to look at once more.")
    if st.button("See results", type="primary", key="see_results"):
        navigation.go("result", attempt=attempt.id)
