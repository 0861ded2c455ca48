from datetime import date

import pytest

from reportedly.authoring.extraction.figures.side_by_side import pairs
from reportedly.story.relations import Relation
from tests.authoring.extraction.drafting import draft

A = "At least 50 people died in the mine, Radio Delta reported. The search took 56 days, the army said."
B = "Sixteen people, five of them police officers, were killed in the mine, the Port Daily said."


def test_figures_of_two_articles_on_the_same_thing_are_laid_side_by_side():
    found = {(p.value, p.other): p.relation for p in pairs(draft(A, B).ledger)}
    assert found == {(50, 16): Relation.CONFLICT, (50, 5): Relation.OTHER_POPULATION}


def test_a_floor_and_a_higher_figure_can_both_hold():
    (pair,) = pairs(draft(A, "Sixty people died in the mine, the Port Daily said.").ledger)
    assert pair.relation == Relation.COMPATIBLE


def test_the_same_figure_agrees_and_a_part_is_no_rival_of_the_whole():
    other = "In all 50 people died; five officers were among the dead, the Port Daily said."
    third = "Five officers were among the dead, the union said."
    found = {(p.value, p.other): p.relation for p in pairs(draft(other, third).ledger)}
    assert found == {(50, 5): Relation.OTHER_POPULATION, (5, 5): Relation.AGREE}


DAYS = {"A": date(2026, 3, 1), "B": date(2026, 3, 3)}


@pytest.mark.parametrize(
    ("first", "second", "wanted"),
    [
        ("Police said 14 people died.", "Police said 19 people died.", Relation.COMPATIBLE),
        ("Police said 14 people died.", "The army said 19 people died.", Relation.UNKNOWN),
        ("Police said 19 people died.", "The army said 14 people died.", Relation.CONFLICT),
    ],
)
def test_a_later_count_that_is_higher_has_or_may_have_overtaken_the_earlier(first, second, wanted):
    (pair,) = pairs(draft(first, second).ledger, DAYS)
    assert pair.relation == wanted


def test_articles_without_a_day_are_not_said_to_conflict():
    drafted = draft("Police said 14 people died.", "The army said 19 people died.")
    (pair,) = pairs(drafted.ledger, {"A": date(2026, 3, 1)})
    assert pair.relation == Relation.UNKNOWN


def test_a_number_that_points_back_counts_what_the_figure_before_it_counts():
    first = (
        "Officials said it had infected 212 people and killed 9, raising an earlier count of 150."
    )
    claims = draft(first, "Police said 14 people died.").ledger.claims
    topics = {q.value: q.topic for c in claims for q in c.quantity}
    assert topics[150] == "cases"


def test_claims_without_figures_share_a_topic_when_they_share_rare_words():
    one = "Ida Holt said the northern floodgate had been opened without warning."
    other = "The company denied that the northern floodgate had been opened."
    first, second = (c for c in draft(one, other).ledger.claims)
    assert first.topic == second.topic


def test_other_claims_keep_topics_of_their_own():
    one = "Ida Holt said the northern floodgate had been opened without warning."
    other = "A choir sang in the market square, the Port Daily said."
    first, second = (c for c in draft(one, other).ledger.claims)
    assert first.topic != second.topic
