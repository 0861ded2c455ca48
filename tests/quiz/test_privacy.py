"""What is told of a row of counts whose sum is known."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from reportedly.quiz.privacy.withholding import told


def test_cells_of_five_are_told_and_those_of_fewer_are_not():
    assert told({"a": 5, "b": 3, "c": 2}) == {"a"}


def test_a_single_small_cell_takes_the_smallest_other_with_it():
    assert told({"a": 9, "b": 4, "c": 6}) == {"a"}


def test_where_all_the_rest_is_nobody_it_may_be_known():
    assert told({"a": 9, "b": 0, "c": 0}) == {"a"}


def test_where_nothing_is_small_all_is_told():
    assert told({"a": 9, "b": 5}) == {"a", "b"}


@settings(max_examples=50, deadline=None)
@given(st.dictionaries(st.integers(0, 6), st.integers(0, 30), max_size=7))
def test_what_is_left_out_cannot_be_narrowed_down_to_fewer_than_five(row):
    shown = told(row)
    assert all(row[cell] >= 5 for cell in shown)
    left_out = [count for cell, count in row.items() if cell not in shown]
    assert len(left_out) != 1 or len(row) == 1
    assert not any(left_out) or sum(left_out) >= 5 or not shown
