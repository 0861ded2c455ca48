"""The statistics find what was put into made-up answers, within their own standard errors.

Bands are four standard errors wide to either side: a right statistic leaves them once in 16,000
times, and the seeds are fixed.
"""

from __future__ import annotations

from functools import cache
from math import sqrt

import numpy as np
import pytest

from reportedly.reports.frame import marked
from reportedly.reports.items import figures_of
from tests.reports.generator import (
    Item,
    Quiz,
    a_usual_quiz,
    answers_to,
    expected,
    parallel_questions,
)
from tests.reports.rows import by_key

LEARNERS = 3_000
WIDE = 4


@cache
def rows_of(quiz, seed):
    return answers_to(quiz, LEARNERS, seed)


@cache
def found(quiz, seed):
    return figures_of(rows_of(quiz, seed), quiz.edition.bank, by_key(quiz.edition))


def of_items(quiz, figures, what):
    return np.array([what(figures.items[item.id]) for item in quiz.items])


@pytest.mark.parametrize("missing", [0.0, 0.3])
@pytest.mark.parametrize("seed", [1, 2])
def test_difficulty_is_recovered(seed, missing):
    quiz = a_usual_quiz(missing=missing)
    figures, truth = found(quiz, seed), expected(quiz)

    right = of_items(quiz, figures, lambda one: one.difficulty)
    answers = of_items(quiz, figures, lambda one: one.answers)

    assert answers == pytest.approx(LEARNERS * (1 - missing), abs=WIDE * sqrt(LEARNERS) / 2)
    error = np.sqrt(truth.right * (1 - truth.right) / answers)
    assert (np.abs(right - truth.right) < WIDE * error).all()


@pytest.mark.parametrize("seed", [1, 2])
def test_discrimination_is_recovered_and_the_flattering_one_would_not_be(seed):
    quiz = a_usual_quiz()
    rows, figures, truth = rows_of(quiz, seed), found(quiz, seed), expected(quiz)

    r = of_items(quiz, figures, lambda one: one.discrimination)

    band = WIDE * (1 - truth.discrimination**2) / sqrt(LEARNERS)
    assert (np.abs(r - truth.discrimination) < band).all()
    # The correlation with the total, the question itself in it, lies outside.
    right = marked(rows, by_key(quiz.edition)).rows["share"].to_numpy().reshape(LEARNERS, -1)
    flattering = [np.corrcoef(one, right.sum(axis=1))[0, 1] for one in right.T]
    assert (np.abs(flattering - truth.discrimination) > band).all()


def test_the_sharper_of_two_like_questions_discriminates_more():
    slopes = (-0.8, 0.0, 0.5, 1.0, 1.6, 2.5)
    others = tuple(Item(f"other-{n}", hardness=n / 4 - 1) for n in range(8))
    quiz = Quiz((*(Item(f"slope-{n}", slope=s) for n, s in enumerate(slopes)), *others))
    figures = found(quiz, 5)

    r = [figures.items[f"slope-{n}"].discrimination for n in range(len(slopes))]

    assert r == sorted(r)
    assert r[0] < -0.1
    assert abs(r[1]) < WIDE / sqrt(LEARNERS)


@pytest.mark.parametrize("seed", [1, 2])
def test_the_share_of_each_wrong_option_is_recovered(seed):
    quiz = a_usual_quiz()
    figures, truth = found(quiz, seed), expected(quiz)

    for item, right in zip(quiz.items, truth.right, strict=True):
        shares = [right, *((1 - right) * weight for weight in item.wrong)]
        for option, share in zip(figures.items[item.id].options, shares, strict=True):
            assert abs(option.share - share) < WIDE * sqrt(share * (1 - share) / LEARNERS)


