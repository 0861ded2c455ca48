"""BP25: which contested word of a headline stands without quotation marks."""

from tests.authoring.ledgers import (
    a_row,
    a_story,
    drafts_of,
    right_of,
    said,
    the_question,
    wrong_of,
)

TEXT = {"A1": "Poisoned well ‘cover-up’ angers Wickham families"}
HEAD = a_row("A-1", words="Poisoned well", voice="headline", labels=["Poisoned", "cover-up"])
BODY = said("A-2", "baker", "The water was poisoned")


def test_the_key_is_the_bare_word_and_a_marked_one_is_wrong():
    question = the_question(25, a_story(HEAD, BODY, texts=TEXT))
    assert right_of(question) == ["“Poisoned”"]
    assert wrong_of(question)["“cover-up”"] == "borrowed-label"
    assert wrong_of(question)["“Wickham”"] == "own-as-reported"


def test_it_holds_back_where_no_word_stands_bare_or_nobody_owns_it():
    marked = {"A1": "‘Poisoned’ well ‘cover-up’ angers Wickham families"}
    head = {**HEAD, "words": "angers Wickham families"}
    assert drafts_of(25, a_story(head, BODY, texts=marked)) == []
    assert drafts_of(25, a_story(HEAD, a_row("A-2"), texts=TEXT)) == []
