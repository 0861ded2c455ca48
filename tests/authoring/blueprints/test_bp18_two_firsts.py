"""BP18: two claims to be first, and the best reading of them."""

from tests.authoring.ledgers import a_row, a_story, drafts_of, right_of, the_question, wrong_of

ONE = a_row("A-2", "It was the first fair in the town")
OTHER = a_row("B-2", "The first fair was held in 1987")


def test_the_key_names_no_winner():
    question = the_question(18, a_story(ONE, OTHER))
    assert "yardstick" in right_of(question)[0]
    assert set(wrong_of(question).values()) == {"over-claim", "false-agreement", "cynicism"}
    assert "yardsticks" in question["needs"]


def test_it_holds_back_without_a_pair_in_two_articles():
    assert drafts_of(18, a_story(ONE, a_row("B-2", "There was a fair in 1987"))) == []
    assert drafts_of(18, a_story(ONE, a_row("A-3", "The first fair was held in 1987"))) == []
    assert drafts_of(18, a_story(ONE, a_row("B-2", "The fair was first planned for May"))) == []
