"""BP15: which details stand in both articles."""

from tests.authoring.ledgers import (
    a_row,
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


def test_it_holds_back_where_the_form_of_an_option_would_show_that_it_is_right():
    voices = [
        said(f"{letter}-{n}", who, topic=f"{who}-{n}{letter.lower()}")
        for letter in "AB"
        for n, who in ((2, "council"), (3, "nurse"))
    ]
    figures = [{**row, "speaker": "none"} for row in ONE]
    texts = {f"{letter}6": "The council and Ida Quill were heard." for letter in "AB"}
    assert drafts_of(15, a_story(*voices, *figures, texts=texts)) == []


def test_among_voices_there_are_wrong_voices():
    more = [
        a_row(f"{letter}-{n}", quantity=counts(n * 111, of=f"boxes of row {n}"))
        for letter, n in (("A", 7), ("B", 8), ("A", 9))
    ]
    rows = [*BOTH, *ONE, *more]
    wrong = wrong_of(the_question(15, a_story(*rows)))
    assert any(text.startswith("Something that") for text in wrong)
