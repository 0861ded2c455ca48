"""An instructor signs in, edits a bank and publishes it."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.browser.axe import faults_in_every_look
from tests.browser.signing_in import sign_in

BANK = "two-questions"


@pytest.fixture
def visitor(new_visitor, own_server):
    return new_visitor(own_server)


@pytest.fixture
def desk(visitor):
    """A visitor signed in as Ada, at the desk."""
    return sign_in(visitor)


def edit(desk, bank=BANK):
    desk.locator(f".st-key-edit-{bank} button").click()
    expect(desk.get_by_role("heading", name=f"{bank}.yaml")).to_be_visible()


def more(desk, bank=BANK):
    """The dialog of a bank, opened."""
    desk.locator(f".st-key-desk-{bank}").get_by_role("button", name="More").click()
    dialog = desk.get_by_role("dialog")
    expect(dialog.get_by_text(f"{bank}.yaml")).to_be_visible()
    return dialog


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


def questions(desk):
    """The ids of the questions in the list, from top to bottom."""
    return desk.locator('[class*="st-key-question-row-"] .facts code').all_inner_texts()


def row(desk, id):
    return desk.locator(f".st-key-question-row-{id}")


def more_of(desk, id):
    """The dialog of a question, opened."""
    row(desk, id).get_by_role("button", name="More").click()
    dialog = desk.get_by_role("dialog")
    expect(dialog.get_by_text(id, exact=True)).to_be_visible()
    return dialog


def wait_for_order(desk, *ids):
    expect(desk.locator('[class*="st-key-question-row-"] .facts code')).to_have_text(list(ids))


def test_a_question_is_made_a_draft_and_an_earlier_version_restored(desk, own_server):
    before = text_of(own_server)
    edit(desk)
    more_of(desk, "first").get_by_role("button", name="Set back to draft").click()
    expect(desk.get_by_text("Set back to draft: first")).to_be_visible()
    expect(row(desk, "first").get_by_text("Draft", exact=True)).to_be_visible()
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
    dialog = more(desk)
    dialog.get_by_label("New name").fill("a-copy")
    dialog.get_by_role("button", name="Copy").click()
    expect(desk.get_by_text(f"{BANK} is copied to a-copy")).to_be_visible()
    expect(dialog).to_have_count(0)
    assert text_of(own_server, "a-copy") == text_of(own_server)
    more(desk, "a-copy").get_by_role("button", name="Delete").click()
    expect(desk.get_by_text("a-copy is deleted")).to_be_visible()
    expect(dialog).to_have_count(0)
    assert not (own_server.folder / "quizzes" / "a-copy.yaml").exists()
    desk.get_by_role("button", name="Bring back a-copy, deleted").click()
    expect(desk.get_by_text("a-copy is back")).to_be_visible()
    assert text_of(own_server, "a-copy") == text_of(own_server)
    (own_server.folder / "quizzes" / "a-copy.yaml").unlink()


def test_what_was_opened_for_one_bank_hits_no_other_although_the_list_has_changed(desk, own_server):
    folder = own_server.folder / "quizzes"
    dialog = more(desk)
    (folder / "a-first.yaml").write_text(text_of(own_server), encoding="utf-8")
    dialog.get_by_role("button", name="Retire").click()
    expect(desk.get_by_text(f"{BANK} is retired")).to_be_visible()
    assert not (folder / f"{BANK}.yaml").exists()
    assert (folder / "a-first.yaml").exists()
    desk.get_by_role("button", name=f"Bring back {BANK}, retired").click()
    expect(desk.get_by_text(f"{BANK} is back")).to_be_visible()
    (folder / "a-first.yaml").unlink()


def test_a_name_that_leaves_the_folder_is_refused(desk, own_server):
    dialog = more(desk)
    dialog.get_by_label("New name").fill("../x")
    dialog.get_by_role("button", name="Copy").click()
    expect(dialog.get_by_text("small letters, digits and hyphens")).to_be_visible()
    assert not (own_server.folder / "x.yaml").exists()


def test_a_preview_is_answered_and_stores_nothing(desk, own_server):
    answers = own_server.rows("SELECT attempt, question FROM answer")
    edit(desk)
    expect(desk.locator("fieldset.rc-question")).to_have_count(0)
    desk.locator('[class*="st-key-question-row-"]').first.get_by_text("Try it out").click()
    card = desk.locator("fieldset.rc-question")
    card.locator("input").first.check()
    desk.get_by_role("button", name="Check answer").click()
    expect(desk.locator(".rc-status strong").first).to_be_visible()
    assert own_server.rows("SELECT attempt, question FROM answer") == answers


def test_the_desk_and_the_editor_have_no_serious_fault(desk):
    assert faults_in_every_look(desk) == []
    more(desk)
    assert faults_in_every_look(desk) == []
    desk.keyboard.press("Escape")
    edit(desk)
    assert faults_in_every_look(desk) == []
