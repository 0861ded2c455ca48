"""The time, which does not jump when somebody sets the machine's clock."""

from __future__ import annotations

import time
from datetime import UTC, datetime, timedelta


class Clock:
    """Goes on evenly from when it was made."""

    def __init__(self) -> None:
        self._began, self._from = datetime.now(UTC), time.monotonic()

    def now(self) -> datetime:
        """The moment."""
        return self._began + timedelta(seconds=time.monotonic() - self._from)
