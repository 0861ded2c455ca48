"""BP24: match names that mean the same."""

from tests.authoring.ledgers import SPEAKERS, a_row, a_story, drafts_of, said, the_question

NAMED = {
    **SPEAKERS,
    "nurse": {**SPEAKERS["nurse"], "aliases": ["the school's helper"]},
    "baker": {**SPEAKERS["baker"], "aliases": ["Mr Crust"]},
    "mill": {**SPEAKERS["mill"], "aliases": ["the firm"]},
}
ROWS = [said("A-2", "nurse"), said("A-3", "baker"), said("A-4", "mill")]
TEXT = {"A5": "There were the school's helper, Mr Crust and the firm."}


def test_aliases_that_stand_in_the_articles_are_matched():
    question = the_question(24, a_story(*ROWS, texts=TEXT, speakers=NAMED))
    assert {pair["item"]: pair["match"] for pair in question["pairs"]} == {
        "Ida Quill": "The school's helper",
        "Tom Arden": "Mr Crust",
        "Orchard Mill": "The firm",
    }


def test_it_holds_back_for_labels_and_for_names_that_stand_nowhere():
    label = a_row("A-6", labels=["Mr Crust"])
    assert drafts_of(24, a_story(*ROWS, label, texts=TEXT, speakers=NAMED)) == []
    assert drafts_of(24, a_story(*ROWS, speakers=NAMED)) == []
