"""Who may see the pages to print: instructors, however they signed in."""

from __future__ import annotations

import os
from datetime import datetime
from pathlib import Path
from threading import Lock

from starlette.requests import Request

from reportedly import resources
from reportedly.credentials import has_pass
from reportedly.identity import INSTRUCTOR_COOKIE, LEARNER_COOKIE
from reportedly.settings import Settings, has_sign_in_service
from reportedly.store.database import connect
from reportedly.store.instructors import Instructors

PASS = "pass"
"""The field of the address that carries a pass."""


class Access:
    """Looks up on the server who asks.

    A passphrase's cookie is looked at here. Who signed in by a service is known to Streamlit only,
    so its pages hand out links with a pass.
    """

    def __init__(self, home: Path) -> None:
        self._home = home
        self._store: Instructors | None = None
        self._turn = Lock()

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

    def _instructors(self) -> Instructors:
        with self._turn:
            if self._store is None:
                settings = Settings.from_environment(os.environ, self._home)
                self._store = Instructors(connect(settings.database_url))
            return self._store
