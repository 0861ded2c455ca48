"""Charts as HTML tables and lists that are drawn: whoever cannot see them can hear them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from fractions import Fraction
from html import escape

from reportedly.quiz.card import CERTAINTIES, points_text
from reportedly.quiz.scoring import Calibration, Rate, SkillScore
from reportedly.quiz.taxonomy import Skill, SkillText
from reportedly.reports.progress.certainty import Said
from reportedly.reports.progress.mastery import Lack, SkillStanding
from reportedly.story.figures import Figure, FigureGroup

_LACKING = {
    Lack.QUESTIONS: "more questions",
    Lack.KIND: "another kind of question",
    Lack.DAY: "another day",
}


def capital(text: str) -> str:
    """The text with a capital first letter."""
    return text[:1].upper() + text[1:]


def percent(share: Fraction) -> str:
    """A share as a whole percentage."""
    return f"{round(share * 100)} %"


def _bar(share: Fraction) -> str:
    width = f"width:{float(share) * 100:.1f}%"
    return f'<div class="bar" aria-hidden="true"><span style="{width}"></span></div>'


def _table(caption: str, heads: tuple[str, ...], rows: str, look: str = "") -> str:
    """A table whose second column holds the drawing; its head is for those who cannot see it."""
    first, drawing, *rest = heads
    others = "".join(f'<th scope="col">{head}</th>' for head in rest)
    return (
        f'<table class="chart {look}"><caption>{escape(caption)}</caption><thead><tr>'
        f'<th scope="col">{first}</th><th scope="col" class="wide">'
        f'<span class="vh">{drawing}</span></th>{others}</tr></thead><tbody>{rows}</tbody></table>'
    )


def skills_chart(scores: tuple[SkillScore, ...], texts: Mapping[Skill, SkillText]) -> str:
    """Share right per skill: a table with a bar in each row."""
    rows = "".join(
        f'<tr><th scope="row">{escape(texts[s.skill].title)}</th>'
        f'<td class="wide">{_bar(s.share)}</td><td>{percent(s.share)}</td>'
        f"<td>{s.questions}</td></tr>"
        for s in scores
    )
    return _table("Share right, by skill", ("Skill", "Bar", "Right", "Questions"), rows)


def rates_chart(over_claim: Rate, cynicism: Rate) -> str:
    """The two ways to go wrong, side by side."""

    def row(name: str, meaning: str, rate: Rate) -> str:
        share = Fraction(rate.chosen, rate.offered) if rate.offered else Fraction(0)
        count = f"{rate.chosen} of {rate.offered}" if rate.offered else "not offered"
        return (
            f'<tr><th scope="row">{name}<br><span class="fine">{meaning}</span></th>'
            f'<td class="wide">{_bar(share)}</td><td>{count}</td></tr>'
        )

    return _table(
        "Too much, or too little? Both lose what the articles support.",
        ("Misreading", "Bar", "Chosen"),
        row("Claimed too much", "took a gap or a guess for a fact", over_claim)
        + row("Trusted too little", "set aside what is supported", cynicism),
    )


def calibration_chart(calibration: Calibration) -> str:
    """How sure and how right: for each certainty what was said and what came of it."""
    rows = "".join(
        f'<tr><th scope="row">{CERTAINTIES[s.certainty]}</th>'
        f'<td class="wide">{_bar(s.certainty.probability)}{_bar(s.right)}</td>'
        f"<td>{percent(s.certainty.probability)}</td><td>{percent(s.right)}</td>"
        f"<td>{s.answers}</td></tr>"
        for s in calibration.steps
    )
    heads = ("You said", "Bars", "Said", "Right", "Answers")
    return _table("How sure, and how right", heads, rows, look="pair")


def figures_chart(group: FigureGroup, title: str) -> str:
    """Who gave which figure, on one scale: a floor is open upwards, a ceiling downwards."""
    top = max(figure.value for figure in group.figures) * Fraction(5, 4)
    # "28 people: members of the group" would say people twice; days and euros have to be said.
    unit = "" if group.unit == "people" else group.unit
    rows = "".join(_figure_row(figure, top, unit) for figure in group.figures)
    return _table(title, ("Who gives it", "Drawing", "Figure"), rows, look="figures")


def _figure_row(figure: Figure, top: Fraction, unit: str) -> str:
    start, value = float(figure.low / top) * 100, float(figure.value / top) * 100
    end = 100.0 if figure.high is None else float(figure.high / top) * 100
    shape = {"at least": "floor", "more than": "floor", "up to": "ceiling", "about": "about"}.get(
        figure.qualifier, "exact"
    )
    qualifier = "" if figure.qualifier == "exactly" else f"{figure.qualifier} "
    part = ' <span class="fine">(a part of the whole)</span>' if figure.scope == "subset" else ""
    return (
        f'<tr><th scope="row">{escape(capital(figure.speaker))} '
        f'<a href="#{figure.at}">{figure.at}</a><br><span class="fine">counts: '
        f"{escape(figure.of)}</span>{part}</th>"
        f'<td class="wide"><div class="scale {shape}" aria-hidden="true">'
        f'<span class="span" style="left:{start:.1f}%;width:{end - start:.1f}%"></span>'
        f'<span class="dot" style="left:{value:.1f}%"></span></div></td>'
        f"<td>{qualifier}{points_text(figure.value)} {escape(unit)}</td></tr>"
    )


def standings_chart(found: Sequence[SkillStanding], texts: Mapping[Skill, SkillText]) -> str:
    """How firmly each skill stands, and what is missing where that cannot be said yet."""
    rows = "".join(
        f'<tr><th scope="row">{escape(texts[s.skill].title)}'
        f'<br><span class="fine">{_lacking(s)}</span></th>'
        f'<td class="wide">{_bar(Fraction(s.right) / s.questions) if s.questions else ""}</td>'
        f"<td>{capital(s.standing)}</td><td>{_some(s.right)} of {s.questions}</td></tr>"
        for s in found
    )
    heads = ("Skill", "Bar", "What your answers show", "Right")
    return _table("Every skill", heads, rows, look="standings")


def _lacking(standing: SkillStanding) -> str:
    if not standing.questions:
        return "no answers yet"
    return (
        f"still needed: {', '.join(_LACKING[lack] for lack in standing.lacks)}"
        if standing.lacks
        else ""
    )


def _some(right: float) -> str:
    """A number of right answers; partly right ones make it uneven."""
    return f"{right:.1f}".removesuffix(".0")


def weeks_chart(weeks: Sequence[tuple[date, Said]]) -> str:
    """How sure and how right, week by week."""
    rows = "".join(
        f'<tr><th scope="row">{monday.day} {monday:%B}</th>'
        f'<td class="wide">{_bar(Fraction(said.sure))}{_bar(Fraction(said.right))}</td>'
        f"<td>{percent(Fraction(said.sure))}</td><td>{percent(Fraction(said.right))}</td>"
        f"<td>{said.brier:.2f}</td><td>{said.answers}</td></tr>"
        for monday, said in weeks
    )
    heads = ("Week from", "Bars", "Said", "Right", "Distance", "Answers")
    return _table("How sure, and how right, by week", heads, rows, look="pair")
