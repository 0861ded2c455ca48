"""A browser knows one end of a line; a file keeps the ones it has."""

import re

from hypothesis import given
from hypothesis import strategies as st

from reportedly.files.line_ends import with_ends_of, with_plain_ends

ENDS = ["\n", "\r\n", "\r"]
files = st.lists(
    st.tuples(st.text("ab# ", max_size=3), st.sampled_from(ENDS)).map("".join), max_size=8
).map("".join)


@given(original=files)
def test_what_was_not_edited_comes_back_to_the_last_byte(original):
    assert with_ends_of(original, with_plain_ends(original)) == original


@given(original=files, edited=st.text("ab# \n", max_size=30))
def test_what_was_typed_is_kept_whatever_the_ends(original, edited):
    assert with_plain_ends(with_ends_of(original, edited)) == edited


def test_lines_above_and_below_an_edit_keep_their_own_ends():
    original = "one\r\ntwo\nthree\r\nfour\rfive"
    edited = "one\ntwo\nnew\nthree\nfour\nfive"
    assert with_ends_of(original, edited) == "one\r\ntwo\nnew\r\nthree\r\nfour\rfive"


@given(original=st.text("ab\n", max_size=20), edited=st.text("ab\n", max_size=20))
def test_a_file_of_plain_ends_gets_no_others(original, edited):
    assert not re.search("\r", with_ends_of(original, edited))
