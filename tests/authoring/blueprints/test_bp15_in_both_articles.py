"""BP15: which details stand in both articles."""

from tests.authoring.ledgers import (
    a_story,
    counts,
    drafts_of,
    right_of,
    said,
    the_question,
    wrong_of,
)

BOTH = [
    said("A-2", "nurse", quantity=counts(16)),
    said("B-2", "radio", quantity=counts(16)),
    said("A-3", "council", topic="water"),
    said("B-3", "council", topic="water"),
]
ONE = [
    said("A-4", "baker", quantity=counts(70, of="cups filled", topic="cups"), topic="cups"),
    said("B-4", "mill", quantity=counts(90, of="sacks lost", topic="sacks"), topic="sacks"),
]


def test_shared_figures_and_voices_are_right_and_those_of_one_article_wrong():
    question = the_question(15, a_story(*BOTH, *ONE))
    assert sorted(right_of(question)) == [
        "16 as the number of people who fell ill",
        "Something that the council said",
    ]
    assert set(wrong_of(question).values()) == {"wrong-document"}
    assert "70 as the number of cups filled" in wrong_of(question)


def test_it_holds_back_with_fewer_than_two_shared():
    assert drafts_of(15, a_story(*BOTH[:2], *ONE)) == []


def test_a_number_that_the_other_article_prints_is_no_wrong_option():
    story = a_story(*BOTH, *ONE, texts={"B5": "It had seventy cups."})
    for draft in drafts_of(15, story):
        assert "70 as the number of cups filled" not in wrong_of(dict(draft.question))
