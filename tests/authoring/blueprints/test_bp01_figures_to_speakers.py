"""BP01: match each figure to whoever is named for it."""

from tests.authoring.ledgers import a_story, counts, drafts_of, said, the_question

ILL = {"topic": "ill"}


def test_each_figure_goes_to_its_speaker_and_one_without_to_nobody():
    question = the_question(
        1,
        a_story(
            said("A-2", "council", quantity=counts(16), **ILL),
            said("A-3", "radio", quantity=counts(50, "at least"), **ILL),
            said("A-4", "none", quantity=counts(50, "up to"), **ILL),
        ),
    )
    assert {pair["item"]: pair["match"] for pair in question["pairs"]} == {
        "16 (A2)": "The council",
        "At least 50 (A3)": "Radio Wick",
        "Up to 50 (A4)": "No source is named there",
    }


def test_who_passed_a_figure_on_is_a_wrong_choice():
    question = the_question(
        1,
        a_story(
            said("A-2", "council", quantity=counts(16), via=["gazette"], **ILL),
            said("A-3", "radio", quantity=counts(50), **ILL),
        ),
    )
    slips = {extra["wrong"]: extra["slip"] for extra in question["extra"]}
    assert slips["The Gazette"] == "relay-as-origin"


def test_it_holds_back_with_one_speaker_or_an_unsure_one():
    one = said("A-2", "council", quantity=counts(16), **ILL)
    same = said("A-3", "council", quantity=counts(17), **ILL)
    unsure = said("A-3", "none", quantity=counts(17), maybe="radio", **ILL)
    assert drafts_of(1, a_story(one, same)) == []
    assert drafts_of(1, a_story(one, unsure)) == []
