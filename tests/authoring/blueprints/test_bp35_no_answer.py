"""BP35: what follows when somebody who was asked did not answer."""

import pytest

from tests.authoring.ledgers import (
    a_row,
    a_story,
    drafts_of,
    right_of,
    said,
    the_question,
    wrong_of,
)


@pytest.mark.parametrize(
    ("says", "key"),
    [
        ("Calls to the mill went unanswered", "Somebody was asked, and no answer is reported"),
        ("The mill declined to comment", "Somebody was asked, and no answer is reported"),
        (
            "The council referred questions to the mill",
            "The question was passed on, and no answer is reported",
        ),
    ],
)
def test_the_key_is_that_no_answer_is_reported(says, key):
    question = the_question(35, a_story(a_row("A-2", says)))
    assert right_of(question) == [key]
    assert set(wrong_of(question).values()) == {"over-claim", "not-in-text", "cynicism"}


def test_it_holds_back_where_there_is_an_answer_or_somebody_else_tells_of_silence():
    assert drafts_of(35, a_story(a_row("A-2", "The mill answered at once"))) == []
    assert drafts_of(35, a_story(a_row("A-2", "No official had referred to the well"))) == []
    assert drafts_of(35, a_story(said("A-2", "nurse", "Calls went unanswered"))) == []


def test_where_questions_were_passed_on_nobody_is_said_to_be_silent():
    story = a_story(a_row("A-2", "The council referred questions to the mill"))
    for seed in range(6):
        question = the_question(35, story, seed=seed)
        over, denial = (
            next(text for text, slip in wrong_of(question).items() if slip == wanted)
            for wanted in ("over-claim", "not-in-text")
        )
        assert "pass" in over
        assert "pass" in denial
