"""what-happened."""

import pytest

from tests.builders import a_choice, an_open_question


@pytest.mark.parametrize(
    "ask",
    [
        "What is the real death toll?",
        "What really happened at the mine?",
        "Who is telling the truth about the path?",
        "Which side is right?",
        "How many people actually died?",
        "What was the true motive of the council?",
        "Which government do you trust?",
    ],
)
def test_a_question_that_asks_for_the_truth_is_told(find, ask):
    (fault,) = find(a_choice("One", "Two", ask=ask))
    assert fault.place == ("questions", 0, "ask")


@pytest.mark.parametrize(
    "ask",
    [
        "Which toll does B4 give?",
        "According to the mayor, what happened at the bridge?",
        "Which retelling is right about who says it?",
        "A reader asks “what really happened?”. Which step would help?",
        "Which source is named for the real names in A2?",
        "What is the number of lanterns in A2?",
    ],
)
def test_a_question_about_what_is_reported_is_fine(find, ask):
    assert find(a_choice("One", "Two", ask=ask)) == []


def test_a_question_to_write_about_may_ask_what_cannot_be_known(find):
    assert find(an_open_question(ask="Can you tell what really happened?")) == []
