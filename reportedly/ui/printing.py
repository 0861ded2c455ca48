"""Links to pages that are printed, which open beside the app."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from html import escape
from urllib.parse import quote

import streamlit as st

from reportedly import resources
from reportedly.credentials import new_pass
from reportedly.identity import LEARNER_COOKIE
from reportedly.ui import instructor

LASTS = timedelta(hours=1)


def link(path: str, label: str) -> None:
    """Draws a link; only for a page that has asked for an instructor.

    Args:
        path: The page's, for example /print/quiz/who-counted-what.
        label: What it says.
    """
    # Not Streamlit's link, which would take it for one of its own pages.
    address = escape(_address(path))
    st.html(
        f'<a class="printed" href="{address}" target="_blank">{escape(label)}</a>', width="content"
    )


def _address(path: str) -> str:
    # The page knows a passphrase's cookie; whoever a service vouches for, only Streamlit knows.
    if not instructor.by_service():
        return path
    until = datetime.now(UTC) + LASTS
    browser = st.context.cookies.get(LEARNER_COOKIE, "")
    return f"{path}?pass={quote(new_pass(browser, until, resources.pass_secret()))}"
