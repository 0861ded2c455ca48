"""Where figures stand in their paragraphs."""

from reportedly.authoring.extraction.alignment.paragraphs import Paragraphs
from tests.authoring.extraction.drafting import draft

TEXT = "The army said 14 people had died. A day later the army said 14 houses had burned down."


def test_of_two_equal_numbers_the_one_in_the_words_of_the_claim_is_found():
    claims = [c for c in draft(TEXT).ledger.claims if c.letter == "A"]
    paragraphs = Paragraphs({"A1": TEXT})
    places = [paragraphs.standing(c, q).number.start for c in claims for q in c.quantity]
    assert places == [TEXT.index("14"), TEXT.rindex("14")]


def test_a_paragraph_that_is_not_known_is_replaced_by_what_the_claim_says():
    claim = next(c for c in draft(TEXT).ledger.claims if c.quantity)
    standing = Paragraphs({}).standing(claim, claim.quantity[0])
    assert standing.text == claim.says


def test_a_figure_that_is_not_in_the_text_stands_nowhere():
    claim = next(c for c in draft(TEXT).ledger.claims if c.quantity)
    assert Paragraphs({"A1": "Nobody died."}).standing(claim, claim.quantity[0]) is None
