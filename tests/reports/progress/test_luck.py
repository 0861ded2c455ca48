"""What guessing earns, against every guess there is, one by one."""

from fractions import Fraction
from itertools import combinations, permutations, product
from math import factorial, prod

import pytest
from hypothesis import assume, given, settings

from reportedly.quiz.kinds import KINDS
from reportedly.quiz.response import Chosen, Placed, Sequence
from reportedly.reports.progress.luck import luck
from tests.quiz.answering import EXAMPLES, a_question
from tests.quiz.strategies import questions

CHOOSING = ("single", "truefalse", "multiple", "highlight")
PLACING = ("match", "classify", "cloze")


def guesses(question):
    """Every response of somebody who knows nothing, each as likely as the others."""
    offered = question.offered()
    places = range(len(offered.parts))
    if question.kind in CHOOSING:
        nothing = question.mark(Chosen(frozenset()))
        right = sum(part.verdict == "missed" for part in nothing.parts)
        return [Chosen(frozenset(picks)) for picks in combinations(places, right)]
    if question.kind in PLACING:
        ways = product(*(range(len(choices)) for choices in offered.choices))
        return [Placed.of(dict(enumerate(way))) for way in ways]
    return [Sequence(way) for way in permutations(places)]


def how_many(question):
    if question.kind in PLACING:
        return prod(len(choices) for choices in question.offered().choices)
    return factorial(len(question.offered().parts)) if question.kind == "order" else 1


def mean_share(question):
    shares = [question.mark(guess).share for guess in guesses(question)]
    return sum(shares, Fraction(0)) / len(shares)


@settings(max_examples=60, deadline=None)
@given(questions(kinds=(*CHOOSING, *PLACING, "order")))
def test_luck_is_what_all_guesses_earn_on_average(question):
    assume(how_many(question) <= 200)
    assert luck(question) == mean_share(question)


@pytest.mark.parametrize("kind", ["number", "short", "open"])
def test_what_is_typed_cannot_be_guessed(kind):
    assert luck(EXAMPLES[kind]) == 0


@pytest.mark.parametrize("kind", KINDS)
def test_of_every_kind_luck_is_known_and_less_than_all(kind):
    assert 0 <= luck(EXAMPLES[kind]) < 1


def test_one_of_four_options_is_guessed_one_time_in_four():
    assert luck(EXAMPLES["single"]) == Fraction(1, 4)


def test_where_only_all_or_nothing_counts_luck_is_rarer():
    items = [{"item": "a", "match": "x"}, {"item": "b", "match": "y"}]
    by_share = a_question(kind="match", pairs=items)
    exact = a_question(kind="match", pairs=items, scoring="exact")
    assert (luck(by_share), luck(exact)) == (Fraction(1, 2), Fraction(1, 4))


def test_a_long_order_takes_no_time():
    question = a_question(kind="order", order=[f"step {n}" for n in range(12)])
    assert 0 < luck(question) < Fraction(1, 4)
