"""Which article is the later one."""

from datetime import date

import pytest

from reportedly.authoring.extraction.alignment.order import Order, is_overtaken
from tests.authoring.extraction.drafting import draft


def order(*texts, days=None):
    """How the first figures of two articles stand to each other in time."""
    ledger = draft(*texts).ledger
    told = Order(ledger, days or {})
    first, second = (
        next((c, c.quantity[0]) for c in ledger.claims if c.letter == letter and c.quantity)
        for letter in "AB"
    )
    return told.later(first, second), told.is_known("A", "B")


@pytest.mark.parametrize(("day", "later"), [(3, 1), (1, 0)])
def test_days_of_publication_tell(day, later):
    days = {"A": date(2026, 3, 1), "B": date(2026, 3, day)}
    texts = "Police said 14 people died.", "Police said 19 people died."
    assert order(*texts, days=days) == (later, True)


def test_a_count_that_the_other_calls_earlier_tells():
    one = "The army said 19 people had died, up from 14."
    assert order(one, "The mayor said 14 people had died.") == (-1, True)


def test_a_higher_count_of_the_dead_by_one_speaker_tells():
    texts = (
        "The Harbour Office said 19 people had died.",
        "The Harbour Office said 14 people had died.",
    )
    assert order(*texts) == (-1, True)


def test_without_either_the_order_given_is_taken_and_said_not_to_be_known():
    texts = "The army said 19 people had died.", "The mayor said 14 people had died."
    assert order(*texts) == (1, False)


def test_a_figure_that_its_claim_calls_earlier_is_overtaken():
    ledger = draft("The army said 19 people had died, up from 14.", "The mayor left.").ledger
    found = {q.value: is_overtaken(c, q) for c in ledger.claims for q in c.quantity}
    assert found == {19: False, 14: True}
