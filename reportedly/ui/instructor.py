"""Which instructor is here. Looked up anew at each run of a page, on the server."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from html import escape
from importlib.util import find_spec
from urllib.parse import quote, urlencode, urlsplit

import streamlit as st
from streamlit.errors import StreamlitSecretNotFoundError

from reportedly import resources
from reportedly.identity import INSTRUCTOR_COOKIE
from reportedly.settings import has_sign_in_service
from reportedly.store.errors import StoreError
from reportedly.store.instructors import Instructor

__all__ = ["Instructor", "account", "require", "signed_in"]

LASTS = timedelta(hours=12)


@dataclass(frozen=True)
class Refused:
    """Why nobody is let in.

    Attributes:
        sentence: For the page.
        may_sign_in: Whether signing in, or in as somebody else, could help.
    """

    sentence: str
    may_sign_in: bool = True


NOT_SIGNED_IN = Refused("This page is for instructors.")


def signed_in() -> Instructor | None:
    """The instructor who is here, if it is one; a learner's browser costs no look-up."""
    who = _who()
    return who if isinstance(who, Instructor) else None


def require() -> Instructor:
    """The instructor who is here; for anybody else the page ends with a way to sign in."""
    who = _who()
    if isinstance(who, Instructor):
        return who
    st.title("For instructors")
    st.write(who.sentence)
    if by_service():
        _service_buttons(who)
    elif who.may_sign_in:
        # Not Streamlit's link, which would open another tab.
        st.html(f'<p><a href="/sign-in?next={escape(quote(_here()))}">Sign in</a></p>')
    st.stop()


def account() -> None:
    """Draws where an instructor signs out."""
    if by_service():
        if st.button("Sign out", key="instructor-sign-out"):
            st.logout()
    else:
        st.html('<p><a href="/sign-in">Sign out, or change the passphrase</a></p>')


def vouched_for(
    user: Mapping[str, object], allowed: Sequence[str], now: datetime
) -> Instructor | Refused:
    """Who is here by the word of a sign-in service.

    Args:
        user: What the service says of the person: `st.user`.
        allowed: The e-mail addresses of the instructors; capitals do not matter.
        now: The time.
    """
    if user.get("is_logged_in") is not True:
        return NOT_SIGNED_IN
    email = str(user.get("email") or "").strip().lower()
    # Some services leave it out; one that says no means that anybody could have typed it.
    if str(user.get("email_verified", True)).lower() == "false":
        return Refused("Your sign-in service has not checked your e-mail address.")
    if not email or email not in {str(address).strip().lower() for address in allowed}:
        return Refused(
            "You are signed in, but not as an instructor. Whoever runs the app can add your "
            "e-mail address to the list `allowed` in secrets.toml."
        )
    began = user.get("iat")
    since = datetime.fromtimestamp(began, UTC) if isinstance(began, int | float) else now
    if now >= since + LASTS:
        return Refused("Your sign-in has ended after 12 hours; please sign in again.")
    return Instructor(name=email, until=since + LASTS)


def _who() -> Instructor | Refused:
    cookie, user = st.context.cookies.get(INSTRUCTOR_COOKIE), st.user.to_dict()
    if not cookie and not user.get("is_logged_in"):
        return NOT_SIGNED_IN
    now = datetime.now(UTC)
    if by_service():
        return vouched_for(user, _allowed(), now)
    try:
        return (cookie and resources.instructors().by_cookie(cookie, now)) or NOT_SIGNED_IN
    except StoreError as fault:
        return Refused(str(fault), may_sign_in=False)


def by_service() -> bool:
    """Whether instructors sign in by a service and not by passphrase."""
    # Both are asked: Streamlit knows more places for secrets, but an unreadable file is none to it.
    return has_sign_in_service(resources.settings().root) or bool(_auth())


def _auth() -> Mapping[str, object]:
    try:
        found = st.secrets.get("auth", {})
    except StreamlitSecretNotFoundError:
        return {}
    return found if isinstance(found, Mapping) else {}


def _allowed() -> Sequence[str]:
    allowed = _auth().get("allowed", ())
    # A single address without brackets would otherwise be a list of letters.
    return [allowed] if isinstance(allowed, str) else list(allowed)  # type: ignore[call-overload]


def _service_buttons(why: Refused) -> None:
    if not _auth():
        st.error(
            "[auth] in secrets.toml is empty or cannot be read; "
            "whoever runs the app needs to mend it."
        )
        return
    if find_spec("authlib") is None:
        st.error("For this sign-in, whoever runs the app needs to run: pip install Authlib")
        return
    if why is not NOT_SIGNED_IN and st.button("Sign out", key="instructor-other"):
        st.logout()
    services = [name for name, section in _auth().items() if isinstance(section, Mapping)]
    for name in services or ("",):
        label = f"Sign in with {name}" if name else "Sign in"
        if st.button(label, type="primary", key=f"instructor-by-{name}"):
            st.login(name or None)


def _here() -> str:
    """The page that was asked for, as an address inside the app."""
    # Streamlit gives the address without what stands after the question mark.
    asked = [(name, value) for name in st.query_params for value in st.query_params.get_all(name)]
    return (urlsplit(st.context.url or "").path or "/") + (f"?{urlencode(asked)}" if asked else "")
