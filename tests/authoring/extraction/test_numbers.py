from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.authoring.extraction.figures.numbers import numbers


def told(text):
    return [
        (
            int(n.value)
            if n.value is not None and n.value.denominator == 1
            else n.value or n.amount,
            n.qualifier,
        )
        for n in numbers(text)
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("At least 50 people died", [(50, "at least")]),
        ("more than 10,000 soldiers", [(10_000, "more than")]),
        ("up to 28 ships", [(28, "up to")]),
        ("nearly 2,000 homes", [(2_000, "about")]),
        ("no fewer than 300 graves", [(300, "at least")]),
        ("60 people or more", [(60, "exactly")]),
        ("60 or more people", [(60, "at least")]),
        ("half a million doses", [(500_000, "exactly")]),
        ("two and a half million doses", [(2_500_000, "exactly")]),
        ("a dozen boats and two dozen cars", [(12, "exactly"), (24, "exactly")]),
        ("three hundred and twelve votes", [(312, "exactly")]),
        ("twenty-one trains", [(21, "exactly")]),
        ("between 200 million and 250 million crowns", [(200_000_000, "at least"), (250_000_000, "up to")]),
        ("20-30 people", [(20, "at least"), (30, "up to")]),
        ("2 to 3 million pounds", [(2_000_000, "at least"), (3_000_000, "up to")]),
        ("hundreds of people", [("hundreds", "exactly")]),
        ("tens of thousands marched", [("tens of thousands", "exactly")]),
        ("one in five voters", [("one in five", "exactly")]),
        ("the number is seven", [(7, "exactly")]),
        ("rose from 12 to 41", [(12, "exactly"), (41, "exactly")]),
    ],
)  # fmt: skip
def test_reads_numbers_with_their_qualifier(text, expected):
    assert told(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "on November 13", "on 13 November 2015", "in 2008", "Since 2008 the firm grew", "at 9 pm", "at 10:30",
        "Anna Petrik, 34, left", "a 34-year-old man", "aged 7", "Flight 370 left", "the 1st of May",
        "one of the men", "One shows soldiers", "no one came", "Covid-19 spread",
    ],
)  # fmt: skip
def test_leaves_out_dates_times_ages_and_names(text):
    assert numbers(text) == ()


def test_tells_money_and_shares_by_their_unit():
    found = numbers("It cost £12 million, or 6.5 per cent of €2bn.")
    assert [(n.value, n.unit) for n in found] == [
        (12_000_000, "pounds"), (Fraction(13, 2), "%"), (2_000_000_000, "euros"),
    ]  # fmt: skip


@given(st.integers(min_value=2, max_value=999_999))
def test_any_whole_number_is_read_as_itself(number):
    (found,) = numbers(f"They counted {number:,} boxes.")
    assert found.value == number


@given(st.text(max_size=300))
def test_never_fails_and_stands_where_it_says(text):
    for number in numbers(text):
        assert text[number.start : number.end].strip()
        assert number.start <= number.core[0] < number.core[1] <= number.end
