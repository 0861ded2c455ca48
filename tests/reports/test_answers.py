"""Which answers count, and how they are marked."""

from __future__ import annotations

import pytest

from reportedly.quiz.marking import Certainty
from reportedly.reports.answers import Given, Judged, judge, options_of
from tests.builders import a_bank, a_question, an_edition, an_open_question, chose, wrote
from tests.reports.learners import FIRST, KEY, SECOND, a_choice


def judged(then, now, response=None, **fields):
    edition = an_edition(then)
    answer = Given(**{
        "attempt": "attempt-1",
        "edition": edition.key,
        "question": then["id"],
        "response": response or chose(0),
        "certainty": None,
        **fields,
    })  # fmt: skip
    return judge([answer], a_bank(now), {edition.key: edition})


def test_an_answer_is_marked_and_its_options_named():
    question = a_choice("one")

    assert judged(question, question) == [Judged("attempt-1", "one", 1.0, (KEY,))]
    assert judged(question, question, chose(2), certainty=Certainty.NINETY_FIVE) == [
        Judged("attempt-1", "one", 0.0, (SECOND,), sure=True)
    ]


@pytest.mark.parametrize(
    "changed",
    [
        {"explain": "Another reason."},
        {"status": "draft"},
        {"level": "hard"},
        {"options": [{"right": KEY, "why": "A2."}, {"wrong": FIRST}, {"wrong": SECOND}]},
    ],
)
def test_answers_count_on_when_only_what_is_said_afterwards_has_changed(changed):
    assert len(judged(a_choice("one"), a_choice("one", **changed))) == 1


@pytest.mark.parametrize(
    "changed",
    [
        {"ask": "Another question?"},
        {"options": [{"wrong": KEY}, {"right": FIRST}, {"wrong": SECOND}]},
        {"options": [{"right": KEY}, {"wrong": FIRST}, {"wrong": "Another"}]},
    ],
)
def test_answers_to_other_words_or_another_key_do_not_count(changed):
    assert judged(a_choice("one"), a_choice("one", **changed)) == []


def test_answers_of_an_edition_that_is_gone_do_not_count():
    answer = Given("attempt-1", "gone", "one", chose(0), None)

    assert judge([answer], a_bank(a_choice("one")), {}) == []


def test_what_learners_wrote_and_marked_themselves_does_not_count():
    question = an_open_question()

    assert judged(question, question, wrote("Words.", 0)) == []


def test_options_are_named_with_the_key():
    choice = a_bank(a_choice("one")).questions[0]
    statement = a_bank(
        {"id": "two", "kind": "truefalse", "ask": "40 were lit.", "answer": "false"}
    ).questions[0]
    typed = a_bank({"id": "three", "kind": "number", "ask": "How many?", "answer": "40"}).questions[
        0
    ]

    assert options_of(choice) == ((KEY, True), (FIRST, False), (SECOND, False))
    assert options_of(statement) == (("True", False), ("False", True), ("Not stated", False))
    assert options_of(typed) == ()


def test_a_question_of_the_builders_can_be_judged():
    question = a_question()

    assert judged(question, question)[0].share == 1.0
