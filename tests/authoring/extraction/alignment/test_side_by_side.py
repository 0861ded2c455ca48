from datetime import date

import pytest

from reportedly.authoring.extraction.alignment.side_by_side import pairs
from reportedly.story.relations import Relation
from tests.authoring.extraction.drafting import draft

A = "At least 50 people died in the mine, Radio Delta reported. The search took 56 days, the army said."
B = "Sixteen people, five of them police officers, were killed in the mine, the Port Daily said."


def related(*texts, days=None):
    """How the figures of two articles relate, by their numbers."""
    return {(p.value, p.other): p.relation for p in pairs(draft(*texts).ledger, days)}


def test_figures_of_two_articles_on_the_same_thing_are_laid_side_by_side():
    assert related(A, B) == {(50, 16): Relation.CONFLICT}


def test_a_floor_and_a_higher_figure_can_both_hold():
    found = related(A, "Sixty people died in the mine, the Port Daily said.")
    assert found == {(50, 60): Relation.COMPATIBLE}


def test_the_same_figure_agrees_and_a_part_is_no_rival_of_the_whole():
    one = "The union said 50 people had died, including five officers."
    other = "The union said five officers were among the dead."
    found = related(one, other)
    assert found == {(50, 5): Relation.OTHER_POPULATION, (5, 5): Relation.AGREE}


def test_a_part_and_the_whole_of_two_sides_are_not_laid_side_by_side():
    one = "In all 50 people died in the mine, the union said."
    other = "Five officers were among the dead, a diary of a nurse read."
    assert related(one, other) == {}


def test_deaths_of_another_event_are_only_laid_beside_those_of_the_same_event():
    one = "Police said 14 people died. A flood in the valley killed 31 people in 1978."
    other = "The army said 12 people died. A flood there killed 33 people in 1978."
    again = "The army said 12 people died. A flood there killed 33 people in 1966."
    assert set(related(one, other)) == {(14, 12), (31, 33)}
    assert set(related(one, again)) == {(14, 12)}


def test_a_number_retold_without_its_hedge_agrees_if_one_speaker_gives_both():
    one = "At least 23 people died, the Harbour Office said."
    found = related(one, "The Harbour Office said 23 people had died.")
    assert found == {(23, 23): Relation.AGREE}
    found = related(one, "The union said 23 people had died.")
    assert found == {(23, 23): Relation.COMPATIBLE}


def test_a_number_and_the_same_number_rounded_can_both_hold():
    one = "Some 4,212 people marched through Port Vell, the union said."
    found = related(one, "Police said 4,200 people marched through Port Vell.", days={})
    assert found == {(4212, 4200): Relation.COMPATIBLE}


def test_a_range_stands_against_what_lies_outside_of_it():
    one = "Between 150 and 180 passengers were on board, the coast guard said."
    found = related(one, "There were 220 passengers on board, the owner said.")
    assert set(found.values()) == {Relation.CONFLICT}


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


def test_a_march_does_not_grow_from_one_day_to_the_next():
    one, other = "Police said 9,000 people marched.", "The union said 40,000 people marched."
    assert related(one, other, days=DAYS) == {(9000, 40000): Relation.CONFLICT}


def test_people_in_shelters_become_fewer_without_contradiction():
    one = "Officials said 9,500 people were in shelters."
    other = "The Red Cross said 4,000 people were in shelters."
    assert related(one, other, days=DAYS) == {(9500, 4000): Relation.COMPATIBLE}


def test_articles_without_a_day_are_not_said_to_conflict_where_the_second_counts_more_dead():
    drafted = draft("Police said 14 people died.", "The army said 19 people died.")
    (pair,) = pairs(drafted.ledger, {"A": date(2026, 3, 1)})
    assert pair.relation == Relation.COMPATIBLE


def test_a_denial_stands_against_what_another_speaker_says_of_the_same():
    one = "Ida Holt said the northern floodgate had been opened without warning."
    other = "Rolf Adler denied that the northern floodgate had been opened that way."
    (pair,) = pairs(draft(one, other).ledger)
    assert pair.relation == Relation.CONFLICT
