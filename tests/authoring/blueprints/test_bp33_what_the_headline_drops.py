"""BP33: what the body has and the headline leaves out."""

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

TEXT = {"A1": "Fifty fall sick after drinking"}
HEAD = a_row("A-1", words="Fifty fall sick", voice="headline", quantity=counts(50))


def test_the_key_is_a_limit_that_the_headline_dropped():
    body = said("A-2", "nurse", quantity=counts(50, "up to"), hedges=["up to"])
    question = the_question(33, a_story(HEAD, body, texts=TEXT))
    assert right_of(question) == ["The limiting words “up to”"]
    assert set(wrong_of(question).values()) == {"not-in-text"}
    assert question["needs"]


def test_or_the_speaker():
    body = said("A-2", "nurse", quantity=counts(50))
    question = the_question(33, a_story(HEAD, body, texts=TEXT))
    assert right_of(question) == ["Who says so: Ida Quill"]


def test_it_holds_back_where_the_headline_drops_nothing():
    assert drafts_of(33, a_story(HEAD, a_row("A-2", quantity=counts(50)), texts=TEXT)) == []


def test_what_the_headline_has_is_told_in_its_own_words_and_with_what_it_counts():
    body = said("A-2", "nurse", quantity=counts(50, "up to"), hedges=["up to"])
    text = {"A1": "Fifty fall ill: ‘clear water’ at a school fair"}
    question = the_question(33, a_story({**HEAD, "words": "Fifty fall ill"}, body, texts=text))
    assert set(wrong_of(question)) == {
        "The figure of 50 people who fell ill",
        "The words “clear water”",
        "The words “school fair”",
    }
