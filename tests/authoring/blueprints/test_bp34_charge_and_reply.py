"""BP34: match each charge with the reply that is reported."""

from tests.authoring.ledgers import a_story, drafts_of, said, the_question

CHARGE = said("A-2", "baker", "The council was slow", topic="speed")
REPLY = said(
    "A-3",
    "council",
    "All was done in time",
    topic="speed",
    cue={"words": "denied", "class": "denial"},
)
LONE = said("A-4", "mill", "Oil was poured in", topic="oil", not_said=["evidence for it"])


def test_a_charge_goes_with_its_reply_or_with_none():
    question = the_question(34, a_story(CHARGE, REPLY, LONE))
    assert {pair["item"]: pair["match"] for pair in question["pairs"]} == {
        "The council was slow (A2)": "The council answers that all was done in time",
        "Oil was poured in (A4)": "No reply is reported",
    }


def test_a_denial_in_the_words_of_the_paragraph_is_found():
    charge = said("A-5", "nurse", "Pupils were not told", topic="pupils", words="were not told")
    text = {"A5": "Pupils were not told, a charge the school board denies."}
    question = the_question(34, a_story(charge, LONE, texts=text))
    assert question["pairs"][0]["match"] == "The school board denies it"


def test_it_holds_back_with_fewer_than_two_pairs():
    assert drafts_of(34, a_story(CHARGE, REPLY)) == []
    assert drafts_of(34, a_story(LONE)) == []
