"""BP13: whom or what a number counts."""

from tests.authoring.ledgers import a_story, counts, drafts_of, right_of, said, wrong_of

ILL = said("A-2", "nurse", quantity=counts(50))
CUPS = said("A-3", "radio", quantity=counts(70, of="cups filled", topic="cups"))
PUPILS = said("A-4", "radio", quantity=counts(90, of="pupils sent home", topic="pupils"))


def test_the_key_is_what_the_ledger_counts_and_the_others_are_counted_elsewhere():
    first = drafts_of(13, a_story(ILL, CUPS, PUPILS))[0].question
    assert right_of(first) == ["People who fell ill"]
    assert wrong_of(first) == {"Cups filled": "wrong-count", "Pupils sent home": "wrong-count"}


def test_it_holds_back_where_the_number_stands_twice_in_the_paragraph():
    twice = said("A-9", "nurse", quantity=counts(50, of="pupils absent", topic="absent"), at="A2")
    made = drafts_of(13, a_story(ILL, twice, CUPS, PUPILS))
    assert all("A-2" not in draft.claims for draft in made)


def test_another_total_on_the_same_topic_is_no_wrong_option():
    # It may count the same people under another name.
    also = said("A-5", "council", quantity=counts(40, of="the sick"))
    for draft in drafts_of(13, a_story(ILL, CUPS, PUPILS, also)):
        if "A-2" in draft.claims:
            assert "The sick" not in wrong_of(dict(draft.question))
