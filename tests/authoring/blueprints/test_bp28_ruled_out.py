"""BP28: judge a statement that the text rules out."""

import pytest

from reportedly.authoring.blueprints.bp28_ruled_out import turned_round
from tests.authoring.ledgers import a_row, a_story, counts, drafts_of, said, the_question


def test_what_an_article_says_did_not_happen_is_turned_round():
    question = the_question(28, a_story(a_row("A-2", "The Gazette did not count the cups")))
    assert question["answer"] == "false"
    assert "counted the cups" in question["ask"]
    assert "check" in question["needs"]


def test_more_than_an_exact_number_is_ruled_out():
    floor = said("A-3", "radio", quantity=counts(50, "at least"))
    question = the_question(28, a_story(said("A-2", "nurse", quantity=counts(16)), floor))
    assert question["answer"] == "false"
    assert "above 16" in question["ask"]


@pytest.mark.parametrize(
    "text",
    [
        "Why it did not come is unclear",
        "Nobody did not come",
        "It came",
        "It did not, did not come",
    ],
)
def test_a_statement_whose_opposite_is_not_plain_is_left_alone(text):
    assert turned_round(text) is None


def test_it_holds_back_for_a_floor_and_for_reported_denials():
    floors = [said(f"A-{n}", "nurse", quantity=counts(n, "at least")) for n in (2, 3)]
    assert drafts_of(28, a_story(*floors)) == []
    assert drafts_of(28, a_story(said("A-2", "nurse", quantity=counts(16)))) == []
    assert drafts_of(28, a_story(said("A-2", "nurse", "The school did not close"))) == []


@pytest.mark.parametrize(
    ("text", "opposite"),
    [
        ("The office gave no answer", "The office gave an answer"),
        ("The office gave no reason", "The office gave a reason"),
        ("The mill did not say when", "The mill said when"),
        ("The well was not closed", "The well was closed"),
        ("The mill did not bring water", "The mill did bring water"),
    ],
)
def test_the_opposite_is_a_sentence_as_people_write_it(text, opposite):
    assert turned_round(text) == opposite


def test_two_things_that_did_not_happen_are_left_alone():
    assert turned_round("The mill did not say when and was not asked") is None
