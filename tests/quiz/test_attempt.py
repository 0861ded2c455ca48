"""Where a learner is in an attempt."""

from tests.builders import NOON, an_answer, an_attempt, wrote


def at(position, *answered, of="pqrs"):
    """An attempt at four questions with some answered."""
    answers = [an_answer(name) for name in answered]
    return an_attempt(*answers, questions=tuple(of), position=position)


def test_the_current_question_is_the_one_at_the_position():
    assert at(2).current == "r"


def test_unanswered_questions_keep_their_order():
    assert at(0, "s", "q").unanswered == ("p", "r")


def test_a_written_answer_without_its_level_is_not_complete():
    waiting = an_attempt(an_answer("p", wrote("View.")), questions=("p",))
    assert waiting.unanswered == ("p",)
    marked = an_attempt(an_answer("p", wrote("View.", 0)), questions=("p",))
    assert marked.unanswered == ()


def test_the_next_unanswered_question_goes_round_to_skipped_ones():
    assert at(0).next_unanswered() == 1
    assert at(3).next_unanswered() == 0
    assert at(1, "r", "s").next_unanswered() == 0
    assert at(2, "p", "q", "s").next_unanswered() is None
    assert at(0, *"pqrs").next_unanswered() is None
    assert at(0, of="p").next_unanswered() is None


def test_an_attempt_is_finished_once_it_has_an_end():
    assert not at(0).is_finished
    assert an_attempt(finished_at=NOON).is_finished
