"""Orders stay even, whoever comes and whoever is forgotten."""

from collections import Counter

from hypothesis import given, settings
from hypothesis import strategies as st

from reportedly.study.orders import BLOCK, ORDERS, next_place, order_of

SEEDS = st.integers(0, 2**48)


@settings(deadline=None, max_examples=20)
@given(SEEDS, st.integers(0, 300))
def test_after_any_number_of_learners_no_two_groups_differ_by_more_than_half_a_block(
    seed, learners
):
    orders = [order_of(place, seed=seed) for place in range(learners)]
    assert _apart(Counter(orders), ORDERS) <= 1
    assert _apart(Counter(order.main for order in orders), ("AB", "BA")) <= BLOCK // 2
    assert _apart(Counter(order.transfer for order in orders), ("12", "21")) <= BLOCK // 2


def _apart(sizes, groups):
    return max(sizes[group] for group in groups) - min(sizes[group] for group in groups)


@settings(deadline=None, max_examples=20)
@given(SEEDS, st.integers(0, 100))
def test_every_full_block_holds_each_order_once(seed, block):
    orders = {order_of(block * BLOCK + n, seed=seed) for n in range(BLOCK)}
    assert orders == set(ORDERS)


def test_blocks_differ_from_one_another_and_from_seed_to_seed():
    def first(seed):
        return tuple(order_of(place, seed=seed) for place in range(40))

    assert first(1) == first(1)
    assert len({first(seed) for seed in range(20)}) == 20
    assert len({first(1)[n : n + BLOCK] for n in range(0, 40, BLOCK)}) > 1


@settings(deadline=None, max_examples=20)
@given(st.sets(st.integers(0, 40)))
def test_the_next_place_is_the_lowest_that_nobody_holds(taken):
    place = next_place(taken)
    assert place not in taken
    assert set(range(place)) <= taken


def test_a_place_that_becomes_free_is_given_out_again_so_that_groups_even_out():
    taken = set(range(12))
    taken -= {3, 8}
    assert next_place(taken) == 3
    taken.add(3)
    assert next_place(taken) == 8
