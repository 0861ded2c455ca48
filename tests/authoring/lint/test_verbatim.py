"""verbatim."""

from dataclasses import replace

import pytest

from reportedly.story.article import read_article
from tests.builders import a_choice, a_question, a_story

OURS = "The retelling puts it in quite other words than those of the paper it is about."
THEIRS = (
    "On a cold evening in May the people of the small town walked slowly along the lake, "
    "each with a lantern."
)
RUN = "On a cold evening in May the people of the small town walked slowly"


def story_of(text, original=None, retold=False):
    story = a_story()
    articles = tuple(a.model_copy(update={"retold": retold}) for a in story.about.articles)
    about = story.about.model_copy(update={"articles": articles})
    return replace(story, about=about, articles=(read_article("A", text, original),))


BESIDE = story_of(OURS, THEIRS, retold=True)


def test_more_than_twelve_words_of_an_original_beside_a_retelling_are_told(find):
    (fault,) = find(a_choice(RUN, "Nobody walked"), story=BESIDE)
    assert fault.place == ("questions", 0, "options", 0, "right")
    assert "14 words in a row are those of Article A (A1)" in fault.found


def test_an_article_that_is_no_retelling_is_an_original(find):
    (fault,) = find(a_question(explain=f"It says: {RUN}."), story=story_of(THEIRS))
    assert fault.place == ("questions", 0, "explain")


def test_marks_and_capitals_do_not_hide_a_run(find):
    text = RUN.upper().replace(" MAY ", " May – ")
    assert find(a_question(ask=text), story=BESIDE)


@pytest.mark.parametrize(
    "text",
    [
        "On a cold evening in May the people of the small town",  # 12 words
        "On a cold evening in May, people of the small town walked slowly along the lake",
        OURS,  # our own words may be used again
    ],
)
def test_up_to_twelve_words_and_our_own_are_fine(find, text):
    assert find(a_question(explain=text), story=BESIDE) == []


def test_nothing_is_said_of_an_original_that_is_not_here(find):
    assert find(a_question(explain=RUN), story=story_of(THEIRS, retold=True)) == []
