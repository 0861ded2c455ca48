"""Who is here: a random name from a cookie, never a person's."""

from __future__ import annotations

from hashlib import sha256
from secrets import token_urlsafe

import streamlit as st

COOKIE = "reportedly_learner"
_KEY = "learner_without_cookie"


def learner() -> str:
    """The key under which this browser's attempts are kept.

    A hash of the cookie, so that the database cannot be used to become somebody. A browser that
    keeps no cookies gets a key that lasts as long as its tab.
    """
    token = st.context.cookies.get(COOKIE)
    if token is None:
        token = st.session_state.setdefault(_KEY, token_urlsafe(32))
    return sha256(token.encode()).hexdigest()[:32]


def is_remembered() -> bool:
    """Whether closing the tab keeps the learner's place."""
    return COOKIE in st.context.cookies
