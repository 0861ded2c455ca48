"""BP38: how firmly each point can be held."""

from tests.authoring.ledgers import a_row, a_story, counts, drafts_of, labelled, said, the_question

CUPS = {"topic": "cups", "of": "cups filled"}
ROWS = [
    said("A-2", "nurse", quantity=counts(16), topic="ill"),
    said("A-3", "radio", quantity=counts(16), topic="ill"),
    said("A-4", "baker", quantity=counts(70, **CUPS), topic="cups"),
    said("A-5", "council", quantity=counts(90, **CUPS), topic="cups"),
    said("A-6", "mill", "Oil was poured in", topic="oil", not_said=["evidence for it"]),
]


def test_every_shelf_is_computed():
    gap = a_row("A-7", "The helpers carried water", topic="help", not_said=["how many were paid"])
    question = the_question(38, a_story(*ROWS, gap))
    shelves = dict(labelled(question))
    assert shelves == {
        "well supported": "The number of people who fell ill: 16",
        "disputed": "The number of cups filled",
        "one side's word only": "Oil was poured in",
        "not stated": "How many were paid (A7: the helpers carried water)",
    }


def test_it_holds_back_where_the_agreement_may_be_one_source():
    relayed = {**ROWS[1], "via": ["nurse"]}
    assert drafts_of(38, a_story(ROWS[0], relayed, *ROWS[2:])) == []


def test_wishes_two_statements_in_one_and_hedged_ones_are_not_one_sides_word():
    # No evidence bears out a wish; one half may have another source; a hedge is a shelf of its own.
    for says in (
        "The well must be opened",
        "The well was closed, and a tanker came",
        "The well appears to be closed",
    ):
        row = {**ROWS[4], "says": says}
        gap = a_row("A-7", "The helpers carried water", topic="help", not_said=["how many came"])
        for draft in drafts_of(38, a_story(*ROWS[:4], row, gap)):
            assert says not in dict(labelled(dict(draft.question))).values()
