"""BP09: order statements by how firmly they are worded."""

from tests.authoring.ledgers import a_row, a_story, drafts_of, the_question

FLAT = a_row("A-2", words="the well was closed at noon")
LIKELY = a_row("A-3", words="it appears to be oil", hedges=["appears"])
POSSIBLE = a_row("A-4", words="it could take a week", hedges=["could"])


def test_flat_comes_before_likely_and_likely_before_possible():
    question = the_question(9, a_story(POSSIBLE, FLAT, LIKELY))
    assert [step["item"] for step in question["order"]] == [
        "“the well was closed at noon” (A2)",
        "“it appears to be oil” (A3)",
        "“it could take a week” (A4)",
    ]


def test_it_holds_back_where_two_are_worded_alike():
    also = a_row("A-4", words="it seems to be old", hedges=["seems"])
    assert drafts_of(9, a_story(FLAT, LIKELY, also)) == []
