"""Browsers that visitors use one after another.

A new one reads and compiles all of Streamlit's scripts again, which costs more than most tests.
Each visitor still is somebody new: cookies and storage are emptied in between, tabs closed.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from playwright.sync_api import Browser, BrowserContext

from tests.browser.running import Running
from tests.browser.visitor import Visitor

# Not the cache of files: that is what the next visitor is to find.
_STORAGE = "cookies,local_storage,indexeddb,service_workers,cache_storage"


class Resting:
    """The browsers of one Chromium that nobody uses now."""

    def __init__(self, chromium: Browser) -> None:
        self._chromium = chromium
        self._resting: dict[str, list[BrowserContext]] = {}

    def visitor(self, running: Running, options: Mapping[str, Any]) -> Visitor:
        """Somebody who was never here before, at a browser with these options."""
        resting = self._resting.setdefault(_key(options), [])
        context = resting.pop() if resting else self._chromium.new_context(**options)
        visitor = Visitor(context, running)
        session = context.new_cdp_session(visitor.page)
        session.send(
            "Storage.clearDataForOrigin", {"origin": running.url, "storageTypes": _STORAGE}
        )
        session.detach()
        return visitor

    def take_back(self, visitor: Visitor, options: Mapping[str, Any]) -> None:
        """Keeps the browser of somebody who has gone for the next one."""
        context = visitor.leave()
        context.set_offline(False)
        context.clear_cookies()
        self._resting.setdefault(_key(options), []).append(context)


def _key(options: Mapping[str, Any]) -> str:
    return json.dumps(options, sort_keys=True)
