"""The desk says which questions look weak by the answers, and leads to them."""

from __future__ import annotations

import re
from secrets import token_hex

import pytest
from playwright.sync_api import expect

from reportedly.store.attempts import Attempts
from reportedly.store.database import connect
from tests.browser.test_desk import desk, edit, row, visitor
from tests.browser.visitor import begin
from tests.builders import an_answer, chose

__all__ = ["desk", "visitor"]  # the fixtures

BANK = "apart"
_QUESTIONS = "".join(
    f"""\
  - id: {id}
    kind: single
    ask: Question {id}?
    options: [right: Yes, wrong: Perhaps, wrong: No]
"""
    for id in ("one", "two", "upside-down")
)


@pytest.fixture
def bank(own_server):
    yield from written(own_server, BANK)


def written(own_server, name):
    """The name of a bank that is there until this goes on."""
    path = own_server.folder / "quizzes" / f"{name}.yaml"
    path.write_text(f"bank: Apart\nstory: harbour-clock\nquestions:\n{_QUESTIONS}", "utf-8")
    yield name
    path.unlink()


def take(own_server, learners, bank=BANK):
    """Half of them get all right but the last question, which the others get right."""
    engine = connect(f"sqlite:///{own_server.database}")
    attempts = Attempts(engine)
    for n in range(learners):
        attempt = begin(own_server, token_hex(8), bank)
        for question in attempt.questions:
            is_right = (n % 2 == 0) == (question != "upside-down")
            pick = chose(0 if is_right else 1 + n // 2 % 2)
            attempts.answer(attempt.id, attempt.learner, an_answer(question, pick))
    engine.dispose()


def test_weak_questions_are_counted_linked_and_explained(desk, own_server, bank):
    take(own_server, 9)
    desk.reload()
    card = desk.locator(f".st-key-desk-{BANK}")
    expect(card.get_by_text("taken 9 times")).to_be_visible()
    expect(card.get_by_role("link", name="weak")).to_have_count(0)

    take(own_server, 1)
    desk.reload()
    expect(card.get_by_text("taken 10 times")).to_be_visible()
    card.get_by_role("link", name="1 question looks weak").click()

    found = row(desk, "upside-down")
    expect(found.get_by_text("10 answers, so figures are rough")).to_be_visible()
    expect(found.get_by_text("Check the key")).to_be_visible()
    expect(row(desk, "one")).to_have_count(0)


def test_the_list_says_figures_of_every_question_with_enough_answers(desk, own_server, bank):
    take(own_server, 30)
    desk.reload()
    edit(desk, BANK)

    for id in ("one", "two", "upside-down"):
        facts = re.compile(r"^\d\d answers · \d\d % right")
        expect(row(desk, id).get_by_text(facts)).to_be_visible()
