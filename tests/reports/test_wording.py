"""Figures in words."""

from __future__ import annotations

import pytest

from reportedly.reports.figures import Reliability
from reportedly.reports.wording import duration, percent, signed, totals_in_words


def totals(alpha, **fields):
    given = {"error": 1.44, "questions": 12, "sittings": 80, "is_kr20": True, **fields}
    return totals_in_words(Reliability(alpha=alpha, **given))


def test_totals_are_told_with_their_alpha_and_their_error():
    said = totals(0.71)

    assert "KR-20 of the 12 questions is 0.71" in said
    assert "sure to within about 1.4 questions" in said
    assert "rough" not in said
    assert "Cronbach’s alpha" in totals(0.71, is_kr20=False)
    assert "Of 29 sittings these figures are rough." in totals(0.71, sittings=29)


@pytest.mark.parametrize(
    ("alpha", "words"),
    [(-0.2, "is −0.20 (below 0: "), (0.59, "(below the 0.60"), (0.6, "(a class test should")],
)
def test_what_alpha_means_is_said(alpha, words):
    assert words in totals(alpha)


def test_figures_are_as_exact_as_they_are():
    assert [percent(x) for x in (0, 0.004, 0.5, 0.996, 1)] == [
        "0 %", "0.4 %", "50 %", "99.6 %", "100 %",
    ]  # fmt: skip
    assert signed(-0.126) == "−0.13"
    assert [duration(x) for x in (9.6, 119, 125.2)] == ["10 s", "119 s", "2 min 5 s"]
