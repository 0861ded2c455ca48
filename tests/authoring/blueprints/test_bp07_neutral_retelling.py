"""BP07: which retelling is accurate and neutral."""

from tests.authoring.ledgers import (
    a_row,
    a_story,
    drafts_of,
    right_of,
    said,
    the_question,
    wrong_of,
)

OTHER = said("A-3", "radio", "It says so", topic="rain")


def test_the_label_of_a_speaker_is_not_taken_over():
    row = said(
        "A-2", "baker", "The council was slow", words="the cowards were slow", labels=["cowards"]
    )
    question = the_question(7, a_story(row, OTHER))
    assert right_of(question) == ["Tom Arden said that the council was slow"]
    assert wrong_of(question)["The cowards were slow, as is now known"] == "borrowed-label"
    assert "cynicism" in wrong_of(question).values()


def test_a_person_has_to_approve_it():
    row = said("A-2", "baker", "The council was slow", labels=["cowards"])
    assert "approve" in the_question(7, a_story(row, OTHER))["needs"]


def test_it_holds_back_where_nobody_is_named():
    assert drafts_of(7, a_story(a_row("A-2", labels=["cowards"]), OTHER)) == []
