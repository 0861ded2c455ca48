"""BP30: why something came out when it did; a frame."""

from reportedly.files.banks.bank_file import read_bank, write_bank
from reportedly.quiz.bank import Bank
from tests.authoring.ledgers import a_row, a_story, drafts_of, right_of, the_question, wrong_of

REPORT = a_row(
    "A-2", "The council published a report", happened="2025-03-03", not_said=["why on that day"]
)
NEARBY = [
    a_row("A-3", "The well was closed", happened="2025-03-02", topic="closing"),
    a_row("A-4", "A meeting was held", happened="2025-03-05", topic="meeting"),
]


def test_the_key_states_no_motive_and_says_that_it_is_open():
    question = the_question(30, a_story(REPORT, *NEARBY))
    (key,) = right_of(question)
    assert "more than one explanation" in key
    assert "do not settle" in key
    assert sorted(wrong_of(question).values()) == [*("cynicism", *("over-claim",) * 3)]


def test_the_dated_facts_are_filled_in():
    explain = the_question(30, a_story(REPORT, *NEARBY))["explain"]
    assert "2 March: The well was closed (A3)" in explain
    assert "5 March: A meeting was held (A4)" in explain


def test_it_cannot_be_set_ready_unseen():
    question = the_question(30, a_story(REPORT, *NEARBY))
    bank = Bank.model_validate({"bank": "x", "story": "the-well", "questions": [question]})
    text = write_bank(bank)
    assert read_bank(text).faults == ()
    ready = text.replace("    status: draft\n", "")
    found = " ".join(fault.text for fault in read_bank(ready).faults)
    assert "still needs something" in found
    unseen = "\n".join(line for line in ready.splitlines() if "needs:" not in line)
    assert "[to write:" in read_bank(unseen).faults[0].text


def test_it_holds_back_with_fewer_than_two_facts_beside_it():
    assert drafts_of(30, a_story(REPORT, NEARBY[0])) == []
    assert drafts_of(30, a_story({**REPORT, "not_said": ["its title"]}, *NEARBY)) == []
