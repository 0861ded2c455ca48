"""How two figures relate."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.files.shelf.shelf import Library
from reportedly.story.ledger import Claim, Quantity
from reportedly.story.relations import Given, Relation, reconciliation, relation, relation_as_given
from tests.browser.running import ROOT

QUALIFIERS = ("exactly", "at least", "more than", "up to", "about")


def a_quantity(qualifier="exactly", value=50, **others):
    fields = {"topic": "crowd", "of": "people who came", **others}
    amount = {"value": Fraction(value)} if isinstance(value, int) else {"amount": value}
    return Quantity(qualifier=qualifier, **amount, **fields)


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        (("exactly", 50), ("exactly", 50), "agree"),
        (("at least", 50), ("at least", 50), "agree"),
        (("up to", 50), ("exactly", 16), "compatible"),
        (("at least", 50), ("exactly", 16), "conflict"),
        (("at least", 50), ("up to", 50), "compatible"),
        (("more than", 50), ("exactly", 50), "conflict"),
        (("more than", 50), ("up to", 50), "conflict"),
        (("more than", 50), ("exactly", 51), "compatible"),
        (("about", 100), ("exactly", 110), "compatible"),
        (("about", 100), ("exactly", 111), "conflict"),
        (("exactly", 50), ("exactly", 16), "conflict"),
        (("at least", 10), ("more than", 90), "compatible"),
        (("exactly", "many"), ("exactly", "Many"), "agree"),
        (("exactly", "many"), ("exactly", "several"), "unknown"),
        (("exactly", "many"), ("exactly", 6), "unknown"),
    ],
)
def test_figures_that_count_the_same_relate_by_the_numbers_they_allow(first, second, expected):
    assert relation(a_quantity(*first), a_quantity(*second)) == expected


@pytest.mark.parametrize(
    "other",
    [
        {"of": "people under the trees"},
        {"scope": "subset"},
        {"unit": "tickets"},
        {"not_counted": ("helpers",)},
        {"topic": "cost"},
    ],
)
def test_figures_that_count_something_else_are_no_rivals(other):
    assert relation(a_quantity(), a_quantity(**other)) is Relation.OTHER_POPULATION


quantities = st.builds(a_quantity, st.sampled_from(QUALIFIERS), st.integers(1, 60))


@given(quantities, quantities)
def test_the_relation_is_the_same_both_ways(first, second):
    assert relation(first, second) is relation(second, first)


@given(quantities, quantities)
def test_figures_conflict_when_no_number_is_allowed_by_both(first, second):
    def allows(quantity, number):
        low, high = quantity.span
        if quantity.qualifier == "more than" and number == low:
            return False
        return low <= number and (high is None or number <= high)

    # Tenths, since "about" has bounds between the whole numbers.
    numbers = [Fraction(n, 10) for n in range(1500)]
    both = any(allows(first, number) and allows(second, number) for number in numbers)
    assert (relation(first, second) is Relation.CONFLICT) is not both


def test_the_table_puts_figures_that_count_the_same_in_one_row_and_compares_speakers():
    story = Library(ROOT).shelf().stories["lantern-walk"]
    rows = {(row.topic, row.of, row.scope): row for row in reconciliation(story)}
    row = rows["crowd", "people along the whole lakeside", "total"]
    assert {letter: [g.claim.id for g in given] for letter, given in row.given.items()} == {
        "A": ["A-07"],
        "B": ["B-32", "B-33"],
    }
    assert {
        (pair.first.claim.id, pair.second.claim.id): (pair.relation.value, pair.one_speaker)
        for pair in row.pairs
    } == {
        ("A-07", "B-32"): ("agree", True),
        ("A-07", "B-33"): ("conflict", False),
        ("B-32", "B-33"): ("conflict", False),
    }


def test_a_dropped_claim_is_compared_with_nothing():
    story = Library(ROOT).shelf().stories["lantern-walk"]
    claims = tuple(c.model_copy(update={"review": "dropped"}) for c in story.ledger.claims)
    ledger = story.ledger.model_copy(update={"claims": claims})
    assert reconciliation(type(story)(story.about, story.articles, ledger)) == ()


def a_claim(*quantities):
    return Claim(
        id="A-1", at="A1", words="x", says="x", speaker="ann", voice="reported", topic="crowd",
        quantity=quantities, confidence="high", review="ok",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("value", "expected"), [(160, "compatible"), (200, "conflict"), (100, "conflict")]
)
def test_both_ends_of_a_range_allow_only_what_lies_between_them(value, expected):
    low, high = a_quantity("at least", 150), a_quantity("up to", 180)
    ranged, plain = a_claim(low, high), a_claim(a_quantity(value=value))
    for end in (low, high):
        found = relation_as_given(Given(ranged, end), Given(plain, plain.quantity[0]))
        assert found == expected


def test_a_floor_without_a_ceiling_in_its_claim_stays_open():
    low = a_quantity("at least", 150)
    given, plain = Given(a_claim(low), low), a_claim(a_quantity(value=200))
    assert relation_as_given(given, Given(plain, plain.quantity[0])) == "compatible"
