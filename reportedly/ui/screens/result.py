"""What an attempt showed, and every question again."""

from __future__ import annotations

from dataclasses import replace
from html import escape

import streamlit as st

from reportedly import resources
from reportedly.delivery import shown
from reportedly.files.markdown import to_html
from reportedly.quiz.attempt import Attempt
from reportedly.quiz.card import VERDICTS, points_text, signed
from reportedly.quiz.correcting.correction import Corrected, corrected
from reportedly.quiz.edition import Edition, Held
from reportedly.quiz.scoring import Score, score
from reportedly.store.errors import NoSuchAttempt
from reportedly.ui import navigation
from reportedly.ui.learner import learner
from reportedly.ui.parts import charts, corrections, notices, question_card
from reportedly.ui.screens import take
from reportedly.ui.study import resting


def render() -> None:
    """The page: the attempt in the address, or the latest ones."""
    with notices.store_faults():
        if attempt_id := st.query_params.get("attempt"):
            attempt = notices.find_attempt(attempt_id)
            if attempt is not None:
                _result(_or_the_one_before(attempt))
        else:
            _all_results()


def _or_the_one_before(attempt: Attempt) -> Attempt:
    """The attempt, or while it is under way the one after which it was begun.

    On the way to a new attempt the browser's history takes in this page with the new address;
    Back comes to it.
    """
    before = st.query_params.get("after")
    if attempt.is_finished or not before:
        return attempt
    try:
        return resources.attempts().load(before, attempt.learner)
    except NoSuchAttempt:
        return attempt


def _all_results() -> None:
    st.title("Results")
    finished = resources.attempts().finished(learner())
    if not finished:
        st.write("When you have finished a quiz, your result is kept here.")
        navigation.link("quizzes", "Choose a quiz", icon=":material/list_alt:")
        return
    banks = resources.shelf().banks
    for summary in finished:
        title = banks[summary.bank].bank.bank if summary.bank in banks else summary.bank
        when = f"{summary.finished_at:%d %B %Y, %H:%M} UTC" if summary.finished_at else ""
        navigation.link("result", f"{title}, {when}", ":material/insights:", attempt=summary.id)


def _result(attempt: Attempt) -> None:
    edition = resources.attempts().edition(attempt.edition)
    if not attempt.is_finished:
        st.title(edition.bank.bank)
        st.write("You have not finished this quiz yet.")
        navigation.link("take", "Continue", ":material/play_arrow:", attempt=attempt.id)
        return
    if attempt.is_withheld:
        resting.at_result(attempt)
        return
    better = _corrected(attempt, edition)
    result = score(attempt, edition, {name: fixed.after for name, fixed in better.items()})
    st.html(f'<h1 class="small">Result: {escape(edition.bank.bank)}</h1>')
    if edition.invented:
        notices.invented()
    _summary(result, score(attempt, edition) if better else None)
    corrections.section(better)
    if result.review:
        _charts(result)
    _again(attempt, edition, result)
    navigation.link("my_progress", "See my progress over all quizzes", ":material/trending_up:")
    _firm(edition)
    st.header("Every question again")
    if result.calibration is not None and result.missed:
        st.write("Answers you were sure of and got wrong come first: they teach the most.")
    for place, explanation in enumerate(result.review):
        question = explanation.question
        fixed = better.get(question.id)
        label = f"**{VERDICTS[explanation.mark.verdict]}** · {question.ask}"
        with st.expander(label, expanded=place == 0 and bool(result.missed)):
            if fixed is None:
                data = shown(attempt, edition, question.id, resources.slips())
            else:
                corrections.at_question(fixed)
                answers = {**attempt.answers, question.id: fixed.answer}
                again = replace(attempt, answers=answers)
                data = shown(again, fixed.edition, question.id, resources.slips())
            question_card.show(data, key=f"review-{question.id}")
    _left_out(attempt, edition)


def _corrected(attempt: Attempt, edition: Edition) -> dict[str, Corrected]:
    """The answers that were marked again since."""
    made = resources.corrections().of_attempt(attempt.id)
    editions = {one.edition: resources.attempts().edition(one.edition) for one in made}
    return corrected(attempt, edition, made, editions)


def _summary(result: Score, before: Score | None) -> None:
    fine = f" · {result.left_out} left out, at no cost" if result.left_out else ""
    if before is not None:
        was = f"{points_text(before.points)} of {points_text(before.possible)}"
        fine = f" after a correction; before it {was}{fine}"
    st.html(
        f'<p class="score"><strong>{points_text(result.points)}</strong> of '
        f"{points_text(result.possible)} {'point' if result.possible == 1 else 'points'}"
        f'<span class="fine">{fine}</span></p>'
    )
    if not result.review:
        st.write("No question was answered, so there is nothing to show yet.")


def _charts(result: Score) -> None:
    left, right = st.columns(2, gap="large")
    with left:
        st.html(charts.skills_chart(result.skills, resources.skills()))
    with right:
        st.html(charts.rates_chart(result.over_claim, result.cynicism))
        if result.calibration is not None:
            calibration = result.calibration
            st.html(charts.calibration_chart(calibration))
            st.html(
                f'<p class="fine">Practice marks for being sure: '
                f"{signed(calibration.points)}. Distance between said and right (Brier): "
                f"{float(calibration.brier):.2f}; 0 is best, 0.25 is saying “half” each time.</p>"
            )


def _again(attempt: Attempt, edition: Edition, result: Score) -> None:
    shelved = resources.shelf().banks.get(attempt.bank)
    if shelved is None:
        st.write("This quiz is no longer on the shelf, so it cannot be taken again.")
        return
    still_there = {question.id for question in shelved.bank.ready}
    missed = tuple(q for q in result.missed if q in still_there)
    with st.container(horizontal=True):
        if missed and st.button("Retry what I missed", type="primary", key="retry"):
            again = take.begin(
                shelved, attempt.mode, asks_certainty=attempt.asks_certainty, questions=missed
            )
            navigation.go("take", attempt=again.id, after=attempt.id)
        if st.button("New draw", key="new_draw"):
            again = take.begin(
                shelved,
                attempt.mode,
                asks_certainty=attempt.asks_certainty,
                size=len(attempt.questions),
            )
            navigation.go("take", attempt=again.id, after=attempt.id)


def _firm(edition: Edition) -> None:
    def lines(held: tuple[Held, ...]) -> str:
        return "".join(
            f'<li>{escape(h.says)} <span class="fine">({", ".join(h.at)})</span></li>' for h in held
        )

    if edition.firm:
        st.html(
            '<section class="firm"><h2>What you can hold firmly</h2>'
            f"<ul>{lines(edition.firm)}</ul>"
            + (f"<h3>What stays open</h3><ul>{lines(edition.open)}</ul>" if edition.open else "")
            + "</section>"
        )


def _left_out(attempt: Attempt, edition: Edition) -> None:
    if not attempt.unanswered:
        return
    st.subheader("Left out")
    items = "".join(f"<li>{to_html(edition.question(q).ask)}</li>" for q in attempt.unanswered)
    st.html(f"<ul>{items}</ul>")
