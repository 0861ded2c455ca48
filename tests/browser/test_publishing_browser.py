"""Two instructors sign a question; a key that was wrong is fixed, and marks with it."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.browser.axe import faults_in_every_look
from tests.browser.signing_in import sign_in

BANK = "two-questions"


@pytest.fixture
def bank(own_server):
    """The file of the bank, as it was again after the test."""
    path = own_server.folder / "quizzes" / f"{BANK}.yaml"
    before = path.read_text("utf-8")
    yield path
    path.write_text(before, "utf-8")


@pytest.fixture
def both(new_visitor, own_server):
    """Ada and Ben, signed in."""
    return [sign_in(new_visitor(own_server), name) for name in ("Ada", "Ben")]


def open_question(page, own_server):
    """What can be done with the first question."""
    page.goto(f"{own_server.url}/edit?bank={BANK}")
    page.locator(".st-key-question-row-first").get_by_role("button", name="More").click()
    expect(page.get_by_role("dialog")).to_be_visible()


def questions_on_the_list(visitor):
    visitor.open("/")
    return visitor.page.locator(f".st-key-quiz-{BANK}")


def test_two_people_sign_a_sensitive_question_and_then_learners_see_it(
    both, bank, new_visitor, own_server
):
    ada, ben = both
    first = bank.read_text("utf-8").split("  - id: ")[1]
    sensitive = bank.read_text("utf-8").replace("story:", "tags: [deaths]\nstory:", 1)
    bank.write_text(sensitive.replace(first, first.rstrip() + "\n    status: draft\n\n"), "utf-8")
    learner = new_visitor(own_server)
    expect(questions_on_the_list(learner)).to_contain_text("1 question")

    open_question(ada, own_server)
    ada.get_by_role("button", name="Sign as ready").first.click()
    expect(ada.get_by_text("1 of 2 signatures; somebody else has to sign")).to_be_visible()
    expect(questions_on_the_list(learner)).to_contain_text("1 question")

    open_question(ben, own_server)
    expect(ben.get_by_text("Signed by Ada").first).to_be_visible()
    assert faults_in_every_look(ben) == []
    ben.get_by_role("button", name="Sign as ready").first.click()
    expect(ben.get_by_text("Learners see it. The earlier version is kept.")).to_be_visible()
    expect(questions_on_the_list(learner)).to_contain_text("2 questions")
    assert "by: Ada" in bank.read_text("utf-8")
    assert "by: Ben" in bank.read_text("utf-8")

    signed = bank.read_text("utf-8")
    ada.goto(f"{own_server.url}/edit?bank={BANK}")
    ada.get_by_role("tab", name="Text").click()
    area = ada.get_by_label("The whole file")
    area.fill(signed.replace("did the clock stop", "did the clock not stop"))
    area.press("Control+Enter")
    ada.get_by_role("button", name="Save").click()
    expect(ada.get_by_text("learners do not see it until signed again: first")).to_be_visible()
    expect(questions_on_the_list(learner)).to_contain_text("1 question")

    bank.write_text(signed, "utf-8")
    open_question(ada, own_server)
    ada.get_by_role("button", name="Withdraw my signature").first.click()
    expect(ada.get_by_text("Signature withdrawn: ").first).to_be_visible()
    expect(questions_on_the_list(learner)).to_contain_text("1 question")


def test_a_key_is_fixed_and_the_learner_sees_both_marks(both, bank, new_visitor, own_server):
    ada, _ = both
    learner = new_visitor(own_server)
    attempt = learner.resume(BANK, "first")
    learner.choose("On Thursday")
    learner.check_answer("Not quite")
    learner.press("Finish")
    learner.press("See results")
    expect(learner.page.locator(".score")).to_contain_text("0 of 1 point")
    stored = own_server.answers(attempt.id)

    fixed = bank.read_text("utf-8").replace("right: On Friday", "wrong: On Friday")
    fixed = fixed.replace("wrong: On Thursday\n        slip: wrong-time", "right: On Thursday", 1)
    bank.write_text(fixed, "utf-8")
    ada.goto(f"{own_server.url}/edit?bank={BANK}")
    ada.get_by_role("link", name="Marks: fix a key").click()
    expect(ada.get_by_text("1 attempt would change").first).to_be_visible()
    expect(ada.get_by_text("1 up, 0 down")).to_be_visible()
    expect(ada.get_by_role("row", name="0 of 1 1 of 1 +1 0 of 1 1 of 1")).to_be_visible()
    assert faults_in_every_look(ada) == []
    ada.get_by_role("button", name="Mark again").click()
    expect(ada.get_by_text("Write in a few words why")).to_be_visible()
    ada.get_by_label("Why? Learners read this").fill("The letter has <b>Thursday</b>.")
    ada.get_by_role("button", name="Mark again").click()
    expect(ada.get_by_text("1 attempt marked again. Both marks are kept.")).to_be_visible()
    expect(ada.get_by_text("0 attempts would change").first).to_be_visible()

    learner.page.reload()
    score = learner.page.locator(".score")
    expect(score).to_contain_text("1 of 1 point after a correction; before it 0 of 1")
    told = learner.page.locator("aside.note")
    expect(told).to_contain_text("On which day did the clock stop?")
    expect(told).to_contain_text("Before: 0 of 1. Now: 1 of 1.")
    expect(told).to_contain_text("The letter has <b>Thursday</b>.")
    learner.page.locator("summary").filter(has_text="On which day did the clock stop?").click()
    expect(learner.verdict.first).to_contain_text("Right")
    assert faults_in_every_look(learner.page) == []
    assert own_server.answers(attempt.id) == stored

    ada.get_by_role("button", name="Withdraw").click()
    expect(ada.get_by_text("Withdrawn by Ada")).to_be_visible()
    learner.page.reload()
    expect(score).to_have_text("0 of 1 point")
