"""What a class showed, as HTML tables that are drawn: whoever cannot see them can hear them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from html import escape

from reportedly.quiz.card import CERTAINTIES
from reportedly.quiz.taxonomy import Skill, SkillText
from reportedly.reports.classes.calibration import ClassCalibration, Step
from reportedly.reports.classes.change import Change
from reportedly.reports.classes.class_report import SkillFigures
from reportedly.reports.classes.discernment import Discernment
from reportedly.reports.classes.error_rates import ErrorRate
from reportedly.reports.intervals import Estimate, Interval, share

_TOO_FEW = '<span class="fine">fewer than 5 learners</span>'
_WITHHELD = '<span class="fine">withheld</span>'


def percent(value: float) -> str:
    """A share as a whole percentage; 0 and 100 only where they are exact."""
    number = value * 100
    return f"{number:.0f} %" if 1 <= number <= 99 or number in (0, 100) else f"{number:.1f} %"


def percents(estimate: Estimate) -> str:
    """A share and its interval: 64 % (58 to 70)."""
    low, high = (round(end * 100) for end in _ends(estimate))
    return f"{percent(estimate.value)} {_fine(f'({low} to {high})')}"


def interval(estimate: Estimate) -> str:
    """The interval of a share in words: 95 % interval 58 to 70 %."""
    low, high = (round(end * 100) for end in _ends(estimate))
    return f"95 % interval {low} to {high} %"


def points(estimate: Estimate) -> str:
    """A difference of shares and its interval, in points of a hundred: +12 (3 to 21)."""
    low, high = (_signed(end * 100, 0) for end in _ends(estimate))
    return f"{_signed(estimate.value * 100, 0)} {_fine(f'({low} to {high})')}"


def number(estimate: Estimate) -> str:
    """Any figure and its interval: 1.37 (0.98 to 1.76)."""
    low, high = (_signed(end, 2, plus="") for end in _ends(estimate))
    return f"{_signed(estimate.value, 2, plus='')} {_fine(f'({low} to {high})')}"


def skills(found: Sequence[SkillFigures], texts: Mapping[Skill, SkillText]) -> str:
    """Share right by skill."""
    rows = "".join(
        f'<tr><th scope="row">{escape(texts[one.skill].title)}</th><td class="wide">'
        f"{_bar(one.right)}</td><td>{percents(one.right)}</td><td>{one.answers:,}</td>"
        f"<td>{one.questions}</td></tr>"
        for one in found
    )
    return _chart("Share right, by skill", ("Skill", "Bar", "Right", "Answers", "Questions"), rows)


def error_rates(over_claim: ErrorRate | None, trust_nothing: ErrorRate | None) -> str:
    """The two ways to go wrong, side by side."""

    def row(name: str, meaning: str, found: ErrorRate | None) -> str:
        head = f'<tr><th scope="row">{name}<br>{_fine(meaning)}</th>'
        if found is None or found.rate is None:
            return f'{head}<td class="wide"></td><td>{_TOO_FEW}</td><td></td></tr>'
        return (
            f'{head}<td class="wide">{_bar(found.rate)}</td><td>{percents(found.rate)}</td>'
            f"<td>{found.chosen:,} of {found.offered:,}</td></tr>"
        )

    return _chart(
        "Too much, or too little",
        ("Misreading", "Bar", "Chosen", "Of answers"),
        row("Claimed too much", "took a gap or a guess for a fact", over_claim)
        + row("Trusted too little", "set aside what is supported", trust_nothing),
    )


def discernment(found: Discernment) -> str:
    """How well statements were told apart, and which way the class leans."""
    counts = found.counts
    accepted = (
        ("Supported statements", share(counts.hits, counts.supported), counts.supported),
        ("Unsupported statements", share(counts.false_alarms, counts.unsupported),
         counts.unsupported),
    )  # fmt: skip
    rows = "".join(
        f'<tr><th scope="row">{name}<br>{_fine("taken as supported")}</th><td class="wide">'
        f"{_bar(taken)}</td><td>{percents(taken)}</td><td>{of:,}</td></tr>"
        for name, taken, of in accepted
    )
    rows += _on_scale("Discernment d′", "0 is no better than chance", found.d_prime, -1, 4)
    rows += _on_scale("Leaning c", "left accepts, right doubts", found.bias, -1.5, 1.5)
    heads = ("What was judged", "Drawing", "Figure", "Judgements")
    return _chart("Telling what is supported", heads, rows)


def calibration(found: ClassCalibration) -> str:
    """What was said and what came of it, in four steps."""
    rows = "".join(_step(step) for step in found.steps)
    heads = ("Learners said", "Bars", "Said", "Was right", "Answers")
    return _chart("How sure, and how right", heads, rows, look="pair")


def _step(step: Step) -> str:
    said = _bar(Estimate(step.said, Interval(step.said, step.said)), with_range=False)
    right = "" if step.right is None else _bar(step.right)
    words = percents(step.right) if step.right is not None else _WITHHELD
    answers = _TOO_FEW if step.answers is None else f"{step.answers:,}"
    return (
        f'<tr><th scope="row">{CERTAINTIES[step.certainty]}</th><td class="wide">{said}{right}</td>'
        f"<td>{percent(step.said)}</td><td>{words}</td><td>{answers}</td></tr>"
    )


def change(lines: Sequence[tuple[str, Change]]) -> str:
    """First and last votes: all together, and by question."""
    rows = "".join(
        f'<tr><th scope="row">{name}</th><td class="wide">{_bar(one.before)}{_bar(one.after)}</td>'
        f"<td>{percent(one.before.value)}</td><td>{percent(one.after.value)}</td>"
        f"<td>{one.gained:,}</td><td>{one.lost:,}</td><td>{one.stayed_right:,}</td>"
        f"<td>{one.stayed_wrong:,}</td><td>{points(one.difference)}</td></tr>"
        for name, one in lines
    )
    heads = (
        "Question", "Bars", "First", "Last", "Became right", "Became not right", "Stayed right",
        "Stayed not right", "Fully right, change in points",
    )  # fmt: skip
    return _chart("First and last vote of those who voted twice", heads, rows, look="pair many")


def _on_scale(name: str, meaning: str, found: Estimate, low: float, high: float) -> str:
    """A row with a figure on a scale that has its zero marked."""

    def place(value: float) -> float:
        return 100 * (min(high, max(low, value)) - low) / (high - low)

    start, end = place(found.interval.low), place(found.interval.high)
    drawing = (
        f'<div class="level" aria-hidden="true"><i class="zero" style="left:{place(0):.1f}%"></i>'
        f'<i class="range" style="left:{start:.1f}%;width:{end - start:.1f}%"></i>'
        f'<i class="at" style="left:{place(found.value):.1f}%"></i></div>'
    )
    return (
        f'<tr><th scope="row">{name}<br>{_fine(meaning)}</th><td class="wide">{drawing}</td>'
        f"<td>{number(found)}</td><td></td></tr>"
    )


def _bar(estimate: Estimate, *, with_range: bool = True) -> str:
    low, high = (100 * end for end in _ends(estimate))
    reach = f'<i style="left:{low:.1f}%;width:{high - low:.1f}%"></i>' if with_range else ""
    return (
        f'<div class="bar" aria-hidden="true">'
        f'<span style="width:{100 * estimate.value:.1f}%"></span>{reach}</div>'
    )


def _chart(caption: str, heads: tuple[str, ...], rows: str, look: str = "") -> str:
    """A table whose second column holds the drawing; its head is for those who cannot see it."""
    first, drawing, *rest = heads
    others = "".join(f'<th scope="col">{head}</th>' for head in rest)
    return (
        '<div class="wide-table of-class" tabindex="0" role="region" '
        f'aria-label="{escape(caption)}">'
        f'<table class="chart {look}"><caption class="vh">{escape(caption)}</caption><thead><tr>'
        f'<th scope="col">{first}</th><th scope="col" class="wide">'
        f'<span class="vh">{drawing}</span></th>{others}</tr></thead><tbody>{rows}</tbody>'
        "</table></div>"
    )


def _ends(estimate: Estimate) -> tuple[float, float]:
    return estimate.interval.low, estimate.interval.high


def _fine(words: str) -> str:
    return f'<span class="fine">{words}</span>'


def _signed(value: float, places: int, plus: str = "+") -> str:
    text = f"{abs(value):.{places}f}"
    if float(text) == 0:
        return text
    return f"{'−' if value < 0 else plus}{text}"
