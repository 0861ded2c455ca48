"""BP08: tap the words that limit how certain, or how wide, a statement is."""

from tests.authoring.ledgers import a_story, drafts_of, said, the_question


def test_hedges_are_right_and_what_hands_over_or_states_is_not():
    row = said(
        "A-2",
        "nurse",
        words="some children apparently drank unboiled water",
        hedges=["apparently"],
        cue={"words": "reported", "class": "neutral"},
    )
    text = {"A2": "The nurse reported that some children apparently drank unboiled water"}
    question = the_question(8, a_story(row, texts=text))
    assert [piece["words"] for piece in question["right"]] == ["apparently"]
    assert {piece["words"]: piece["slip"] for piece in question["wrong"]} == {
        "reported": "cynicism",
        "children": "not-in-text",
        "unboiled": "not-in-text",
    }


def test_it_holds_back_without_a_hedge_or_where_the_hedge_is_all():
    flat = said("A-2", "nurse", words="many children drank unboiled water")
    assert drafts_of(8, a_story(flat)) == []
    unclear = said("A-2", "nurse", words="whether children drank it is unclear", hedges=["unclear"])
    assert drafts_of(8, a_story(unclear)) == []
