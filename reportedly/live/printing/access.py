"""Who may see the pages to print: instructors, however they signed in."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from starlette.requests import Request

from reportedly import resources
from reportedly.credentials import has_pass
from reportedly.identity import INSTRUCTOR_COOKIE, LEARNER_COOKIE
from reportedly.settings import has_sign_in_service
from reportedly.store.instructors import Instructors

PASS = "pass"
"""The field of the address that carries a pass."""


class Access:
    """Looks up on the server who asks.

    A passphrase's cookie is looked at here. Who signed in by a service is known to Streamlit only,
    so its pages hand out links with a pass.
    """

    def __init__(self, home: Path, instructors: Callable[[], Instructors]) -> None:
        self._home = home
        self._instructors = instructors

    @property
    def by_service(self) -> bool:
        """Whether instructors sign in by a service."""
        return has_sign_in_service(self._home)

    def allows(self, request: Request, now: datetime) -> bool:
        """Whether an instructor asks. Raises: StoreError, SettingRefused."""
        browser = request.cookies.get(LEARNER_COOKIE, "")
        if has_pass(request.query_params.get(PASS, ""), browser, now, resources.pass_secret()):
            return True
        cookie = request.cookies.get(INSTRUCTOR_COOKIE, "")
        if not cookie or self.by_service:
            return False
        return self._instructors().by_cookie(cookie, now) is not None
