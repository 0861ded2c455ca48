"""BP32: what a picture shows, by its caption."""

from tests.authoring.ledgers import a_row, a_story, drafts_of, right_of, the_question, wrong_of

EVENT = a_row("A-2", "The well was closed", happened="2025-03-03")
PICTURE = a_row(
    "A-1", "The picture shows a fair in June", voice="caption", topic="picture", happened="2024-06"
)


def test_the_key_is_the_caption_and_the_event_is_wrong():
    question = the_question(32, a_story(PICTURE, EVENT))
    assert right_of(question) == ["A fair in June"]
    assert sorted(wrong_of(question).values()) == ["cynicism", "over-claim"]


def test_another_picture_is_wrong():
    other = a_row("A-3", "One picture shows the council in the rain", topic="picture")
    question = the_question(32, a_story(PICTURE, EVENT, other))
    assert wrong_of(question)["The council in the rain"] == "wrong-document"


def test_it_holds_back_without_a_caption_and_where_it_may_show_the_event():
    assert drafts_of(32, a_story(EVENT)) == []
    assert drafts_of(32, a_story({**PICTURE, "happened": "2025-03-03"}, EVENT)) == []
    assert drafts_of(32, a_story({**PICTURE, "happened": None}, EVENT)) == []
