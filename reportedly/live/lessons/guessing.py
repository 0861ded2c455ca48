"""How often somebody may try codes that do not exist."""

from __future__ import annotations

import time
from collections import OrderedDict, deque
from collections.abc import Callable

WRONG = 20
"""So many wrong codes of one browser are let pass ..."""

WITHIN = 300.0
"""... within so many seconds."""

WRONG_OF_ADDRESS = 200
"""Of all browsers at one address together: a school often has one for everybody, and who throws
away cookies to seem another is stopped here."""

_REMEMBERED = 10_000


class Guessing:
    """Counts wrong codes; one browser that guesses slows down no other."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._wrong: OrderedDict[str, deque[float]] = OrderedDict()

    def wait(self, address: str, cookie: str) -> int:
        """Seconds until this client may try again; 0 if it may now."""
        own = self._left(f"{address} {cookie}", WRONG)
        return max(own, self._left(address, WRONG_OF_ADDRESS))

    def note_wrong(self, address: str, cookie: str) -> None:
        """Notes a code that did not exist."""
        now = self._clock()
        for name, most in ((f"{address} {cookie}", WRONG), (address, WRONG_OF_ADDRESS)):
            self._wrong.setdefault(name, deque(maxlen=most)).append(now)
            self._wrong.move_to_end(name)
        while len(self._wrong) > _REMEMBERED:
            self._wrong.popitem(last=False)

    def _left(self, name: str, most: int) -> int:
        times = self._wrong.get(name)
        if times is None or len(times) < most:
            return 0
        left = times[0] + WITHIN - self._clock()
        return 0 if left <= 0 else int(left) + 1
