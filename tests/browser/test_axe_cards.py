"""Accessibility of a question of each kind before and after an answer."""

from playwright.sync_api import expect

from tests.browser.axe import LOOKS, faults_in, faults_in_every_look
from tests.browser.keys import RIGHT, answer_right, judge_essay


def test_no_kind_has_a_serious_fault_before_or_after_the_answer(visitor):
    # One look each: the test below has a card in both looks before and after.
    before_look, after_look = LOOKS
    visitor.resume("every-kind", certain=True)
    found: dict[str, list[str]] = {}
    for number in range(1, len(RIGHT) + 1):
        expect(visitor.card.get_by_text(f"Question {number} of 11", exact=True)).to_be_visible()
        before = faults_in(before_look, visitor.page, visitor.card)
        question = answer_right(visitor)
        if question == "essay":
            visitor.press("Check answer")
            judge_essay(visitor)
            before += faults_in(after_look, visitor.page, visitor.card)
        visitor.check_answer("Right")
        found[question] = before + faults_in(after_look, visitor.page, visitor.card)
        if number < len(RIGHT):
            visitor.go_on()
    assert {question: faults for question, faults in found.items() if faults} == {}


def test_a_card_with_wrong_and_missed_answers_has_no_serious_fault(visitor):
    visitor.resume("every-kind", "pick", "amount")
    visitor.button("Check answer").click(force=True)
    expect(visitor.alert).to_contain_text("Choose an answer first")
    assert faults_in_every_look(visitor.page, visitor.card) == []
    visitor.choose("Nobody is named")
    visitor.check_answer("Not quite")
    visitor.card.get_by_text("The other options").click()
    assert faults_in_every_look(visitor.page, visitor.card) == []
