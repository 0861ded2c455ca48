"""The page Question report: which answers it counts, what it says, and where it leads."""

from __future__ import annotations

import pytest

from reportedly.classroom.moves import Do
from reportedly.quiz.response import Typed
from tests.builders import NOON, an_answer, chose, later
from tests.store.lessons_kept import answer, join, sent
from tests.ui.conftest import SHELF
from tests.ui.test_host import BANK, a_class, as_ann, lessons
from tests.ui.test_pages import begin, said

__all__ = ["as_ann", "lessons"]


@pytest.fixture
def shelf():
    return (SHELF,)


def take(store, installation, learners):
    """Half of them get the first question right, and hardly any of those the second."""
    for n in range(learners):
        who = {"learner": f"learner-{n}", "id": f"attempt-of-{n}"}
        begin(store, installation, **who)
        for question, response in (
            ("first", chose(n % 2)),
            ("second", Typed("Quist" if n % 2 or n % 5 == 0 else "Nobody")),
        ):
            at = later(seconds=40 if question == "first" else 61)
            given = an_answer(question, response, at=at)
            store.answer(who["id"], who["learner"], given)


def test_learners_are_not_let_in(visit):
    assert "This page is for instructors" in said(visit("question-report"))


def test_without_answers_the_page_says_how_to_get_them(as_ann):
    page = as_ann("question-report", bank=BANK)

    assert "Nobody has answered this bank yet" in said(page)
    assert not page.multiselect


def test_a_bank_that_is_gone_is_named(as_ann):
    page = as_ann("question-report", bank="gone")

    assert "There is no bank “gone”" in page.warning[0].value


def test_of_nine_answers_nothing_is_said(as_ann, store, installation):
    take(store, installation, 9)

    words = said(as_ann("question-report", bank=BANK))

    assert "No question has 10 answers yet" in words
    assert "too few answers" in words
    assert "One question" not in words


def test_weak_questions_come_first_with_reasons_times_and_a_table_of_options(
    as_ann, store, installation
):
    take(store, installation, 20)

    page = as_ann("question-report", bank=BANK)

    words = said(page)
    assert not page.exception
    assert page.multiselect[0].value == ["solo"]
    assert "2 questions with enough answers; 2 look weak." in words
    assert "KR-20 of the 2 questions is −" in words
    assert "Those who do well in the rest of the quiz do worse here" in words
    assert "20 answers, so figures are rough · 50 % right" in words
    assert "median time 40 s" in words
    assert '<th scope="row">Wrong: On Thursday</th>' in words


def test_classes_are_counted_beside_solo_attempts_and_can_be_chosen_alone(
    as_ann, store, installation, lessons
):
    take(store, installation, 10)
    kept = a_class(lessons, installation, Do.START)
    for n in range(12):
        seat = join(lessons, kept, f"Name {n}")
        answer(lessons, sent(kept, seat, chose(n % 2), question="first", at=NOON))

    page = as_ann("question-report", bank=BANK)

    sources = page.multiselect[0]
    assert sources.options[0] == "Solo attempts (20 answers)"
    assert sources.options[1].startswith(f"Class {kept.code}, 04 March 2026 (12 answers)")
    assert "22 answers, so figures are rough" in said(page)
    assert "12 answers" in said(sources.set_value([kept.id]).run())
    assert "Choose at least one source" in said(page.multiselect[0].set_value([]).run())
