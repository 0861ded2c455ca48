"""The rules against second implementations, written from their sources in other ways."""

from fractions import Fraction
from itertools import combinations, permutations, product

import pytest

from reportedly.quiz.marking import (
    ONE,
    ZERO,
    Certainty,
    Mark,
    PartMark,
    certainty_mark,
    value_of_choices,
    value_of_order,
    value_of_places,
)
from reportedly.quiz.taxonomy import Scoring, Slip

# --- choosing several ----------------------------------------------------------------------------


def net(key: list[bool], picked: list[bool]) -> Fraction:
    """Each right pick earns 1/#right, each wrong one costs as much; never below nothing."""
    each = Fraction(1, sum(key))
    return max(
        ZERO, sum((each if k else -each for k, p in zip(key, picked, strict=True) if p), ZERO)
    )


def each(key: list[bool], picked: list[bool]) -> Fraction:
    """Every option is a little question: should it be ticked?"""
    return Fraction(sum(k == p for k, p in zip(key, picked, strict=True)), len(key))


def balanced(key: list[bool], picked: list[bool]) -> Fraction:
    """Right picks earn 1/#right, wrong ones cost 1/#wrong: ticking all is worth nothing."""
    worth = {True: Fraction(1, sum(key)), False: Fraction(-1, key.count(False) or 1)}
    return max(ZERO, sum((worth[k] for k, p in zip(key, picked, strict=True) if p), ZERO))


def exact(key: list[bool], picked: list[bool]) -> Fraction:
    """All or nothing."""
    return Fraction(key == picked)


REFERENCES = {
    Scoring.NET: net,
    Scoring.EACH: each,
    Scoring.BALANCED: balanced,
    Scoring.EXACT: exact,
}


def value(rule: Scoring, key: list[bool], picked: list[bool]) -> Fraction:
    both = list(zip(key, picked, strict=True))
    return value_of_choices(
        rule,
        right=both.count((True, True)),
        wrong=both.count((False, True)),
        all_right=sum(key),
        all_wrong=key.count(False),
    )


@pytest.mark.parametrize("rule", REFERENCES)
def test_every_choice_of_up_to_five_options_is_worth_what_the_second_implementation_says(rule):
    for size in range(1, 6):
        for key in map(list, product([True, False], repeat=size)):
            for picked in map(list, product([True, False], repeat=size)):
                if any(key):
                    assert value(rule, key, picked) == REFERENCES[rule](key, picked)


def test_two_right_and_one_wrong_of_three_right_in_five_differs_by_rule():
    counts = {"right": 2, "wrong": 1, "all_right": 3, "all_wrong": 2}
    assert value_of_choices(Scoring.NET, **counts) == Fraction(1, 3)
    assert value_of_choices(Scoring.EACH, **counts) == Fraction(60, 100)
    assert value_of_choices(Scoring.BALANCED, **counts) == Fraction(2, 3) - Fraction(1, 2)
    assert value_of_choices(Scoring.EXACT, **counts) == 0


def test_choosing_nothing_is_worth_something_only_by_each():
    nothing = {"right": 0, "wrong": 0, "all_right": 3, "all_wrong": 2}
    assert {rule: value_of_choices(rule, **nothing) for rule in REFERENCES} == {
        Scoring.NET: 0,
        Scoring.EACH: Fraction(2, 5),
        Scoring.BALANCED: 0,
        Scoring.EXACT: 0,
    }


def test_choosing_everything_is_worth_nothing_by_balanced_and_by_exact():
    everything = {"right": 3, "wrong": 2, "all_right": 3, "all_wrong": 2}
    assert {rule: value_of_choices(rule, **everything) for rule in REFERENCES} == {
        Scoring.NET: Fraction(1, 3),
        Scoring.EACH: Fraction(3, 5),
        Scoring.BALANCED: 0,
        Scoring.EXACT: 0,
    }


@pytest.mark.parametrize("rule", [Scoring.SHARE, Scoring.PAIRS])
def test_a_rule_for_something_else_does_not_apply_to_choosing(rule):
    with pytest.raises(ValueError, match="does not apply"):
        value_of_choices(rule, right=1, wrong=0, all_right=1, all_wrong=1)


# --- placing and ordering ------------------------------------------------------------------------


def test_places_are_worth_their_share_or_all_or_nothing():
    for total in range(1, 7):
        for right in range(total + 1):
            share = value_of_places(Scoring.SHARE, right=right, total=total)
            assert share * total == right
            assert value_of_places(Scoring.EXACT, right=right, total=total) == (right == total)
    with pytest.raises(ValueError, match="does not apply"):
        value_of_places(Scoring.NET, right=1, total=1)


