"""BP06: choose the opening that passes a statement on fairly."""

from tests.authoring.ledgers import (
    a_row,
    a_story,
    drafts_of,
    right_of,
    said,
    the_question,
    wrong_of,
)


def test_the_fair_opening_names_the_speaker_and_adds_nothing():
    story = a_story(
        said("A-2", "nurse", "Three pupils were sent home", topic="pupils"),
        said("A-3", "radio", "It says so", topic="rain"),
    )
    question = the_question(6, story)
    assert question["text"] == "[opening] three pupils were sent home."
    gap = question["gaps"][0]
    assert right_of(gap) == ["Ida Quill said that"]
    slips = wrong_of(gap)
    assert slips["Radio Wick said that"] == "wrong-speaker"
    assert sorted(slips.values()) == ["cynicism", "over-claim", "wrong-speaker"]


def test_it_holds_back_where_nobody_is_named_or_nobody_else_speaks():
    other = said("A-3", "radio", "It says so", topic="rain")
    assert drafts_of(6, a_story(a_row("A-2"), other)) == []
    assert drafts_of(6, a_story(said("A-2", "nurse"))) == []


def test_nobody_who_speaks_on_the_same_point_is_a_wrong_speaker():
    # The radio might have said it as well.
    story = a_story(said("A-2", "nurse"), said("A-3", "radio", "It says so"))
    assert drafts_of(6, story) == []


def test_it_holds_back_where_the_statement_has_lost_the_limit_that_was_printed():
    other = said("A-3", "radio", "It says so", topic="rain")
    for says, count in (("A gate was unlocked", 0), ("A gate was perhaps unlocked", 1)):
        row = said("A-2", "nurse", says, hedges=["probably"], topic="door")
        assert len(drafts_of(6, a_story(row, other))) == count


def test_what_could_not_be_done_is_no_limit():
    row = said("A-2", "nurse", "The count leaves out some", hedges=["could not be counted"])
    other = said("A-3", "radio", "It says so", topic="rain")
    assert drafts_of(6, a_story(row, other))


def test_it_holds_back_where_the_statement_tells_who_calls_it_so():
    row = said("A-2", "nurse", "The whole town calls it a catastrophe", topic="word")
    assert drafts_of(6, a_story(row, said("A-3", "radio", "It says so", topic="rain"))) == []
