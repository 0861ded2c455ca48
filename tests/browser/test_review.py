"""An instructor has questions drafted from a ledger and decides on them one by one."""

import pytest
from playwright.sync_api import expect

from reportedly.files.banks import bank_names
from reportedly.files.banks.drafts import drafting
from tests.browser.axe import faults_in_every_look
from tests.browser.signing_in import sign_in

STORY = "harbour-clock"
BANK = f"{STORY}-drafts"
FIRST, SECOND = "bp01-stranded", "bp06-a-1"
FRAME = "bp07-a-2"
ALL = 7


@pytest.fixture
def bank(own_server):
    """The file that the drafts go to, gone again after the test."""
    path = own_server.folder / "quizzes" / f"{BANK}.yaml"
    path.unlink(missing_ok=True)
    yield path
    path.unlink(missing_ok=True)


@pytest.fixture
def ledger(own_server):
    """The file of the ledger, as it was again after the test."""
    path = own_server.folder / "content" / STORY / "claims.yaml"
    before = path.read_text("utf-8")
    yield path
    path.write_text(before, "utf-8")


@pytest.fixture
def ada(new_visitor, own_server, bank):
    """Ada, signed in, at the ledger of a story of which there are no drafts yet."""
    return sign_in(new_visitor(own_server), next_page=f"/ledger?story={STORY}")


def open_dialog(page):
    page.get_by_role("button", name="Draft questions").click()
    dialog = page.get_by_role("dialog")
    expect(dialog.get_by_role("button", name="Write them")).to_be_visible()
    return dialog


def write_drafts(page):
    """Has the drafts written; the queue then opens."""
    open_dialog(page).get_by_role("button", name="Write them").click()
    expect(page.get_by_role("heading", name="Review", exact=True)).to_be_visible()
    expect_at(page, 1, ALL, FIRST)


@pytest.fixture
def queue(new_visitor, own_server, bank):
    """Ada, at the first of the drafts that were written before."""
    drafted = drafting(own_server.folder, STORY, BANK, seed=1)
    bank.write_text(drafted.text, "utf-8")
    page = sign_in(new_visitor(own_server), next_page=f"/review?bank={BANK}")
    expect_at(page, 1, ALL, FIRST)
    return page


def expect_at(page, number, of, id):
    expect(page.locator(".draft-place")).to_have_text(f"{number} of {of} · {id}")


def press(page, key):
    # A key that comes before its button is there is lost, as for anybody.
    expect(page.locator(".stApp")).to_have_attribute("data-test-script-state", "notRunning")
    page.get_by_role("heading", name="Review", exact=True).click()
    page.keyboard.press(key)


def quizzes(visitor):
    visitor.open("/")
    expect(visitor.page.locator(".st-key-quiz-two-questions")).to_be_visible()
    return visitor.page.locator(f".st-key-quiz-{BANK}")


def test_learners_do_not_see_the_page(new_visitor, own_server, bank):
    visitor = new_visitor(own_server)
    visitor.open("/review")
    expect(visitor.page.get_by_text("This page is for instructors")).to_be_visible()
    expect(visitor.page.get_by_role("link", name="Review", exact=True)).to_have_count(0)


def test_what_drafting_would_change_is_shown_before_it_is_written(ada, bank):
    dialog = open_dialog(ada)
    expect(dialog.get_by_text(f"{ALL} added")).to_be_visible()
    dialog.get_by_text(f"{ALL} added").click()
    expect(dialog.get_by_text(FIRST)).to_be_visible()
    assert not bank.exists()
    dialog.get_by_role("button", name="Write them").click()
    expect(ada.get_by_text(f"{BANK}.yaml is written: {ALL} added.")).to_be_visible()
    assert bank.read_text("utf-8").count("status: draft") >= ALL


def test_claims_that_nobody_has_decided_on_are_told_with_a_way_to_them(ada, ledger):
    sure = "confidence: high\n    review: ok"
    text = ledger.read_text("utf-8").replace(sure, "confidence: low\n    review: auto", 1)
    ledger.write_text(text, "utf-8")
    ada.reload()
    dialog = open_dialog(ada)
    expect(dialog.get_by_text("1 claim is not used")).to_be_visible()
    expect(dialog.get_by_role("link", name="Decide in the ledger")).to_be_visible()
    expect(dialog.get_by_text("4 added")).to_be_visible()


def test_a_bank_that_was_made_meanwhile_is_not_written_over(ada, bank):
    dialog = open_dialog(ada)
    bank.write_text(bank_names.new_bank("mine", STORY), "utf-8")
    dialog.get_by_role("button", name="Write them").click()
    expect(dialog.get_by_text("changed elsewhere meanwhile, so nothing")).to_be_visible()
    assert bank.read_text("utf-8") == bank_names.new_bank("mine", STORY)
    dialog.get_by_role("button", name="Write them").click()
    expect_at(ada, 1, ALL, FIRST)
    assert "id: mine-1" in bank.read_text("utf-8")


def test_an_accepted_draft_is_signed_and_seen_by_learners_and_can_be_taken_back(
    queue, bank, new_visitor, own_server
):
    written = bank.read_text("utf-8")
    learner = new_visitor(own_server)
    expect(quizzes(learner)).to_have_count(0)
    press(queue, "a")
    expect(queue.get_by_text(f"Accepted: {FIRST}. Learners see it.")).to_be_visible()
    expect_at(queue, 1, ALL - 1, SECOND)
    assert "by: Ada" in bank.read_text("utf-8")
    expect(quizzes(learner)).to_contain_text("1 question")

    press(queue, "u")
    expect(queue.get_by_text("The last step is taken back")).to_be_visible()
    expect_at(queue, 1, ALL, FIRST)
    assert bank.read_text("utf-8") == written
    expect(quizzes(learner)).to_have_count(0)


