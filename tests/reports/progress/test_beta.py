"""The Beta distribution against scipy's."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.stats import beta

from reportedly.reports.progress.beta import beta_below, beta_quantile

parameters = st.floats(1, 2_000)


@settings(deadline=None)
@given(st.floats(0.001, 0.999), parameters, parameters)
def test_the_chance_of_less_equals_scipys(x, a, b):
    assert beta_below(x, a, b) == pytest.approx(beta.cdf(x, a, b), abs=1e-9)


@settings(deadline=None)
@given(st.floats(0.01, 0.99), parameters, parameters)
def test_a_quantile_equals_scipys(tail, a, b):
    assert beta_quantile(tail, a, b) == pytest.approx(beta.ppf(tail, a, b), abs=1e-9)


@pytest.mark.parametrize(("x", "expected"), [(-1, 0), (0, 0), (1, 1), (2, 1)])
def test_nothing_lies_below_the_least_share_and_all_below_the_greatest(x, expected):
    assert beta_below(x, 2, 3) == expected
