"""BP01: match each figure to whoever is named for it."""

from tests.authoring.ledgers import a_row, a_story, counts, drafts_of, said, the_question

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


def test_no_source_is_no_wrong_choice_beside_a_figure_in_the_articles_own_voice():
    # Both "Article A itself" and "No source is named there" would be right for it.
    own = a_row("A-2", quantity=counts(16), **ILL)
    question = the_question(1, a_story(own, said("A-3", "radio", quantity=counts(50), **ILL)))
    assert {pair["match"] for pair in question["pairs"]} == {"Article A itself", "Radio Wick"}
    assert "No source is named there" not in [extra["wrong"] for extra in question["extra"]]


def test_a_figure_that_counts_no_things_has_its_unit_and_a_stem_that_reads_on():
    value = {"of": "value of the haul", "unit": "euros"}
    rows = [
        said(f"A-{n}", who, quantity=counts(n * 100, **value), **ILL)
        for n, who in ((2, "nurse"), (3, "radio"))
    ]
    asks = set()
    for seed in range(8):
        question = the_question(1, a_story(*rows), seed=seed)
        assert question["pairs"][0]["item"] == "200 euros (A2)"
        asks.add(question["ask"])
    assert len(asks) == 3
    assert all("the value of the haul" in ask for ask in asks)
    assert not any("the figure for" in ask or "one for" in ask for ask in asks)
