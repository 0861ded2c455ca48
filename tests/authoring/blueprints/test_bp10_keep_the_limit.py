"""BP10: which version of a number keeps its limit."""

from tests.authoring.ledgers import (
    SPEAKERS,
    a_story,
    counts,
    drafts_of,
    right_of,
    said,
    the_question,
    wrong_of,
)


def test_the_key_keeps_the_qualifier():
    question = the_question(10, a_story(said("A-2", "nurse", quantity=counts(50, "at least"))))
    assert right_of(question) == ["At least 50 people who fell ill"]
    slips = wrong_of(question)
    assert slips["Up to 50 people who fell ill"] == "lost-qualifier"
    assert sorted(slips.values()) == ["cynicism", "lost-qualifier", "lost-qualifier"]


def test_it_holds_back_for_an_exact_number_or_an_unsure_speaker():
    assert drafts_of(10, a_story(said("A-2", "nurse", quantity=counts(50)))) == []
    unsure = said("A-2", "none", quantity=counts(50, "at least"), maybe="nurse")
    assert drafts_of(10, a_story(unsure)) == []


def test_no_stem_says_more_than_that_the_number_is_kept():
    # A paragraph has other numbers and limits: "reportedly" is not in any of the options.
    row = said("A-2", "nurse", quantity=counts(50, "up to"), hedges=["reportedly", "up to"])
    for seed in range(8):
        ask = the_question(10, a_story(row), seed=seed)["ask"]
        assert "neither more nor less" not in ask
        assert "the number in" not in ask


def test_no_verb_has_to_agree_with_a_body_of_people():
    police = {**SPEAKERS, "police": {"name": "Wick police", "kind": "police"}}
    row = said("A-2", "police", quantity=counts(50, "up to"))
    for seed in range(8):
        ask = the_question(10, a_story(row, speakers=police), seed=seed)["ask"]
        assert "police gives" not in ask
