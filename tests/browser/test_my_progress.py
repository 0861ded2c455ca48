"""My progress, after a quiz and through a review."""

import re
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta

from playwright.sync_api import expect

from reportedly.quiz.attempt import Answer
from reportedly.quiz.response import Chosen
from reportedly.store.attempts import Attempts
from reportedly.store.database import connect
from tests.browser.axe import faults_in_every_look
from tests.browser.keys import answer_right

MISSED = Chosen(frozenset({1}))


@contextmanager
def store_of(running):
    """The attempts of a server, from outside."""
    engine = connect(f"sqlite:///{running.database}")
    try:
        yield Attempts(engine)
    finally:
        engine.dispose()


def test_what_was_missed_two_days_ago_is_reviewed_and_comes_back_in_a_week(new_visitor, own_server):
    visitor = new_visitor(own_server)
    attempt = visitor.resume("two-questions")
    missed = Answer("first", MISSED, None, datetime.now(UTC) - timedelta(days=2))
    with store_of(visitor.running) as store:
        store.answer(attempt.id, attempt.learner, missed)

    visitor.open("/my-progress")
    page = visitor.page
    expect(page.get_by_text("missed on")).to_be_visible()
    visitor.press("Review now")
    expect(visitor.card.get_by_text("Question 1 of 1", exact=True)).to_be_visible()
    answer_right(visitor)
    before = datetime.now().astimezone()
    visitor.check_answer("Right")
    # Midnight may have come in between.
    days = [one + timedelta(days=7) for one in (before, datetime.now().astimezone())]
    in_a_week = re.compile("|".join(f"{day.day} {day:%B}: When was it" for day in days))
    visitor.press("Finish")
    visitor.press("See results")
    page.get_by_role("link", name="See my progress over all quizzes").click()

    expect(page.get_by_text("Nothing is due now.")).to_be_visible()
    expect(page.get_by_text(in_a_week)).to_be_visible()
    expect(page.get_by_role("row", name="When was it?")).to_contain_text("1 of 2")


def test_after_a_quiz_the_page_has_no_serious_fault_and_can_be_forgotten(visitor):
    visitor.resume("two-questions", "first", certain=True)
    visitor.choose("On Thursday", "About 95 % sure")
    visitor.check_answer("Not quite")
    visitor.press("Finish")
    visitor.press("See results")
    visitor.page.get_by_role("link", name="See my progress over all quizzes").click()
    expect(visitor.page.get_by_role("heading", name="Later")).to_be_visible()
    expect(visitor.page.get_by_text("This rests on 1 answer")).to_be_visible()
    expect(visitor.button("Forget everything about me")).to_be_visible()
    assert faults_in_every_look(visitor.page) == []

    visitor.press("Forget everything about me")
    visitor.press("Delete it all")
    expect(visitor.page.get_by_text("Everything about you is deleted.")).to_be_visible()
    expect(visitor.page.get_by_text("There is nothing to show yet.")).to_be_visible()
