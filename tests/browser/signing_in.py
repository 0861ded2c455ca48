"""An instructor at a browser."""

from __future__ import annotations

import re
import subprocess
import sys

from playwright.sync_api import Page, expect

from tests.browser.running import Running
from tests.browser.visitor import Visitor


def sign_in(
    visitor: Visitor, name: str = "Ada", next_page: str = "/desk", passphrase: str | None = None
) -> Page:
    """Signs in, with a new passphrase unless one is given, which ends everybody's being signed in.

    Returns: the page that was asked for, opened.
    """
    passphrase = passphrase or new_passphrase(visitor.running)
    visitor.open(f"/sign-in?next={next_page}")
    visitor.page.get_by_label("Your name").fill(name)
    visitor.page.get_by_label("Passphrase", exact=True).fill(passphrase)
    visitor.page.get_by_role("button", name="Sign in").click()
    expect(visitor.page.locator("h1").first).not_to_have_text("Sign in")
    return visitor.page


def new_passphrase(running: Running) -> str:
    """A passphrase made on the command line, as its five words."""
    done = subprocess.run(
        [sys.executable, "-m", "reportedly", "passphrase"],
        cwd=running.folder, capture_output=True, encoding="utf-8", check=True,
    )  # fmt: skip
    found = re.search(r": ([a-z]+(?: [a-z]+){4})$", done.stdout, re.MULTILINE)
    assert found, done.stdout
    return found[1]
