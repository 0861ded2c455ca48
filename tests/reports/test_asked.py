"""Which answers tell of the questions as they are now."""

from __future__ import annotations

import pytest

from reportedly.reports.asked import options_of, still_asked
from reportedly.reports.frame import marked
from tests.builders import a_bank, an_edition, an_open_question, chose, wrote
from tests.reports.learners import FIRST, KEY, SECOND, a_choice
from tests.reports.rows import a_row, by_key, rows

TURNED = {"options": [{"wrong": KEY}, {"right": FIRST}, {"wrong": SECOND}]}


def shares(then, now, response=None, *, marked_again_by=None):
    """What answers to a question count for in a bank that asks it as it is now."""
    asked = an_edition(then)
    counts = an_edition(marked_again_by) if marked_again_by else asked
    answer = a_row(
        edition=asked.key,
        marked_by=counts.key,
        question=then["id"],
        response=response or chose(0),
    )
    editions = by_key(asked, counts)
    found = still_asked(marked(rows(answer), editions), a_bank(now), editions)
    return list(found.rows["share"])


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
    assert shares(a_choice("one"), a_choice("one", **changed)) == [1.0]


@pytest.mark.parametrize(
    "changed",
    [
        {"ask": "Another question?"},
        TURNED,
        {"options": [{"right": KEY}, {"wrong": FIRST}, {"wrong": "Another"}]},
    ],
)
def test_answers_to_other_words_or_another_key_do_not_count(changed):
    assert shares(a_choice("one"), a_choice("one", **changed)) == []


def test_answers_to_a_question_that_is_gone_do_not_count():
    assert shares(a_choice("one"), a_choice("two")) == []


def test_answers_marked_again_by_the_present_key_count_by_it():
    fixed = a_choice("one", **TURNED)

    assert shares(a_choice("one"), fixed, chose(1), marked_again_by=fixed) == [1.0]
    assert shares(a_choice("one"), fixed, chose(0), marked_again_by=fixed) == [0.0]
    assert shares(a_choice("one"), a_choice("one"), marked_again_by=fixed) == []


def test_answers_marked_again_do_not_count_where_other_options_were_on_offer():
    fixed = a_choice("one", options=[*TURNED["options"], {"wrong": "Another"}])

    assert shares(a_choice("one"), fixed, chose(1), marked_again_by=fixed) == []


def test_what_learners_wrote_is_still_asked_too():
    question = an_open_question()

    assert shares(question, question, wrote("Words.", 1)) == [0.5]


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
