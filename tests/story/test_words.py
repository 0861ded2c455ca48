"""Finding words in a paragraph, whatever the shape of its marks."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.story.words import count_words, find_words, fold, nearest_words

FOUND = [
    ("plain words", "some plain words here", "plain words"),
    ("the whole text", "the whole text", "the whole text"),
    ("first", "first and last", "first"),
    ("last", "first and last", "last"),
    ("last.", "first and last.", "last."),
    ("the bridge", "he said “the bridge” fell", "the bridge"),
    ('said "the bridge" fell', "he said “the bridge” fell", "said “the bridge” fell"),
    ("said 'the bridge' fell", "he said «the bridge» fell", "said «the bridge» fell"),
    ("said the bridge fell", "he said „the bridge‟ fell", "said „the bridge‟ fell"),
    (
        "called it a 'sham' vote",
        "“They called it a ‘sham’ vote,” he said",
        "called it a ‘sham’ vote",
    ),
    ("a sham", "“They called it a ‘sham’,” he said", "a ‘sham"),
    ("town's mayor", "the town’s mayor", "town’s mayor"),
    ("town’s mayor", "the town's mayor", "town's mayor"),
    ("two - three", "between two – three", "two – three"),
    ("self-made", "a self‑made man", "self‑made"),
    ("words — and more", "words - and more", "words - and more"),
    ("one two", "one\u00a0two", "one\u00a0two"),
    ("one two", "one  \n two", "one  \n two"),
    ("one two", "one\u202ftwo", "one\u202ftwo"),
    ("  one two  ", "one two three", "one two"),
    ("Ürümqi", "in Ürümqi today", "Ürümqi"),
    ("16 people", "at least 16 people, he said", "16 people"),
    ("16", "(16)", "16"),
    ("2,000 people", "2,000 people", "2,000 people"),
    ("16", "16, 17 or 18", "16"),
    ("2015", "in 2015. 16 people", "2015"),
    ("16 people", "in 2015. 16 people", "16 people"),
    ("be", "to maybe be there", "be"),
    ("维吾尔", "“维吾尔”", "维吾尔"),
]
NOT_FOUND = [
    ("bridge", "bridges"),
    ("ridge", "bridge"),
    ("6 people", "16 people"),
    ("1 person", "1 persons"),
    ("Bridge", "bridge"),
    ("one, two", "one two"),
    ("town", "town’s"),
    ("000 people", "2,000 people"),
    ("2", "2,000 people"),
    ("3", "3.5 metres"),
    ("5 metres", "3.5 metres"),
    ("cafe", "cafe\u0301"),
    ("Urumqi", "Ürümqi"),
    ("one two", "onetwo"),
    ("", "text"),
    ('""', 'text ""'),
    ("words", ""),
    ("longer than the text", "text"),
]


@pytest.mark.parametrize(("words", "text", "found"), FOUND)
def test_words_are_found_as_they_stand_in_the_text(words, text, found):
    place = find_words(words, text)
    assert place is not None
    assert text[slice(*place)] == found


@pytest.mark.parametrize(("words", "text"), NOT_FOUND)
def test_other_words_and_parts_of_words_are_not_found(words, text):
    assert find_words(words, text) is None


def test_a_later_place_is_found_when_the_first_is_inside_a_word():
    text = "bridges and a bridge"
    assert find_words("bridge", text) == (14, 20)


texts = st.text(alphabet="ab '\"“”‘’«»–—-.,\u00a0\nÜ", max_size=40)


@given(texts, st.data())
def test_any_run_of_whole_words_is_found_and_stands_for_the_same_words(text, data):
    words = text.split()
    if not words:
        return
    start = data.draw(st.integers(0, len(words) - 1))
    end = data.draw(st.integers(start + 1, len(words)))
    run = " ".join(words[start:end])
    found = find_words(run, text)
    if fold(run):
        assert found is not None
        assert fold(text[slice(*found)]) == fold(run)
    else:
        assert found is None


@given(texts, texts)
def test_what_is_found_lies_in_the_text_and_begins_and_ends_with_something(words, text):
    found = find_words(words, text)
    if found:
        start, end = found
        assert 0 <= start < end <= len(text)
        assert fold(text[start]) and fold(text[end - 1])  # noqa: PT018


@given(texts)
def test_folding_twice_changes_nothing_more(text):
    assert fold(fold(text)) == fold(text)


@pytest.mark.parametrize(
    ("words", "text", "nearest"),
    [
        ("40 lantern", "they lit 40 lanterns there", "40 lanterns"),
        ("fourty lanterns", "they lit forty lanterns there", "forty lanterns"),
        ("the bridge has fell", "and the bridge fell down", "the bridge fell"),
        ("old bridge", "the “old” bridge fell", "“old” bridge"),
        ("far more words than there are here", "few words", "few words"),
        ("anything", "", ""),
    ],
)
def test_the_nearest_words_are_a_run_of_whole_words(words, text, nearest):
    assert nearest_words(words, text).words == nearest


def test_words_that_stand_there_have_the_greatest_likeness():
    assert nearest_words("“old bridge”", "the old bridge fell").likeness == 1
    assert nearest_words("zebra", "the old bridge fell").likeness < 0.5
    assert nearest_words("zebra", "").likeness == 0


def test_words_are_counted_by_the_spaces_between_them():
    assert count_words("16 people, including five") == 4
    assert count_words("  ") == 0
