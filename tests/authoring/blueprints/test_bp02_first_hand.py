"""BP02: who said it first, when a claim came through other hands."""

from tests.authoring.ledgers import a_story, drafts_of, right_of, said, the_question, wrong_of


def test_the_key_is_where_the_chain_begins():
    story = a_story(
        said("A-2", "baker", "The water smelled of oil", via=["radio", "gazette"]),
        said("A-3", "nurse", "Three pupils were sent home", topic="pupils"),
    )
    question = the_question(2, story)
    assert right_of(question) == ["Tom Arden"]
    assert wrong_of(question) == {
        "Radio Wick": "relay-as-origin",
        "The Gazette": "relay-as-origin",
        "Article A itself": "reported-as-own",
    }


def test_it_holds_back_without_a_chain_or_where_the_statement_names_its_speaker():
    assert drafts_of(2, a_story(said("A-2", "baker", "The water smelled of oil"))) == []
    telling = said("A-2", "baker", "The baker smelled oil in the water", via=["radio"])
    assert drafts_of(2, a_story(telling)) == []
