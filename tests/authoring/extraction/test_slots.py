import pytest

from reportedly.authoring.extraction.figures.numbers import numbers
from reportedly.authoring.extraction.figures.slots import slot


def slots(text):
    return [slot(text, number, (0, len(text))) for number in numbers(text)]


@pytest.mark.parametrize(
    ("text", "topic"),
    [
        ("At least 50 people died in the fire.", "deaths"),
        ("The flood killed 12.", "deaths"),
        ("Some 37 people were injured.", "injured"),
        ("The police made 61 arrests.", "arrests"),
        ("They fought for 56 days.", "duration"),
        ("Damage came to $4 million.", "damage"),
        ("Soldiers killed 28 militants.", "attackers-killed"),
        ("Ninety passengers were picked up by boats.", "rescued"),
        ("Some 4,000 people marched.", "crowd"),
        ("They sold 112 tickets.", "tickets"),
    ],
)
def test_what_happened_says_what_is_counted(text, topic):
    assert slots(text)[0].topic == topic


def test_the_dead_and_the_injured_of_one_sentence_are_told_apart():
    found = slots("At least 50 people died and 40 others were injured.")
    assert [s.topic for s in found] == ["deaths", "injured"]


def test_a_part_is_told_from_the_whole():
    whole, part = slots("16 people, including five police officers, were killed.")
    assert (whole.scope, part.scope) == ("total", "subset")
    assert whole.topic != part.topic


def test_another_event_is_kept_apart():
    (found,) = slots("A flood in the same valley killed 31 people in 1978.")
    assert found.other_event


@pytest.mark.parametrize(
    ("text", "topic", "scope"),
    [
        ("Two of its five cranes fell.", "cranes", "subset"),
        ("They saw 38 of the country's 214 polling stations.", "polling-stations", "subset"),
        ("Nine of the injured remained there.", "injured", "subset"),
        ("Of the dead, five are children.", "children-killed", "subset"),
        ("It killed 29, and a further 17 were wounded.", "injured", "total"),
        ("The storm cut off three villages.", "villages", "total"),
        ("They paid 2,600 marks.", "cost", "total"),
        ("He lost by 31,000 votes.", "votes-lead", "total"),
        ("They took 48 people to hospital.", "treated", "total"),
        ("The toll rose to 31, the rescue coordinator said.", "deaths", "total"),
    ],
)
def test_what_the_words_around_the_last_number_count(text, topic, scope):
    found = slots(text)
    part = found[0] if scope == "subset" else found[-1]
    assert (part.topic, part.scope) == (topic, scope)
