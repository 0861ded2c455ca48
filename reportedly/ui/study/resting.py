"""What a learner is told while a study keeps explanations back."""

from __future__ import annotations

import streamlit as st

from reportedly import resources
from reportedly.quiz.attempt import Attempt
from reportedly.store.studies.kept import Kept
from reportedly.ui import navigation
from reportedly.ui.parts.counting import counted


def at_quiz(kept: Kept) -> None:
    """Draws, in place of a quiz, that it rests."""
    st.title("This quiz rests for you")
    st.write(
        f"You take part in “{kept.plan.title}”, which asks some of its questions. So that both "
        "parts of the study are answered alike, the quiz opens again, with every explanation, "
        "once you have done the second part, or once the study is closed."
    )
    to_study(kept)


def at_result(attempt: Attempt) -> None:
    """Draws, in place of a result, that it comes later."""
    studies = resources.studies()
    kept = studies.of_attempt(attempt.id) or studies.resting(attempt.learner, attempt.bank)
    st.title("Your result comes later")
    answered = len(attempt.questions) - len(attempt.unanswered)
    named = f"of “{kept.plan.title}”" if kept else "of the study that you take part in"
    st.write(
        f"Your {counted(answered, 'answer')} {'is' if answered == 1 else 'are'} stored. What was "
        f"right, and why, is told once you have done the second part {named}, or once the study is "
        "closed: an explanation now would change what the second part finds out."
    )
    if kept is not None:
        to_study(kept)


def to_study(kept: Kept) -> None:
    """Draws the way to the study's page."""
    navigation.link("study", "To the study", ":material/compare_arrows:", code=kept.code)
