"""grammar."""

import pytest

from tests.builders import a_choice


def a_gap(before, after, right, *wrong):
    options = [{"right": right}, *({"wrong": text, "slip": "over-claim"} for text in wrong)]
    return {
        "id": "q",
        "kind": "cloze",
        "ask": "Fill the gap.",
        "text": f"{before}[x]{after}",
        "gaps": [{"gap": "x", "options": options}],
    }


@pytest.mark.parametrize(
    "question",
    [
        a_choice("allegation", "denial", "promise", ask="What the mayor made was an"),
        a_choice("denial", "allegation", ask="The mayor's words in A2 are a ___"),
        a_gap("B4 gives an ", " of the dead.", "estimate", "census", "list"),
        a_gap("It was a ", ".", "union meeting", "inquiry"),
        a_choice("The police and the mayor", "A clerk", "A nurse", ask="Which sources are named?"),
        a_choice("Officers from two towns", "A clerk", "A reporter", ask="Which two speak in A8?"),
        a_choice("The mayor and a clerk", "The mayor", "A clerk", ask="The speakers in A2 are"),
        a_gap("", " were lit.", "Two lanterns", "A lantern", "One lamp"),
        a_choice("A boat", "Two boats", "Several ferries", ask="What came first was"),
    ],
)
def test_options_that_grammar_rules_out_are_told(find, question):
    (fault,) = find(question)
    assert "by grammar" in fault.found


@pytest.mark.parametrize(
    "question",
    [
        a_choice("allegation", "estimate", "inquiry", ask="What the mayor made was an"),
        a_choice("denial", "allegation", ask="What the mayor made was a/an"),
        a_choice("a denial", "an allegation", ask="What did the mayor make?"),
        a_gap("It was a ", ".", "union meeting", "European one", "one-off"),
        a_gap("It took an ", ".", "hour", "FBI report", "8-day search"),
        a_choice("The police", "The mayor", "Reuters", ask="Which sources are named?"),
        a_choice("at least", "a charge Beijing denies", ask="Which words are a limit?"),
        a_choice("“a charge”", "“two of them”", ask="What words are in A2?"),
        # a wrong one is of the key's number as well
        a_choice("Two boats", "Three boats", "A boat", ask="The first to come were"),
        a_choice("A boat", "A ferry", ask="What came first was"),
        a_gap("", " said so.", "Two lanterns", "A lantern"),
    ],
)
def test_options_that_all_fit_are_fine(find, question):
    assert find(question) == []
