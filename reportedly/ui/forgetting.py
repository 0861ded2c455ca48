"""Forgetting a learner, at their own word."""

from __future__ import annotations

import streamlit as st

from reportedly import resources
from reportedly.ui.learner import learner
from reportedly.ui.parts import notices, question_card

_FORGOTTEN = "forgotten"


def button() -> None:
    """Draws the button that deletes everything about the learner, once they have confirmed it.

    When it is done, says so in its place.
    """
    if st.session_state.pop(_FORGOTTEN, False):
        question_card.forget_drafts()
        st.success("Everything about you is deleted.", icon=":material/check:")
    if st.button("Forget everything about me", icon=":material/delete:", key="forget"):
        _confirm()


@st.dialog("Forget everything about me?")
def _confirm() -> None:
    st.write("All your attempts and answers are deleted now, for good. This cannot be undone.")
    with st.container(horizontal=True):
        if st.button("Delete it all", type="primary", key="forget_now"):
            with notices.store_faults():
                resources.attempts().forget(learner())
                st.session_state.clear()
                st.session_state[_FORGOTTEN] = True
                st.rerun()
        if st.button("Keep it", key="keep"):
            st.rerun()
