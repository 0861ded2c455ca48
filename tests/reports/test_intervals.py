"""Intervals: against published figures and scipy, and by how often they hold what is true."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy import stats

from reportedly.reports.intervals import (
    Z,
    difference,
    mean,
    mean_of,
    paired_difference,
    share,
)


def ends(estimate):
    return (estimate.interval.low, estimate.interval.high)


@pytest.mark.parametrize(("right", "of"), [(0, 1), (1, 1), (0, 20), (7, 20), (20, 20), (50, 999)])
def test_a_share_has_the_interval_of_wilson(right, of):
    reference = stats.binomtest(right, of).proportion_ci(method="wilson")
    assert ends(share(right, of)) == pytest.approx((reference.low, reference.high), abs=1e-12)
    assert share(right, of).value == right / of


def test_a_difference_has_the_interval_that_newcombe_printed():
    # Newcombe (1998), table II, example (a), method 10: 56/70 and 48/80.
    apart = difference(share(56, 70), share(48, 80))
    assert apart.value == pytest.approx(0.2)
    assert ends(apart) == pytest.approx((0.0524, 0.3339), abs=5e-5)


def test_there_is_no_share_of_nothing():
    with pytest.raises(ValueError, match="nothing"):
        share(0, 0)


@settings(max_examples=40, deadline=None)
@given(st.integers(1, 500).flatmap(lambda n: st.tuples(st.floats(0, n), st.just(n))))
def test_a_share_lies_in_its_interval_and_that_between_0_and_1(counted):
    estimate = share(*counted)
    assert 0 <= estimate.interval.low <= estimate.value <= estimate.interval.high <= 1


COUNTS = st.integers(1, 200).flatmap(
    lambda n: st.tuples(st.integers(0, n), st.just(n)).map(lambda one: share(*one))
)


@settings(max_examples=40, deadline=None)
@given(COUNTS, COUNTS)
def test_a_difference_the_other_way_round_is_the_same_with_another_sign(one, other):
    there, back = difference(one, other), difference(other, one)
    assert there.value == -back.value
    assert ends(there) == pytest.approx((-back.interval.high, -back.interval.low))
    assert there.interval.low <= there.value <= there.interval.high


@settings(max_examples=40, deadline=None)
@given(st.lists(COUNTS, min_size=1, max_size=6))
def test_a_mean_of_figures_is_no_less_certain_than_the_least_certain_of_them(estimates):
    joined = mean_of(estimates)
    assert joined.value == pytest.approx(sum(one.value for one in estimates) / len(estimates))
    widest = max(one.interval.high - one.interval.low for one in estimates)
    assert joined.interval.high - joined.interval.low <= widest + 1e-12


PAIRS = st.integers(1, 200).flatmap(
    lambda n: st.integers(0, n).flatmap(
        lambda up: st.tuples(st.just(up), st.integers(0, n - up), st.just(n))
    )
)


@settings(max_examples=40, deadline=None)
@given(PAIRS)
def test_what_was_gained_and_lost_can_be_told_the_other_way_round(counts):
    gained, lost, of = counts
    there, back = paired_difference(gained, lost, of), paired_difference(lost, gained, of)
    assert there.value == -back.value
    assert ends(there) == pytest.approx((-back.interval.high, -back.interval.low))
    assert -1 <= there.interval.low <= there.value <= there.interval.high <= 1


def test_where_nobody_changed_the_interval_still_has_a_width():
    assert paired_difference(0, 0, 12).interval.high > 0.05


def test_more_changes_than_answers_are_refused():
    with pytest.raises(ValueError, match="more answers"):
        paired_difference(3, 3, 5)


def test_a_mean_has_the_standard_error_of_scipy():
    values = [0.1, 0.4, 0.4, 0.9, 0.2]
    half = Z * stats.sem(values)
    assert ends(mean(values)) == pytest.approx((0.4 - half, 0.4 + half))
    with pytest.raises(ValueError, match="scatter"):
        mean([0.5])


def holds(estimates, truths):
    """How often an interval holds the true value."""
    found = zip(estimates, truths, strict=True)
    return np.mean([e.interval.low <= t <= e.interval.high for e, t in found])


def test_19_of_20_intervals_hold_what_is_true():
    chance = np.random.default_rng(20)
    # Of many true values, since of a single one so few learners can show only some shares.
    one, other = chance.uniform(0.1, 0.9, (2, 1500))
    shares = [share(int(x), 60) for x in chance.binomial(60, one)]
    assert 0.935 < holds(shares, one) < 0.965
    others = [share(int(x), 45) for x in chance.binomial(45, other)]
    apart = [difference(a, b) for a, b in zip(shares, others, strict=True)]
    assert 0.935 < holds(apart, one - other) < 0.97
    means = [mean_of([a, b]) for a, b in zip(shares, others, strict=True)]
    assert 0.935 < holds(means, (one + other) / 2) < 0.97
    up, down = one / 2, other / 2
    moved = [chance.multinomial(80, [u, d, 1 - u - d]) for u, d in zip(up, down, strict=True)]
    paired = [paired_difference(int(u), int(d), 80) for u, d, _ in moved]
    assert 0.935 < holds(paired, up - down) < 0.97
