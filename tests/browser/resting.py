"""Browsers and tabs that visitors use one after another.

A new browser reads and compiles all of Streamlit's scripts again, and a new tab is a new process;
both cost more than most tests. Each visitor still is somebody new: cookies and storage are emptied
in between, other tabs closed, and the tab's history forgotten.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from playwright.sync_api import Browser, BrowserContext, Page

from tests.browser.running import Running
from tests.browser.visitor import Visitor

# Not the cache of files: that is what the next visitor is to find.
_STORAGE = "cookies,local_storage,indexeddb,service_workers,cache_storage"


class Resting:
    """The browsers of one Chromium that nobody uses now, each with its tab if that was kept."""

    def __init__(self, chromium: Browser) -> None:
        self._chromium = chromium
        self._resting: dict[str, list[tuple[BrowserContext, Page | None]]] = {}

    def visitor(self, running: Running, options: Mapping[str, Any]) -> Visitor:
        """Somebody who was never here before, at a browser with these options."""
        resting = self._resting.setdefault(_key(options), [])
        context, tab = resting.pop() if resting else (self._chromium.new_context(**options), None)
        visitor = Visitor(context, running, tab)
        if tab:
            tab.set_viewport_size(options["viewport"])
            tab.emulate_media(color_scheme=options["color_scheme"])
        session = context.new_cdp_session(visitor.page)
        session.send("Page.resetNavigationHistory")
        session.send(
            "Storage.clearDataForOrigin", {"origin": running.url, "storageTypes": _STORAGE}
        )
        session.detach()
        return visitor

    def take_back(self, visitor: Visitor, options: Mapping[str, Any]) -> None:
        """Keeps the browser of somebody who has gone for the next one."""
        visitor.context.set_offline(False)
        tab = visitor.leave()
        visitor.context.clear_cookies()
        self._resting.setdefault(_key(options), []).append((visitor.context, tab))


def _key(options: Mapping[str, Any]) -> str:
    return json.dumps(options, sort_keys=True)
