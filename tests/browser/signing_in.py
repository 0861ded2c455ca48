"""An instructor at a browser."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path
from urllib.parse import quote

from playwright.sync_api import Page, expect

from tests.browser.running import Running
from tests.browser.visitor import Visitor

# Signing in takes seconds, so whoever has done it once in a folder brings the cookie next time.
_passphrases: dict[Path, str] = {}
_cookies: dict[tuple[Path, str], list[dict[str, object]]] = {}


def sign_in(visitor: Visitor, name: str = "Ada", next_page: str = "/desk") -> Page:
    """Signs in. Returns: the page that was asked for, opened."""
    folder, page = visitor.running.folder, visitor.page
    heading = page.locator("h1").first
    if (folder, name) in _cookies:
        visitor.context.add_cookies(_cookies[folder, name])
        visitor.open(next_page)
        expect(heading).to_be_visible()
        if heading.inner_text() != "For instructors":
            return page
        # Somebody has made a new passphrase meanwhile.
        _passphrases.pop(folder, None)
    passphrase = _passphrases.get(folder) or new_passphrase(visitor.running)
    visitor.open(f"/sign-in?next={quote(next_page)}")
    page.get_by_label("Your name").fill(name)
    page.get_by_label("Passphrase", exact=True).fill(passphrase)
    page.get_by_role("button", name="Sign in").click()
    expect(heading).not_to_have_text("Sign in")
    kept = [c for c in visitor.context.cookies() if c["name"] == "reportedly_instructor"]
    _cookies[folder, name] = kept
    expect(heading).to_be_visible()
    return page


def new_passphrase(running: Running) -> str:
    """A passphrase made on the command line, as its five words; nobody is signed in any more."""
    done = subprocess.run(
        [sys.executable, "-m", "reportedly", "passphrase"],
        cwd=running.folder, capture_output=True, encoding="utf-8", check=True,
    )  # fmt: skip
    found = re.search(r": ([a-z]+(?: [a-z]+){4})$", done.stdout, re.MULTILINE)
    assert found, done.stdout
    for known in [known for known in _cookies if known[0] == running.folder]:
        del _cookies[known]
    _passphrases[running.folder] = found[1]
    return found[1]
