"""In which order a learner sees the parts: it tells nothing of the key."""

from collections import Counter

import pytest

from tests.quiz.answering import EXAMPLES, a_layout, a_question


def _is_uniform(counts: Counter[str], cells: int) -> bool:
    """Whether chi-square stays below the value that chance passes once in a million draws."""
    limit = {2: 23.9, 3: 27.6, 4: 30.7, 5: 33.4, 6: 35.9}[cells]
    expected = counts.total() / cells
    chi_square = sum((counts[n] - expected) ** 2 / expected for n in counts)
    chi_square += (cells - len(counts)) * expected
    return chi_square < limit


@pytest.mark.parametrize("kind", ["single", "multiple", "match", "classify"])
def test_over_2000_seeds_the_key_stands_in_every_position_equally_often(kind):
    question = EXAMPLES[kind]
    where: Counter[str] = Counter()
    for seed in range(2_000):
        body = question.body(a_layout(question, seed))
        parts = body["items"] if "items" in body else body["options"]
        where[next(part["id"] for part in parts if part["text"] == "key")] += 1
    assert _is_uniform(where, len(parts))


@pytest.mark.parametrize("shuffle", [True, False])
def test_over_2000_seeds_the_match_of_an_item_stands_anywhere_even_when_items_keep_their_order(
    shuffle,
):
    question = EXAMPLES["match"].model_copy(update={"shuffle": shuffle})
    where: Counter[str] = Counter()
    for seed in range(2_000):
        choices = question.body(a_layout(question, seed))["choices"]
        where[next(choice["id"] for choice in choices if choice["text"] == "x")] += 1
    assert _is_uniform(where, 3)


def test_over_2000_seeds_what_fills_a_gap_stands_in_every_position_equally_often():
    question = a_question(
        kind="cloze",
        text="[a] b",
        gaps=[{"gap": "a", "options": [{"right": "key"}, {"wrong": "x"}, {"wrong": "y"}]}],
    )
    where: Counter[str] = Counter()
    for seed in range(2_000):
        choices = question.body(a_layout(question, seed))["pieces"][0]["choices"]
        where[next(choice["id"] for choice in choices if choice["text"] == "key")] += 1
    assert _is_uniform(where, 3)


def test_over_2000_seeds_every_wrong_order_is_shown_equally_often_and_the_right_one_never():
    question = a_question(kind="order", order=["a", "b", "c"])
    shown: Counter[str] = Counter()
    for seed in range(2_000):
        items = question.body(a_layout(question, seed))["items"]
        shown["".join(item["text"] for item in items)] += 1
    assert "abc" not in shown
    assert _is_uniform(shown, 5)


def test_an_order_that_ties_allow_is_not_shown_either():
    question = a_question(kind="order", order=[["a", "b"], "c"])
    shown = {a_layout(question, seed).parts for seed in range(200)}
    assert {(0, 1, 2), (1, 0, 2)} & shown == set()
    assert len(shown) == 4


def test_items_that_all_share_one_place_can_be_laid_out():
    question = a_question(kind="order", order=[["a", "b"]])
    assert sorted(a_layout(question).parts) == [0, 1]


def test_an_option_pinned_last_stays_at_the_end_and_the_rest_moves():
    options = [{"right": "a"}, {"wrong": "none of these", "pin": "last"}, {"wrong": "b"}]
    question = a_question(kind="single", options=options)
    layouts = {a_layout(question, seed).parts for seed in range(50)}
    assert layouts == {(0, 2, 1), (2, 0, 1)}


def test_an_author_can_keep_the_order_of_options():
    options = [{"right": "a"}, {"wrong": "b"}, {"wrong": "c"}]
    question = a_question(kind="single", options=options, shuffle="no")
    assert {a_layout(question, seed).parts for seed in range(20)} == {(0, 1, 2)}


def test_pieces_to_tap_are_numbered_by_their_words_whichever_are_right():
    one = a_question(kind="highlight", passage="A1", right=["b", "c"], wrong=["a"])
    other = a_question(kind="highlight", passage="A1", right=["a"], wrong=["c", "b"])
    assert one.body(a_layout(one)) == other.body(a_layout(other))
