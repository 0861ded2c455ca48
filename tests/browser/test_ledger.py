"""An instructor decides what a story's ledger says."""

import pytest
from playwright.sync_api import expect

from tests.browser.axe import faults_in_every_look
from tests.browser.signing_in import sign_in

STORY = "harbour-clock"


@pytest.fixture
def ledger(new_visitor, own_server):
    """Ada at the ledger of a story, in which one claim is still to be decided."""
    path = own_server.folder / "content" / STORY / "claims.yaml"
    before = path.read_text("utf-8")
    waiting = before.replace(
        "confidence: high\n    review: ok", "confidence: low\n    review: auto", 1
    )
    path.write_text(waiting, "utf-8")
    page = sign_in(new_visitor(own_server), next_page=f"/ledger?story={STORY}")
    expect(page.get_by_role("heading", name="Ledger")).to_be_visible()
    yield page
    path.write_text(before, "utf-8")


def written(own_server):
    return (own_server.folder / "content" / STORY / "claims.yaml").read_text("utf-8")


def test_learners_see_no_ledger(new_visitor, own_server):
    visitor = new_visitor(own_server)
    visitor.open(f"/ledger?story={STORY}")
    expect(visitor.page.get_by_text("This page is for instructors")).to_be_visible()


def test_the_claim_to_decide_comes_first_and_is_accepted_by_a_key(ledger, own_server):
    before = written(own_server)
    card = ledger.locator(".st-key-claim-card-A-1")
    expect(card).to_contain_text("to decide")
    ledger.get_by_role("heading", name="Ledger").click()
    ledger.keyboard.press("a")
    expect(ledger.get_by_text("A-1 is accepted")).to_be_visible()
    assert written(own_server) == before.replace("review: auto", "review: ok")
    ledger.get_by_role("button", name="Undo the last step").click()
    expect(ledger.get_by_text("The last step is taken back")).to_be_visible()
    assert written(own_server) == before


def test_a_claim_is_corrected_and_only_its_lines_change(ledger, own_server):
    before = written(own_server)
    ledger.locator(".st-key-claim-card-A-1").get_by_role("button", name="Correct").click()
    says = ledger.get_by_label("What is said, in our words")
    says.fill("The clock stood still on a Friday")
    says.press("Tab")
    ledger.get_by_role("dialog").get_by_role("button", name="Save").click()
    expect(ledger.get_by_text("A-1 is corrected")).to_be_visible()
    assert written(own_server) == before.replace(
        "The clock stopped on a Friday", "The clock stood still on a Friday"
    ).replace("review: auto", "review: edited")


def test_words_that_are_not_in_the_paragraph_are_refused_and_nothing_is_saved(ledger, own_server):
    before = written(own_server)
    ledger.locator(".st-key-claim-card-A-1").get_by_role("button", name="Correct").click()
    words = ledger.get_by_label("Exact words, at most 12")
    words.fill("words that nobody wrote")
    words.press("Tab")
    ledger.get_by_role("dialog").get_by_role("button", name="Save").click()
    expect(ledger.get_by_text('"words that nobody wrote" is not in A3')).to_be_visible()
    assert written(own_server) == before


def test_a_claim_is_split_and_dropped_and_put_back(ledger, own_server):
    ledger.locator(".st-key-claim-card-A-1").get_by_role("button", name="Split").click()
    dialog = ledger.get_by_role("dialog")
    dialog.get_by_label("Words of the first part").fill("stopped")
    dialog.get_by_label("Words of the second part").fill("on Friday")
    dialog.get_by_label("Words of the second part").press("Tab")
    dialog.get_by_role("button", name="Split").click()
    expect(ledger.get_by_text("A-1 is split")).to_be_visible()
    card = ledger.locator(".st-key-claim-card-A-1b")
    card.get_by_role("button", name="Drop").click()
    expect(ledger.get_by_text("A-1b is dropped")).to_be_visible()
    assert "review: dropped" in written(own_server)
    card.get_by_role("button", name="Put back").click()
    expect(ledger.get_by_text("A-1b is to be decided")).to_be_visible()
    assert "review: dropped" not in written(own_server)


def test_what_nobody_has_decided_is_not_shown_to_learners(ledger, new_visitor, own_server):
    learner = new_visitor(own_server)
    learner.open(f"/read?story={STORY}")
    expect(learner.page.get_by_text("Twenty-five or more people were left behind")).to_have_count(1)
    expect(learner.page.get_by_text("The clock stopped on a Friday")).to_have_count(0)


def test_the_page_has_no_serious_fault(ledger):
    expect(ledger.locator(".st-key-claim-card-A-1")).to_be_visible()
    assert faults_in_every_look(ledger) == []
    ledger.get_by_role("tab", name="Figures side by side").click()
    expect(ledger.get_by_role("table")).to_be_visible()
    assert faults_in_every_look(ledger) == []


def test_a_story_to_be_decided_that_no_quiz_is_about_is_not_for_learners(
    ledger, new_visitor, own_server
):
    quizzes = own_server.folder / "quizzes"
    kept = {path: path.read_bytes() for path in quizzes.glob("*.yaml")}
    learner = new_visitor(own_server)
    try:
        for path in kept:
            path.unlink()
        learner.open(f"/read?story={STORY}")
        expect(learner.page.get_by_text("There are no articles")).to_be_visible()
        ledger.goto(f"{own_server.url}/read?story={STORY}")
        expect(ledger.get_by_text("Twenty-five or more people were left behind")).to_have_count(1)
    finally:
        for path, content in kept.items():
            path.write_bytes(content)
