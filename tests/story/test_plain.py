"""Authors' words without their marks."""

import re
from html import unescape

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.files.markdown import to_html
from reportedly.story.plain import plain


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Which two *cannot* both be **true**?", "Which two cannot both be true?"),
        ("`id` and [a page](https://example.org)", "id and a page"),
        ("one\ntwo", "one two"),
        ("3 * 4 * 5, snake_case and \\*stars\\*", "3 * 4 * 5, snake_case and *stars*"),
        ("", ""),
    ],
)
def test_the_words_stay_and_their_marks_go(text, words):
    assert plain(text) == words


@given(st.text("ab *_`[]()&\\.\n", max_size=30))
def test_the_words_are_those_that_a_page_shows(text):
    shown = unescape(re.sub("<br ?/?>", " ", to_html(text)))
    assert plain(text) == " ".join(re.sub("</?(em|strong|code|a)[^>]*>", "", shown).split())
