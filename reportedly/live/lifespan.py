"""What the server does from start to stop: old attempts delete themselves."""

from __future__ import annotations

import asyncio
import logging
import os
from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from reportedly.settings import SettingRefused, Settings
from reportedly.store.attempts import Attempts
from reportedly.store.database import connect
from reportedly.store.errors import StoreError

log = logging.getLogger(__name__)

EVERY = 6 * 60 * 60
"""Seconds between two rounds of deleting what is too old."""


def lifespan(home: Path) -> Callable[[Any], AbstractAsyncContextManager[None]]:
    """The app's life: while it runs, attempts past their time are deleted.

    Args:
        home: The folder of app.py.
    """

    @asynccontextmanager
    async def life(_app: Any) -> AsyncIterator[None]:
        try:
            settings = Settings.from_environment(os.environ, home)
        except SettingRefused:
            yield  # Every page says what is wrong with the setting.
            return
        task = asyncio.create_task(_forget_old_ones(settings))
        try:
            yield
        finally:
            task.cancel()

    return life


async def _forget_old_ones(settings: Settings) -> None:
    while True:
        try:
            await asyncio.to_thread(forget_before, settings, datetime.now(UTC))
        except StoreError:
            log.exception("Old attempts could not be deleted; the next try is in %d s.", EVERY)
        await asyncio.sleep(EVERY)


def forget_before(settings: Settings, now: datetime) -> None:
    """Deletes what is older at `now` than the settings allow."""
    cutoff = now - timedelta(days=settings.retention_days)
    engine = connect(settings.database_url)
    try:
        Attempts(engine).forget_older_than(cutoff)
    finally:
        engine.dispose()
