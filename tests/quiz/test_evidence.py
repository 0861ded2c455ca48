"""Whether what a bank quotes stands where it says."""

import pytest

from reportedly.quiz.evidence import evidence_faults
from reportedly.story.article import read_article
from reportedly.story.ledger import Ledger
from reportedly.story.story import Story, StoryFile
from tests.builders import a_bank, a_question

A = "# Lanterns by the river\n\nThe organiser said that 40 lanterns were lit, 40 of them red."
B = "# A quiet evening\n\nThe mayor counted at least 60 lanterns."
ORIGINAL = "Lanterns on the river\n\nThe organizer said forty lanterns were lit."


def a_story(original=None):
    """Two short articles."""
    article = {"label": "x", "outlet": {"is": "x"}, "published": {"is": "2026"}}
    return Story(
        StoryFile.model_validate(
            {
                "story": "lantern-walk",
                "title": "The lantern walk",
                "summary": "An evening.",
                "articles": [
                    {**article, "letter": "A", "label": "Article A"},
                    {**article, "letter": "B", "label": "Article B"},
                ],
            }
        ),
        (read_article("A", A, original), read_article("B", B)),
        Ledger(story="lantern-walk", speakers={}, claims=()),
    )


def faults_of(question, story=None):
    """Each fault as place, what was found and the cure."""
    bank = a_bank(question)
    return [(f.place, f.found, f.cure) for f in evidence_faults(bank, story or a_story())]


def quoting(words, at="A2"):
    """A question with this evidence."""
    return a_question(evidence={"at": at, "words": words})


@pytest.mark.parametrize("words", ["40 lanterns were lit", "The organiser", "40 of them red."])
def test_words_that_stand_there_are_no_fault(words):
    assert faults_of(quoting(words)) == []


def test_words_of_the_original_are_no_fault_either():
    assert faults_of(quoting("forty lanterns"), a_story(ORIGINAL)) == []
    assert faults_of(quoting("40 lanterns"), a_story(ORIGINAL)) == []


def test_words_that_stand_in_another_paragraph_are_sent_there():
    assert faults_of(quoting("60 lanterns")) == [
        (
            ("questions", 0, "evidence", 0, "words"),
            "these words are not in A2",
            "they stand in B2: write `at: B2`",
        )
    ]


def test_words_that_stand_nowhere_are_answered_with_the_nearest():
    ((_, found, cure),) = faults_of(quoting("40 lantern were lit"))
    assert found == "these words are not in A2"
    assert cure == 'the nearest are "40 lanterns were lit," (A2)'


def test_a_paragraph_or_article_that_is_not_there_is_named_with_those_that_are():
    (one,) = faults_of(quoting("40 lanterns", at="A9"))
    assert one[1:] == ("Article A has no paragraph 9", "use 1 to 2")
    (other,) = faults_of(quoting("40 lanterns", at="C1"))
    assert other[1:] == ('there is no article "C" in this story', "use A, B")


def test_more_than_twelve_words_are_too_many():
    long = "The organiser said that 40 lanterns were lit, 40 of them red. Yes."
    found = [found for _, found, _ in faults_of(quoting(long))]
    assert found[0] == "13 words are quoted"


def highlighting(right, wrong=(), passage="A2"):
    """A question with these pieces."""
    question = a_question(kind="highlight", passage=passage, right=list(right), wrong=list(wrong))
    del question["options"]
    return question | {"evidence": []}


def test_pieces_that_stand_once_in_the_passage_are_no_fault():
    assert faults_of(highlighting(["40 lanterns"], ["The organiser", "red"])) == []
    both = highlighting(["40 lanterns"], ["at least 60"], passage=["A2", "B2"])
    assert faults_of(both) == []


def test_a_piece_that_is_not_in_the_passage_is_answered_with_the_nearest():
    assert faults_of(highlighting(["40 lanterns"], ["the organizer"])) == [
        (
            ("questions", 0, "wrong", 0, "words"),
            "these words are not in A2",
            'the nearest are "The organiser"',
        )
    ]


def test_a_piece_that_stands_twice_is_a_fault_for_nobody_can_tell_which_is_meant():
    ((place, found, _),) = faults_of(highlighting(["40"]))
    assert place == ("questions", 0, "right", 0, "words")
    assert found == "these words stand 2 times in the passage"
    across = highlighting(["lanterns"], passage=["A2", "B2"])
    assert [found for _, found, _ in faults_of(across)] == [
        "these words stand 2 times in the passage"
    ]


def test_pieces_that_overlap_are_a_fault():
    ((place, found, _),) = faults_of(highlighting(["40 lanterns"], ["lanterns were"]))
    assert place == ("questions", 0, "wrong", 0, "words")
    assert found == 'these words overlap with "40 lanterns"'


def test_pieces_of_our_wording_are_no_fault_beside_an_original_that_lacks_them():
    assert faults_of(highlighting(["40 lanterns"]), a_story(ORIGINAL)) == []


def test_a_passage_that_is_not_there_is_a_fault():
    ((place, found, _),) = faults_of(highlighting(["40"], passage=["A2", "A3"]))
    assert place == ("questions", 0, "passage", 1)
    assert found == "Article A has no paragraph 3"
