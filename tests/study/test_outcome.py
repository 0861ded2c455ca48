"""What a study shows is what was put in, whichever way it went."""

import pytest

from reportedly.quiz.taxonomy import Slip
from reportedly.study.orders import Order
from reportedly.study.outcome import Taker, outcome
from reportedly.study.plan import Part
from reportedly.study.saying import paired, sentences, together
from tests.study.classes import EDITION, FORMS, IDS, PLAN, Manner, a_study, marks

ALIKE = Manner()
BETTER = Manner(right=0.85, accepts=(0.9, 0.1))
TRUSTS_NOTHING = Manner(right=0.45, much=0.05, accepts=(0.35, 0.05))
TRUSTS_ALL = Manner(right=0.45, much=0.95, accepts=(0.95, 0.7))
MANNERS = {"better": BETTER, "nothing": TRUSTS_NOTHING, "all": TRUSTS_ALL, "alike": ALIKE}


def test_learning_shows_as_more_right_fewer_misreadings_and_better_discernment():
    shown = a_study(ALIKE, BETTER, learners=40).main
    # Of a choice 35 of 100 more are right, of a statement 20: about 27 of 100 in all.
    assert shown.right.by.interval.low <= 0.275 <= shown.right.by.interval.high
    assert shown.right.by.is_above_zero
    assert shown.over_claim.change.by.is_below_zero
    assert shown.trust_nothing.change.by.is_below_zero
    assert shown.told.d_prime.is_above_zero
    assert "this is the pattern of telling better" in together(
        shown.over_claim, shown.trust_nothing
    )


def test_a_class_that_learned_to_trust_nothing_is_told_so():
    shown = a_study(ALIKE, TRUSTS_NOTHING, learners=40).main
    assert shown.over_claim.change.by.is_below_zero
    assert shown.trust_nothing.change.by.is_above_zero
    assert shown.told.bias.is_above_zero
    said = together(shown.over_claim, shown.trust_nothing)
    assert said.endswith("This is the pattern of having learned to trust nothing.")


def test_a_class_that_learned_to_accept_everything_is_told_so_in_the_same_words():
    shown = a_study(ALIKE, TRUSTS_ALL, learners=40).main
    said = together(shown.over_claim, shown.trust_nothing)
    assert "having learned to accept everything" in said
    assert shown.told.bias.is_below_zero


def test_every_figure_is_told_whatever_it_came_to():
    told = {name: sentences(a_study(ALIKE, manner).main) for name, manner in MANNERS.items()}
    assert {len(one) for one in told.values()} == {8}
    for one in told.values():
        for n in (0, 1, 2, 4, 5, 6):
            assert "95 % interval" in one[n]


def test_an_interval_with_no_change_in_it_is_said_to_have_it():
    shown = a_study(ALIKE, ALIKE).main
    assert "which includes no change" in sentences(shown)[0]
    assert "But no change lies within the interval" in together(
        shown.over_claim, shown.trust_nothing
    )


def test_nothing_is_told_of_four_learners_and_all_of_five():
    four = a_study(ALIKE, BETTER, learners=4)
    assert (four.main, four.sheets, four.both) == (None, (), 4)
    assert a_study(ALIKE, BETTER, learners=5).main is not None


@pytest.mark.parametrize(
    ("parts", "counts"),
    [((Part.BEFORE,), (8, 0)), ((Part.AFTER,), (0, 8)), ((), (0, 0))],
)
def test_who_did_only_one_part_is_counted_and_not_paired(parts, counts):
    if not parts:
        shown = outcome(PLAN, [Taker(Order("AB", "12"), {})] * 8, marks([ROW]), EDITIONS)
    else:
        shown = a_study(ALIKE, BETTER, learners=8, parts=parts)
    assert (shown.only_before, shown.only_after) == counts
    assert (shown.both, shown.main) == (0, None)
    assert f"{counts[0]} who did only the first" in paired(shown)


ROW = ("someone", "elsewhere", IDS[0], '{"chosen": [0]}', "60")
EDITIONS = {EDITION.key: EDITION}


def test_the_transfer_pair_is_told_by_itself():
    shown = a_study(ALIKE, BETTER, parts=tuple(Part))
    assert shown.transfer.learners == shown.main.learners == 24
    assert shown.transfer.right.by != shown.main.right.by
    assert a_study(ALIKE, BETTER).transfer is None


def test_a_question_left_out_counts_as_not_right_and_is_told():
    shown = a_study(ALIKE, Manner(skips=0.5), learners=40).main
    assert shown.left_out.after == pytest.approx(0.5, abs=0.08)
    assert shown.right.after == pytest.approx(shown.right.before / 2, abs=0.08)
    # Of what was answered, the misreadings are no rarer than before.
    assert abs(shown.over_claim.change.by.value) < 0.1


def test_rates_are_chosen_of_offered_and_add_up_by_hand():
    order = Order("AB", "12")
    takers, rows = [], []
    for n in range(5):
        takers.append(Taker(order, {Part.BEFORE: f"b{n}", Part.AFTER: f"a{n}"}))
        # Before: two claim too much and one doubts; after: one doubts. Each of two questions.
        for sitting, ids, picks in (
            (f"b{n}", FORMS.a[0:4:2], (1 if n < 2 else 0, 2 if n == 4 else 0)),
            (f"a{n}", FORMS.b[0:4:2], (0, 2 if n == 4 else 0)),
        ):
            rows += [(f"l{n}", sitting, id, f'{{"chosen": [{pick}]}}', "95")
                     for id, pick in zip(ids, picks, strict=True)]  # fmt: skip
    shown = outcome(PLAN, takers, marks(rows), EDITIONS).main
    much, little = shown.over_claim, shown.trust_nothing
    assert [(r.chosen, r.offered) for r in (much.before, much.after)] == [(2, 10), (0, 10)]
    assert [(r.chosen, r.offered) for r in (little.before, little.after)] == [(1, 10), (1, 10)]
    assert (much.change.by.value, little.change.by.value) == (pytest.approx(-0.2), 0)
    # Two of twelve questions of the form were answered: 7 of 60 right before, 9 after.
    assert (shown.right.before, shown.right.after) == (pytest.approx(7 / 60), pytest.approx(9 / 60))
    assert not shown.right.freed
    assert "Nearly all had the same form first" in sentences(shown)[-1]
    assert shown.told is None
    assert much.before.slip is Slip.OVER_CLAIM


def test_the_rows_to_keep_name_nobody_and_are_not_in_the_order_in_which_learners_came():
    shown = a_study(ALIKE, BETTER)
    keys = [(both.first, both.before.share, both.after.share) for both in shown.sheets]
    assert keys == sorted(keys)
    assert len(keys) == 24
