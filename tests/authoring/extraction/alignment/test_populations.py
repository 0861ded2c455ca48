"""Whom figures count."""

from tests.authoring.extraction.drafting import claims, draft


def figures(text):
    """The figures of an article by value."""
    return {q.value: q for c in claims(text) for q in c.quantity}


def test_a_special_kind_of_people_below_the_total_is_a_part_of_it():
    text = (
        "The army said 31 people had died. A nurse said 17 unidentified bodies were in the morgue."
    )
    found = figures(text)
    assert (found[31].scope, found[17].scope) == ("total", "subset")


def test_what_follows_another_event_in_its_paragraph_belongs_to_it():
    text = "The storm of 1978 was worse. It killed 88 people in 1978, the mayor said; a study found that 104 had died."
    found = figures(text)
    assert found[88].topic == found[104].topic == "deaths-other-event"


def test_a_march_in_the_capital_and_in_the_whole_country_are_two_totals():
    text = "The ministry counted 410,000 marchers nationwide, including 62,000 in the capital."
    found = figures(text)
    assert found[410000].scope == found[62000].scope == "total"
    assert found[410000].of != found[62000].of


def test_officers_and_people_are_counted_apart():
    one, other = "Police said 23 officers were injured.", "The union said 70 people were injured."
    found = {q.value: q.of for c in draft(one, other).ledger.claims for q in c.quantity}
    assert found[23] != found[70]
