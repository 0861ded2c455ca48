"""Instructors who sign in with the one passphrase, each in a browser of their own."""

from __future__ import annotations

import subprocess
import sys

from playwright.sync_api import Page, expect

from tests.browser.running import Running
from tests.browser.visitor import Visitor


def new_passphrase(running: Running) -> str:
    """A new passphrase; whoever was signed in with the one before is not any more."""
    done = subprocess.run(
        [sys.executable, "-m", "reportedly", "passphrase"],
        cwd=running.folder, capture_output=True, encoding="utf-8", check=True,
    )  # fmt: skip
    words = next(line for line in done.stdout.splitlines() if len(line.split()[-5:]) == 5)
    return " ".join(words.split()[-5:])


def sign_in(visitor: Visitor, name: str, passphrase: str) -> Page:
    """The desk, opened by somebody of this name."""
    page = visitor.page
    visitor.open("/sign-in?next=/desk")
    page.get_by_label("Your name").fill(name)
    page.get_by_label("Passphrase", exact=True).fill(passphrase)
    page.get_by_role("button", name="Sign in").click()
    expect(page.get_by_role("heading", name="Desk")).to_be_visible()
    return page
