"""Item analysis: how hard each question is, and whether it tells learners apart."""

from __future__ import annotations

import pandas as pd

from reportedly.quiz.bank import Bank
from reportedly.quiz.kinds import AnyQuestion
from reportedly.quiz.marking import Certainty
from reportedly.reports.asked import options_of
from reportedly.reports.figures import FEWEST, ItemFigures, OptionFigures
from reportedly.reports.frame import Marked

_SAME = 1e-12
"""Values that lie no further apart are equal but for rounding."""


def analyse(answers: Marked, bank: Bank) -> dict[str, ItemFigures]:
    """The figures of each question that has enough answers, by its id.

    Difficulty is the mean share right (Ebel and Frisbie 1991, Essentials of Educational
    Measurement, chapter 13). Discrimination is Pearson's correlation of the question's share with
    the rest score, the total without the question itself, as in Moodle's statistics: with the
    question in it, a short quiz flatters each of its questions. The rest score is the mean over
    the other questions that the learner answered, which for those who answered all of them
    correlates just as their sum does.

    What learners wrote is left out, for they marked it themselves.

    Args:
        answers: At most one for each sitting and question.
        bank: The questions they are about.
    """
    rows = answers.rows[answers.rows["kind"] != "open"]
    frame = pd.DataFrame(
        {
            "sitting": rows["sitting"],
            "question": rows["question"],
            "share": rows["share"],
            "chosen": answers.tell("chosen"),
            "sure": rows["certainty"] == Certainty.NINETY_FIVE,
        },
        index=rows.index,
    )
    of_sitting = frame.groupby("sitting", observed=True)["share"]
    others = of_sitting.transform("count") - 1
    # Where nothing else was answered there is no rest score.
    frame["rest"] = (of_sitting.transform("sum") - frame["share"]) / others.where(others > 0)
    questions = {question.id: question for question in bank.questions}
    return {
        str(name): _figures(questions[str(name)], rows)
        for name, rows in frame.groupby("question", observed=True)
        if len(rows) >= FEWEST and str(name) in questions
    }


def _figures(question: AnyQuestion, rows: pd.DataFrame) -> ItemFigures:
    share, rest = rows["share"], rows["rest"]
    better = rows[rest > rest.median()]
    return ItemFigures(
        question=question.id,
        answers=len(rows),
        difficulty=float(share.mean()),
        discrimination=_correlation(share, rest),
        sure_and_wrong=int((rows["sure"] & (share == 0)).sum()),
        options=tuple(
            _option(text, is_right, rows, better) for text, is_right in options_of(question)
        ),
    )


def _option(text: str, is_right: bool, rows: pd.DataFrame, better: pd.DataFrame) -> OptionFigures:
    chose = _chose(text, rows)
    return OptionFigures(
        text=text,
        is_right=is_right,
        share=float(chose.mean()),
        discrimination=_correlation(chose, rows["rest"]),
        among_better=float(_chose(text, better).mean()) if len(better) else 0.0,
    )


def _chose(text: str, rows: pd.DataFrame) -> pd.Series[float]:
    return pd.Series([float(text in chosen) for chosen in rows["chosen"]], index=rows.index)


def _correlation(values: pd.Series[float], rest: pd.Series[float]) -> float | None:
    """Pearson's r of those who have a rest score."""
    known = rest.notna()
    values, rest = values[known], rest[known]
    if len(rest) < FEWEST or any(v.max() - v.min() < _SAME for v in (values, rest)):
        return None
    return float(values.corr(rest))
