import pytest

from reportedly.authoring.extraction.confidence import confidence
from reportedly.authoring.extraction.texts.independence import is_the_same, shared_wording
from reportedly.authoring.extraction.texts.language import is_english
from reportedly.authoring.extraction.texts.quoting import exact_words

LONG = "one two three four five, six seven eight nine ten eleven twelve thirteen fourteen 40 people fifteen"


def test_a_short_stretch_is_quoted_whole():
    assert exact_words("“We left,” she said.", (0, 10)) == "We left"


def test_a_long_stretch_is_cut_to_twelve_words_that_hold_the_figure():
    start = LONG.index("40")
    words = exact_words(LONG, (0, len(LONG)), [(start, start + 2)])
    assert "40 people" in words
    assert len(words.split()) <= 12


@pytest.mark.parametrize(
    ("text", "english"),
    [
        ("The mayor said on Monday that the bridge was safe and that it had been checked twice.", True),
        ("Le maire a déclaré lundi que le pont était sûr et que la police avait ouvert une enquête.", False),
        ("El alcalde dijo el lunes que el puente era seguro y que nadie había resultado herido ahí.", False),
        ("Fire in Port Vell", True),
        ("Three people died when the boat struck rocks, police in Port Vell reported on Monday night.", True),
        ("Drei Menschen starben, als das Boot auf Felsen lief, was die Polizei in Port Vell mitteilte.", False),
        ("Trois personnes sont mortes quand le bateau a heurté des rochers, selon la police, on a dit.", False),
    ],
)  # fmt: skip
def test_english_is_told_by_its_small_words(text, english):
    assert is_english(text) is english


def test_shared_wording_is_told_in_runs_of_words():
    assert shared_wording(LONG, LONG) == 1
    assert shared_wording(LONG, "a wholly different text with other words in it altogether") == 0
    assert is_the_same(LONG, LONG.upper() + ".")


@pytest.mark.parametrize(
    ("because", "expected"),
    [
        ((), "high"),
        (("“it” is taken for the paper",), "medium"),
        (("it could also be the army",), "low"),
        (("a", "b", "c"), "low"),
    ],
)
def test_each_reason_for_doubt_lowers_confidence(because, expected):
    assert confidence(because, rules_only=False) == expected


def test_without_the_parser_nothing_is_sure():
    assert confidence((), rules_only=True) == "medium"
