"""Take a quiz: choose how, then one question at a time."""

from __future__ import annotations

from datetime import UTC, datetime
from functools import partial
from secrets import randbits, token_hex
from typing import Any

import streamlit as st

from reportedly.files.library import ShelvedBank
from reportedly.files.markdown import to_html
from reportedly.quiz import taking
from reportedly.quiz.attempt import Answer, Attempt, Mode
from reportedly.quiz.drawing import draw, layout_of
from reportedly.quiz.edition import Edition
from reportedly.quiz.marking import Certainty
from reportedly.quiz.response import ResponseRefused, ResponseUnclear
from reportedly.quiz.taking import Do
from reportedly.store.errors import AttemptFinished, StoreError
from reportedly.ui import navigation, resources
from reportedly.ui.learner import learner
from reportedly.ui.parts import articles, notices, question_card

_MESSAGE = "take_message"
_CLOSING = "take_closing"
_STORED = "take_stored"
"""The attempt as the store has just given it, so that drawing it does not read it again."""


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


def _start(stem: str) -> None:
    shelved = resources.shelf().banks.get(stem)
    if shelved is None or not shelved.bank.ready:
        st.title("This quiz cannot be opened")
        st.write("It is not on the shelf, or it has no questions yet.")
        navigation.link("quizzes", "See all quizzes", icon=":material/list_alt:")
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
        navigation.go("quizzes")
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
    """A new attempt, stored: at the questions named, or at a new draw of `size`."""
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
    edition = store.edition(attempt.edition)
    st.html(f'<h1 class="small">{notices.escape(edition.bank.bank)}</h1>')
    if edition.invented:
        notices.invented()
    st.session_state[_STORED] = attempt
    here, beside = st.columns([7, 5], gap="large")
    with here:
        _question(attempt_id)
    with beside:
        articles.tabs(edition)


@st.fragment
def _question(attempt_id: str) -> None:
    """The current question; only this is drawn again after an answer."""
    with notices.store_faults():
        store = resources.attempts()
        attempt: Attempt | None = st.session_state.pop(_STORED, None)
        if attempt is None or attempt.id != attempt_id:
            attempt = store.load(attempt_id, learner())
        edition = store.edition(attempt.edition)
        if attempt.is_finished:
            _finished(attempt)
        elif st.session_state.get(_CLOSING) == attempt_id:
            _closing(attempt)
        else:
            question_card.show(
                card_data(attempt, edition, st.session_state.pop(_MESSAGE, None)),
                key="card",
                on_sent=partial(_do, attempt),
            )


def card_data(attempt: Attempt, edition: Edition, message: str | None) -> dict[str, Any]:
    """The current question with all that can be done at it."""
    return question_card.shown(attempt, edition, attempt.current) | {
        "progress": {"number": attempt.position + 1, "of": len(attempt.questions)},
        "message": message,
        "actions": [
            {
                "id": action.do,
                "label": taking.LABELS[action.do],
                "primary": action.primary,
                "needs_response": action.needs_response,
            }
            for action in taking.actions(attempt)
        ],
        "steps": [
            {"number": step.number, "answered": step.answered, "current": step.current}
            for step in taking.steps(attempt)
        ],
        "stop": taking.LABELS[Do.STOP],
    }


def _do(drawn: Attempt, message: dict[str, Any]) -> None:
    """Carries out what the card sent; a fault becomes the card's message, inputs stay.

    Args:
        drawn: The attempt that the card was drawn from; another tab may have moved on since.
        message: What the card sent.
    """
    st.session_state.pop(_STORED, None)
    if message.get("id") != f"{drawn.id}:{drawn.current}":
        return  # A second click, on a card that is being replaced.
    try:
        attempt, do = drawn, Do(str(message.get("action")))
        sends_answer = message.get("response") and do in (Do.ANSWER, Do.NEXT, Do.FINISH)
        # The card sends what is chosen on it along, also when the explanation is there already.
        if sends_answer and not taking.is_explained(drawn, drawn.current):
            attempt = st.session_state[_STORED] = _store_answer(drawn, message)
            if attempt.position != drawn.position:
                return  # This tab is about to be drawn at the other one's place.
            if not attempt.answers[attempt.current].is_complete:
                return
        _move(attempt, do, message)
    except AttemptFinished:
        pass  # In another tab; this one is about to say so.
    except ResponseUnclear as unclear:
        st.session_state[_MESSAGE] = str(unclear)
    except (ResponseRefused, ValueError):
        st.session_state[_MESSAGE] = "That answer could not be read. Please choose again."
    except StoreError as fault:
        st.session_state[_MESSAGE] = f"Your answer is not stored yet. {fault}"


def _store_answer(attempt: Attempt, message: dict[str, Any]) -> Attempt:
    store = resources.attempts()
    question = store.edition(attempt.edition).question(attempt.current)
    layout = layout_of(question, seed=attempt.seed)
    certainty = message.get("certainty")
    answer = Answer(
        question.id,
        question.read(message["response"], layout),
        Certainty(certainty) if certainty and attempt.asks_certainty else None,
        datetime.now(UTC),
    )
    return store.answer(attempt.id, attempt.learner, answer)


def _move(attempt: Attempt, do: Do, message: dict[str, Any]) -> None:
    store = resources.attempts()
    position: int | None = None
    match do:
        case Do.NEXT if attempt.mode == "test":
            position = min(attempt.position + 1, len(attempt.questions) - 1)
        case Do.NEXT | Do.SKIP:
            position = attempt.next_unanswered()
            if position is None:
                st.session_state[_CLOSING] = attempt.id
        case Do.GO_TO:
            number = int(message.get("number", 0))
            position = number - 1 if 1 <= number <= len(attempt.questions) else None
        case Do.FINISH if not attempt.unanswered:
            st.session_state[_STORED] = store.finish(
                attempt.id, attempt.learner, datetime.now(UTC)
            )
        case Do.FINISH | Do.STOP:
            st.session_state[_CLOSING] = attempt.id
    if position is not None:
        st.session_state[_STORED] = store.move_to(
            attempt.id, attempt.learner, position, leaving=attempt.position
        )


# --- the end ------------------------------------------------------------------------------------


def _closing(attempt: Attempt) -> None:
    count = len(attempt.unanswered)
    st.subheader("Finish here?")
    st.write(
        f"{count} of {len(attempt.questions)} questions "
        f"{'has' if count == 1 else 'have'} no answer. Leaving questions out costs nothing."
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
    st.write("Your answers are stored. See what went well, and what to look at once more.")
    if st.button("See results", type="primary", key="see_results"):
        navigation.go("result", attempt=attempt.id)
