"""My progress, as it is drawn from a learner's answers."""

from datetime import timedelta
from itertools import count

import pytest

from reportedly.files.shelf.shelf import Library
from reportedly.quiz.edition import Edition
from reportedly.quiz.marking import Certainty
from reportedly.quiz.response import Typed
from tests.builders import NOON, an_answer, chose
from tests.ui.conftest import LEARNER, SHELF
from tests.ui.test_pages import said

RIGHT, WRONG = chose(0), chose(1)
LONG_AGO = NOON
NEVER_YET = NOON + timedelta(days=300_000)
"""Later than any day on which this test runs."""


@pytest.fixture
def shelf():
    return (SHELF,)


@pytest.fixture
def answered(store, installation):
    """Stores an attempt of the learner with an answer to the first of two questions."""
    numbers = count(1)

    def store_attempt(response, at=LONG_AGO, *, bank="two-questions", **fields):
        shelved = Library(installation).shelf().banks[bank]
        learner = fields.pop("learner", LEARNER)
        answer = an_answer(
            fields.pop("question", "first"),
            response,
            certainty=fields.pop("certainty", None),
            at=at,
        )
        attempt = store.begin(
            **{
                "id": f"attempt-{next(numbers)}",
                "learner": learner,
                "bank": bank,
                "edition": Edition.of(shelved.bank, shelved.story),
                "mode": "practice",
                "asks_certainty": answer.certainty is not None,
                "seed": 1,
                "questions": [question.id for question in shelved.bank.ready],
                "now": at,
                **fields,
            }
        )
        return store.answer(attempt.id, learner, answer)

    return store_attempt


def test_who_has_answered_nothing_is_told_what_to_do(visit, answered):
    answered(WRONG, learner="somebody-else")
    answered(WRONG, mode="test")  # not finished, so it may still be changed
    app = visit("my-progress")
    assert not app.exception
    assert "There is nothing to show yet. Take a quiz" in said(app)
    assert "Due for review" not in said(app)


def test_a_missed_skill_is_due_and_says_why(visit, answered):
    answered(WRONG)
    app = visit("my-progress")
    assert not app.exception
    assert '<strong>When was it?</strong> · <span class="fine">missed on 4 March</span>' in said(
        app
    )
    assert app.button(key="review").label == "Review now"
    assert "A boat is missed." in said(app)  # the content note, as before every quiz


def test_a_right_answer_without_being_sure_is_due_and_says_so(visit, answered):
    answered(RIGHT, certainty=Certainty.GUESS)
    assert "right on 4 March, but you were not sure" in said(visit("my-progress"))


def test_what_comes_later_is_told_with_its_day_and_not_offered(visit, answered):
    answered(WRONG, NEVER_YET)
    app = visit("my-progress")
    words = said(app)
    assert "Nothing is due now" in words
    day = NEVER_YET.date() + timedelta(days=1)
    assert f"{day.day} {day:%B}: When was it?" in words
    assert "review" not in {button.key for button in app.button}


def test_a_review_is_begun_once_with_a_question_of_another_kind(visit, store, answered):
    answered(WRONG)
    for _ in range(2):
        app = visit("my-progress")
        app.button(key="review").click()
        app.run()
        assert not app.exception

    [begun] = [one for one in store.unfinished(LEARNER) if one.id != "attempt-1"]
    attempt = store.load(begun.id, LEARNER)
    edition = store.edition(attempt.edition)
    assert attempt.mode == "practice"
    assert attempt.bank == "every-kind"
    assert {edition.question(one).kind for one in attempt.questions}.isdisjoint({"single"})
    assert all("chronology" in edition.question(one).skills for one in attempt.questions)


def test_a_right_answer_when_it_is_due_moves_the_skill_on_and_a_miss_begins_again(visit, answered):
    answered(WRONG)
    answered(RIGHT, NEVER_YET)
    day = NEVER_YET.date() + timedelta(days=7)
    assert f"{day.day} {day:%B}: When was it?" in said(visit("my-progress"))
    answered(WRONG, NEVER_YET + timedelta(hours=1))
    day = NEVER_YET.date() + timedelta(days=1)
    assert f"{day.day} {day:%B}: When was it?" in said(visit("my-progress"))


def test_a_skill_that_no_quiz_trains_any_more_is_named_but_not_offered(
    visit, answered, installation
):
    answered(WRONG)
    for path in (installation / "quizzes").glob("*.yaml"):
        path.unlink()
    app = visit("my-progress")
    assert not app.exception
    assert "no quiz for you has a question on it now" in said(app)
    assert "review" not in {button.key for button in app.button}


def test_every_skill_stands_with_what_the_answers_show_and_what_is_missing(visit, answered):
    answered(RIGHT)
    words = said(visit("my-progress"))
    assert words.count("no answers yet") == 11
    assert "still needed: more questions, another kind of question, another day" in words
    assert "Too little evidence</td><td>1 of 1" in words


def test_how_sure_and_how_right_tells_on_how_few_answers_it_rests(visit, answered):
    answered(RIGHT)
    assert "You have not said yet how sure you are" in said(visit("my-progress"))
    answered(RIGHT, certainty=Certainty.EIGHTY)
    answered(Typed("Quist"), question="second", certainty=Certainty.EIGHTY)
    words = said(visit("my-progress"))
    assert "2 March</th>" in words
    assert "This rests on 2 answers. These are few" in words
    assert "Distance (Brier): 0.04" in words


def test_forgetting_is_offered_and_leaves_nothing(visit, store, answered):
    answered(WRONG, certainty=Certainty.EIGHTY)
    assert visit("my-progress").button(key="forget").label == "Forget everything about me"
    store.forget(LEARNER)
    assert "There is nothing to show yet" in said(visit("my-progress"))
    assert store.banks(LEARNER) == {}
