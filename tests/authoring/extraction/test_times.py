from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.authoring.extraction.times import times

FRIDAY = date(2015, 11, 20)


@pytest.mark.parametrize(
    ("text", "when", "basis"),
    [
        ("on 18 September 2015", "2015-09-18", "stated"),
        ("on September 18", "2015-09-18", "inferred"),
        ("on Friday", "2015-11-20", "inferred"),
        ("on Monday", "2015-11-16", "inferred"),
        ("last Friday", "2015-11-13", "inferred"),
        ("yesterday morning", "2015-11-19", "inferred"),
        ("last month", "2015-10", "inferred"),
        ("last week", "2015-11-09/2015-11-15", "inferred"),
        ("this week", "2015-11-16/2015-11-20", "inferred"),
        ("two months ago", "2015-09", "inferred"),
        ("three days ago", "2015-11-17", "inferred"),
        ("in September", "2015-09", "inferred"),
        ("in December", "2014-12", "inferred"),
        ("in 2008", "2008", "stated"),
        ("in March 2012", "2012-03", "stated"),
    ],
)
def test_times_are_counted_from_the_day_of_publication(text, when, basis):
    (found,) = times(f"It happened {text}.", FRIDAY)
    assert (found.when.when, found.when.basis) == (when, basis)
    assert basis == "stated" or "2015-11-20" in found.when.because


def test_without_a_date_only_whole_dates_are_known():
    assert times("It happened on Friday, two months ago and on 3 May.", None) == ()
    assert [t.when.when for t in times("It happened on 3 May 2014.", None)] == ["2014-05-03"]


def test_what_is_still_to_come_is_marked():
    (found,) = times("Talks will resume on Monday.", FRIDAY)
    assert (found.when.when, found.ahead) == ("2015-11-23", True)


def test_a_day_that_does_not_exist_is_passed_over():
    assert times("on 31 February 2015", FRIDAY) == ()


@given(st.text(max_size=200), st.dates(min_value=date(1900, 1, 1)))
def test_never_fails(text, day):
    times(text, day)
