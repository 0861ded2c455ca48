"""Calibration against numpy, and what of it is withheld."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reportedly.quiz.marking import Certainty
from reportedly.reports.classes.calibration import Said, calibration

SHARES = st.sampled_from([0.0, 0.25, 1 / 3, 0.5, 1.0])
ANSWERS = st.lists(
    st.builds(
        Said,
        learner=st.sampled_from([f"learner-{n}" for n in range(12)]),
        certainty=st.sampled_from(list(Certainty)),
        share=SHARES,
    ),
    max_size=150,
)


@settings(max_examples=30, deadline=None)
@given(ANSWERS)
def test_figures_equal_those_of_numpy(said):
    found = calibration(said)
    if len({one.learner for one in said}) < 5:
        assert found is None
        return
    p = np.array([float(one.certainty.probability) for one in said])
    share = np.array([one.share for one in said])
    assert found.brier.value == pytest.approx(np.mean((p - share) ** 2), abs=1e-12)
    assert found.over_confidence.value == pytest.approx(np.mean(p) - np.mean(share), abs=1e-12)
    assert found.answers == len(said)
    for step in found.steps:
        if step.right is not None:
            expected = np.mean([one.share for one in said if one.certainty is step.certainty])
            assert step.right.value == pytest.approx(expected, abs=1e-12)


@settings(max_examples=30, deadline=None)
@given(ANSWERS)
def test_no_step_tells_of_fewer_than_five_learners(said):
    found = calibration(said)
    for step in found.steps if found else ():
        of_step = [one for one in said if one.certainty is step.certainty]
        for answers, is_told in (
            (of_step, step.answers is not None),
            ([one for one in of_step if one.share == 1], step.right is not None),
            ([one for one in of_step if one.share < 1], step.right is not None),
        ):
            if is_told:
                assert len({one.learner for one in answers}) >= 5


def test_a_class_that_knows_what_it_knows_is_neither_over_nor_under_confident():
    said = [Said(f"l{n}", Certainty.EIGHTY, float(n % 5 > 0)) for n in range(100)]
    found = calibration(said)
    assert found.over_confidence.value == pytest.approx(0)
    assert found.brier.value == pytest.approx(0.16)
    assert found.steps[2].answers == 100
    assert found.steps[2].right.value == pytest.approx(0.8)
    assert [step.answers for step in found.steps] == [None, None, 100, None]
