"""Figures of questions and banks in words."""

from __future__ import annotations

from reportedly.reports.figures import ItemFigures, Reliability

POOR = 0.20
"""Discrimination below it is poor, below 0 the key is probably wrong (bands of Ebel)."""

_BANDS = ((0.40, "very good"), (0.30, "good"), (POOR, "fair"), (0.0, "poor"))

GOOD_ENOUGH = 0.60
"""What alpha a test made by a teacher should reach to tell learners apart."""


def in_words(figures: ItemFigures) -> str:
    """The figures of a question in a line."""
    facts = [
        f"{figures.answers:,} answers" + (", so figures are rough" if figures.is_rough else ""),
        f"{percent(figures.difficulty)} right",
    ]
    if figures.discrimination is not None:
        facts.append(f"discrimination {signed(figures.discrimination)} ({band(figures)})")
    if figures.seconds is not None:
        facts.append(f"median time {duration(figures.seconds)}")
    if wrong := figures.sure_and_wrong_told:
        facts.append(f"{wrong:,} sure and wrong")
    return " · ".join(facts)


def band(figures: ItemFigures) -> str:
    """What its discrimination is called."""
    r = figures.discrimination
    if r is None:
        return "not known"
    return next((name for least, name in _BANDS if r >= least), "negative")


def totals_in_words(totals: Reliability) -> str:
    """How far totals can be relied on, in sentences."""
    name = "KR-20" if totals.is_kr20 else "Cronbach’s alpha"
    if totals.alpha < 0:
        judged = "below 0: the questions work against one another, so look at the keys first"
    elif totals.alpha < GOOD_ENOUGH:
        judged = (
            f"below the {GOOD_ENOUGH:.2f} that a class test should reach, so compare classes "
            "rather than learners by it; more questions, and better ones, raise it"
        )
    else:
        judged = f"a class test should reach {GOOD_ENOUGH:.2f}"
    rough = f" Of {totals.sittings} sittings these figures are rough." if totals.is_rough else ""
    return (
        f"{name} of the {totals.questions} questions is {signed(totals.alpha)} ({judged}). "
        f"A learner’s total is sure to within about {totals.error:.1f} questions, two times in "
        f"three (standard error of measurement).{rough}"
    )


def percent(share: float) -> str:
    """A share as a percentage."""
    whole = share * 100
    # 0 and 100 are said only where they are exact.
    return f"{whole:.0f} %" if 1 <= whole <= 99 or whole in (0, 100) else f"{whole:.1f} %"


def signed(r: float) -> str:
    """A figure between -1 and 1, or below."""
    return f"{r:.2f}".replace("-", "−")


def duration(seconds: float) -> str:
    """A time that a question took."""
    whole = round(seconds)
    return f"{whole} s" if whole < 120 else f"{whole // 60} min {whole % 60} s"
