"""Words, quotations and sentences."""

import pytest

from reportedly.authoring.linting.wording import sentences, stem, topic_words, unquoted, words


@pytest.mark.parametrize(
    "text",
    ["He said “no” to it", 'He said "no" to it', "He said ‘no’ to it", "He said 'no' to it"],
)
def test_quotations_are_blanked_out_in_their_place(text):
    assert unquoted(text) == "He said      to it"


@pytest.mark.parametrize("text", ["The town’s path isn’t safe", "The town's path isn't safe"])
def test_an_apostrophe_is_no_quotation_mark(text):
    assert unquoted(text) == text


def test_a_quotation_may_hold_an_apostrophe():
    assert unquoted("A ‘town’s path’ it is").split() == ["A", "it", "is"]


def test_numbers_and_hyphenated_words_are_one_word():
    assert words("About 1,800 lake-lovers; it’s 12:30.") == [
        *("about", "1,800", "lake-lovers", "it's", "12:30")
    ]


def test_sentences_end_where_a_capital_follows():
    assert sentences("It rained. “Why?” asked he. B. 3 came.") == [
        *("It rained.", "“Why?” asked he.", "B.", "3 came.")
    ]


@pytest.mark.parametrize(
    ("one", "other"),
    [("bells", "bell"), ("stopped", "stop"), ("parties", "party"), ("counted", "counts")],
)
def test_forms_of_one_word_share_a_stem(one, other):
    assert stem(one) == stem(other)


def test_what_a_question_is_about_leaves_out_what_any_question_says():
    assert topic_words("Which of these statements does Article A report of the bridge?") == {
        stem("bridge")
    }
