"""Who speaks in the turns of phrase that newsrooms use."""

import pytest

from tests.authoring.extraction.drafting import draft


def spoken(text):
    """The speakers' names by the words they are given, in an article read by the parser."""
    ledger = draft(text).ledger
    return {
        claim.says.strip(" .,"): ledger.speakers[claim.speaker].name
        for claim in ledger.claims
        if claim.letter == "A" and claim.speaker != "none"
    }


@pytest.mark.parametrize(
    ("text", "words", "who"),
    [
        ('A council aide hit back: "Our figures are from the schools."', "figures", "aide"),
        ('Karl Oster left early. "Speak to my lawyer," he barked.', "lawyer", "Oster"),
        ("The head of the traders' guild, Imre Kolb, said two gates were shut.", "gates", "Kolb"),
        ("Labour's Jas Gill said it was time to act.", "time to act", "Jas Gill"),
        ("The health ministry said 9 died. The ministry said tests went on.", "tests", "health"),
        ("The agency's weekly report shows that 142 were children.", "142", "report"),
        ("By the ministry's count, 48 people have died.", "48", "ministry"),
        ("Silva took another view. He said the goal was fair.", "goal", "Silva"),
        ("A baker, who gave his name only as Timur, said he saw smoke.", "smoke", "Timur"),
        ("Borg said the union had been told it was 11.", "11", "Borg"),
        ("Ana Moe told the jury that officers found 31 cards.", "31", "Ana Moe"),
        ("Kolb said the guild had asked for a second exit.", "second exit", "Kolb"),
    ],
)
def test_words_go_to_whoever_the_text_gives_them_to(text, words, who):
    assert [name for said, name in spoken(text).items() if words in said and who in name]


def test_a_quotation_of_two_sentences_is_one_statement():
    (said,) = spoken('Joana Pires said: "We warned them in May. Nobody listened."')
    assert "Nobody listened" in said


def test_a_company_named_once_is_taken_up_by_what_it_is():
    text = "Halvard today closed two shops. The company said it had no choice."
    assert spoken(text) == {"it had no choice": "Halvard"}


def test_somebody_asked_is_not_the_one_who_says_it():
    text = "Asked about the fans, the owner said that they were checked."
    assert list(spoken(text)) == ["they were checked"]


def test_words_within_words_are_less_sure():
    claims = draft("The mayor said that police reported eight arrests.").ledger.claims
    inner = next(c for c in claims if c.via)
    assert inner.confidence == "medium"


def test_words_of_no_named_person_are_less_sure_unless_they_give_a_figure():
    text = (
        "Ida Holt said it was late. The port said it was shut. The port said that 9 ships waited."
    )
    sure = [c.confidence for c in draft(text).ledger.claims if c.letter == "A"]
    assert sure == ["high", "medium", "high"]


def test_a_short_paragraph_of_a_persons_own_words_is_read_as_english():
    text = 'Lou-Ann Pike, 29, sobbed: "I thought my lad and I would die. Up we ran, all coughing."'
    assert list(spoken(text).values()) == ["Lou-Ann Pike"]
