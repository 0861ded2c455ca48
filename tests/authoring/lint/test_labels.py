"""labels."""

import pytest

from tests.builders import a_choice, a_claim, a_question, a_statement, a_story

STORY = a_story(
    a_claim(labels=["grumblers"]), a_claim("A-02", speaker="police", labels=["Lake-Lover"])
)


@pytest.mark.parametrize(
    "question",
    [
        a_choice("One", "Two", ask="Where did the terrorists go?"),
        a_choice("The militants fled", "They stayed"),
        a_question(explain="The regime had closed the path."),
        a_statement("true", why={"false": "The extremists were there."}),
        a_choice("One", "Two", ask="What did the grumblers write to the paper?"),
        a_choice("One", "Two", ask="What did the lake-lovers want?"),
    ],
)
def test_a_label_in_our_own_voice_is_told(find, question):
    (fault,) = find(question, story=STORY)
    assert "stands in our own voice" in fault.found


def test_whose_word_it_is_in_this_story_is_told(find):
    (fault,) = find(a_choice("The grumblers", "Others"), story=STORY)
    assert "it is the word of The mayor" in fault.found


def test_the_title_of_the_bank_and_what_it_is_about_are_looked_at(find):
    (title, about) = find(a_question(), bank="The thugs", about="How militants are named.")
    assert (title.place, about.place) == (("bank",), ("about",))


@pytest.mark.parametrize(
    "question",
    [
        # in quotation marks
        a_choice("The mayor", "Police", ask="Who wrote of “terrorists” in A2?"),
        a_choice("“militants and separatists”", "“28 thugs were killed”"),
        # given to a speaker
        a_choice("The mayor calls them grumblers", "Nobody does"),
        a_question(explain="The word extremists is that of A2; Article A calls them militants."),
        # what is wrong with the option
        a_question(
            options=[
                {"right": "The group fled"},
                {"wrong": "The terrorists fled", "slip": "borrowed-label"},
            ]
        ),
        # an article's words, and what a learner would type
        {"id": "q", "kind": "highlight", "ask": "Tap.", "passage": "A2", "right": ["the thugs"]},
        {"id": "q", "kind": "short", "ask": "Which word is quoted in A2?", "accept": "terrorist"},
        # part of another word or name
        a_choice("The counter-terrorism office", "The mayor"),
        a_choice("The antiterrorist bureau", "The regimental band"),
        # what the word means
        a_question(explain="A grumbler is a person who complains a lot."),
    ],
)
def test_a_label_with_its_speaker_is_fine(find, question):
    assert find(question, story=STORY) == []


def test_a_label_of_another_story_is_just_a_word(find):
    assert find(a_choice("The grumblers", "Others")) == []
