"""A new question of any kind opens in a bank on any story."""

from pathlib import Path

import pytest

from reportedly.files.banks.bank_file import read_bank
from reportedly.files.banks.starters import STARTS, free_id, starter
from reportedly.files.editing.questions import insert_question
from reportedly.files.shelf.shelf import Library
from reportedly.quiz.kinds import KINDS

ROOT = Path(__file__).parents[2]
STORIES = {
    name: story
    for root in (ROOT, ROOT / "tests" / "browser" / "shelf")
    for name, story in Library(root).shelf().stories.items()
    if story is not None
}


@pytest.mark.parametrize("story", STORIES)
@pytest.mark.parametrize("kind", KINDS)
def test_a_new_question_opens_as_a_draft(kind, story):
    empty = f"bank: A bank\nstory: {story}\nquestions: []\n"
    text = insert_question(empty, 0, starter(kind, "new", STORIES[story]))
    reading = read_bank(text, stories=STORIES)
    assert reading.faults == ()
    [question] = reading.bank.questions
    assert (question.kind, question.id, question.status) == (kind, "new", "draft")


def test_there_are_first_words_for_each_kind_and_some_stories():
    assert set(STARTS) == set(KINDS)
    assert len(STORIES) > 2


def test_a_new_question_takes_no_id_that_is_taken():
    assert free_id("open", []) == "new-open"
    assert free_id("open", ["new-open", "new-open-2"]) == "new-open-3"
