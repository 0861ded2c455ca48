"""How sure and how right, week by week."""

from datetime import date
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.quiz.marking import Certainty
from reportedly.reports.progress.certainty import certainty_over_time
from tests.builders import NOON
from tests.reports.progress.learning import ZONE, an_outcome

EIGHTY, NINETY_FIVE = Certainty.EIGHTY, Certainty.NINETY_FIVE


def test_a_case_worked_by_hand():
    found = certainty_over_time(
        [an_outcome(1, certainty=EIGHTY), an_outcome(0, certainty=NINETY_FIVE), an_outcome()], ZONE
    )
    assert found.overall.answers == 2
    assert found.overall.sure == pytest.approx(0.875)
    assert found.overall.right == 0.5
    assert found.overall.brier == pytest.approx((0.2**2 + 0.95**2) / 2)


def test_weeks_begin_on_monday_and_empty_ones_are_left_out():
    # Noon is a Wednesday.
    found = certainty_over_time(
        [
            an_outcome(day=18, certainty=EIGHTY),
            an_outcome(day=-2, certainty=EIGHTY),
            an_outcome(day=4, certainty=EIGHTY),
        ],
        ZONE,
    )
    assert [(monday, said.answers) for monday, said in found.weeks] == [
        (date(2026, 3, 2), 2),
        (date(2026, 3, 16), 1),
    ]


def test_the_week_is_that_of_the_place_where_the_learner_is():
    late = an_outcome(certainty=EIGHTY, answered_at=NOON.replace(day=8, hour=23))
    assert certainty_over_time([late], ZONE).weeks[0][0] == date(2026, 3, 2)
    assert certainty_over_time([late], ZoneInfo("Asia/Shanghai")).weeks[0][0] == date(2026, 3, 9)


def test_without_an_answer_that_says_how_sure_there_is_nothing():
    assert certainty_over_time([an_outcome()], ZONE) is None
    assert certainty_over_time([], ZONE) is None


@given(
    st.lists(st.tuples(st.integers(0, 40), st.sampled_from(Certainty), st.booleans()), min_size=1)
)
def test_the_weeks_add_up_to_the_whole(answers):
    all = [an_outcome(right, day=day, certainty=sure) for day, sure, right in answers]
    found = certainty_over_time(all, ZONE)
    assert sum(said.answers for _, said in found.weeks) == found.overall.answers == len(answers)
    for figure in ("sure", "right", "brier"):
        total = sum(getattr(said, figure) * said.answers for _, said in found.weeks)
        assert total == pytest.approx(getattr(found.overall, figure) * len(answers))
    apart = found.overall.sure - found.overall.right
    assert apart**2 - 1e-12 <= found.overall.brier <= 1