def test_one_can_go_on_and_back_and_every_draft_stands_beside_its_claims(queue):
    claims = queue.get_by_role("region", name="Claims")
    expect(claims).to_contain_text("Twenty-five or more people were left behind")
    expect(claims.get_by_role("article", name="Paragraph A4")).to_be_visible()
    press(queue, "n")
    expect_at(queue, 2, ALL, SECOND)
    expect(claims).to_contain_text("The clock stopped on a Friday")
    press(queue, "p")
    expect_at(queue, 1, ALL, FIRST)


def test_what_the_rules_find_weak_stands_beside_the_draft_in_one_line(queue):
    weak = queue.get_by_role("region", name="Weak spots")
    expect(weak).to_have_count(0)
    for number, id in ((2, SECOND), (3, "bp06-a-2"), (4, "bp08-a4")):
        press(queue, "n")
        expect_at(queue, number, ALL, id)
    expect(weak.get_by_role("listitem")).to_have_count(1)
    expect(weak).to_contain_text("the question turns on “not”")
    expect(weak).to_contain_text("negatives")


def test_a_dropped_draft_stays_out_when_questions_are_drafted_again(queue, bank, own_server):
    press(queue, "d")
    expect(queue.get_by_text(f"Dropped: {FIRST}")).to_be_visible()
    expect_at(queue, 1, ALL - 1, SECOND)
    dropped = bank.read_text("utf-8")
    assert f"id: {FIRST}\n" not in dropped

    queue.goto(f"{own_server.url}/ledger?story={STORY}")
    dialog = open_dialog(queue)
    expect(dialog.get_by_text("1 dropped before; they stay dropped")).to_be_visible()
    expect(dialog.get_by_text(f"{ALL - 1} unchanged")).to_be_visible()
    expect(dialog.get_by_role("button", name="Write them")).to_be_disabled()
    assert bank.read_text("utf-8") == dropped


def test_a_frame_cannot_be_accepted_and_opens_for_editing(queue):
    expect(queue.get_by_role("button", name="Back")).to_be_disabled()
    for number in range(2, ALL + 1):
        press(queue, "n")
        expect(queue.locator(".draft-place")).to_contain_text(f"{number} of {ALL}")
    expect_at(queue, ALL, ALL, FRAME)
    expect(queue.get_by_text("It cannot be accepted yet")).to_contain_text("approve the wording")
    expect(queue.get_by_role("button", name="Accept")).to_be_disabled()
    press(queue, "e")
    expect(queue.get_by_role("heading", name=f"{BANK}.yaml · {FRAME}")).to_be_visible()


def test_a_draft_whose_claims_have_changed_says_so(queue, ledger):
    expect(queue.get_by_text("Its claims have changed")).to_have_count(0)
    text = ledger.read_text("utf-8").replace("value: 25", "value: 26")
    ledger.write_text(text, "utf-8")
    press(queue, "n")
    expect_at(queue, 2, ALL, SECOND)
    press(queue, "p")
    expect(queue.get_by_text("Its claims have changed since it was drawn")).to_be_visible()


def test_in_a_sensitive_bank_two_people_have_to_accept(queue, bank, new_visitor, own_server):
    text = bank.read_text("utf-8").replace(f"story: {STORY}\n", f"story: {STORY}\ntags: [deaths]\n")
    bank.write_text(text, "utf-8")
    learner = new_visitor(own_server)
    queue.reload()
    expect(queue.get_by_text("two different people have to accept")).to_be_visible()
    press(queue, "a")
    expect(queue.get_by_text("1 of 2 signatures; learners do not see it")).to_be_visible()
    expect(queue.get_by_text("1 draft signed by you waits for somebody else")).to_be_visible()
    expect_at(queue, 1, ALL - 1, SECOND)
    expect(quizzes(learner)).to_have_count(0)

    ben = sign_in(new_visitor(own_server), "Ben", f"/review?bank={BANK}")
    expect_at(ben, 1, ALL, FIRST)
    expect(ben.get_by_text("Ada has signed it already")).to_be_visible()
    press(ben, "a")
    expect(ben.get_by_text(f"Accepted: {FIRST}. Learners see it.")).to_be_visible()
    expect(quizzes(learner)).to_contain_text("1 question")


def test_an_empty_queue_says_what_to_do_and_the_desk_leads_to_a_full_one(ada, own_server):
    ada.goto(f"{own_server.url}/review")
    expect(ada.get_by_text("No generated draft waits for you here")).to_be_visible()
    expect(ada.get_by_text("open a story’s ledger")).to_be_visible()
    ada.goto(f"{own_server.url}/desk")
    write_drafts(ada)
    ada.goto(f"{own_server.url}/desk")
    ada.get_by_role("link", name=f"{ALL} generated drafts to review").click()
    expect_at(ada, 1, ALL, FIRST)


def test_the_page_and_the_dialog_have_no_serious_fault(ada):
    open_dialog(ada)
    assert faults_in_every_look(ada) == []
    ada.set_viewport_size({"width": 1280, "height": 900})
    ada.get_by_role("dialog").get_by_role("button", name="Write them").click()
    expect_at(ada, 1, ALL, FIRST)
    expect(ada.locator("form.rc")).to_be_visible()
    assert faults_in_every_look(ada) == []
