"""Speakers named in two steps, sources that are none, and what is joined to somebody's words."""

import pytest

from tests.authoring.extraction.drafting import claims
from tests.authoring.extraction.given import figures, gives, spoken


@pytest.mark.parametrize(
    ("text", "who", "words"),
    [
        ("The leader of the Chamber of Crafts, Otto Brand, said it was late.", "Otto Brand", "late"),
        ("Forty are missing, according to the mayor of Las Torres, Ana Leite.", "Ana Leite", "Forty"),
        ("The notice does not speak of fraud, the editor, Petra Lind, stressed in an email.", "Petra Lind", "fraud"),
        ("The umpire, retired judge Petra Lind, issued a short statement saying that she was ready.", "Lind", "ready"),
        ("The mayor, Ana Leite, will ask the council for 60 days, her office said on Monday.", "office", "60 days"),
    ],
)  # fmt: skip
def test_a_speaker_named_in_two_steps_is_called_by_name(text, who, words):
    assert gives(text, who, words), spoken(text)


def test_figures_are_given_to_whoever_gathered_them():
    text = "Some 41 barges lie idle, according to tracking data compiled by Corax Marine."
    assert figures(text) == {41: "Corax Marine"}


def test_an_owner_in_front_of_a_noun_is_no_speaker():
    text = "Corax said it was sorry. Its shares rose 14 per cent on Friday."
    assert figures(text)[14] == "none"


def test_what_is_joined_in_the_same_tense_was_said_as_well():
    text = "Ana Leite said they were cousins from the north and had been held for 17 hours."
    assert figures(text) == {17: "Ana Leite"}


def test_what_somebody_else_says_is_not_joined():
    text = "Ana Leite said they were cousins and would leave, and police said 17 had been held."
    assert "Ana Leite" not in figures(text)[17]


def test_a_part_of_what_was_counted_stays_with_who_counted_it():
    text = "The auditor’s report puts the cost at 62 million crowns, of which 24 million is for the wall."
    assert len(set(figures(text).values())) == 1
    assert "report" in figures(text)[24_000_000]


def test_what_somebody_was_told_by_another_is_the_others_through_them():
    text = "Otto Brand said they had left after being told by an officer that 40 were hurt."
    assert "officer" in figures(text)[40]


def test_people_are_told_from_others_by_what_they_know():
    text = "The minister was calm, but people familiar with his thinking say a 20-day ban has been drafted."
    assert figures(text) == {20: "people familiar with his thinking"}


def test_a_moderator_is_called_by_the_name_behind():
    text = "Asked by the moderator, Petra Lind, whether he would accept defeat, Mr Brand said nothing was lost."
    assert gives(text, "Petra Lind", "accept defeat")


def test_what_follows_a_semicolon_stays_with_the_survey_but_is_less_sure():
    text = "A survey by Benning put support at 22 percent; 61 percent were against."
    assert "survey" in figures(text)[61]
    assert next(c for c in claims(text) if "61" in c.words).confidence != "high"


def test_what_follows_a_semicolon_with_a_speaker_of_its_own_is_that_ones():
    text = "Ana Leite said 22 had left; the harbour police said that 61 had stayed."
    assert "police" in figures(text)[61]


def test_when_something_was_said_is_the_articles_own():
    text = (
        "Otto Brand accused the mayor of deceiving voters on Sunday, two weeks before the election."
    )
    assert figures(text) == {2: "none"}
