"""How alike two texts are."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.authoring.extraction.alignment.shared_words import bag, likeness, rarest, rarity


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("evacuated", "evacuation"),
        ("villages", "village"),
        ("stopped", "stopping"),
        ("Brandvoort’s", "Brandvoort"),
    ],
)
def test_forms_of_one_word_are_one(one, other):
    assert bag(one) == bag(other) != frozenset()


def test_little_words_are_left_out_and_years_kept():
    assert bag("They said it would be in the red by 2032") == {"red", "2032"}


TEXTS = st.lists(st.text("abcde ", max_size=40), min_size=2, max_size=8)


@given(TEXTS)
def test_likeness_is_the_same_both_ways_and_between_nothing_and_all(texts):
    bags = [bag(text) for text in texts]
    weight = rarity(bags)
    one, other = bags[:2]
    assert likeness(one, other, weight) == likeness(other, one, weight)
    assert 0 <= likeness(one, other, weight) <= 1 + 1e-9


def test_of_many_texts_a_word_in_most_is_not_rare():
    bags = [bag(f"flood marker{n:03}") for n in range(60)]
    rare = rarest(rarity(bags), len(bags))
    assert "flood" not in rare
    assert "marker007" in rare or len(rare) == 60
