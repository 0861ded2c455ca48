import pytest

from reportedly.authoring.extraction.engines.language_model import Missing
from reportedly.authoring.extraction.reading import read_blocks
from reportedly.authoring.extraction.segment import Block
from tests.authoring.extraction.drafting import ENGINES
from tests.authoring.extraction.sentences import BEYOND_RULES, OPEN, SENTENCES


def attributed(text, engine):
    (read,) = read_blocks([Block(1, text, "body")], ENGINES[engine])
    return [
        (
            text[slice(*a.source)] if a.source else "",
            " … ".join(text[slice(*p)] for p in a.pieces),
        )
        for a in read.attributions
    ]


def test_the_language_model_is_installed_for_the_tests():
    assert not isinstance(ENGINES["model"], Missing)


@pytest.mark.parametrize("name", [n for n in SENTENCES if n not in OPEN])
def test_the_parser_gives_the_words_to_their_speaker(name):
    text, expected = SENTENCES[name]
    found = attributed(text, "model")
    for who, words in expected:
        assert any(who.lower() in s.lower() and words in w for s, w in found), found


@pytest.mark.parametrize("name", [n for n in SENTENCES if n not in OPEN | BEYOND_RULES])
def test_the_rules_give_the_words_to_their_speaker(name):
    text, expected = SENTENCES[name]
    found = attributed(text, "rules")
    for who, words in expected:
        assert any(who.lower() in s.lower() and words in w for s, w in found), found


@pytest.mark.parametrize(
    "text",
    [
        "The mayor did not say when the bridge would open.",
        "Nobody said that the bridge was safe.",
        "The report was published on Monday.",
        "Engineers declined to say what had failed.",
        "A spokesman could not say how many had left.",
    ],
)
@pytest.mark.parametrize("engine", ENGINES)
def test_what_was_not_said_is_given_to_nobody(text, engine):
    assert attributed(text, engine) == []


@pytest.mark.parametrize("engine", ENGINES)
@pytest.mark.parametrize(
    ("headline", "who", "words"),
    [
        ("Police count 4,000 marchers", "Police", "4,000"),
        ("Bridge is safe, says mayor", "mayor", "Bridge is safe"),
        ("Ministry: 40 dead in flood", "Ministry", "40 dead"),
        ("China says border closed", "China", "border closed"),
    ],
)
def test_a_headline_may_name_its_speaker(headline, who, words, engine):
    (read,) = read_blocks([Block(1, headline, "headline")], ENGINES[engine])
    (found,) = read.attributions
    assert headline[slice(*found.source)] == who
    assert words in headline[slice(*found.pieces[0])]
