"""Rows of answers, marked in bulk just as each is marked alone."""

from __future__ import annotations

import math
from datetime import timedelta

import pytest

from reportedly.quiz.marking import Certainty
from reportedly.reports.frame import first_answers, marked, rows_of, together
from tests.builders import NOON, a_question, an_edition, an_open_question, chose, wrote
from tests.reports.learners import FIRST, KEY, SECOND, a_choice
from tests.reports.rows import a_row, by_key, marked_by, rows


def test_each_answer_is_worth_what_its_question_says_and_its_options_are_named():
    edition = an_edition(a_choice("one"), a_choice("two"))
    found = marked_by(
        edition,
        a_row(question="one", response=chose(0)),
        a_row(question="two", response=chose(2)),
        a_row(question="one", response=chose(1), learner="another"),
    )

    assert list(found.rows["share"]) == [1.0, 0.0, 0.0]
    assert list(found.rows["kind"]) == ["single"] * 3
    assert list(found.tell("chosen")) == [(KEY,), (SECOND,), (FIRST,)]


def test_slips_made_and_on_offer_are_told_with_the_skills():
    found = marked_by(an_edition(a_question()), a_row(response=chose(1)), a_row(response=chose(0)))

    assert list(found.tell("slips")) == [("cynicism",), ()]
    assert list(found.tell("offered")) == [("cynicism",), ("cynicism",)]
    assert list(found.tell("skills")) == [("attribution",), ("attribution",)]


def test_each_different_answer_has_one_meaning():
    edition = an_edition(a_choice("one"), a_choice("two"))
    found = marked_by(
        edition,
        *(
            a_row(learner=f"learner-{n}", question=id, response=chose(n % 2))
            for n in range(20)
            for id in ("one", "two")
        ),
    )

    assert len(found.meanings) == 4
    assert found.meanings.index[found.rows["meaning"]].nunique() == 4


def test_certainty_is_the_chance_that_was_said():
    found = marked_by(an_edition(), a_row(), a_row(certainty=Certainty.GUESS),
                      a_row(certainty=Certainty.NINETY_FIVE))  # fmt: skip

    assert list(found.rows["sure"])[1:] == pytest.approx([1 / 3, 0.95])
    assert math.isnan(found.rows["sure"].iloc[0])


def test_a_written_answer_has_no_share_before_its_level_and_then_that_of_the_level():
    edition = an_edition(an_open_question())
    given = [
        a_row(question="in-your-words", response=wrote("Who counted.", n)) for n in (None, 0, 1)
    ]

    shares = marked_by(edition, *given).rows["share"].tolist()

    assert math.isnan(shares[0])
    assert shares[1:] == [1.0, 0.5]


def test_answers_of_an_edition_that_is_gone_or_lacks_the_question_are_left_out():
    edition = an_edition()
    here = {"edition": edition.key, "marked_by": edition.key}
    given = rows(
        a_row(edition="gone"),
        a_row(**here, response=chose(1)),
        a_row(**here, question="never-asked"),
        a_row(**here),
    )

    found = marked(given, by_key(edition))

    assert list(found.rows["share"]) == [0.0, 1.0]
    assert list(found.tell("share")) == [0.0, 1.0]


def test_a_correction_marks_by_the_new_key_and_only_where_the_answer_fits_it():
    asked = an_edition(a_choice("one"))
    turned = [{"right": FIRST}, {"wrong": KEY}, {"wrong": "The mayor"}]
    fixed = an_edition(a_choice("one", options=turned))
    corrected = {"edition": asked.key, "marked_by": fixed.key, "question": "one"}
    given = rows(*(a_row(**corrected, response=chose(n)) for n in range(3)))

    found = marked(given, by_key(asked, fixed))

    # The police are not among the new options, so that answer keeps the mark it had.
    assert list(found.rows["share"]) == [0.0, 1.0, 0.0]
    assert list(found.tell("marked_by")) == [fixed.key, fixed.key, asked.key]


def test_a_learners_first_answer_to_each_question_is_the_one_of_the_first_sitting_and_vote():
    given = rows(
        a_row(sitting="first", round=2, response=chose(1)),
        a_row(sitting="first", round=1, response=chose(0)),
        a_row(sitting="first", question="another"),
        a_row(sitting="later", response=chose(1)),
        a_row(learner="learner-2", sitting="other", response=chose(1)),
    )

    first = first_answers(given)

    assert list(first.index) == [1, 2, 4]


def test_frames_of_different_texts_are_put_together():
    one, two = rows(a_row()), rows(a_row(learner="learner-2", certainty=Certainty.EIGHTY))

    both = together([one, rows(), two])

    assert list(both["learner"]) == ["learner-1", "learner-2"]
    assert both["certainty"].isna().tolist() == [True, False]
    assert len(together([rows(), rows()])) == 0
    assert marked(both, {}).rows.empty


def test_no_answers_are_marked_as_none():
    assert marked(rows(), {}).rows.empty
    assert first_answers(rows()).empty


def test_rows_can_be_written_with_what_matters_alone():
    row = rows_of(
        {"learner": ["Z"], "sitting": ["s"], "edition": ["e"], "question": ["q"],
         "response": ["{}"], "answered_at": [NOON + timedelta(seconds=1)]}
    ).iloc[0]  # fmt: skip

    assert (row["marked_by"], row["round"]) == ("e", 1)
    assert row["answered_at"] == NOON + timedelta(seconds=1)
    assert row["began_at"] is not row["answered_at"]
