"""BP26: judge a statement that a paragraph leaves open."""

import pytest

from tests.authoring.ledgers import a_row, a_story, drafts_of, the_question


def test_the_key_is_not_stated():
    row = a_row("A-2", "Helpers carried water", not_said=["whether they were volunteers"])
    question = the_question(26, a_story(row))
    assert question["answer"] == "not stated"
    assert question["ask"].endswith("They were volunteers.")
    assert question["slips"] == {"true": "over-claim", "false": "over-claim"}


@pytest.mark.parametrize(
    "gap", ["who carried it", "whether it was hot or cold", "whether it was clean", "their names"]
)
def test_it_holds_back_where_the_note_is_no_statement_by_itself(gap):
    assert drafts_of(26, a_story(a_row("A-2", "Helpers carried water", not_said=[gap]))) == []


def test_it_holds_back_where_another_article_states_it():
    row = a_row("A-2", "Helpers carried water", not_said=["whether the helpers were volunteers"])
    other = a_row("B-2", "All the helpers were volunteers")
    assert drafts_of(26, a_story(row, other)) == []
