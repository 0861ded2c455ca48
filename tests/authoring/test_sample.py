"""The answers made up for an author are what they are said to be."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.authoring.sample import right_response, wrong_response
from reportedly.files.banks.bank_file import read_bank
from reportedly.quiz.drawing import layout_of
from reportedly.quiz.kinds import KINDS
from tests.strategies import banks

ROOT = Path(__file__).parents[2]
BANKS = [*ROOT.glob("quizzes/*.yaml"), *ROOT.glob("tests/browser/shelf/quizzes/*.yaml")]
QUESTIONS = [q for path in BANKS for q in read_bank(path).bank.questions]


def test_every_kind_is_tried():
    assert {question.kind for question in QUESTIONS} == set(KINDS)


@pytest.mark.parametrize("question", QUESTIONS, ids=lambda question: question.id)
def test_the_right_answer_is_right_and_the_other_is_not(question):
    layout = layout_of(question, seed=0)
    for response in (right_response(question), wrong_response(question)):
        assert question.read(question.show(response, layout), layout) == response
    assert question.mark(right_response(question)).share == 1
    assert question.mark(wrong_response(question)).share < 1


@given(bank=banks(), seed=st.integers(0, 99))
def test_the_right_answer_to_any_question_is_right(bank, seed):
    for question in bank.questions:
        assert question.mark(right_response(question)).share == 1
        if (wrong := wrong_response(question)) is not None:
            assert question.show(wrong, layout_of(question, seed=seed))
