"""BP03: put the hands in order through which a statement came."""

from tests.authoring.ledgers import a_story, drafts_of, said, the_question


def test_the_order_runs_from_the_origin_to_the_article():
    # The ledger lists hands nearest the reader first.
    story = a_story(said("A-2", "baker", via=["radio", "gazette"]))
    items = [step["item"] for step in the_question(3, story)["order"]]
    assert items == ["Tom Arden", "The Gazette", "Radio Wick", "Article A"]


def test_it_holds_back_without_a_hand_between_or_an_unsure_chain():
    assert drafts_of(3, a_story(said("A-2", "baker"))) == []
    assert drafts_of(3, a_story(said("A-2", "baker", via=["radio"], confidence="medium"))) == []


def test_it_holds_back_where_the_statement_itself_names_a_hand():
    assert drafts_of(3, a_story(said("A-2", "baker", "The baker saw it", via=["radio"]))) == []