@pytest.mark.parametrize("seed", [1, 2])
def test_how_often_each_misreading_was_made_is_recovered(seed):
    quiz = a_usual_quiz(missing=0.3)
    answers = marked(rows_of(quiz, seed), by_key(quiz.edition))
    truth = expected(quiz)

    for slip in ("over-claim", "cynicism", "wrong-speaker"):
        offered = np.array([slip in one for one in answers.tell("offered")])
        made = np.array([slip in one for one in answers.tell("slips")])
        shares = [
            (1 - right) * item.wrong[item.slips.index(slip)]
            for item, right in zip(quiz.items, truth.right, strict=True)
            if slip in item.slips
        ]
        # Answers of one learner hang together, so the error is that of learners' own rates.
        error = sqrt(np.mean(shares) * (1 - np.mean(shares)) / LEARNERS)
        assert abs(made[offered].mean() - np.mean(shares)) < WIDE * error
        assert not made[~offered].any()


@pytest.mark.parametrize("missing", [0.0, 0.3])
@pytest.mark.parametrize("seed", [1, 2])
def test_alpha_and_the_standard_error_are_recovered(seed, missing):
    quiz = a_usual_quiz(missing=missing)
    totals, truth = found(quiz, seed).reliability, expected(quiz)

    # Feldt (1965): the error of 1 - alpha, relative to it; missing answers widen it.
    relative = sqrt(2 / ((LEARNERS - 1) * (1 - missing) ** 2))
    assert abs(totals.alpha - truth.alpha) < WIDE * (1 - truth.alpha) * relative * 1.5
    assert totals.error == pytest.approx(truth.error, rel=0.05)
    assert totals.is_kr20


@pytest.mark.parametrize("count", [5, 10, 20])
def test_of_like_questions_alpha_is_the_true_reliability_and_grows_with_their_number(count):
    quiz = parallel_questions(count)
    truth, totals = expected(quiz), found(quiz, 7).reliability

    assert truth.alpha == pytest.approx(truth.reliability)
    band = WIDE * (1 - truth.reliability) * sqrt(2 * count / ((count - 1) * (LEARNERS - 1)))
    assert abs(totals.alpha - truth.reliability) < band
    assert abs(totals.alpha - expected(parallel_questions(count + 5)).reliability) > band


def test_of_unlike_questions_alpha_is_no_more_than_the_true_reliability():
    truth = expected(a_usual_quiz())

    assert truth.alpha < truth.reliability


@pytest.mark.parametrize("confidence", [0.0, 0.3])
def test_who_was_sure_and_wrong_is_recovered(confidence):
    quiz = a_usual_quiz(confidence=confidence)
    figures, truth = found(quiz, 1), expected(quiz)

    for what, shares in (("sure", truth.sure), ("sure_and_wrong", truth.sure_and_wrong)):
        counts = of_items(quiz, figures, lambda one, what=what: getattr(one, what))
        band = WIDE * np.sqrt(shares * (1 - shares) * LEARNERS) + 1
        assert (np.abs(counts - shares * LEARNERS) < band).all()


@pytest.mark.parametrize("missing", [0.0, 0.3])
def test_median_times_are_recovered(missing):
    quiz = a_usual_quiz(missing=missing)
    figures = found(quiz, 1)

    for item in quiz.items:
        one = figures.items[item.id]
        error = 1.2533 * 0.5 / sqrt(one.answers)
        assert abs(np.log(one.seconds / item.seconds)) < WIDE * error


def test_the_upper_third_does_better_where_a_question_tells_apart_and_not_where_it_does_not():
    others = tuple(Item(f"other-{n}", hardness=n / 4 - 1) for n in range(8))
    quiz = Quiz((Item("sharp", slope=2.5), Item("blind", slope=0.0), *others))
    figures = found(quiz, 6).items

    lower, middle, upper = figures["sharp"].thirds
    assert lower < 0.35 < middle < 0.65 < upper
    assert max(figures["blind"].thirds) - min(figures["blind"].thirds) < 0.1
    right, *wrong = figures["sharp"].options
    assert right.thirds == figures["sharp"].thirds
    assert all(option.thirds[0] > option.thirds[2] for option in wrong)
