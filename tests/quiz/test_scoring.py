"""What an attempt showed, by cases worked by hand."""

from fractions import Fraction

import pytest

from reportedly.quiz.marking import Certainty
from reportedly.quiz.scoring import Rate, score
from reportedly.quiz.taxonomy import Skill
from tests.builders import (
    a_question,
    an_answer,
    an_attempt,
    an_edition,
    an_open_question,
    chose,
    wrote,
)


def a_choice(id, *, skills=("hedges",), slip="over-claim", points=1):
    """A question whose option 0 is right, 1 half of the rest, 2 and 3 wrong."""
    return a_question(
        id,
        kind="multiple",
        points=points,
        skills=list(skills),
        options=[
            {"right": "a"},
            {"right": "b"},
            {"wrong": "x", "slip": slip},
            {"wrong": "y"},
        ],
    )


RIGHT, HALF, SLIPPED, WRONG = chose(0, 1), chose(0), chose(2), chose(3)


def result(questions, **answers):
    """The score of an attempt; an answer is a response, or one with a certainty."""
    given = []
    for name, answer in answers.items():
        response, certainty = answer if isinstance(answer, tuple) else (answer, None)
        given.append(an_answer(name, response, certainty=certainty))
    ids = tuple(question["id"] for question in questions)
    return score(an_attempt(*given, questions=ids), an_edition(*questions))


def test_points_add_up_exactly():
    total = result([a_choice("p", points=3), a_choice("q", points="1/3")], p=HALF, q=HALF)
    assert total.points == Fraction(3, 2) + Fraction(1, 6)
    assert total.possible == Fraction(10, 3)


def test_leaving_a_question_out_costs_nothing():
    questions = [a_choice("p"), a_choice("q", points=10)]
    total = result(questions, p=RIGHT)
    assert (total.points, total.possible, total.left_out) == (1, 1, 1)
    assert total.missed == ("q",)


def test_an_attempt_without_answers_has_nothing_to_show():
    total = result([a_choice("p")])
    assert (total.points, total.possible, total.left_out) == (0, 0, 1)
    assert (total.skills, total.calibration, total.review) == ((), None, ())
    assert total.over_claim == total.cynicism == Rate(0, 0)


def test_a_written_answer_without_its_level_counts_as_left_out():
    open_question = an_open_question("p")
    waiting = result([open_question], p=wrote("My view."))
    assert (waiting.points, waiting.possible, waiting.left_out) == (0, 0, 1)
    marked = result([open_question], p=wrote("My view.", 1))
    assert (marked.points, marked.possible, marked.left_out) == (Fraction(1, 2), 1, 0)


def test_a_skill_is_the_mean_share_of_its_questions_whatever_they_are_worth():
    questions = [a_choice("p", points=9), a_choice("q"), a_choice("r", skills=["gaps", "hedges"])]
    skills = {s.skill: s for s in result(questions, p=HALF, q=RIGHT, r=WRONG).skills}
    assert list(skills) == [Skill.HEDGES, Skill.GAPS]
    assert (skills[Skill.HEDGES].share, skills[Skill.HEDGES].questions) == (Fraction(1, 2), 3)
    assert (skills[Skill.GAPS].share, skills[Skill.GAPS].questions) == (0, 1)


def test_over_claiming_is_counted_where_it_was_on_offer():
    questions = [a_choice("p"), a_choice("q"), a_choice("r"), a_choice("s", slip="cynicism")]
    total = result(questions, p=SLIPPED, q=RIGHT, s=SLIPPED)
    assert total.over_claim == Rate(1, 2)
    assert total.cynicism == Rate(1, 1)


def test_a_slip_beside_right_answers_counts_too_and_once_a_question():
    question = a_choice("p")
    question["options"][3]["slip"] = "over-claim"
    assert result([question], p=chose(0, 1, 2, 3)).over_claim == Rate(1, 1)


# --- being sure ----------------------------------------------------------------------------------


def test_calibration_is_absent_when_nobody_said_how_sure_they_are():
    assert result([a_choice("p")], p=RIGHT).calibration is None


def test_calibration_sets_what_was_said_beside_what_came_of_it():
    questions = [a_choice(name) for name in "pqrst"]
    calibration = result(
        questions,
        p=(RIGHT, Certainty.NINETY_FIVE),
        q=(WRONG, Certainty.NINETY_FIVE),
        r=(RIGHT, Certainty.EIGHTY),
        s=(HALF, Certainty.GUESS),
        t=RIGHT,
    ).calibration
    assert [(s.certainty, s.answers, s.right) for s in calibration.steps] == [
        (Certainty.GUESS, 1, Fraction(1, 2)),
        (Certainty.EIGHTY, 1, 1),
        (Certainty.NINETY_FIVE, 2, Fraction(1, 2)),
    ]
    assert calibration.answers == 4
    # +3 - 6 + 2 + 1/2
    assert calibration.points == Fraction(-1, 2)
    # (0.05² + 0.95² + 0.2² + (1/2 - 1/3)²) / 4
    parts = [Fraction(1, 400), Fraction(361, 400), Fraction(1, 25), Fraction(1, 36)]
    assert calibration.brier == sum(parts) / 4


@pytest.mark.parametrize(
    ("response", "certainty", "brier"),
    [
        (RIGHT, Certainty.NINETY_FIVE, Fraction(1, 400)),
        (WRONG, Certainty.NINETY_FIVE, Fraction(361, 400)),
        (RIGHT, Certainty.GUESS, Fraction(4, 9)),
        (WRONG, Certainty.GUESS, Fraction(1, 9)),
        (HALF, Certainty.SIXTY, Fraction(1, 100)),
    ],
)
def test_the_brier_score_of_one_answer_is_the_squared_distance(response, certainty, brier):
    assert result([a_choice("p")], p=(response, certainty)).calibration.brier == brier


# --- what to look at again -----------------------------------------------------------------------


def test_review_begins_with_confident_errors_and_ends_with_what_was_right():
    questions = [a_choice(name) for name in "pqrstu"]
    review = result(
        questions,
        p=(RIGHT, Certainty.NINETY_FIVE),
        q=WRONG,
        r=(WRONG, Certainty.GUESS),
        s=(HALF, Certainty.EIGHTY),
        t=(HALF, Certainty.NINETY_FIVE),
        u=RIGHT,
    ).review
    assert [explanation.question.id for explanation in review] == ["t", "s", "r", "q", "p", "u"]


def test_missed_are_those_not_fully_right_or_not_answered_in_the_order_asked():
    questions = [a_choice(name) for name in "pqrs"]
    assert result(questions, q=HALF, r=RIGHT, s=WRONG).missed == ("p", "q", "s")
