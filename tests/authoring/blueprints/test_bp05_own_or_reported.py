"""BP05: sort statements into the article's own and those it reports of others."""

from tests.authoring.ledgers import a_row, a_story, drafts_of, labelled, said, the_question


def test_the_label_is_the_voice():
    story = a_story(
        a_row("A-2", "The well was closed"),
        a_row("A-3", "A tanker stood on the square"),
        said("A-4", "nurse", "Three pupils were sent home"),
        said("A-5", "radio", "The rain had washed oil into it"),
    )
    assert labelled(the_question(5, story)) == [
        ("the article's own statement", "The well was closed (A2)"),
        ("the article's own statement", "A tanker stood on the square (A3)"),
        ("reported of somebody", "Three pupils were sent home (A4)"),
        ("reported of somebody", "The rain had washed oil into it (A5)"),
    ]


def test_it_leaves_out_what_may_be_either_and_what_tells_of_saying():
    story = a_story(
        a_row("A-2", "The well was closed"),
        a_row("A-3", "A tanker stood on the square", maybe="radio"),
        said("A-4", "nurse", "Three pupils were sent home"),
        said("A-5", "radio", "The station says that rain did it"),
    )
    assert drafts_of(5, story) == []
