"""Item analysis: how hard each question is, and whether it tells learners apart."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from reportedly.quiz.bank import Bank
from reportedly.quiz.edition import Edition
from reportedly.quiz.marking import Certainty
from reportedly.quiz.privacy.withholding import SMALLEST_GROUP
from reportedly.quiz.question import Question
from reportedly.reports.asked import options_of, still_asked
from reportedly.reports.figures import (
    FEWEST,
    BankFigures,
    ItemFigures,
    OptionFigures,
    Thirds,
)
from reportedly.reports.frame import Marked, first_answers, marked
from reportedly.reports.reliability import reliability
from reportedly.reports.times import timed

_SAME = 1e-12
"""Values that lie no further apart are equal but for rounding."""

Floats = NDArray[np.float64]


def figures_of(rows: pd.DataFrame, bank: Bank, editions: Mapping[str, Edition]) -> BankFigures:
    """What rows of answers tell of a bank as it is now.

    Counted is each learner's first answer to each question that is still asked in the same words
    with the same key.

    Args:
        rows: A frame of rows, all answers of their sittings.
        bank: The questions they are about.
        editions: Those that the rows name, by key; answers to one that is missing are left out.
    """
    first = first_answers(timed(rows))
    return analyse(still_asked(marked(first, editions), bank, editions), bank)


def analyse(answers: Marked, bank: Bank) -> BankFigures:
    """The figures of a bank, and of each question that has enough answers.

    Difficulty is the mean share right (Ebel and Frisbie 1991, Essentials of Educational
    Measurement, chapter 13). Discrimination is Pearson's correlation of the question's share with
    the rest score, the total without the question itself, as in Moodle's statistics: with the
    question in it, a short quiz flatters each of its questions. The rest score is the mean over
    the other questions of the sitting, which for those who answered all of them correlates just
    as their sum does.

    By rest score, too, learners are cut into thirds; those with the same one stay together, at
    the mean of their ranks. What learners wrote is left out, for they marked it themselves.

    Args:
        answers: At most one for each sitting and question; rows have the column `seconds`.
        bank: The questions they are about.
    """
    counted = _counted(answers)
    questions = {question.id: question for question in bank.questions}
    groups = {
        str(id): rows for id, rows in counted.groupby("question", observed=True) if id in questions
    }
    items = {
        id: _figures(questions[id], rows, answers.meanings)
        for id, rows in groups.items()
        if len(rows) >= FEWEST
    }
    of_items = counted[counted["question"].isin(list(items))]
    question, _ = pd.factorize(of_items["question"])
    return BankFigures(
        items=items,
        reliability=reliability(of_items["sitting"].to_numpy(), question, _of(of_items, "share")),
        answers={id: len(rows) for id, rows in groups.items()},
    )


def _counted(answers: Marked) -> pd.DataFrame:
    """The rows that are marked, with the rest score."""
    rows = answers.rows
    rows = rows[(rows["kind"] != "open") & rows["share"].notna()]
    share = _of(rows, "share")
    sitting = rows["sitting"].cat.codes.to_numpy().astype(np.intp)
    others = np.bincount(sitting)[sitting] - 1
    rest = np.full(len(rows), np.nan)  # where nothing else was answered there is none
    np.divide(np.bincount(sitting, share)[sitting] - share, others, out=rest, where=others > 0)
    return pd.DataFrame(
        {
            "sitting": sitting,
            "question": rows["question"].array,
            "meaning": rows["meaning"].to_numpy(),
            "share": share,
            # Equal but for rounding is equal: ranks must not hang on the order of adding up.
            "rest": rest.round(12),
            "is_sure": (rows["certainty"] == Certainty.NINETY_FIVE).to_numpy(),
            "seconds": _of(rows, "seconds"),
        }
    )


def _of(rows: pd.DataFrame, column: str) -> Floats:
    return rows[column].to_numpy(np.float64)


def _figures(question: Question, rows: pd.DataFrame, meanings: pd.DataFrame) -> ItemFigures:
    share, rest = _of(rows, "share"), _of(rows, "rest")
    sure = rows["is_sure"].to_numpy()
    seconds = _of(rows, "seconds")
    seconds = seconds[~np.isnan(seconds)]
    third = _third(rest)
    better = rest > np.nanmedian(rest) if not np.isnan(rest).all() else np.zeros(len(rest), bool)
    options = []
    if named := options_of(question):
        different, which = np.unique(rows["meaning"].to_numpy(), return_inverse=True)
        chosen = meanings["chosen"].to_numpy()[different]
        for text, is_right in named:
            chose = np.array([text in one for one in chosen], np.float64)[which]
            options.append(
                OptionFigures(
                    text=text,
                    is_right=is_right,
                    share=float(chose.mean()),
                    discrimination=_correlation(chose, rest),
                    among_better=float(chose[better].mean()) if better.any() else 0.0,
                    thirds=_by_third(chose, third),
                )
            )
    return ItemFigures(
        question=question.id,
        answers=len(rows),
        difficulty=float(share.mean()),
        discrimination=_correlation(share, rest),
        sure=int(sure.sum()),
        sure_and_wrong=int((sure & (share == 0)).sum()),
        seconds=float(np.median(seconds)) if len(seconds) >= FEWEST else None,
        thirds=_by_third(share, third),
        options=tuple(options),
    )


def _third(rest: Floats) -> NDArray[np.int8]:
    """The third of each learner, 0 the lower to 2 the upper; -1 without a rest score."""
    third = np.full(len(rest), -1, np.int8)
    known = ~np.isnan(rest)
    _, which, alike = np.unique(rest[known], return_inverse=True, return_counts=True)
    # The middle of the places that those with the same score take, 0..1.
    place = ((np.cumsum(alike) - alike / 2) / max(1, known.sum()))[which]
    third[known] = np.minimum(place * 3, 2).astype(np.int8)
    return third


def _by_third(values: Floats, third: NDArray[np.int8]) -> Thirds:
    def mean(n: int) -> float | None:
        part = values[third == n]
        return float(part.mean()) if len(part) >= SMALLEST_GROUP else None

    return mean(0), mean(1), mean(2)


def _correlation(values: Floats, rest: Floats) -> float | None:
    """Pearson's r of those who have a rest score."""
    known = ~np.isnan(rest)
    values, rest = values[known], rest[known]
    if len(rest) < FEWEST or any(np.ptp(v) < _SAME for v in (values, rest)):
        return None
    values, rest = values - values.mean(), rest - rest.mean()
    # Not `@`: for vectors its threads cost more than they save.
    product, squares = (values * rest).sum(), (values**2).sum() * (rest**2).sum()
    return float(product / np.sqrt(squares))
