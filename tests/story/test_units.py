"""Units of one measure."""

from fractions import Fraction

import pytest

from reportedly.story.ledger import Quantity
from reportedly.story.relations import Relation, relation
from reportedly.story.units import is_convertible, measure, size


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("minutes", "hour"),
        ("Metres", "km"),
        ("kg", "tonnes"),
        ("months", "years"),
        ("feet", "miles"),
    ],
)
def test_units_in_a_fixed_proportion_can_be_told_in_each_other(one, other):
    assert is_convertible(one, other)
    assert measure(one) == measure(other)


@pytest.mark.parametrize(
    ("one", "other"), [("months", "days"), ("miles", "km"), ("people", "people"), (None, "hours")]
)
def test_other_units_cannot(one, other):
    assert not is_convertible(one, other)


def test_an_hour_has_sixty_minutes():
    assert size("hours") == 60 * size("minute")


@pytest.mark.parametrize(("minutes", "wanted"), [(90, Relation.AGREE), (80, Relation.CONFLICT)])
def test_minutes_and_hours_are_compared(minutes, wanted):
    one = Quantity(topic="delay", of="hours", value=Fraction(3, 2), unit="hours")
    other = Quantity(topic="delay", of="hours", value=Fraction(minutes), unit="minutes")
    assert relation(one, other) is wanted
