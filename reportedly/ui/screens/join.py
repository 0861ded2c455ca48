"""The way into a class, for learners who are in the app already."""

from __future__ import annotations

import streamlit as st


def render() -> None:
    """The page."""
    st.title("Join a class")
    st.write("Your teacher shows a code of six letters. No account is needed.")
    # Not Streamlit's link: the class's own page is none of its pages, and opens in this tab.
    st.html('<p><a class="lead" href="/join" target="_self">Type the code in</a></p>')
