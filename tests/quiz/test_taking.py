"""What a learner can do next at each moment of an attempt."""

import pytest

from reportedly.quiz.taking import LABELS, Action, Do, Step, actions, is_explained, steps
from tests.builders import NOON, an_answer, an_attempt, wrote


def at(position, *answered, mode="practice", **fields):
    """An attempt at three questions with some answered."""
    answers = [an_answer(name) for name in answered]
    return an_attempt(*answers, questions=("p", "q", "r"), position=position, mode=mode, **fields)


def names(attempt):
    """What the buttons do, in their order."""
    return [action.do for action in actions(attempt)]


def test_in_practice_a_question_is_answered_or_skipped():
    assert actions(at(0)) == (Action(Do.ANSWER, primary=True, needs_response=True), Action(Do.SKIP))


def test_in_practice_an_answered_question_leads_to_the_next_open_one_or_to_the_end():
    assert names(at(0, "p")) == [Do.NEXT]
    assert names(at(2, "r")) == [Do.NEXT]
    assert names(at(2, "p", "q", "r")) == [Do.FINISH]


def test_in_practice_a_written_answer_still_waits_for_its_level():
    waiting = an_attempt(an_answer("p", wrote("View.")), questions=("p",))
    assert names(waiting) == [Do.ANSWER, Do.SKIP]
    marked = an_attempt(an_answer("p", wrote("View.", 0)), questions=("p",))
    assert names(marked) == [Do.FINISH]


def test_in_a_test_one_goes_on_with_an_answer_or_skips():
    assert actions(at(0, mode="test")) == (
        Action(Do.NEXT, primary=True, needs_response=True),
        Action(Do.SKIP),
    )
    assert actions(at(0, "p", mode="test")) == (Action(Do.NEXT, primary=True),)


def test_the_last_question_of_a_test_finishes_it():
    assert names(at(2, mode="test")) == [Do.FINISH]


@pytest.mark.parametrize("position", range(3))
@pytest.mark.parametrize("mode", ["practice", "test"])
@pytest.mark.parametrize("answered", ["", "p", "pq", "pqr"])
def test_there_is_always_one_obvious_button_and_it_comes_first(mode, position, answered):
    first, *others = actions(at(position, *answered, mode=mode))
    assert first.primary
    assert not any(action.primary for action in others)
    assert {first.do, *(action.do for action in others)} <= set(LABELS)


def test_practice_explains_at_once_and_a_test_at_the_end():
    assert is_explained(at(0, "p"), "p")
    assert not is_explained(at(0, "p"), "q")
    assert not is_explained(at(0, "p", mode="test"), "p")
    assert is_explained(at(0, "p", mode="test", finished_at=NOON), "p")


def test_nothing_is_explained_before_a_written_answer_has_its_level():
    waiting = an_attempt(an_answer("p", wrote("View.")), questions=("p",), finished_at=NOON)
    assert not is_explained(waiting, "p")


def test_the_row_of_questions_shows_which_are_answered_and_where_the_learner_is():
    assert steps(at(1, "p")) == (
        Step(1, answered=True, current=False),
        Step(2, answered=False, current=True),
        Step(3, answered=False, current=False),
    )


def test_a_written_answer_without_its_level_is_not_shown_as_answered():
    waiting = an_attempt(an_answer("p", wrote("View.")), questions=("p",))
    assert [step.answered for step in steps(waiting)] == [False]
