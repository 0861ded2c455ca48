"""BP23: whose word a label is."""

from tests.authoring.ledgers import a_story, drafts_of, labelled, said, the_question

ONE = said("A-2", "baker", labels=["cowards"], voice="quoted")
OTHER = said(
    "A-3",
    "council",
    labels=["grumblers"],
    words="the council called them grumblers",
    cue={"words": "called", "class": "evaluative"},
)


def test_each_word_goes_to_who_is_quoted_with_it():
    question = the_question(23, a_story(ONE, OTHER))
    assert question["labels"] == ["Tom Arden", "the council", "the article itself"]
    assert labelled(question) == [
        ("Tom Arden", "“cowards” (A2)"),
        ("the council", "“grumblers” (A3)"),
    ]
    assert question["items"][0]["slips"]["the article itself"] == "borrowed-label"


def test_it_holds_back_for_a_paraphrase_and_for_a_word_that_two_use_in_one_paragraph():
    assert drafts_of(23, a_story({**ONE, "voice": "reported"}, OTHER)) == []
    both = said("A-9", "radio", labels=["cowards"], at="A2")
    assert drafts_of(23, a_story(ONE, both, OTHER)) == []
