"""BP29: sort into stated, supported inference, possible, contradicted."""

from tests.authoring.ledgers import a_row, a_story, drafts_of, labelled, the_question

INFERRED = {"when": "2025-03-03", "basis": "inferred", "because": "“yesterday” (A3)"}
ROWS = [
    a_row("A-2", "The well stands on the square"),
    a_row("A-3", "A tanker came to the square", happened=INFERRED),
    a_row("A-4", "Helpers carried water", not_said=["whether helpers were paid for that"]),
    a_row("A-5", "The Gazette did not count the cups"),
]


def test_every_shelf_has_what_belongs_there():
    question = the_question(29, a_story(*ROWS))
    shelves = dict(labelled(question))
    assert shelves["stated"] == "The well stands on the square (A2)"
    assert shelves["supported inference"] == "A tanker came to the square: that was on 3 March (A3)"
    assert shelves["possible but not shown"].startswith("Helpers were paid for that")
    assert shelves["contradicted"] == "The Gazette counted the cups (A5)"
    assert "premises" in question["needs"]


def test_it_holds_back_without_premises():
    stated = {**ROWS[1], "happened": "2025-03-03"}
    assert drafts_of(29, a_story(ROWS[0], stated, *ROWS[2:])) == []
