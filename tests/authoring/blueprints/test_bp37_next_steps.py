"""BP37: which next steps would best test a disputed figure."""

from tests.authoring.ledgers import (
    a_story,
    counts,
    drafts_of,
    right_of,
    said,
    the_question,
    wrong_of,
)


def test_the_key_goes_to_both_origins_and_to_a_third():
    story = a_story(
        said("A-2", "nurse", quantity=counts(50)), said("A-3", "radio", quantity=counts(16))
    )
    question = the_question(37, story)
    assert sorted(right_of(question)) == [
        "Find out how Ida Quill came to the figure",
        "Find out how Radio Wick came to the figure",
        "Look for a count by somebody who depends on neither of the two",
    ]
    assert set(wrong_of(question).values()) == {"not-in-text", "over-claim", "cynicism"}
    assert question["needs"]


def test_it_holds_back_without_a_dispute():
    for value in (50, 60):
        story = a_story(
            said("A-2", "nurse", quantity=counts(50, "at least")),
            said("A-3", "radio", quantity=counts(value, "at least")),
        )
        assert drafts_of(37, story) == []
