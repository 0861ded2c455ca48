"""A bank as it was when an attempt began."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.quiz.edition import Edition
from reportedly.story.article import read_article
from reportedly.story.ledger import Ledger
from reportedly.story.story import Story, StoryFile
from tests.builders import a_bank, a_question, an_edition
from tests.quiz.strategies import questions


@given(st.lists(questions(), min_size=1, max_size=3))
def test_an_edition_read_back_is_the_same_whatever_kinds_of_question_it_has(drawn):
    named = tuple(q.model_copy(update={"id": f"q-{n}"}) for n, q in enumerate(drawn))
    edition = an_edition(bank=a_bank().model_copy(update={"questions": named}))
    again = Edition.model_validate_json(edition.json)
    assert again == edition
    assert again.key == edition.key
    assert again.json == edition.json


def test_the_same_content_has_the_same_key():
    assert an_edition().key == an_edition().key


@pytest.mark.parametrize(
    "change",
    [
        {"story_title": "Another title"},
        {"content_note": "People die in this story."},
        {"labels": {"A": "Text A"}},
        {"articles": (read_article("A", "One letter more"),)},
        {
            "articles": (
                read_article("A", "# Lanterns by the river\n\nThe organiser", "# Original"),
            )
        },
        {"bank": a_bank(a_question(points=2))},
        {"bank": a_bank(a_question(explain="Another reason."))},
        {"bank": a_bank(a_question(), about="Two reports, one evening.")},
    ],
    ids=["title", "note", "label", "words", "original", "points", "reason", "about"],
)
def test_any_change_of_content_changes_the_key(change):
    assert an_edition(**change).key != an_edition().key


def test_a_question_is_found_by_its_id():
    edition = an_edition(a_question("one"), a_question("two"))
    assert edition.question("two").id == "two"
    with pytest.raises(KeyError):
        edition.question("three")


def test_a_paragraph_is_found_by_its_reference():
    edition = an_edition()
    assert edition.paragraph("A1") == edition.articles[0].paragraphs[0]
    assert edition.paragraph("A2") == edition.articles[0].paragraphs[1]
    for absent in ("A0", "A3", "B1"):
        assert edition.paragraph(absent) is None


def test_what_can_be_held_comes_with_the_paragraphs_of_its_claims_each_once():
    claims = [
        {
            "id": f"c{n}",
            "at": at,
            "words": "lanterns",
            "says": "Lanterns were lit.",
            "speaker": "organiser",
            "voice": "reported",
            "topic": "lanterns",
            "confidence": "high",
            "review": "ok",
        }
        for n, at in enumerate(["A2", "A1", "A2"])
    ]
    particulars = {"letter": "A", "label": "Article A", "outlet": {"is": "x"}, "published": {}}
    story = Story(
        StoryFile.model_validate(
            {
                "story": "lantern-walk",
                "title": "The lantern walk",
                "summary": "An evening.",
                "articles": [particulars],
                "firm": [{"says": "There were lanterns.", "claims": ["c0", "c1", "c2"]}],
                "open": [{"says": "How many.", "claims": []}],
            }
        ),
        (read_article("A", "# Head\n\nBody"),),
        Ledger.model_validate(
            {
                "story": "lantern-walk",
                "speakers": {"organiser": {"name": "The organiser", "kind": "person"}},
                "claims": claims,
            }
        ),
    )
    edition = Edition.of(a_bank(), story)
    assert [(held.says, held.at) for held in edition.firm] == [
        ("There were lanterns.", ("A2", "A1"))
    ]
    assert [held.at for held in edition.open] == [()]
    assert edition.labels == {"A": "Article A"}
    assert edition.story_title == "The lantern walk"
