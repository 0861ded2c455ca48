"""A quiz from its start to its result, with a mouse."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.keys import RIGHT, answer_right, current, judge_essay


def test_all_eleven_kinds_can_be_answered_and_are_explained_at_once(visitor):
    attempt = visitor.start("every-kind", certain=True)
    seen = set()
    for number in range(1, 12):
        expect(visitor.card.get_by_text(f"Question {number} of 11", exact=True)).to_be_visible()
        group = visitor.card.get_by_role("group", name=visitor.legend.inner_text())
        expect(group.first).to_have_accessible_description(re.compile(r"\w+"))
        expect(visitor.verdict).to_have_count(1)
        expect(visitor.verdict).to_be_empty()

        seen.add(question := answer_right(visitor))
        visitor.choose("About 80 % sure")
        if question == "essay":
            visitor.press("Check answer")
            judge_essay(visitor)
        visitor.check_answer("Right")

        assert visitor.has_focus(visitor.verdict)
        expect(visitor.verdict).to_contain_text("Practice mark +2")
        expect(visitor.card.locator(".rc-reasons")).to_contain_text(f"zqexplain-{question}")
        expect(visitor.card.locator(".rc-evidence mark").first).to_be_visible()
        if number < 11:
            visitor.go_on()
            assert visitor.has_focus(visitor.legend)
    assert seen == set(RIGHT.values())
    assert visitor.running.answers(attempt).keys() == seen

    visitor.press("Finish")
    visitor.press("See results")
    expect(visitor.page.get_by_role("heading", name="Result: Every kind once")).to_be_visible()
    expect(
        visitor.page.get_by_text("13 of 13 points").or_(visitor.page.locator(".score"))
    ).to_be_visible()
    assert visitor.attempt == attempt
    expect(visitor.button("Retry what I missed")).to_have_count(0)


@pytest.mark.parametrize(
    ("question", "chosen", "verdict"),
    [
        ("pick", ["Nobody is named"], "Not quite"),
        ("tick", ["At least"], "Partly right"),
        ("tick", ["At least", "About"], "Right"),
    ],
)
def test_the_verdict_is_a_live_region_that_begins_with_the_word(visitor, question, chosen, verdict):
    visitor.resume("every-kind", question)
    visitor.choose(*chosen)
    visitor.check_answer(verdict)

    expect(visitor.verdict).to_have_attribute("aria-live", "polite")
    for label in chosen:
        option = visitor.card.get_by_label(re.compile(f"^{label}"))
        expect(option).to_be_disabled()
        expect(option).to_be_checked()
        expect(option).to_have_accessible_name(re.compile("your answer"))


def test_a_wrong_answer_is_told_its_reason_and_what_is_right(visitor):
    visitor.resume("every-kind", "pick")
    visitor.choose("Nobody is named")
    visitor.check_answer("Not quite")

    reasons = visitor.card.locator(".rc-reasons")
    expect(reasons.get_by_text("zqwhy-pick-3")).to_be_visible()
    expect(reasons.get_by_text("zqwhy-pick-1")).to_be_visible()
    expect(reasons.get_by_text("zqwhy-pick-2")).to_be_hidden()
    reasons.get_by_text("The other options").click()
    expect(reasons.get_by_text("zqwhy-pick-2")).to_be_visible()
    expect(reasons.locator("figcaption")).to_have_text("Article A, paragraph 3")
    expect(reasons.locator("mark")).to_have_text("the harbour master said")


def test_in_a_test_answers_can_be_changed_and_are_explained_only_at_the_end(visitor):
    attempt = visitor.start("two-questions", mode="Test")
    visitor.choose("On Thursday")
    visitor.go_on()
    expect(visitor.verdict).to_be_empty()
    assert "1" in visitor.running.answers(attempt)["first"]

    visitor.step(1).click()
    expect(visitor.legend).to_contain_text("On which day")
    expect(visitor.option("On Thursday")).to_be_checked()
    expect(visitor.verdict).to_be_empty()
    visitor.choose("On Friday")
    visitor.go_on()
    visitor.card.get_by_role("textbox").fill("Quist")
    expect(visitor.card.locator(".rc-reasons")).to_have_count(0)
    visitor.press("Finish")
    visitor.press("See results")

    page = visitor.page
    expect(page.locator(".score")).to_contain_text("2 of 2 points")
    for question in ("On which day", "Who was left"):
        expander = page.locator("details", has_text=question).first
        expander.locator("summary").first.click()
    expect(page.get_by_text("zqexplain-first")).to_be_visible()
    expect(page.get_by_text("zqexplain-second")).to_be_visible()


def test_a_skipped_question_comes_back_and_the_row_of_steps_leads_anywhere(visitor):
    visitor.resume("every-kind", "pick", "tick", "statement")
    visitor.go_on("Skip")
    assert current(visitor) == "tick"
    answer_right(visitor)
    visitor.check_answer("Right")
    visitor.go_on()
    assert current(visitor) == "statement"
    answer_right(visitor)
    visitor.check_answer("Right")
    visitor.go_on()
    assert current(visitor) == "pick"

    steps = visitor.card.get_by_role("navigation", name="All questions")
    expect(steps.locator("[aria-current=step]")).to_have_text(re.compile("1"))
    visitor.step(3).click()
    expect(visitor.verdict).to_have_text(re.compile("^Right"))
    assert current(visitor) == "statement"


def test_stopping_early_asks_first_and_leaving_questions_out_costs_nothing(visitor):
    visitor.resume("two-questions")
    visitor.choose("On Friday")
    visitor.check_answer("Right")
    visitor.press("Stop here")
    page = visitor.page
    expect(page.get_by_text("1 of 2 questions has no answer")).to_be_visible()

    visitor.press("Go back to them")
    expect(visitor.legend).to_contain_text("Who was left")
    visitor.press("Stop here")
    visitor.press("Finish")
    visitor.press("See results")
    expect(page.locator(".score")).to_contain_text("1 of 1 point")
    expect(page.locator(".score")).to_contain_text("1 left out, at no cost")
    expect(page.get_by_role("heading", name="Left out")).to_be_visible()


def test_what_was_missed_can_be_retried_and_a_new_draw_taken(visitor):
    first = visitor.resume("two-questions").id
    visitor.choose("On Thursday")
    visitor.check_answer("Not quite")
    visitor.go_on()
    visitor.card.get_by_role("textbox").fill("Arno Quist")
    visitor.check_answer("Right")
    visitor.press("Finish")
    visitor.press("See results")

    visitor.press("Retry what I missed")
    expect(visitor.card.get_by_text("Question 1 of 1", exact=True)).to_be_visible()
    expect(visitor.legend).to_contain_text("On which day")
    second = visitor.attempt
    assert second != first

    visitor.open(f"/result?attempt={first}")
    visitor.press("New draw")
    expect(visitor.card.get_by_text("Question 1 of 2", exact=True)).to_be_visible()
    assert visitor.attempt not in (first, second)


def test_the_list_of_quizzes_leads_to_a_quiz_and_back_to_where_one_was(visitor):
    visitor.open()
    tile = visitor.page.locator(".st-key-quiz-two-questions")
    tile.get_by_role("button", name="Open this quiz").click()
    visitor.press("Start")
    visitor.choose("On Friday")
    visitor.check_answer("Right")

    visitor.open()
    tile.get_by_role("button", name="Continue: 1 of 2 answered").click()
    expect(visitor.verdict).to_have_text(re.compile("^Right"))
    visitor.go_on()


def test_the_articles_stand_beside_the_question(visitor):
    visitor.resume("every-kind", "pick")
    page = visitor.page
    expect(page.get_by_role("article", name="Article A")).to_contain_text("She gave no reason")
    page.get_by_role("tab", name="Article B").click()
    expect(page.get_by_role("article", name="Article B")).to_contain_text("apparently knew")
