"""Quotations that go on, second speakers, and words within words."""

import pytest

from tests.authoring.extraction.given import figures, gives, spoken


@pytest.mark.parametrize(
    ("text", "who", "words"),
    [
        ("“That is an insult,” was Mr Abel’s reply.", "Abel", "insult"),
        ("“Nobody asked us,” was the verdict of Greta Munk, a farmer.", "Greta Munk", "asked us"),
        ("Ms Brand’s answer, an aide said, was brief: “Not one day.”", "Brand", "Not one day"),
        ("“We waited,” Ada Brook, who leads the guild, joked to reporters.", "Ada Brook", "waited"),
        (
            "An adviser to Mr Vale, granted leave to speak, said the team was tired.",
            "Vale",
            "tired",
        ),
        ("A spokeswoman for Corax, Ines Ball, said the list was wrong.", "Ines Ball", "list"),
        ("Ada Hospital and two other clinics said five people had died.", "Ada Hospital", "five"),
    ],
)
def test_words_beside_a_speaker_without_a_plain_verb_are_found(text, who, words):
    assert gives(text, who, words), spoken(text)


def test_a_second_speaker_may_share_the_verb_of_the_first():
    text = "The crowd was put at 12,000 by police. Police estimated it at 12,000 and the organisers at 30,000."
    assert "organisers" in figures(text)[30000]


def test_what_another_disputes_is_no_part_of_the_first_ones_words():
    words = dict(spoken("The minister said the dam was safe, but engineers dispute that."))
    assert "engineers" not in words["the minister"]


def test_the_figures_of_ones_own_people_are_ones_own():
    text = "The charity Island Help says its volunteers have counted 46 bodies."
    assert figures(text) == {46: "Island Help"}


def test_a_quotation_parted_by_its_cue_is_one_statement():
    ((who, said),) = spoken("“We left at dawn,” said Ida Holt. “Nobody told us why.”")
    assert (who, "dawn" in said, "told us why" in said) == ("Ida Holt", True, True)


def test_a_report_that_cites_others_passes_on_what_they_say():
    text = "Radio Delta, which cited two officials, said the talks had failed on Sunday."
    assert gives(text, "two officials", "talks had failed")


def test_what_is_told_behind_according_to_may_go_on_behind_it():
    text = "The going rate for a night, according to the guide, is 1,900 marks."
    assert figures(text) == {1900: "the guide"}
