"""all-of-the-above."""

import pytest

from tests.builders import a_choice


@pytest.mark.parametrize(
    "option",
    [
        *(
            "All of the above",
            "None of the above.",
            "all the above",
            "None of these",
            "All of these",
        ),
        *("Both of the above", "None of the other answers", "All of the options are correct"),
        *("Both a and b)".replace("a and b)", "(a) and (b)"), "Answers 1 and 2", "All of them"),
        "The police, or none of the above",
        "Both A and B are correct",
    ],
)
def test_an_option_that_stands_for_the_others_is_told(find, option):
    (fault,) = find(a_choice("The mayor", "The police", option))
    assert fault.place == ("questions", 0, "options", 2, "wrong")


@pytest.mark.parametrize(
    "option",
    [
        *("Both A and B", "Article A and Article B", "All of the lanterns", "None of the speakers"),
        *("None of the people named above the line", "Both articles", "Neither article says so"),
        *("Above all, the mayor", "None is named", "Either of the two papers", "All three figures"),
    ],
)
def test_an_option_of_its_own_is_fine(find, option):
    assert find(a_choice("The mayor", "The police", option)) == []
