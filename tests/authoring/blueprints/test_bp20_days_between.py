"""BP20: how many days lie between two dates."""

from tests.authoring.ledgers import a_row, a_story, drafts_of, the_question

INFERRED = {"when": "2025-04-02", "basis": "inferred", "because": "“last Sunday” (A3)"}


def test_the_key_is_the_difference_and_a_worked_out_date_is_called_so():
    story = a_story(
        a_row("A-2", "The well was closed", happened="2025-02-27"),
        a_row("A-3", "A tanker came to the square", happened=INFERRED),
    )
    question = the_question(20, story)
    assert question["answer"] == "34"
    assert "2 April (worked out)" in question["ask"]
    assert {near["answer"]: near["slip"] for near in question["near"]} == {
        "35": "wrong-time",
        "33": "wrong-time",
        "30": "lost-qualifier",
    }


def test_it_holds_back_for_dates_not_known_to_the_day_and_for_a_gap_too_small():
    one = a_row("A-2", "The well was closed", happened="2025-02-27")
    for when in ("2025-04", "2025-02-28"):
        other = a_row("A-3", "A tanker came to the square", happened=when)
        assert drafts_of(20, a_story(one, other)) == []


def test_a_day_and_month_that_stand_in_print_are_not_called_worked_out():
    year = {"when": "2025-04-02", "basis": "inferred", "because": "the year from the dateline"}
    story = a_story(
        a_row("A-2", "The well was closed", happened="2025-02-27"),
        a_row("A-3", "A tanker came to the square", happened=year, words="came on 2 April"),
    )
    assert "2 April (the year is worked out)" in the_question(20, story)["ask"]
