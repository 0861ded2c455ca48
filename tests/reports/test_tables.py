"""The figures of questions as a table to keep."""

import pytest

from reportedly.reports.figures import BankFigures, ItemFigures, OptionFigures
from reportedly.reports.tables import figures_table, sure_cells
from tests.builders import a_bank, a_question, an_open_question


def figures(**fields):
    return ItemFigures(
        **{
            "question": "who-says",
            "answers": 40,
            "difficulty": 0.625,
            "discrimination": 0.3141,
            "sure": 0,
            "sure_and_wrong": 0,
            "seconds": 41.4,
            "thirds": (0.25, 0.5, None),
            "options": (
                OptionFigures("The organiser", True, 0.625, 0.3141, 0.7, (0.25, 0.5, 1.0)),
                OptionFigures("Nobody", False, 0.375, -0.3141, 0.3),
            ),
            **fields,
        }
    )


def table_of(bank, **items):
    found = {id: one for id, one in items.items() if one is not None}
    answers = {id: one.answers for id, one in found.items()}
    head, *lines = figures_table(bank, BankFigures(found, None, answers))
    return [dict(zip(head, line, strict=True)) for line in lines]


def test_a_question_has_a_line_and_each_option_one_under_it():
    own, right, wrong = table_of(a_bank(), **{"who-says": figures()})
    assert own["right or chosen %"] == 62.5
    assert (own["answers"], own["discrimination"], own["median seconds"]) == (40, 0.31, 41)
    assert [own[f"{name} third %"] for name in ("lower", "middle", "upper")] == [25, 50, None]
    assert (right["option"], right["is right"], right["upper third %"]) == (
        ("The organiser", "yes", 100)
    )
    assert (wrong["option"], wrong["right or chosen %"], wrong["discrimination"]) == (
        ("Nobody", 37.5, -0.31)
    )


def test_marks_for_the_eye_are_left_out_of_what_a_table_says():
    bank = a_bank(a_question(ask="Who *says* so?"))
    (own, *_) = table_of(bank, **{"who-says": figures()})
    assert own["asked"] == "Who says so?"


def test_of_too_few_answers_only_their_number_is_told():
    bank = a_bank(a_question("one"), an_open_question("two"))
    one, two = table_of(bank)
    assert one["answers"] == 0
    assert one["remark"] == "Fewer than 10 answers: no figures."
    assert two["remark"] == "What learners wrote they marked themselves."
    assert {one["right or chosen %"], two["discrimination"]} == {None}


def test_rough_figures_and_weak_questions_are_called_so():
    own, *_ = table_of(a_bank(), **{"who-says": figures(answers=12, discrimination=-0.4)})
    assert own["remark"].startswith("Rough: fewer than 30 answers. Those who do well")
    assert "Check the key" in own["remark"]


@pytest.mark.parametrize(
    ("sure", "wrong", "cells"),
    [
        (0, 0, (0, 0)),
        (4, 1, ("withheld", "withheld")),
        (20, 4, (20, "withheld")),
        (20, 16, (20, "withheld")),
        (20, 0, (20, "withheld")),
        (20, 8, (20, 8)),
    ],
)
def test_confidence_is_not_told_of_fewer_than_five(sure, wrong, cells):
    assert sure_cells(figures(sure=sure, sure_and_wrong=wrong)) == cells
