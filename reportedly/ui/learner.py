"""Who is here: a random name from a cookie, never a person's."""

from __future__ import annotations

from datetime import UTC, tzinfo
from secrets import token_urlsafe
from zoneinfo import ZoneInfo

import streamlit as st

from reportedly.identity import LEARNER_COOKIE, learner_key

_KEY = "learner_without_cookie"


def learner() -> str:
    """The key under which this browser's attempts are kept.

    A browser that keeps no cookies gets a key that lasts as long as its tab.
    """
    token = st.context.cookies.get(LEARNER_COOKIE)
    if token is None:
        token = st.session_state.setdefault(_KEY, token_urlsafe(32))
    return learner_key(token)


def is_remembered() -> bool:
    """Whether closing the tab keeps the learner's place."""
    return LEARNER_COOKIE in st.context.cookies


def where() -> tzinfo:
    """The time zone of the learner's browser, which decides what is today; UTC if it is unknown."""
    try:
        return ZoneInfo(st.context.timezone or "UTC")
    except (LookupError, ValueError, OSError):
        # The browser may name a zone that this computer has no table of, or nonsense.
        return UTC
