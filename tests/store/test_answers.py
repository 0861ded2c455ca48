"""The answers to a bank as reports read them, on SQLite and on PostgreSQL alike."""

from __future__ import annotations

import pytest

from reportedly.quiz.marking import Certainty
from reportedly.reports.answers import Given
from reportedly.store.answers import Answers
from tests.builders import an_answer, an_edition, chose, later
from tests.store.beginning import begin


@pytest.fixture
def answers(engine):
    return Answers(engine)


def begin_here(attempts, **fields):
    return begin(attempts, questions=("who-says",), **fields)


def test_answers_are_given_with_edition_and_certainty(attempts, answers):
    begin_here(attempts)
    sure = an_answer(response=chose(1), certainty=Certainty.EIGHTY)
    attempts.answer("attempt-1", "learner-1", sure)

    assert answers.given("lantern-walk") == [
        Given("attempt-1", an_edition().key, "who-says", chose(1), Certainty.EIGHTY)
    ]
    assert answers.given("another") == []
    assert answers.counts() == {"lantern-walk": 1}


def test_only_the_first_answer_of_a_learner_to_a_question_counts(attempts, answers):
    begin_here(attempts, id="second", now=later(minutes=9))
    begin_here(attempts, id="first")
    begin_here(attempts, id="other", learner="learner-2", now=later(minutes=5))
    attempts.answer("second", "learner-1", an_answer(response=chose(0), at=later(minutes=10)))
    attempts.answer("first", "learner-1", an_answer(response=chose(1)))
    attempts.answer("other", "learner-2", an_answer(response=chose(0)))

    assert [(one.attempt, one.response) for one in answers.given("lantern-walk")] == [
        ("first", chose(1)),
        ("other", chose(0)),
    ]
    assert answers.counts() == {"lantern-walk": 3}


def test_an_unfinished_test_does_not_count_and_a_finished_one_does(attempts, answers):
    begin_here(attempts, mode="test")
    attempts.answer("attempt-1", "learner-1", an_answer())
    assert (answers.given("lantern-walk"), answers.counts()) == ([], {})

    attempts.finish("attempt-1", "learner-1", later(minutes=1))

    assert len(answers.given("lantern-walk")) == 1
    assert answers.counts() == {"lantern-walk": 1}
