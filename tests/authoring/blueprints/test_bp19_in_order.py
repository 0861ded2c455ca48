"""BP19: put events in order."""

from tests.authoring.ledgers import a_row, a_story, drafts_of, said, the_question

EVENTS = [
    a_row("A-2", "The well was closed on 3 March", happened="2025-03-03"),
    a_row("A-3", "A tanker came to the square", happened="2025-03-05"),
    a_row("A-4", "Oil ran into the well", happened="2025-02-28"),
]


def test_the_order_is_that_of_the_dates_and_dates_are_not_shown():
    question = the_question(19, a_story(*EVENTS))
    assert [step["item"] for step in question["order"]] == [
        "Oil ran into the well",
        "The well was closed",
        "A tanker came to the square",
    ]


def test_a_reported_event_keeps_its_speaker():
    reported = said("A-5", "nurse", "Three pupils fell ill", happened="2025-03-07")
    items = [step["item"] for step in the_question(19, a_story(*EVENTS, reported))["order"]]
    assert items[-1] == "Three pupils fell ill (Ida Quill, A5)"


def test_it_holds_back_for_ties_and_overlapping_spans():
    tie = a_row("A-3", "A tanker came to the square", happened="2025-03-03")
    assert drafts_of(19, a_story(EVENTS[0], tie, EVENTS[2])) == []
    span = a_row("A-3", "A tanker came to the square", happened="2025-02/2025-03")
    assert drafts_of(19, a_story(EVENTS[0], span, EVENTS[2])) == []
