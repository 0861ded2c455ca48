"""BP22: what an article could not yet report."""

from tests.authoring.ledgers import a_row, a_story, drafts_of, right_of, the_question, wrong_of

EARLY = [
    a_row("A-2", "The well was closed", happened="2025-03-01", topic="closing"),
    a_row("A-3", "A tanker came to the square", happened="2025-03-02", topic="tanker"),
]
LATE = a_row("B-2", "The well was opened again", happened="2025-03-06", topic="opening")


def test_the_key_came_after_the_article_and_the_others_before():
    question = the_question(22, a_story(*EARLY, LATE))
    assert right_of(question) == ["The well was opened again"]
    assert set(wrong_of(question).values()) == {"wrong-time"}


def test_it_holds_back_where_nothing_came_later_or_the_article_has_no_day():
    on_the_day = {**LATE, "happened": "2025-03-04"}
    assert drafts_of(22, a_story(*EARLY, on_the_day)) == []
    assert drafts_of(22, a_story(*EARLY, LATE, published={"A": None, "B": None})) == []


def test_one_event_that_two_articles_tell_of_is_one_option():
    # Two options that mean the same would both be known as wrong.
    again = a_row("B-3", "The pump was shut", happened="2025-03-01", topic="closing")
    question = the_question(22, a_story(*EARLY, again, LATE))
    assert len({"The well was closed", "The pump was shut"} & set(wrong_of(question))) == 1
