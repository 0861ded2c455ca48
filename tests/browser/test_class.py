"""A class in browsers: a host, learners and a projector, and what can go wrong with each."""

from __future__ import annotations

import re
import subprocess
import sys

import pytest
from playwright.sync_api import expect

BANK = "every-kind"


@pytest.fixture
def host(new_visitor, own_server):
    """A visitor signed in as Ada, at the page of classes."""
    visitor = new_visitor(own_server)
    done = subprocess.run(
        [sys.executable, "-m", "reportedly", "passphrase"],
        cwd=own_server.folder, capture_output=True, encoding="utf-8", check=True,
    )  # fmt: skip
    words = next(line for line in done.stdout.splitlines() if len(line.split()[-5:]) == 5)
    visitor.page.goto(f"{own_server.url}/sign-in?next=/host")
    visitor.page.get_by_label("Your name").fill("Ada")
    visitor.page.get_by_label("Passphrase", exact=True).fill(" ".join(words.split()[-5:]))
    visitor.page.get_by_role("button", name="Sign in").click()
    expect(visitor.page.get_by_role("heading", name="New class")).to_be_visible()
    return visitor


def take_seat(new_visitor, running, code, name):
    """A learner who joins by the address on the screen."""
    learner = new_visitor(running, viewport={"width": 390, "height": 800})
    learner.open("/join")
    learner.page.get_by_label("Code on the screen").fill(code.lower())
    learner.press("Go on")
    learner.page.get_by_label("Name").fill(name)
    learner.press("Join")
    expect(learner.page.locator("header .name")).to_have_text(name)
    expect(state(learner)).to_have_text("Connected")
    return learner


def state(learner):
    return learner.page.locator("p.state")


def told(learner):
    return learner.page.locator("p.told")


def press(host, label):
    """Presses a button of the controls."""
    host.page.locator(".host .steps").get_by_role("button", name=re.compile(f"^{label}")).click()


def test_a_whole_class_with_a_host_two_learners_and_a_projector(host, new_visitor, own_server):
    page = host.page
    page.get_by_role("combobox", name="Bank").click()
    page.get_by_role("option", name="Every kind").click()
    host.press("Start")
    code_shown = page.locator(".host .code")
    expect(code_shown).to_have_text(re.compile(r"^[A-Z]{6}$"))
    code = code_shown.inner_text()
    screen = new_visitor(own_server, viewport={"width": 1920, "height": 1080})
    screen.open(f"/screen/{code}")
    expect(screen.page.locator(".join .code")).to_have_text(code)
    expect(screen.page.get_by_alt_text("QR code")).to_be_visible()

    ann, bo = (take_seat(new_visitor, own_server, code, name) for name in ("Zoë", "<b>Bo</b>"))
    expect(screen.page.locator(".counts")).to_have_text("2 are here")
    expect(page.locator(".host .counts")).to_have_text("0 of 2 answered")

    press(host, "Start")
    for learner in (ann, bo):
        expect(learner.legend).to_be_visible()
    first = ann.legend.inner_text()
    ann.card.locator("input").first.check()
    ann.press("Send answer")
    expect(told(ann)).to_have_text(re.compile("Your answer is in"))
    expect(screen.page.locator(".counts")).to_have_text("1 of 2 have voted")
    expect(page.locator(".host .counts")).to_have_text("1 of 2 answered")
    expect(screen.page.locator(".split")).to_have_count(0)

    bo.card.locator("input").last.check()
    bo.press("Send answer")
    expect(told(bo)).to_have_text(re.compile("Your answer is in"))
    press(host, "Close the vote")
    expect(told(ann)).to_have_text(re.compile("vote is closed"))
    press(host, "Let them discuss")
    expect(told(bo)).to_have_text("Talk with somebody who answered differently.")
    press(host, "Vote again")
    expect(told(ann)).to_have_text(re.compile("Second vote"))
    bo.card.locator("input").first.check()
    bo.press("Send answer")
    expect(told(bo)).to_have_text(re.compile("Your answer is in"))
    press(host, "Show the answer")
    for learner in (ann, bo):
        expect(learner.verdict).to_have_text(re.compile("^(Right|Not quite|Partly)"))
    expect(screen.page.locator(".flows")).to_contain_text("1 from:")
    expect(screen.page.get_by_role("heading", name="The answer")).to_be_visible()
    assert "Zoë" not in screen.page.content()

    press(host, "Next question")
    expect(ann.legend).not_to_have_text(first)
    press(host, "End the lesson")
    expect(page.locator(".host p.alert")).to_contain_text("Press again")
    press(host, "End the lesson")
    for learner in (ann, bo):
        expect(learner.page.get_by_text(re.compile("of 1 point"))).to_be_visible()
    expect(page.get_by_role("heading", name="What the lesson showed")).to_be_visible()
    expect(page.get_by_role("button", name="Both (Excel)")).to_be_visible()
