"""Which lengths, sums, shares and counted things are about one thing."""

import pytest

from reportedly.authoring.extraction.alignment.loose import is_loose
from reportedly.authoring.extraction.alignment.side_by_side import pairs
from tests.authoring.extraction.drafting import draft


def together(*texts):
    """The numbers of two articles that were put together."""
    return {(p.value, p.other) for p in pairs(draft(*texts).ledger) if p.value is not None}


@pytest.mark.parametrize(
    ("one", "other", "numbers"),
    [
        (
            "Wes Hale said the sirens stayed silent for 20 minutes.",
            "The plant said the sirens had sounded within 4 minutes.",
            (20, 4),
        ),
        (
            "The weather service measured winds of 195 kilometres per hour.",
            "Gusts of 210 km/h were measured, the airport said.",
            (195, 210),
        ),
        (
            "Ida Holt said the software had cost 112 million crowns.",
            "The office put its own spending at 112 million, Rolf Adler said.",
            (112_000_000, 112_000_000),
        ),
        (
            "Farms would pay 22 crowns a month, the minister said.",
            "The farm bureau put the monthly charge at 65 crowns.",
            (22, 65),
        ),
        (
            "Rolf Adler said rescuers had reached three villages.",
            "Rescuers reached two of three hill villages, the mayor said.",
            (3, 3),
        ),
    ],
)
def test_figures_about_one_thing_are_put_together(one, other, numbers):
    assert numbers in together(one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            "The strike lasted 20 days, the union said.",
            "The tide turned after 4 minutes, Ida Holt said.",
        ),
        (
            "The repair cost 9,000 crowns, Ida Holt said.",
            "The choir was paid 400 crowns, the mayor said.",
        ),
        ("A vet said 60 patients had been carried out.", "The mayor said 31 people had died."),
        (
            "Opposition to the levy stood at 57 percent.",
            "Milk prices rose by 4 percent, the shop said.",
        ),
    ],
)
def test_figures_of_one_unit_alone_are_not(one, other):
    assert together(one, other) == set()


def test_two_shares_of_one_sentence_stay_apart():
    one = "A poll had Ida Holt at 44 percent and Rolf Adler at 43."
    other = "The poll had Ida Holt at 44 percent and Rolf Adler at 43."
    assert (44, 43) not in together(one, other)


@pytest.mark.parametrize(
    ("topic", "loose"),
    [("deaths", False), ("officers-injured", False), ("damage", False), ("duration", True),
     ("villages", True), ("deaths-other-event", False), ("attackers-killed", False)],
)  # fmt: skip
def test_topics_that_name_an_event_are_not_loose(topic, loose):
    assert is_loose(topic) is loose
