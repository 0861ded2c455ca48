"""The passphrase that the first start makes."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable
from datetime import UTC, datetime

from reportedly.credentials import hashed, new_passphrase
from reportedly.settings import Settings, has_sign_in_service
from reportedly.store.database import connect
from reportedly.store.errors import StoreError
from reportedly.store.instructors import Instructors

log = logging.getLogger(__name__)

AGAIN = 60
"""Seconds between two tries while the database cannot be reached."""


async def tell_first_passphrase(
    settings: Settings, address: Callable[[], str], again: float = AGAIN
) -> None:
    """Makes a passphrase if there is none yet, and prints it, the only time it is seen.

    While the database cannot be reached, learners' pages are served all the same.
    """
    told = False
    while True:
        try:
            words = await asyncio.to_thread(make_first_passphrase, settings, datetime.now(UTC))
        except StoreError as fault:
            if not told:
                log.warning("Instructors cannot sign in yet. %s", fault)
            told = True
            await asyncio.sleep(again)
        else:
            break
    if words is not None:
        # Printed and not logged: logs are kept, sent on and read by others.
        print(announcement(words, address()), flush=True)


def make_first_passphrase(settings: Settings, now: datetime) -> str | None:
    """The words of a new passphrase, or None if there is one, or if a service does the sign-in."""
    if has_sign_in_service(settings.root):
        return None
    engine = connect(settings.database_url)
    try:
        instructors = Instructors(engine)
        if instructors.passphrase() is not None:
            return None
        words = new_passphrase()
        return words if instructors.set_first_passphrase(hashed(words), now) else None
    finally:
        engine.dispose()


def announcement(words: str, address: str) -> str:
    """What the terminal shows at the first start."""
    return (
        "\n"
        "  For instructors\n"
        f"    sign in at   {address}/sign-in\n"
        f"    passphrase   {words}\n"
        "  Write it down: it is shown only now. Lost it? python -m reportedly passphrase\n"
    )
