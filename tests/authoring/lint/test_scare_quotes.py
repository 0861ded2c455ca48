"""scare-quotes."""

import pytest

from tests.builders import a_choice, a_claim, a_question, a_story

STORY = a_story(a_claim(), a_claim("A-02", speaker="police", labels=["cover-up"]))


@pytest.mark.parametrize(
    "text",
    [
        "What became of the “reform” of the path?",
        "How many “volunteers” came to the lake?",
        'Which of the "experts" was there first?',
        "Where did the ‘terrorists’ go?",
        "The mayor and the “cover-up” were there.",
        "The town’s “official” newspaper counted 16.",
        "The council met its “critics” on Monday.",
    ],
)
def test_a_word_that_is_sneered_at_is_told(find, text):
    (fault,) = find(a_question(ask=text), story=STORY)
    assert "stands in quotation marks alone" in fault.found


@pytest.mark.parametrize(
    "text",
    [
        # the word is spoken of
        "The small word “official” carries the difference.",
        "“Said” adds nothing to the figure.",
        "The figure stands with “at least”, the other one with “about”.",
        "Nobody can tell the “about” of one from the “roughly” of the other.",
        "Keep the “reportedly” when you retell it.",
        "When two “firsts” collide, ask what each one counts in A8.",
        "Look whether a clause trails behind a “says”.",
        "Why is the label “reform” in the headline?",
        # somebody's word
        "The mayor called the timing of the notice a “cover-up”.",
        "In A12 the “grumblers” are some of the members.",
        "The police showed that the notice was part of a “cover-up”.",
        "The police wrote of the “volunteers” by the lake.",
        # more than one word, a name, a number, an apostrophe
        "What became of the “reform of the path”?",
        "The answer is the “3000” of A4.",
        "It’s the town’s own bridge, isn’t it?",
    ],
)
def test_a_word_that_is_spoken_of_or_somebodys_is_fine(find, text):
    assert find(a_question(ask=text), story=STORY) == []


def test_a_sneer_may_be_what_is_wrong_with_an_option(find):
    sneer = {"wrong": "The “reform” was late", "slip": "cynicism"}
    assert find(a_question(options=[{"right": "It was late"}, sneer])) == []
    assert find(a_choice("The “reform” was late", "It was late"))