def swaps_to_sort(ranks: tuple[int, ...]) -> int:
    """How many neighbours a bubble sort exchanges: the pairs in the wrong order."""
    row, swaps = list(ranks), 0
    for _ in row:
        for n in range(len(row) - 1):
            if row[n] > row[n + 1]:
                row[n], row[n + 1] = row[n + 1], row[n]
                swaps += 1
    return swaps


@pytest.mark.parametrize(
    "true_ranks",
    [(0, 1), (0, 1, 2), (0, 1, 2, 3), (0, 1, 2, 3, 4), (0, 0, 1), (0, 1, 1, 2), (0, 0, 1, 1, 2)],
    ids=str,
)
def test_every_order_is_worth_kendalls_tau_of_the_pairs_that_are_no_ties(true_ranks):
    most = sum(a != b for a, b in combinations(true_ranks, 2))
    for ranks in permutations(true_ranks):
        tau = 1 - Fraction(2 * swaps_to_sort(ranks), most)
        assert value_of_order(Scoring.PAIRS, ranks) == max(ZERO, tau)
        assert value_of_order(Scoring.EXACT, ranks) == (swaps_to_sort(ranks) == 0)


def test_a_chance_order_has_a_tau_of_nothing_on_average_and_a_reversed_one_earns_nothing():
    taus = [1 - Fraction(2 * swaps_to_sort(ranks), 10) for ranks in permutations(range(5))]
    assert sum(taus) == 0
    assert value_of_order(Scoring.PAIRS, (4, 3, 2, 1, 0)) == 0


def test_things_that_all_share_one_place_cannot_be_put_in_a_wrong_order():
    assert value_of_order(Scoring.PAIRS, (0, 0, 0)) == ONE


def test_a_rule_for_something_else_does_not_apply_to_ordering():
    with pytest.raises(ValueError, match="does not apply"):
        value_of_order(Scoring.NET, (0, 1))


# --- verdicts and slips --------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("share", "verdict"),
    [(ZERO, "wrong"), (Fraction(1, 100), "partly"), (Fraction(99, 100), "partly"), (ONE, "right")],
)
def test_only_full_marks_are_right_and_only_none_are_wrong(share, verdict):
    assert Mark(share, ()).verdict == verdict


def test_a_slip_counts_only_where_the_learner_went_wrong():
    parts = [
        PartMark("a", "wrong", slip=Slip.OVER_CLAIM),
        PartMark("b", "wrong"),
        PartMark("c", "left", slip=Slip.CYNICISM),
        PartMark("d", "missed", slip=Slip.WRONG_TIME),
    ]
    assert Mark(ZERO, tuple(parts)).slips == {Slip.OVER_CLAIM}


# --- being sure ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("certainty", "right", "wrong", "half_right"),
    [
        (Certainty.GUESS, 1, 0, Fraction(1, 2)),
        (Certainty.SIXTY, 1, 0, Fraction(1, 2)),
        (Certainty.EIGHTY, 2, -2, 1),
        (Certainty.NINETY_FIVE, 3, -6, Fraction(3, 2)),
    ],
)
def test_being_sure_pays_when_right_and_costs_when_wrong(certainty, right, wrong, half_right):
    assert certainty_mark(ONE, certainty) == right
    assert certainty_mark(ZERO, certainty) == wrong
    assert certainty_mark(Fraction(1, 2), certainty) == half_right


def expected(chance: Fraction, certainty: Certainty) -> Fraction:
    return chance * certainty_mark(ONE, certainty) + (1 - chance) * certainty_mark(ZERO, certainty)


def test_honesty_pays_best_with_turns_at_two_thirds_and_four_fifths():
    for percent in range(101):
        chance = Fraction(percent, 100)
        worth = {certainty.step: expected(chance, certainty) for certainty in Certainty}
        honest = 1 if chance < Fraction(2, 3) else 2 if chance < Fraction(4, 5) else 3
        assert worth[honest] == max(worth.values())
        if chance not in (Fraction(2, 3), Fraction(4, 5)):
            assert [step for step, mark in worth.items() if mark == worth[honest]] == [honest]


def test_at_the_turns_two_steps_are_worth_the_same():
    sixty, eighty, most = Certainty.SIXTY, Certainty.EIGHTY, Certainty.NINETY_FIVE
    assert expected(Fraction(2, 3), sixty) == expected(Fraction(2, 3), eighty)
    assert expected(Fraction(4, 5), eighty) == expected(Fraction(4, 5), most)


def test_the_chance_that_a_step_names_is_one_at_which_it_is_honest():
    for certainty in Certainty:
        best = max(expected(certainty.probability, other) for other in Certainty)
        assert expected(certainty.probability, certainty) == best
