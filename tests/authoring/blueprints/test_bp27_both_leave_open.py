"""BP27: which question both articles leave open."""

from tests.authoring.ledgers import (
    a_story,
    counts,
    drafts_of,
    right_of,
    said,
    the_question,
    wrong_of,
)

ONE = said("A-2", "nurse", quantity=counts(16), not_said=["how badly they were hurt"])
OTHER = said("B-2", "radio", quantity=counts(18), not_said=["how badly they were hurt"])


def test_the_key_is_a_gap_of_both_and_the_others_are_answered():
    question = the_question(27, a_story(ONE, OTHER))
    assert right_of(question) == ["How badly they were hurt"]
    assert wrong_of(question) == {
        "What is given as the number of people who fell ill": "wrong-document",
        "Who is named as the source in A2": "cynicism",
    }


def test_it_holds_back_where_the_gaps_differ_or_stand_in_one_article():
    assert drafts_of(27, a_story(ONE, {**OTHER, "not_said": ["who counted them"]})) == []
    assert drafts_of(27, a_story(ONE, {**OTHER, "id": "A-3", "at": "A3"})) == []


def test_a_pronoun_that_means_two_people_asks_no_question():
    gap = {"not_said": ["how he reached the figure"]}
    assert drafts_of(27, a_story({**ONE, **gap}, {**OTHER, **gap})) == []
    assert drafts_of(27, a_story({**ONE, **gap}, {**OTHER, **gap, "speaker": "nurse"}))


def test_the_stem_asks_of_the_two_paragraphs_and_not_of_the_whole_articles():
    gap = "how many were paid"
    rows = [
        said("A-2", "nurse", quantity=counts(16), happened="2025-02-27", not_said=[gap]),
        said("B-2", "radio", quantity=counts(16), not_said=[gap]),
        said("B-3", "baker"),
    ]
    for seed in range(6):
        ask = the_question(27, a_story(*rows), seed=seed)["ask"]
        assert "paragraphs" in ask
        assert "Article" not in ask
