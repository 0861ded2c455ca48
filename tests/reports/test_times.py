"""How long answers took."""

from __future__ import annotations

import math

from reportedly.reports.times import timed
from tests.builders import NOON, later
from tests.reports.rows import a_row, rows


def seconds(*answers):
    return timed(rows(*answers))["seconds"].tolist()


def at(by, **fields):
    return a_row(began_at=NOON, answered_at=later(seconds=by), question=f"at-{by}", **fields)


def test_an_answer_took_the_time_since_the_one_before_and_the_first_since_the_beginning():
    assert seconds(at(90), at(30), at(40.5)) == [49.5, 30, 10.5]


def test_each_sitting_has_its_own_time():
    assert seconds(at(30), at(20, learner="another"), at(50), at(60, learner="another")) == [
        30, 20, 20, 40,
    ]  # fmt: skip


def test_pauses_and_clocks_that_went_back_are_not_counted():
    assert [math.isnan(one) for one in seconds(at(1800), at(3601), at(3610))] == [
        False, True, False,
    ]  # fmt: skip
    assert math.isnan(seconds(at(-5))[0])


def test_where_somebody_else_set_the_pace_no_time_is_told():
    together = [a_row(answered_at=later(seconds=n), question=str(n)) for n in (1, 2)]

    assert all(math.isnan(one) for one in seconds(*together))


def test_of_no_answers_there_are_no_times():
    assert seconds() == []
