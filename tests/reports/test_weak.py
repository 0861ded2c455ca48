"""What is said against a question, and when nothing is."""

from __future__ import annotations

from dataclasses import replace

import pytest

from reportedly.reports.figures import ItemFigures, OptionFigures
from reportedly.reports.items import analyse
from reportedly.reports.weak import weaknesses
from reportedly.reports.wording import in_words
from tests.builders import a_bank
from tests.reports.learners import FIRST, KEY, SECOND, a_choice, a_quiz, answers_of

QUESTION = a_bank(a_choice("one")).questions[0]
GOOD = ItemFigures(
    question="one",
    answers=100,
    difficulty=0.6,
    discrimination=0.35,
    sure=0,
    sure_and_wrong=0,
    options=(
        OptionFigures(KEY, True, 0.6, 0.35, 0.8),
        OptionFigures(FIRST, False, 0.25, -0.2, 0.1),
        OptionFigures(SECOND, False, 0.15, -0.2, 0.1),
    ),
)


def said(**changed):
    return [one.says for one in weaknesses(QUESTION, replace(GOOD, **changed))]


def options(**changed):
    """The options with the first wrong one changed."""
    return (GOOD.options[0], replace(GOOD.options[1], **changed), GOOD.options[2])


def test_nothing_is_said_against_a_good_question():
    assert said() == []


@pytest.mark.parametrize(
    ("changed", "words"),
    [
        ({"difficulty": 0.19}, "too hard"),
        ({"difficulty": 0.96}, "too easy"),
        ({"discrimination": 0.19}, "hardly tells"),
        ({"discrimination": -0.01}, "do worse here"),
        ({"sure": 10, "sure_and_wrong": 6}, "More than half of those who were as good as"),
        ({"options": options(among_better=0.81)}, "Of the better half 81 % choose “Nobody”"),
        ({"options": options(discrimination=0.17)}, "draws those who do well"),
        ({"options": options(share=0.04)}, "Only 4 % choose the wrong option “Nobody”"),
        ({"options": options(share=0.0)}, "Nobody chooses the wrong option “Nobody”"),
    ],
)
def test_each_weakness_is_said_with_its_figure_and_a_change(changed, words):
    found = weaknesses(QUESTION, replace(GOOD, **changed))

    assert [words in one.says for one in found] == [True]
    assert all(one.change.endswith(".") for one in found)


@pytest.mark.parametrize(
    "changed",
    [
        {"difficulty": 0.20},
        {"difficulty": 0.95},
        {"discrimination": 0.20},
        {"discrimination": None},
        {"sure": 10, "sure_and_wrong": 5},
        {"sure": 9, "sure_and_wrong": 9},
        {"options": options(share=0.05)},
        {"options": options(discrimination=0.16)},
        {"options": options(among_better=0.8)},
    ],
)
def test_at_the_threshold_nothing_is_said(changed):
    assert said(**changed) == []


def test_of_few_answers_only_what_is_gross_is_said():
    assert said(answers=29, discrimination=0.1, options=options(share=0.0)) == []
    assert len(said(answers=29, discrimination=-0.1, difficulty=0.1)) == 2


def test_a_question_nearly_all_get_right_is_not_also_blamed_for_its_wrong_options():
    assert len(said(difficulty=0.97, discrimination=0.1, options=options(share=0.0))) == 1


def test_the_answers_of_true_or_false_are_not_to_be_replaced():
    statement = a_bank(
        {"id": "one", "kind": "truefalse", "ask": "40 were lit.", "answer": "true"}
    ).questions[0]

    assert weaknesses(statement, replace(GOOD, options=options(share=0.0))) == ()


def test_figures_are_said_in_a_line_and_rough_ones_say_so():
    assert in_words(GOOD) == "100 answers · 60 % right · discrimination 0.35 (good)"
    assert "rough" in in_words(replace(GOOD, answers=29))
    assert "−0.20 (negative)" in in_words(replace(GOOD, discrimination=-0.2))
    assert "median time 41 s" in in_words(replace(GOOD, seconds=40.7))


def test_how_many_were_sure_and_wrong_is_said_of_five_and_more_alone():
    assert "5 sure and wrong" in in_words(replace(GOOD, sure=10, sure_and_wrong=5))
    assert "sure and wrong" not in in_words(replace(GOOD, sure=10, sure_and_wrong=4))
    # The four who were right could be subtracted.
    assert "sure and wrong" not in in_words(replace(GOOD, sure=10, sure_and_wrong=6))


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_of_made_up_answers_just_the_odd_questions_look_weak(seed):
    edition = a_quiz("one", "two", "three", "four", "five", "six", "seven", "eight")
    odd = {"two": "flipped", "three": "hard", "four": "easy", "five": "dead"}
    figures = analyse(answers_of(edition, 400, seed, odd=odd), edition.bank).items

    weak = {q.id for q in edition.bank.questions if weaknesses(q, figures[q.id])}

    assert weak == set(odd)
