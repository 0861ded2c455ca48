"""cheering."""

import pytest

from tests.builders import a_choice, a_question


@pytest.mark.parametrize("text", ["Right!", "Well done, A2 says so.", "Yes. Great job."])
def test_a_text_that_calls_out_is_told(find, text):
    (fault,) = find(a_question(explain=text))
    assert fault.place == ("questions", 0, "explain")


@pytest.mark.parametrize(
    "text", ["Right: A2 says so.", "The poster says “Come!”", "The work was well begun, and done."]
)
def test_plain_feedback_is_fine(find, text):
    assert find(a_choice("One", "Two", explain=text)) == []


def test_the_articles_own_words_may_call_out(find):
    taps = {"id": "q", "kind": "highlight", "ask": "Tap.", "passage": "A2", "right": ["Come!"]}
    assert find(taps) == []
