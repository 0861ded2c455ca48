"""same-options."""

import pytest

from tests.builders import a_choice


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The mayor", "the Mayor."),
        ("Six lanterns", "6 lanterns"),
        ("A lantern", "The lantern"),
        ("The police", "The police and the mayor"),
        ("The mayor", "The police or the mayor"),
        ("10 to 20", "12 to 15"),
        ("Between 10 and 20 days", "15 days"),
        ("5–30", "10-20"),
    ],
)
def test_options_that_cannot_be_told_apart_are_told(find, one, other):
    (fault,) = find(a_choice("Somebody else", one, other))
    assert fault.place == ("questions", 0, "options", 2, "wrong")
    assert len(fault.also) == 2


def test_open_spans_lie_in_each_other_unless_sources_have_worded_them(find):
    options = ("More than 10 days", "More than 20 days", "Fewer than 5 days")
    assert len(find(a_choice(*options, ask="How long did it take?"))) == 1
    assert find(a_choice(*options, ask="What did the police say?")) == []


@pytest.mark.parametrize(
    ("one", "other"),
    [
        # limits and words are what is asked about
        ("At least 50", "50"),
        ("At least 16 people", "At least 50 people"),
        ("about 1,800, and no more than 1,500", "about 1,800, and at least 1,460"),
        ("The mayor said “so”", "The mayor said so"),
        # one begins like the other, and says something else
        ("The government", "The government of China, with no body named"),
        ("The Post", "The Tessowick Post"),
        ("Yes", "Yes, because A2 names her"),
        ("10 to 20", "21 to 30"),
        ("5 days", "5 weeks"),
        ("+3", "−3"),
        ("10 to 20 days", "15 people"),
    ],
)
def test_options_that_differ_are_fine(find, one, other):
    assert find(a_choice("Somebody else", one, other)) == []
