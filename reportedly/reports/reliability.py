"""How far the totals of a bank's questions can be relied on."""

from __future__ import annotations

from math import sqrt

import numpy as np
from numpy.typing import NDArray

from reportedly.reports.figures import FEWEST, Reliability

_AT_ONCE = 20_000
"""Sittings whose answers lie side by side as a table at a time."""

_NOTHING = 1e-12

Floats = NDArray[np.float64]
Codes = NDArray[np.intp]


def reliability(sitting: Codes, question: Codes, share: Floats) -> Reliability | None:
    """Cronbach's alpha of questions, and the standard error of measurement of their total.

    Alpha is k / (k - 1) * (1 - sum of variances / sum of all covariances), with k questions
    (Cronbach 1951, Psychometrika 16); for answers that are right or wrong it is KR-20. The
    standard error is the total's standard deviation times the root of 1 - alpha. Not everybody
    answers every question: each covariance is over those who answered both, so that nobody is
    left out and nothing is filled in; where all answered all, that is the usual alpha.

    Args:
        sitting: Whose answer it is, from 0.
        question: To which question, from 0; each of them has answers.
        share: What it is worth, 0..1.

    Returns: None with fewer than two questions, where two of them were answered by fewer than 10
        together, or where all totals are the same.
    """
    width = int(question.max()) + 1 if len(question) else 0
    if width < 2:
        return None
    means = np.bincount(question, share, width) / np.bincount(question, minlength=width)
    counts, covariance = _covariances(sitting, question, share - means[question], width)
    total = float(covariance.sum())
    if counts.min() < FEWEST or total < _NOTHING:
        return None
    alpha = width / (width - 1) * (1 - float(np.trace(covariance)) / total)
    return Reliability(
        alpha=alpha,
        error=sqrt(total * (1 - alpha)),
        questions=width,
        sittings=len(np.unique(sitting)),
        is_kr20=bool(np.isin(share, (0.0, 1.0)).all()),
    )


def _covariances(
    sitting: Codes, question: Codes, values: Floats, width: int
) -> tuple[Floats, Floats]:
    """Of each two questions, how many answered both, and the covariance over those."""
    in_turn = np.argsort(sitting, kind="stable")
    sitting, question, values = sitting[in_turn], question[in_turn], values[in_turn]
    line = np.cumsum(np.diff(sitting, prepend=sitting[0]) != 0)
    both, sums, products = (np.zeros((width, width)) for _ in range(3))
    for start in range(0, int(line[-1]) + 1, _AT_ONCE):
        rows = slice(*np.searchsorted(line, (start, start + _AT_ONCE)))
        height = int(line[rows][-1]) - start + 1
        table, is_there = np.zeros((height, width)), np.zeros((height, width))
        table[line[rows] - start, question[rows]] = values[rows]
        is_there[line[rows] - start, question[rows]] = 1
        both += is_there.T @ is_there
        sums += table.T @ is_there
        products += table.T @ table
    with np.errstate(divide="ignore", invalid="ignore"):
        return both, (products - sums * sums.T / both) / (both - 1)
