"""The page on which a key is fixed, and the result of who was marked again."""

import re

import pytest

from reportedly.quiz.correcting.correction import Correction
from reportedly.quiz.edition import Edition
from reportedly.store.corrections import Corrections
from tests.builders import an_answer, chose, later
from tests.ui.conftest import LEARNER, SHELF
from tests.ui.test_pages import begin, said


@pytest.fixture
def shelf():
    return (SHELF,)


def result_after(store, installation, visit, *picks):
    """The words of the result of an attempt that was marked again by the other key."""
    begin(store, installation, *(an_answer("first", chose(pick)) for pick in picks))
    store.finish("attempt-1", LEARNER, later(minutes=5))
    held = store.edition(store.load("attempt-1", LEARNER).edition)
    turned = re.sub(
        r'"right":"On Friday","wrong":null(.*?)"right":null,"wrong":"On Thursday","slip":"[a-z-]+"',
        r'"right":null,"wrong":"On Friday"\1"right":"On Thursday","wrong":null,"slip":null',
        held.json,
    )
    fixed = Edition.model_validate_json(turned)
    assert fixed != held
    made = Correction("fix", "first", fixed.key, "A3 & <b>B2</b> say so", "Ada", later(days=1))
    Corrections(store._engine).make(made, "two-questions", fixed, ["attempt-1"])
    app = visit("result", attempt="attempt-1")
    assert not app.exception
    return said(app)


def test_learners_do_not_see_the_marks_of_others(visit):
    app = visit("marks", bank="two-questions")
    assert "This page is for instructors" in said(app)
    assert "would change" not in said(app)
    assert not app.selectbox


@pytest.mark.parametrize(("pick", "before", "now"), [(0, 1, 0), (1, 0, 1)])
def test_a_result_shows_both_scores_and_why(store, installation, visit, pick, before, now):
    words = result_after(store, installation, visit, pick)
    assert f"<strong>{now}</strong> of 1 point" in words
    assert f"after a correction; before it {before} of 1" in words
    assert f"Before: {before} of 1. Now: {now} of 1." in words
    assert "Marked again on 5 March 2026: A3 &amp; &lt;b&gt;B2&lt;/b&gt; say so" in words


def test_a_result_that_was_not_corrected_says_nothing_of_it(store, installation, visit):
    begin(store, installation, an_answer("first", chose(0)))
    store.finish("attempt-1", LEARNER, later(minutes=5))
    assert "correct" not in said(visit("result", attempt="attempt-1"))
