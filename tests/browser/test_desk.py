"""An instructor signs in, edits a bank and publishes it."""

from __future__ import annotations

import subprocess
import sys

import pytest
from playwright.sync_api import expect

from tests.browser.axe import faults_in_every_look

BANK = "two-questions"


@pytest.fixture
def visitor(new_visitor, own_server):
    return new_visitor(own_server)


@pytest.fixture
def desk(visitor, own_server):
    """A visitor signed in as Ada, at the desk."""
    done = subprocess.run(
        [sys.executable, "-m", "reportedly", "passphrase"],
        cwd=own_server.folder, capture_output=True, encoding="utf-8", check=True,
    )  # fmt: skip
    words = next(line for line in done.stdout.splitlines() if len(line.split()[-5:]) == 5)
    visitor.page.goto(f"{own_server.url}/sign-in?next=/desk")
    visitor.page.get_by_label("Your name").fill("Ada")
    visitor.page.get_by_label("Passphrase", exact=True).fill(" ".join(words.split()[-5:]))
    visitor.page.get_by_role("button", name="Sign in").click()
    expect(visitor.page.get_by_role("heading", name="Desk")).to_be_visible()
    return visitor.page


def edit(desk, bank=BANK):
    desk.locator(f".st-key-edit-{bank} button").click()
    expect(desk.get_by_role("heading", name=f"{bank}.yaml")).to_be_visible()


def text_of(own_server, bank=BANK):
    return (own_server.folder / "quizzes" / f"{bank}.yaml").read_text(encoding="utf-8")


def write(desk, text):
    area = desk.get_by_label("The whole file")
    area.fill(text)
    area.press("Control+Enter")


def test_learners_see_neither_the_page_nor_its_name(visitor):
    for path in ("/desk", f"/edit?bank={BANK}"):
        visitor.open(path)
        expect(visitor.page.get_by_text("This page is for instructors")).to_be_visible()
        expect(visitor.page.get_by_text(BANK)).to_have_count(0)
    expect(visitor.page.get_by_role("link", name="Desk", exact=True)).to_have_count(0)


def test_a_question_is_moved_and_made_a_draft_and_learners_see_it(desk, own_server):
    before = text_of(own_server)
    edit(desk)
    desk.get_by_text("single", exact=False).first.click()
    desk.get_by_role("button", name="Set back to draft").first.click()
    expect(desk.get_by_text("The earlier version is kept")).to_be_visible()
    now = text_of(own_server)
    assert "status: draft" in now
    assert now.replace("    status: draft\n", "") == before
    desk.get_by_role("tab", name="Earlier versions").click()
    desk.get_by_text("1 · before").click()
    desk.get_by_role("button", name="Restore this version").click()
    expect(desk.get_by_text("Version 1 is restored")).to_be_visible()
    assert text_of(own_server) == before


def test_text_with_faults_is_not_saved_and_without_them_is(desk, own_server):
    before = text_of(own_server)
    edit(desk)
    desk.get_by_role("tab", name="Text").click()
    write(desk, before.replace("kind: single", "kind: singel"))
    expect(desk.get_by_text('did you mean "single"').first).to_be_visible()
    expect(desk.get_by_role("button", name="Save")).to_be_disabled()
    assert text_of(own_server) == before
    write(desk, before.replace("bank:", "# mine\nbank:", 1))
    desk.get_by_role("button", name="Save").click()
    expect(desk.get_by_text("Saved. The earlier version is kept.")).to_be_visible()
    assert text_of(own_server) == before.replace("bank:", "# mine\nbank:", 1)


def test_a_file_changed_elsewhere_is_never_overwritten_silently(desk, own_server):
    path = own_server.folder / "quizzes" / f"{BANK}.yaml"
    before = text_of(own_server)
    edit(desk)
    desk.get_by_role("tab", name="Text").click()
    expect(desk.get_by_label("The whole file")).to_be_visible()
    path.write_text(f"# theirs\n{before}", encoding="utf-8")
    write(desk, f"# mine\n{before}")
    expect(desk.get_by_text("The file was changed elsewhere")).to_be_visible()
    assert text_of(own_server).startswith("# theirs")
    desk.get_by_role("button", name="Save mine over it").click()
    expect(desk.get_by_text("Yours is saved")).to_be_visible()
    assert text_of(own_server).startswith("# mine")
    path.write_text(before, encoding="utf-8")


def test_a_bank_is_made_copied_deleted_and_brought_back(desk, own_server):
    desk.locator(f".st-key-desk-{BANK}").get_by_role("button", name="More").click()
    desk.get_by_label("New name").fill("a-copy")
    desk.get_by_label("New name").press("Enter")
    desk.get_by_role("button", name="Copy").click()
    expect(desk.get_by_text(f"{BANK} is copied to a-copy")).to_be_visible()
    assert text_of(own_server, "a-copy") == text_of(own_server)
    desk.locator(".st-key-desk-a-copy").get_by_role("button", name="More").click()
    desk.get_by_role("button", name="Delete").click()
    expect(desk.get_by_text("a-copy is deleted")).to_be_visible()
    assert not (own_server.folder / "quizzes" / "a-copy.yaml").exists()
    desk.get_by_role("button", name="Bring back a-copy, deleted").click()
    expect(desk.get_by_text("a-copy is back")).to_be_visible()
    assert text_of(own_server, "a-copy") == text_of(own_server)


def test_a_name_that_leaves_the_folder_is_refused(desk, own_server):
    desk.locator(f".st-key-desk-{BANK}").get_by_role("button", name="More").click()
    desk.get_by_label("New name").fill("../x")
    desk.get_by_label("New name").press("Enter")
    desk.get_by_role("button", name="Copy").click()
    expect(desk.get_by_text("small letters, digits and hyphens")).to_be_visible()
    assert not (own_server.folder / "x.yaml").exists()


def test_a_preview_is_answered_and_stores_nothing(desk, own_server):
    edit(desk)
    desk.get_by_text("single", exact=False).first.click()
    card = desk.locator("fieldset.rc-question").first
    card.locator("input").first.check()
    desk.get_by_role("button", name="Check answer").first.click()
    expect(desk.locator(".rc-status strong").first).to_be_visible()
    assert own_server.rows("SELECT count(*) FROM answer") == [(0,)]


def test_the_desk_and_the_editor_have_no_serious_fault(desk):
    assert faults_in_every_look(desk) == []
    edit(desk)
    assert faults_in_every_look(desk) == []
