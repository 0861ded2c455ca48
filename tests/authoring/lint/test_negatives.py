"""negatives."""

import pytest

from tests.builders import a_choice, a_statement


@pytest.mark.parametrize(
    "ask",
    [
        "Which of these does Article A not report?",
        "Which figure is not in A7?",
        "Read A2. Which two cannot both be true?",
        "What does the caption never tell?",
        "Who didn’t answer the paper's calls?",
        "All of these are in both articles except:",
        "Choose the speaker who is not named in B4.",
        "Which statements are not supported by the articles?",
    ],
)
def test_a_question_turned_round_by_a_small_word_is_told(find, ask):
    (fault,) = find(a_choice("One", "Two", ask=ask))
    assert fault.place == ("questions", 0, "ask")
    assert "easy to read over" in fault.found


@pytest.mark.parametrize(
    "ask",
    [
        # marked
        "Which of these does Article A NOT report?",
        "Which two *cannot* both be true?",
        "Which figure is **not** in A7?",
        # what somebody says is negative, the question is not
        "Who says that the bell was not cracked?",
        "Who said the lanterns were not counted?",
        "Tap the words that show that Article A does not vouch for something itself.",
        "In A1, marks stand around one label but not around “Foreign-Led”. Who spoke of it?",
        "Take both dates in one year, and do not count the first day. Which day is it?",
        "Match each figure with whoever it starts from, not with those who pass it on.",
        "“We do not know,” says the clerk. Which body is that?",
        "Which speaker is named when the paper could not reach the mayor?",
        "Everybody except the clerk spoke. Who spoke first?",
        "Who denies it, and who does not?",
        "Is it stated or not?",
    ],
)
def test_a_question_that_asks_for_what_fits_is_fine(find, ask):
    assert find(a_choice("One", "Two", ask=ask)) == []


def test_true_false_and_not_stated_may_be_negative(find):
    assert find(a_statement("false", ask="Which it was, the paper did not say.")) == []
