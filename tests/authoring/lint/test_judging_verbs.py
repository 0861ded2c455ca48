"""judging-verbs."""

import pytest

from tests.builders import a_choice, a_question


@pytest.mark.parametrize(
    "question",
    [
        a_question(ask="Who claimed that the path was safe?"),
        a_question(explain="The mayor admitted it in A2."),
        a_choice("The clerk insisted on the figure", "Nobody spoke"),
        a_question(explain="The so-called residents' group met."),
    ],
)
def test_a_verb_that_takes_sides_is_told(find, question):
    (fault,) = find(question)
    assert "passes judgement in our own voice" in fault.found


@pytest.mark.parametrize(
    "question",
    [
        a_question(ask="A11 has “insisted”. What does the verb add?"),
        a_question(explain="A claim is not a proof, whoever makes it."),
        a_question(explain="The group claimed responsibility. Two were admitted to hospital."),
        a_choice("The mayor said so", "The mayor supposedly admitted it"),
        {"id": "q", "kind": "highlight", "ask": "Tap.", "passage": "A2", "right": ["he claimed"]},
    ],
)
def test_plain_verbs_quotations_and_wrong_options_are_fine(find, question):
    assert find(question) == []
