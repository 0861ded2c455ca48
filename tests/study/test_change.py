"""The change has the size that was put in, and its interval is as wide as it says."""

from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy import stats

from reportedly.study.change import Pair, change_of, difference
from reportedly.study.student_t import t_quantile

HARDER = -0.15  # by so much form B is harder than A
LEARNED = 0.10
SCATTER = 0.14  # of a share of twelve questions


@settings(deadline=None, max_examples=100)
@given(
    probability=st.floats(0.001, 0.999),
    df=st.one_of(st.integers(1, 500).map(float), st.floats(1, 1000)),
)
def test_the_quantile_of_students_t_is_scipys(probability, df):
    assert t_quantile(probability, df) == pytest.approx(
        stats.t.ppf(probability, df), rel=1e-9, abs=1e-9
    )


def test_without_end_of_freedom_it_is_the_normal_distributions():
    assert t_quantile(0.975, float("inf")) == pytest.approx(stats.norm.ppf(0.975))


@pytest.mark.parametrize(("probability", "df"), [(0, 5), (1, 5), (0.5, 0)])
def test_a_quantile_that_does_not_exist_is_refused(probability, df):
    with pytest.raises(ValueError, match=r"not between|degrees"):
        t_quantile(probability, df)


def ends(change):
    return (change.by.interval.low, change.by.interval.high)


def a_class(seed: int, *, learned: float, ab: int = 16, ba: int = 16) -> list[Pair]:
    """Learners with an ability of their own, who do as well as chance lets them."""
    chance = Random(seed)
    pairs = []
    for first_form in ["A"] * ab + ["B"] * ba:
        ability = chance.uniform(0.35, 0.65)
        first, second = (0.0, HARDER) if first_form == "A" else (HARDER, 0.0)
        before, after = (chance.gauss(ability + by, SCATTER) for by in (first, second + learned))
        pairs.append(Pair(first_form, before, after))
    return pairs


@pytest.mark.parametrize(("learned", "sizes"), [(0.0, (9, 20)), (LEARNED, (16, 16))])
def test_the_interval_holds_the_change_that_was_put_in_in_95_of_100_classes(learned, sizes):
    classes = 300
    held = 0
    for seed in range(classes):
        change = change_of(a_class(seed, learned=learned, ab=sizes[0], ba=sizes[1]))
        held += change.by.interval.low <= learned <= change.by.interval.high
    # Of 300 classes 95 % are 285, with a standard deviation of 3.8.
    assert 273 <= held <= 297


def test_a_harder_form_does_not_pass_for_a_change_even_where_the_groups_differ():
    changes = [change_of(a_class(seed, learned=0, ab=24, ba=8)).by.value for seed in range(150)]
    assert sum(changes) / len(changes) == pytest.approx(0, abs=0.015)


def test_with_equal_groups_it_is_scipys_welch_interval_of_the_two_orders():
    pairs = a_class(1, learned=LEARNED, ab=11, ba=14)
    ab = [p.after - p.before for p in pairs if p.first == "A"]
    ba = [p.before - p.after for p in pairs if p.first == "B"]
    # Half the difference between AB's change and the negative of BA's is the change.
    expected = stats.ttest_ind(ab, ba, equal_var=False).confidence_interval(0.95)
    change = change_of(pairs)
    assert ends(change) == pytest.approx((expected.low / 2, expected.high / 2))


def test_where_all_had_one_order_it_is_the_plain_paired_interval_and_says_so():
    pairs = a_class(2, learned=LEARNED, ab=12, ba=1)
    differences = [p.after - p.before for p in pairs]
    expected = stats.ttest_1samp(differences, 0).confidence_interval(0.95)
    change = change_of(pairs)
    assert ends(change) == pytest.approx((expected.low, expected.high))
    assert not change.freed


def test_nothing_is_told_of_fewer_than_five():
    pairs = a_class(3, learned=LEARNED)
    assert change_of(pairs[:4]) is None
    assert change_of(pairs[:5]) is not None


def test_learners_who_all_change_by_the_same_leave_no_width():
    change = change_of([Pair(first, 0.5, 0.75) for first in ("A", "B") * 4])
    assert (*ends(change), change.by.value) == (0.25, 0.25, 0.25)
    assert (change.before, change.after) == (0.5, 0.75)


@settings(deadline=None, max_examples=40)
@given(st.lists(st.tuples(st.sampled_from(["A", "B"]), st.floats(0, 1), st.floats(0, 1)),
                min_size=5, max_size=12))  # fmt: skip
def test_the_change_is_what_lies_between_before_and_after_and_inside_its_interval(rows):
    change = change_of([Pair(*row) for row in rows])
    assert change.by.value == pytest.approx(change.after - change.before)
    assert change.by.interval.low <= change.by.value <= change.by.interval.high
    assert 0 <= change.before <= 1


def test_the_difference_of_two_classes_holds_what_was_put_in_in_95_of_100_studies():
    studies = 200
    held = 0
    for seed in range(studies):
        here = change_of(a_class(seed, learned=LEARNED, ab=10, ba=9))
        there = change_of(a_class(seed + 10_000, learned=0, ab=7, ba=13))
        told = difference(here, there).interval
        held += told.low <= LEARNED <= told.high
    # Of 200 studies 95 % are 190, with a standard deviation of 3.1.
    assert 180 <= held <= 199


def test_a_class_differs_by_nothing_from_itself():
    change = change_of(a_class(5, learned=LEARNED))
    told = difference(change, change)
    assert told.value == 0
    assert told.interval.high > change.by.interval.high - change.by.value
