"""What people do with browsers: second tabs, back, double clicks, reloads, no cookies."""

import re
from contextlib import closing
from urllib.request import urlopen

from playwright.sync_api import expect

from tests.browser.conftest import PATIENCE
from tests.browser.visitor import Visitor


def test_of_two_tabs_the_first_answer_stays_and_the_second_is_told_it(visitor):
    attempt = visitor.resume("two-questions").id
    other = visitor.another_tab()
    other.open(f"/take?attempt={attempt}")
    other.choose("On Thursday")

    visitor.choose("On Friday")
    visitor.check_answer("Right")
    stored = visitor.running.answers(attempt)

    other.check_answer("Right")
    expect(other.page.get_by_test_id("stException")).to_have_count(0)
    assert visitor.running.answers(attempt) == stored
    other.go_on()
    expect(other.card.get_by_text("Question 2 of 2", exact=True)).to_be_visible()


def test_a_tab_that_was_left_behind_catches_up(visitor):
    attempt = visitor.resume("two-questions").id
    other = visitor.another_tab()
    other.open(f"/take?attempt={attempt}")
    expect(other.legend).to_be_visible()
    visitor.choose("On Friday")
    visitor.check_answer("Right")
    visitor.go_on()

    other.choose("On Thursday")
    other.press("Check answer")
    expect(other.card.get_by_text("Question 2 of 2", exact=True)).to_be_visible()
    assert visitor.running.answers(attempt).keys() == {"first"}


def test_back_and_forward_lead_through_the_pages_and_lose_nothing(visitor):
    visitor.open()
    visitor.page.locator(".st-key-quiz-two-questions").get_by_role("button").first.click()
    visitor.press("Start")
    visitor.choose("On Friday")
    visitor.check_answer("Right")
    attempt, page = visitor.attempt, visitor.page

    page.go_back()
    expect(visitor.button("Start")).to_be_visible()
    page.go_back()
    expect(page.get_by_role("heading", name="Reportedly")).to_be_visible()
    page.go_forward()
    expect(visitor.button("Start")).to_be_visible()
    page.go_forward()
    expect(visitor.verdict).to_have_text(re.compile("^Right"))
    assert visitor.attempt == attempt
    visitor.go_on()


def test_a_double_click_stores_one_answer_and_goes_one_question_on(visitor):
    attempt = visitor.resume("every-kind", "pick", "tick", "statement", mode="test").id
    visitor.choose("The harbour master")
    visitor.button("Next question").dblclick()
    expect(visitor.card.get_by_text("Question 2 of 3", exact=True)).to_be_visible()
    assert visitor.running.answers(attempt).keys() == {"pick"}


def test_a_double_click_on_check_answer_stores_one_answer(visitor):
    attempt = visitor.resume("two-questions").id
    visitor.choose("On Friday")
    visitor.button("Check answer").dblclick()
    expect(visitor.verdict).to_have_text(re.compile("^Right"))
    assert visitor.running.answers(attempt).keys() == {"first"}
    expect(visitor.card.get_by_text("Question 1 of 2", exact=True)).to_be_visible()


def test_a_double_click_on_start_begins_one_attempt_that_goes_on(visitor):
    visitor.open("/take?quiz=two-questions")
    visitor.button("Start").dblclick()
    expect(visitor.legend).to_be_visible()
    visitor.choose("On Friday")
    visitor.check_answer("Right")


def test_after_a_reload_there_is_the_same_question_with_what_was_not_sent_yet(visitor):
    attempt = visitor.resume("every-kind", "tick", "words").id
    visitor.choose("At least")
    visitor.page.reload()
    expect(visitor.option("At least")).to_be_checked()
    expect(visitor.option("About")).not_to_be_checked()
    visitor.check_answer("Partly right")
    visitor.page.reload()
    expect(visitor.verdict).to_have_text(re.compile("^Partly right"))

    visitor.go_on()
    visitor.card.get_by_role("textbox").fill("Linnet")
    visitor.page.reload()
    expect(visitor.card.get_by_role("textbox")).to_have_value("Linnet")
    assert visitor.running.answers(attempt).keys() == {"tick"}


def test_an_answer_that_cannot_be_read_is_said_and_can_be_sent_again_at_once(visitor):
    visitor.resume("every-kind", "amount")
    field = visitor.card.get_by_role("textbox")
    field.fill("some")
    visitor.press("Check answer")
    expect(visitor.alert).not_to_be_empty()
    expect(field).to_have_value("some")
    visitor.press("Check answer")
    # Nothing new to say: the button must be ready again long before its patience ends.
    expect(visitor.button("Check answer")).not_to_have_attribute(
        "aria-disabled", "true", timeout=5000
    )
    field.fill("25")
    visitor.check_answer("Right")


def test_everything_about_me_is_forgotten_in_the_file_and_in_the_browser(new_visitor, own_server):
    visitor = new_visitor(own_server)
    attempt = visitor.resume("every-kind", "words", "essay").id
    visitor.card.get_by_role("textbox").fill("Linnet Pots")
    visitor.check_answer("Right")
    visitor.go_on()
    visitor.card.get_by_role("textbox").fill("zqdraft never sent")
    drafts = "() => Object.keys(localStorage).filter((key) => key.startsWith('reportedly-draft:'))"
    assert len(visitor.page.evaluate(drafts)) == 1

    visitor.open("/how-to-read-this")
    visitor.press("Forget everything about me")
    visitor.press("Delete it all")
    expect(visitor.page.get_by_text("Everything about you is deleted")).to_be_visible()
    visitor.page.wait_for_function(f"() => ({drafts})().length === 0")
    assert own_server.rows("SELECT 1 FROM attempt WHERE id = ?", attempt) == []
    assert own_server.answers(attempt) == {}
    for file in own_server.database.parent.iterdir():
        assert attempt.encode() not in file.read_bytes(), file.name
        assert b"Linnet Pots" not in file.read_bytes(), file.name

    visitor.open(f"/take?attempt={attempt}")
    expect(visitor.page.get_by_role("heading", name="This attempt is not here")).to_be_visible()
    visitor.open(f"/result?attempt={attempt}")
    expect(visitor.page.get_by_role("heading", name="This attempt is not here")).to_be_visible()


def test_nobody_sees_an_attempt_of_another_learner(new_visitor, server):
    one, other = new_visitor(server), new_visitor(server)
    attempt = one.resume("two-questions").id
    other.open(f"/take?attempt={attempt}")
    expect(other.page.get_by_role("heading", name="This attempt is not here")).to_be_visible()


def test_a_browser_without_cookies_is_told_what_that_means(playwright, launching, server):
    def without_cookies(route):
        with urlopen(route.request.url) as reply:
            route.fulfill(content_type=reply.headers["content-type"], body=reply.read())

    # A page that is handed over by a test may otherwise not speak to this machine.
    arguments = [*launching["args"], "--disable-features=LocalNetworkAccessChecks"]
    with closing(playwright.chromium.launch(**{**launching, "args": arguments})) as browser:
        context = browser.new_context()
        context.set_default_timeout(PATIENCE)
        context.route(f"{server.url}/", without_cookies)
        visitor = Visitor(context, server)
        visitor.open()
        expect(visitor.page.get_by_text("This browser keeps no cookies")).to_be_visible()
        tile = visitor.page.locator(".st-key-quiz-two-questions")
        tile.get_by_role("button", name="Open this quiz").click()
        visitor.press("Start")
        visitor.choose("On Friday")
        visitor.check_answer("Right")
        assert visitor.strangers == []
