"""All figures of a bank against formulas written anew over plain lists, and against scipy.

Three shipped sets of answers of different shape: everybody answered all, some left questions out,
and partly right answers. A line is a learner, a column a question; empty is no answer.
"""

from __future__ import annotations

import csv
from math import sqrt
from pathlib import Path
from statistics import fmean, variance

import pytest
from scipy import stats

from reportedly.reports.items import analyse
from tests.builders import a_bank
from tests.reports.learners import a_choice
from tests.reports.rows import with_shares

SETS = Path(__file__).parent / "sets"
NAMES = ("complete", "missing", "partial")

PINGOUIN = {
    "complete": 0.661492508376199,
    "missing": 0.6951668010752267,
    "partial": 0.7128311599467442,
}
"""What `cronbach_alpha(nan_policy="pairwise")` of pingouin 0.7.0 says of the sets."""


def read(name):
    with (SETS / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        ids, *lines = csv.reader(file)
    return ids, [[None if cell == "" else float(cell) for cell in line] for line in lines]


def figures(name):
    ids, lines = read(name)
    found = analyse(with_shares(ids, lines), a_bank(*(a_choice(id) for id in ids)))
    return ids, lines, found


def those_with_both(lines, one, other):
    return [(r[one], r[other]) for r in lines if r[one] is not None and r[other] is not None]


def rest_of(line, place):
    others = [share for n, share in enumerate(line) if n != place and share is not None]
    return fmean(others) if others else None


@pytest.mark.parametrize("name", NAMES)
def test_difficulty_and_discrimination_are_those_of_scipy(name):
    ids, lines, found = figures(name)

    for place, id in enumerate(ids):
        have = [line for line in lines if line[place] is not None]
        pairs = [(r[place], rest_of(r, place)) for r in have if rest_of(r, place) is not None]
        expected = stats.pearsonr(*zip(*pairs, strict=True)).statistic
        assert found.items[id].answers == found.answers[id] == len(have)
        assert found.items[id].difficulty == pytest.approx(fmean(r[place] for r in have), abs=1e-9)
        assert found.items[id].discrimination == pytest.approx(expected, abs=1e-9)


@pytest.mark.parametrize("name", NAMES)
def test_thirds_are_those_of_mean_ranks(name):
    ids, lines, found = figures(name)

    for place, id in enumerate(ids):
        have = [(r[place], rest_of(r, place)) for r in lines if r[place] is not None]
        have = [(share, round(rest, 12)) for share, rest in have if rest is not None]
        ranks = stats.rankdata([rest for _, rest in have])
        for n, told in enumerate(found.items[id].thirds):
            part = [
                share
                for (share, _), rank in zip(have, ranks, strict=True)
                if n / 3 <= (rank - 0.5) / len(have) < (n + 1) / 3
            ]
            assert told == (pytest.approx(fmean(part), abs=1e-9) if len(part) >= 5 else None)


@pytest.mark.parametrize("name", NAMES)
def test_alpha_and_the_standard_error_are_those_of_their_formulas(name):
    ids, lines, found = figures(name)
    k = range(len(ids))
    covariance = [[_covariance(those_with_both(lines, i, j)) for j in k] for i in k]
    total = sum(map(sum, covariance))
    alpha = len(ids) / (len(ids) - 1) * (1 - sum(covariance[i][i] for i in k) / total)

    assert found.reliability.alpha == pytest.approx(alpha, abs=1e-9)
    assert found.reliability.alpha == pytest.approx(PINGOUIN[name], abs=1e-9)
    assert found.reliability.error == pytest.approx(sqrt(total * (1 - alpha)), abs=1e-9)
    assert (found.reliability.questions, found.reliability.sittings) == (len(ids), len(lines))
    assert found.reliability.is_kr20 == (name != "partial")


def _covariance(pairs):
    one, other = fmean(a for a, _ in pairs), fmean(b for _, b in pairs)
    return sum((a - one) * (b - other) for a, b in pairs) / (len(pairs) - 1)


def test_where_all_answered_all_alpha_is_kr_20_and_the_usual_alpha():
    ids, lines, found = figures("complete")
    k, n = len(ids), len(lines)
    totals = [sum(line) for line in lines]
    right = [fmean(column) for column in zip(*lines, strict=True)]
    kr20 = k / (k - 1) * (1 - sum(p * (1 - p) for p in right) * n / (n - 1) / variance(totals))

    assert found.reliability.alpha == pytest.approx(kr20, abs=1e-9)
    assert found.reliability.error == pytest.approx(sqrt(variance(totals) * (1 - kr20)), abs=1e-9)


def test_of_questions_that_too_few_answered_together_there_is_no_alpha():
    half = [[1, 0, None, None], [0, 1, None, None], [None, None, 1, 0], [None, None, 0, 1]] * 10
    ids = ("one", "two", "three", "four")

    assert analyse(with_shares(ids, half), a_bank(*map(a_choice, ids))).reliability is None


def test_of_totals_that_are_all_the_same_there_is_no_alpha():
    same = [[1, 0], [0, 1]] * 10

    found = analyse(with_shares(("one", "two"), same), a_bank(a_choice("one"), a_choice("two")))

    assert found.reliability is None
