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
    assert question["pairs"][0]["match"] == "A denial, with nothing more"


def test_it_holds_back_with_fewer_than_two_pairs():
    assert drafts_of(34, a_story(CHARGE, REPLY)) == []
    assert drafts_of(34, a_story(LONE)) == []


def test_bare_denials_are_one_text_so_that_neither_answers_the_other_charge():
    charges = [
        said("A-5", "nurse", "Pupils were not told", topic="pupils", words="were not told"),
        said("A-6", "radio", "Cups were hidden", topic="cups", words="were hidden"),
    ]
    texts = {
        "A5": "Pupils were not told, a charge the school board denies.",
        "A6": "Cups were hidden, a charge the school denies.",
    }
    question = the_question(34, a_story(*charges, LONE, texts=texts))
    replies = [pair["match"] for pair in question["pairs"]]
    assert replies == ["A denial, with nothing more"] * 2 + ["No reply is reported"]


def test_a_reply_that_tells_who_gives_it_stands_as_it_is():
    reply = {**REPLY, "says": "The council rejects the charge"}
    question = the_question(34, a_story(CHARGE, reply, LONE))
    assert question["pairs"][0]["match"] == "The council rejects the charge"
