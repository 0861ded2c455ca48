"""The time, which does not jump when somebody sets the machine's clock."""

from __future__ import annotations

import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta


def _wall() -> datetime:
    return datetime.now(UTC)


class Clock:
    """Goes on evenly from when it was made.

    Args:
        wall: What the machine's clock says, read once.
        steady: Seconds of a clock that nobody sets.
    """

    def __init__(
        self, wall: Callable[[], datetime] = _wall, steady: Callable[[], float] = time.monotonic
    ) -> None:
        self._steady = steady
        self._began, self._from = wall(), steady()

    def now(self) -> datetime:
        """The moment."""
        return self._began + timedelta(seconds=self._steady() - self._from)
