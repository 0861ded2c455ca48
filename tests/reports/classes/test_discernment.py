"""Discernment and bias, against scipy and the worked examples."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.stats import norm

from reportedly.quiz.response import Chosen, Placed
from reportedly.reports.classes.discernment import criterion, discernment, rate, sensitivity
from reportedly.reports.classes.support import Support, support_judgements
from tests.builders import a_bank, a_question, a_statement, chose


@pytest.mark.parametrize(
    ("hits", "alarms", "d_prime", "bias"), [(0.80, 0.30, 1.37, -0.16), (0.60, 0.13, 1.38, 0.44)]
)
def test_the_same_discernment_can_go_with_trust_or_with_doubt(hits, alarms, d_prime, bias):
    assert round(sensitivity(hits, alarms), 2) == d_prime
    assert round(criterion(hits, alarms), 2) == bias


COUNTED = st.integers(1, 300).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n)))
COUNTS = st.builds(lambda s, u: Support(*s, *u), COUNTED, COUNTED)


@settings(max_examples=40, deadline=None)
@given(COUNTS)
def test_figures_equal_those_of_scipy_also_at_0_and_100_percent(counts):
    found = discernment(counts)
    h = (counts.hits + 0.5) / (counts.supported + 1)
    f = (counts.false_alarms + 0.5) / (counts.unsupported + 1)
    error = np.sqrt(
        h * (1 - h) / (counts.supported * norm.pdf(norm.ppf(h)) ** 2)
        + f * (1 - f) / (counts.unsupported * norm.pdf(norm.ppf(f)) ** 2)
    )
    d_prime, bias = norm.ppf(h) - norm.ppf(f), -(norm.ppf(h) + norm.ppf(f)) / 2
    assert found.d_prime.value == pytest.approx(d_prime, abs=1e-9)
    assert found.bias.value == pytest.approx(bias, abs=1e-9)
    for estimate, width in ((found.d_prime, error), (found.bias, error / 2)):
        low, high = norm.interval(0.95, estimate.value, width)
        assert estimate.interval.low == pytest.approx(low, abs=1e-9)
        assert estimate.interval.high == pytest.approx(high, abs=1e-9)


@settings(max_examples=40, deadline=None)
@given(COUNTS)
def test_calling_doubt_what_was_trust_turns_the_bias_round_and_nothing_else(counts):
    """To accept the unsupported is then to reject the supported, and so on."""
    turned = Support(
        counts.unsupported - counts.false_alarms,
        counts.unsupported,
        counts.supported - counts.hits,
        counts.supported,
    )
    one, other = discernment(counts), discernment(turned)
    assert other.d_prime.value == pytest.approx(one.d_prime.value, abs=1e-9)
    assert other.bias.value == pytest.approx(-one.bias.value, abs=1e-9)


@settings(max_examples=40, deadline=None)
@given(COUNTED)
def test_rates_never_reach_0_or_1(counted):
    assert 0 < rate(*counted) < 1


@pytest.mark.parametrize(("each", "error"), [(10, 0.61), (20, 0.43), (40, 0.31)])
def test_more_judgements_make_it_more_certain(each, error):
    counts = Support(round(0.8 * each), each, round(0.3 * each), each)
    low, high = (lambda i: (i.low, i.high))(discernment(counts).d_prime.interval)
    assert (high - low) / 2 / 1.96 == pytest.approx(error, abs=0.03)


def test_19_of_20_intervals_hold_what_is_true():
    chance = np.random.default_rng(7)
    found = [
        discernment(Support(int(h), 60, int(f), 60))
        for h, f in zip(chance.binomial(60, 0.8, 2000), chance.binomial(60, 0.3, 2000), strict=True)
    ]
    for name, truth in (("d_prime", sensitivity(0.8, 0.3)), ("bias", criterion(0.8, 0.3))):
        intervals = [getattr(one, name).interval for one in found]
        assert 0.93 < np.mean([i.low <= truth <= i.high for i in intervals]) < 0.98


def test_without_both_sorts_of_statement_there_is_none():
    assert discernment(Support(3, 5, 0, 0)) is None
    assert discernment(Support(0, 0, 1, 5)) is None


def question(**fields):
    return a_bank(fields).questions[0]


@pytest.mark.parametrize(
    ("key", "pick", "expected"),
    [
        ("true", 0, Support(hits=1, supported=1)),
        ("true", 1, Support(supported=1)),
        ("true", 2, Support(supported=1)),
        ("false", 0, Support(false_alarms=1, unsupported=1)),
        ("not stated", 0, Support(false_alarms=1, unsupported=1)),
        ("not stated", 1, Support(unsupported=1)),
    ],
)
def test_saying_true_accepts_a_statement(key, pick, expected):
    assert support_judgements(question(**a_statement(key)), chose(pick)) == expected


def sorting(labels):
    return question(
        id="sort", kind="classify", ask="How firm is each?", labels=labels,
        items=[{labels[0]: "Lanterns were lit."}, {labels[-1]: "The mayor lit them."}],
    )  # fmt: skip


@pytest.mark.parametrize(
    "labels",
    [
        ["stated", "supported inference", "possible but not shown", "contradicted"],
        ["well supported", "disputed", "one side’s word only", "not stated"],
        ["Agreed", "accounts differ", "one source only", "not stated"],
    ],
)
def test_each_statement_sorted_by_support_is_a_judgement(labels):
    last = len(labels) - 1
    judged = support_judgements(sorting(labels), Placed.of({0: 0, 1: 0}))
    assert judged == Support(hits=1, supported=1, false_alarms=1, unsupported=1)
    judged = support_judgements(sorting(labels), Placed.of({0: last, 1: last}))
    assert judged == Support(hits=0, supported=1, false_alarms=0, unsupported=1)


def test_any_accepting_label_accepts_and_what_was_left_open_is_no_judgement():
    labels = ["stated", "supported inference", "possible but not shown"]
    assert support_judgements(sorting(labels), Placed.of({0: 1})) == Support(hits=1, supported=1)


@pytest.mark.parametrize(
    "labels", [["fact", "claim", "opinion", "not stated"], ["Article A", "Article B"],
               ["stated", "supported inference"]]
)  # fmt: skip
def test_sorting_by_anything_else_is_none(labels):
    assert support_judgements(sorting(labels), Placed.of({0: 0, 1: 0})).judgements == 0


def test_a_choice_among_options_is_none():
    asked = a_bank(a_question()).questions[0]
    assert support_judgements(asked, Chosen(frozenset({0}))) == Support()
