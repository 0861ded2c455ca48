"""BP21: which day a relative word means."""

import pytest

from tests.authoring.ledgers import a_row, a_story, drafts_of, right_of, the_question, wrong_of


def a_day(words, when):
    happened = {"when": when, "basis": "inferred", "because": f"“{words}” (A2), from its date"}
    return a_row("A-2", words=f"closed {words}", happened=happened)


@pytest.mark.parametrize(
    ("words", "when", "key"),
    [  # the article is of Tuesday 4 March 2025
        ("yesterday", "2025-03-03", "3 March"),
        ("on Sunday", "2025-03-02", "2 March"),
        ("last Tuesday", "2025-02-25", "25 February"),
        ("this Friday", "2025-03-07", "7 March"),
    ],
)
def test_the_key_is_worked_out_from_the_day_of_the_article(words, when, key):
    question = the_question(21, a_story(a_day(words, when)))
    assert right_of(question) == [key]
    assert wrong_of(question)["4 March"] == "wrong-time"
    assert "2025" not in question["ask"]


def test_it_holds_back_where_the_ledger_says_another_day_or_the_article_has_none():
    assert drafts_of(21, a_story(a_day("yesterday", "2025-03-02"))) == []
    undated = a_story(a_day("yesterday", "2025-03-03"), published={"A": None})
    assert drafts_of(21, undated) == []
