"""From a text to claims: whom pronouns and descriptions stand for, chains, figures, silence."""

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from reportedly.story.words import count_words
from tests.authoring.extraction.drafting import ENGINES, claims, draft


def said(text, engine="model"):
    """Speaker and words of each attributed claim."""
    drafted = draft(text, engine=engine).ledger
    return [
        (drafted.speakers[c.speaker].name, c.says)
        for c in drafted.claims
        if c.letter == "A" and c.speaker != "none"
    ]


def figures(text):
    drafted = draft(text).ledger
    return [
        (int(q.value), drafted.speakers[c.speaker].name if c.speaker != "none" else None)
        for c in drafted.claims
        if c.letter == "A"
        for q in c.quantity
        if q.value is not None
    ]


def test_a_pronoun_stands_for_whoever_the_sentence_before_is_about():
    text = "Mayor Ana Lund visited the camp on Monday. “This is a wound,” she said."
    assert ("Ana Lund", "This is a wound") in said(text)


def test_a_pronoun_of_the_other_sex_is_not_taken_up():
    text = "Mr Lars Aas met Mrs Ida Holt on Monday. She said that the talks had failed."
    assert [who for who, _ in said(text)] == ["Ida Holt"]


def test_a_description_takes_up_the_name_it_fits():
    text = "The Ministry of Health reported 40 cases. The ministry said that schools would close."
    assert [who for who, _ in said(text)] == ["Ministry of Health", "Ministry of Health"]
    assert claims(text)[-1].confidence == "medium"


def test_a_pronoun_without_anyone_before_it_is_left_without_a_speaker():
    (first, *_) = claims("It said that two boats had sunk.")
    assert first.speaker == "none"
    assert first.confidence == "low"


def test_the_role_of_a_name_is_kept():
    ledger = draft("Its spokesman, Colonel Yusuf Darra, said the convoy had left the city.").ledger
    (speaker,) = [s for s in ledger.speakers.values() if s.name == "Yusuf Darra"]
    assert speaker.kind == "person"
    assert "spokesman" in speaker.described


def test_who_passed_it_on_is_a_chain():
    text = "Lars Aas said the dam had failed, according to an earlier Reuters report."
    (claim,) = [c for c in claims(text) if c.speaker != "none"]
    assert (claim.speaker, claim.via) == ("lars-aas", ("reuters",))


def test_a_medium_that_cites_somebody_has_passed_it_on():
    text = "Radio Delta reported, citing two officials, that the talks had failed on Sunday."
    (claim,) = [c for c in claims(text) if c.speaker != "none"]
    assert (claim.speaker, claim.via) == ("two-officials", ("radio-delta",))


def test_a_medium_within_whose_report_somebody_speaks_has_passed_it_on():
    text = "Posters in the town suggested that the men were soldiers, The Port Times reported last month."
    (claim,) = [c for c in claims(text) if c.speaker == "posters-in-town"]
    assert claim.via == ("port-times",)


def test_a_quotation_goes_on_in_the_next_sentence_and_in_the_next_paragraph():
    text = "“We left at dawn,” said Ida Holt. “Nobody had told us why.\n\n“We walked for two days.”"
    assert [who for who, _ in said(text)] == ["Ida Holt"] * 2


def test_figures_go_to_whoever_gives_them():
    text = (
        "Organisers put the crowd at 120,000; the police said no more than 45,000 people had come. "
        "Turnout was put at 71 per cent by the ministry and at 58 per cent by Vote Watch. "
        "In the storm 12 boats sank."
    )
    assert figures(text) == [
        (120_000, "organisers"), (45_000, "police"), (71, "the ministry"), (58, "Vote Watch"), (12, None),
    ]  # fmt: skip


def test_reportedly_leaves_a_figure_to_nobody():
    text = "Officials confirmed an attack that took place in May and reportedly killed up to 50 people."
    (claim,) = [c for c in claims(text) if c.quantity]
    assert (claim.speaker, claim.voice, claim.maybe) == ("none", "reported", "officials")
    assert "reportedly" in claim.hedges


def test_a_figure_after_an_attributed_sentence_is_the_articles_own_and_says_whose_it_may_be():
    text = (
        "At least 50 people died, Radio Delta reported. Five police officers were among the dead."
    )
    claim = claims(text)[-1]
    assert (claim.speaker, claim.maybe, claim.confidence) == ("none", "radio-delta", "medium")
    (quantity,) = claim.quantity
    assert (quantity.value, quantity.scope) == (5, "subset")


def test_what_was_not_said_is_a_claim_with_the_one_who_is_silent():
    (claim,) = claims("The ministry declined to comment on the case.")
    assert claim.topic == "not-disclosed"
    assert "the ministry" in (claim.notes or "")


def test_hedges_and_labels_are_noted():
    (claim,) = [c for c in claims("The army said the terrorists had apparently fled.") if c.cue]
    assert claim.hedges == ("apparently",)
    assert claim.labels == ("terrorists",)


@pytest.mark.parametrize("engine", ENGINES)
def test_every_claim_quotes_at_most_twelve_exact_words_of_its_paragraph(engine):
    text = (
        "In a long letter to the board that was published on Monday by the Port Times, Ida Holt, who has "
        "led the fund for 12 years, wrote that about 300 families, 40 of them from the islands, had lost "
        "their homes, that 2,000 more were waiting for help and that at least $4 million was missing.\n\n"
        "“We counted ‘every single one’ of them,” she said."
    )
    paragraphs = text.split("\n\n")
    found = claims(text, engine)
    assert len(found) >= 3
    for claim in found:
        assert count_words(claim.words) <= 12
        assert claim.words in paragraphs[claim.paragraph - 1]


@pytest.mark.parametrize("engine", ENGINES)
@given(
    text=st.lists(
        st.sampled_from(
            ["said", "The", "mayor", "“", "”", '"', ",", ".", "40", "people", "according", "to", "Reuters", "that",
             "he", "in", "\n\n", "# ", "denied", "killed", "of", "them", ":", "–", "Berg", "'s", "not", "by", "and"]
        ),
        max_size=60,
    ).map(" ".join)
)  # fmt: skip
@example(text="said said ” people denied")
@settings(max_examples=60)
def test_no_text_makes_it_fail_and_words_are_always_exact(text, engine):
    story = draft(f"The mayor said that it was late.\n\n{text}", engine=engine)
    shown = dict(story.articles)["A"].split("\n\n")
    for claim in story.ledger.claims:
        if claim.letter == "A":
            assert claim.words in shown[claim.paragraph - 1]


@pytest.mark.parametrize("engine", ENGINES)
def test_the_same_articles_give_the_same_draft(engine):
    text = "Police put the crowd at 4,000. “We came early,” said Ida Holt. She counted 60 buses."
    assert draft(text, engine=engine) == draft(text, engine=engine)


def test_by_rules_alone_nothing_is_sure():
    assert {c.confidence for c in claims("The mayor said that two boats had sunk.", "rules")} == {
        "medium"
    }
