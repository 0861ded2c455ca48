"""Two lessons of one bank beside each other."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reportedly.reports.classes.side_by_side import Lesson, compare
from tests.builders import a_question, an_edition


def lesson(shares, edition=None):
    edition = edition or an_edition(*(a_question(id) for id in shares))
    return Lesson(edition, tuple(shares), shares)


def test_what_both_asked_alike_is_subtracted():
    found = compare(lesson({"a": [0, 0, 1, 1, 1]}), lesson({"a": [1, 1, 1, 1, 1]}))
    (one,) = found.questions
    assert (one.earlier.value, one.later.value, one.difference.value) == (0.6, 1, 0.4)
    assert one.answers == (5, 5)
    assert found.difference.value == 0.4
    assert found.same == ("a",)


@pytest.mark.parametrize(
    "changed",
    [
        {"ask": "Who says that 41 lanterns were lit?"},
        {"options": [{"right": "The organiser"}, {"wrong": "The mayor"}]},
        {"options": [{"wrong": "The organiser"}, {"right": "Nobody"}]},
    ],
    ids=["text", "options", "key"],
)
def test_a_question_that_was_changed_between_is_flagged_and_not_averaged(changed):
    new = an_edition(a_question("a", **changed), a_question("b"))
    before, after = {"a": [0] * 9, "b": [0] * 9}, {"a": [1] * 9, "b": [0] * 9}
    found = compare(lesson(before), lesson(after, new))
    flagged, other = found.questions
    assert (flagged.changed, flagged.difference) == (True, None)
    assert (other.changed, other.difference.value) == (False, 0)
    assert found.same == ("b",)
    assert (found.earlier.value, found.later.value, found.difference.value) == (0, 0, 0)


def test_another_explanation_makes_no_other_question():
    new = an_edition(a_question("a", explain="Another."))
    (one,) = compare(lesson({"a": [1] * 5}), lesson({"a": [1] * 5}, new)).questions
    assert not one.changed


def test_nothing_is_told_of_fewer_than_five_answers():
    found = compare(lesson({"a": [1] * 4, "b": [1] * 5}), lesson({"a": [1] * 9, "b": [1] * 5}))
    assert [one.earlier is None for one in found.questions] == [True, False]
    assert found.same == ("b",)


def test_what_only_one_of_the_two_asked_stands_there_without_a_difference():
    found = compare(lesson({"a": [1] * 5}), lesson({"b": [1] * 5}))
    assert [(one.question, one.in_both, one.changed) for one in found.questions] == [
        ("b", False, False),
        ("a", False, False),
    ]
    assert found.difference is None


def test_each_question_counts_alike_however_many_answered_it():
    earlier = lesson({"a": [1] * 100, "b": [0] * 5})
    later = lesson({"a": [1] * 5, "b": [0] * 100})
    assert compare(earlier, later).difference.value == 0


SHARES = st.lists(st.sampled_from([0.0, 0.5, 1.0]), min_size=5, max_size=20)


@settings(max_examples=25, deadline=None)
@given(SHARES, SHARES, SHARES, SHARES)
def test_the_other_way_round_all_differences_have_the_other_sign(a, b, c, d):
    one, other = lesson({"x": a, "y": b}), lesson({"x": c, "y": d})
    there, back = compare(one, other), compare(other, one)
    assert there.difference.value == pytest.approx(-back.difference.value)
    assert there.difference.interval.low == pytest.approx(-back.difference.interval.high)
    assert -1 <= there.difference.interval.low <= there.difference.value
