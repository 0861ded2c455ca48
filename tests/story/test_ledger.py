"""What the ledger lets people record."""

from datetime import date
from fractions import Fraction

import pytest
from pydantic import ValidationError

from reportedly.story.ledger import Quantity, When, first_day


def a_quantity(**fields):
    """A number of people."""
    return Quantity.model_validate({"topic": "dead", "of": "people", **fields})


@pytest.mark.parametrize(
    ("qualifier", "low", "high"),
    [
        ("exactly", 50, 50),
        ("at least", 50, None),
        ("more than", 50, None),
        ("up to", 0, 50),
        ("about", 45, 55),
    ],
)
def test_a_qualifier_makes_a_number_a_span(qualifier, low, high):
    assert a_quantity(value="50", qualifier=qualifier).span == (low, high)


def test_a_number_without_a_qualifier_is_exact_and_may_be_a_decimal():
    assert a_quantity(value="2.5").span == (Fraction(5, 2), Fraction(5, 2))


def test_an_amount_in_words_spans_no_numbers():
    assert a_quantity(amount="dozens").span is None


@pytest.mark.parametrize("fields", [{}, {"value": "50", "amount": "dozens"}])
def test_a_quantity_has_a_value_or_an_amount(fields):
    with pytest.raises(ValidationError, match="needs a `value`, or an `amount`"):
        a_quantity(**fields)


@pytest.mark.parametrize(
    ("written", "day"),
    [
        ("2015-09-18", date(2015, 9, 18)),
        ("2015-09", date(2015, 9, 1)),
        ("2015", date(2015, 1, 1)),
        ("2015-09-12/2015-09-13", date(2015, 9, 12)),
        ("2015-09/2015-11", date(2015, 9, 1)),
        ("2016-02-29", date(2016, 2, 29)),
    ],
)
def test_a_date_is_a_day_a_month_a_year_or_a_span(written, day):
    assert first_day(written) == When(when=written).first_day == day


@pytest.mark.parametrize(
    "written",
    [
        "18.9.2015",
        "2015-9-18",
        "2015-09-31",
        "2015-13",
        "2015-09-18/",
        "2015/2016/2017",
        "2016/2015",
    ],
)
def test_anything_else_is_no_date(written):
    with pytest.raises(ValidationError):
        When(when=written)


def test_an_inferred_date_says_why():
    with pytest.raises(ValidationError, match="needs `because`"):
        When(when="2015", basis="inferred")
    assert When(when="2015", basis="inferred", because="The paper's date.").basis == "inferred"
