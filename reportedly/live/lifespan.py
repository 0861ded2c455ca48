"""What the server does from start to stop: a first passphrase; old attempts delete themselves."""

from __future__ import annotations

import asyncio
import gc
import logging
import os
from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from datetime import UTC, datetime, timedelta
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from reportedly.settings import Settings

log = logging.getLogger(__name__)

GREETING = 2
"""Seconds until an instructor's passphrase is looked for, and until the banks are read: the first
page has its turn before."""

REPORTS = 10
"""Seconds until what reports need is imported, which takes most of a second."""

FIRST = 30
"""Seconds until the first round of deleting what is too old."""

EVERY = 6 * 60 * 60
"""Seconds between two rounds of deleting what is too old."""


def lifespan(
    home: Path, address: Callable[[], str]
) -> Callable[[Any], AbstractAsyncContextManager[None]]:
    """The app's life: its first start makes a passphrase; attempts past their time are deleted.

    Args:
        home: The folder of app.py.
        address: Where a browser finds the app, asked once it runs.
    """

    @asynccontextmanager
    async def life(_app: Any) -> AsyncIterator[None]:
        tasks = [
            asyncio.create_task(_warm_up()),
            asyncio.create_task(_greet(home, address)),
            asyncio.create_task(_forget_old_ones(home)),
        ]
        try:
            yield
        finally:
            for task in tasks:
                task.cancel()

    return life


async def _warm_up() -> None:
    """Reads what pages need before they ask: the list of quizzes, the banks, tables for reports."""
    await asyncio.to_thread(_read_for_the_first_page)
    await asyncio.sleep(GREETING)
    await asyncio.to_thread(_read_banks)
    await asyncio.to_thread(_set_aside)
    await asyncio.sleep(REPORTS - GREETING)
    await asyncio.to_thread(import_module, "reportedly.reports.frame")
    await asyncio.to_thread(_set_aside)


def _read_for_the_first_page() -> None:
    from reportedly import resources
    from reportedly.settings import SettingRefused
    from reportedly.store.errors import StoreError

    try:
        resources.catalogue()
        resources.attempts()
    except (SettingRefused, StoreError):
        pass  # Every page says what is wrong.


def _read_banks() -> None:
    from reportedly import resources
    from reportedly.settings import SettingRefused

    try:
        resources.shelf()
    except SettingRefused:
        pass  # Every page says what is wrong.


def _set_aside() -> None:
    """Spares what stays for good from being looked through for garbage.

    Every such look holds up everybody: 0.14 s with 1,000 seats, and most of it for what was here
    before the first of them.
    """
    gc.collect()
    gc.freeze()


async def _greet(home: Path, address: Callable[[], str]) -> None:
    """Tells the instructor's passphrase at the very first start."""
    await asyncio.sleep(GREETING)
    # First imported in a thread: the server gives out its pages meanwhile.
    await asyncio.to_thread(import_module, "reportedly.live.first_passphrase")
    from reportedly.live.first_passphrase import tell_first_passphrase
    from reportedly.settings import SettingRefused, Settings

    try:
        settings = Settings.from_environment(os.environ, home)
    except SettingRefused:
        return  # Every page says what is wrong with the setting.
    await tell_first_passphrase(settings, address)


async def _forget_old_ones(home: Path) -> None:
    await asyncio.sleep(FIRST)
    while True:
        await asyncio.to_thread(_forget_or_say_why_not, home, datetime.now(UTC))
        await asyncio.sleep(EVERY)


def _forget_or_say_why_not(home: Path, now: datetime) -> None:
    # Imported only now: the database's library takes as long to import as the server to start.
    from reportedly.settings import SettingRefused, Settings
    from reportedly.store.errors import StoreError

    try:
        forget_before(Settings.from_environment(os.environ, home), now)
    except SettingRefused:
        pass  # Every page says what is wrong with the setting.
    except StoreError:
        log.exception("Old attempts could not be deleted; the next try is in %d s.", EVERY)


def forget_before(settings: Settings, now: datetime) -> None:
    """Deletes what is older at `now` than the settings allow."""
    from reportedly.store.attempts import Attempts
    from reportedly.store.database import connect
    from reportedly.store.lessons import Lessons
    from reportedly.store.studies.kept import Studies

    cutoff = now - timedelta(days=settings.retention_days)
    engine = connect(settings.database_url)
    try:
        attempts = Attempts(engine)
        attempts.forget_older_than(cutoff)
        Lessons(engine, attempts).forget_older_than(cutoff)
        Studies(engine, attempts).forget_older_than(cutoff)
    finally:
        engine.dispose()
