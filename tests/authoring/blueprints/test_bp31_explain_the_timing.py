"""BP31: explain a timing without stating a motive; a frame with a rubric."""

from tests.authoring.ledgers import a_row, a_story, drafts_of, the_question

REPORT = a_row(
    "A-2", "The council published a report", happened="2025-03-03", not_said=["why on that day"]
)
NEARBY = [
    a_row("A-3", "The well was closed", happened="2025-03-02", topic="closing"),
    a_row("A-4", "A meeting was held", happened="2025-03-05", topic="meeting"),
]


def test_the_rubric_puts_a_motive_as_fact_and_giving_up_at_the_bottom():
    question = the_question(31, a_story(REPORT, *NEARBY))
    levels = {level["points"]: level.get("slip") for level in question["rubric"]}
    assert levels == {
        "4": None,
        "3": "over-claim",
        "2": "over-claim",
        "1": "over-claim",
        "0": "cynicism",
    }


def test_the_model_has_the_dated_facts_and_a_place_for_words():
    question = the_question(31, a_story(REPORT, *NEARBY))
    assert "2 March: The well was closed (A3)" in question["model"]
    assert "[to write:" in question["model"]
    assert question["needs"]


def test_it_holds_back_without_rival_explanations():
    assert drafts_of(31, a_story(REPORT, NEARBY[0])) == []
