"""The parts of a class report, each with what it means in one sentence."""

from __future__ import annotations

from collections.abc import Mapping
from html import escape

import streamlit as st

from reportedly import resources
from reportedly.files.markdown import to_html
from reportedly.quiz.edition import Edition
from reportedly.quiz.explaining import Quotation, quotations
from reportedly.reports.classes.calibration import ClassCalibration
from reportedly.reports.classes.change import Change
from reportedly.reports.classes.class_report import ClassReport
from reportedly.reports.classes.discernment import Discernment
from reportedly.reports.classes.error_rates import ErrorRate
from reportedly.reports.classes.revisit import QuestionFigures
from reportedly.ui.reporting import charts

_IN_SIGHT = 2
"""More paragraphs than these are folded."""


def draw(report: ClassReport, editions: Mapping[str, Edition]) -> None:
    """Draws all that is about the class as a whole."""
    st.html(
        f'<p class="lead">{report.learners:,} learners gave {report.answers:,} first answers; '
        f"{charts.percents(report.right)} of them were right, partly right ones counted in part."
        "</p>"
        '<p class="fine">Unless it says otherwise, a figure is about the first answer of each '
        "learner to a question, the one they gave alone. Brackets hold a 95 % interval: with as "
        "many answers of the same sort, 19 of 20 such intervals hold what is true. Nothing is said "
        "of fewer than 5 learners.</p>"
    )
    left, right = st.columns(2, gap="large")
    with left:
        _discernment(report.discernment)
    with right:
        _error_rates(report.over_claim, report.trust_nothing)
    left, right = st.columns(2, gap="large")
    with left:
        _calibration(report.calibration)
    with right:
        _skills(report)
    _change(report, editions)
    _revisit(report, editions)


def _say(sentence: str) -> None:
    st.html(f'<p class="fine">{sentence}</p>')


def _discernment(found: Discernment | None) -> None:
    st.subheader("Telling what is supported")
    if found is None:
        _say(
            "For this, 5 learners have to judge statements of both sorts, supported and not: by "
            "true, false or not stated, or by sorting them by support."
        )
        return
    st.html(charts.discernment(found))
    if found.d_prime.is_above_zero:
        tells = "The class tells supported statements from others better than chance would"
    else:
        tells = "It cannot be shown that the class tells supported statements from others"
    if found.bias.is_above_zero:
        leans = "when in doubt it leans towards doubting"
    elif found.bias.is_below_zero:
        leans = "when in doubt it leans towards accepting"
    else:
        leans = "a leaning to either side cannot be shown"
    _say(f"{tells}; {leans}. A d′ of about 1 is fair and of 2 good.")


def _error_rates(over_claim: ErrorRate | None, trust_nothing: ErrorRate | None) -> None:
    st.subheader("The two ways to go wrong")
    st.html(charts.error_rates(over_claim, trust_nothing))
    _say(
        "How often each misreading was chosen where it was on offer. Both lose what the articles "
        "support: if the first falls while the second grows, the class has learned to trust "
        "nothing."
    )


def _calibration(found: ClassCalibration | None) -> None:
    st.subheader("How sure, and how right")
    if found is None:
        _say(
            "Fewer than 5 learners said how sure they were. A lesson asks for it if that was "
            "chosen when it was set up."
        )
        return
    st.html(charts.calibration(found))
    if found.over_confidence.is_above_zero:
        sure = "surer than they were right"
    elif found.over_confidence.is_below_zero:
        sure = "less sure than they were right"
    else:
        sure = "about as sure as they were right"
    _say(
        f"On average learners were {sure}: said less right is "
        f"{charts.points(found.over_confidence)}"
        f" points. Distance between said and right (Brier): {charts.number(found.brier)}; 0 is "
        "best, and 0.25 is saying “half” each time. Withheld is what would tell of fewer than 5 "
        "learners."
    )


def _skills(report: ClassReport) -> None:
    st.subheader("Skills")
    if not report.skills:
        _say("No question that 5 learners answered names a skill.")
        return
    st.html(charts.skills(report.skills, resources.skills()))
    _say("The mean share right in the answers to the questions that train a skill.")


def _change(report: ClassReport, editions: Mapping[str, Edition]) -> None:
    st.subheader("Before and after talking")
    if report.change is None:
        _say("No question was answered twice by 5 learners.")
        return
    lines: list[tuple[str, Change]] = [("<strong>All together</strong>", report.change)]
    lines += [
        (to_html(editions[asked.edition].question(asked.question).ask), change)
        for asked, change in report.changes
    ]
    st.html(charts.change(lines))
    if report.change.difference.is_above_zero:
        moved = "More answers became fully right than ceased to be"
    elif report.change.difference.is_below_zero:
        moved = "More answers ceased to be fully right than became so"
    else:
        moved = "It cannot be shown that answers became right more often than they ceased to be"
    _say(
        f"{moved}. Counted are answers of learners who voted twice, or did a homework more than "
        "once. A class that talks also takes over what most of it thinks, right or not."
    )


def _revisit(report: ClassReport, editions: Mapping[str, Edition]) -> None:
    st.subheader("Worth going back to")
    if not report.revisit:
        _say("Every question was got right by everybody.")
        return
    for figures in report.revisit:
        with st.container(border=True):
            _question(figures, editions[figures.asked.edition])
    _say(
        "The questions where most was lost: the share not right, and once more the share that was "
        "not right although the learner was at least 80 % sure."
    )


def _question(figures: QuestionFigures, edition: Edition) -> None:
    question = edition.question(figures.asked.question)
    html = (
        f"<h3>{to_html(question.ask)}</h3>"
        f"<p>{charts.percents(figures.right)} right, {figures.learners:,} learners</p>"
    )
    if figures.slip is not None:
        slip = resources.slips()[figures.slip]
        html += (
            f"<p><strong>{escape(slip.title)}:</strong> {escape(slip.meaning)} "
            f"{escape(slip.fix)}</p>"
        )
    found = quotations(edition, question.evidence)
    paragraphs = "".join(_paragraph(one) for one in found)
    if len(found) > _IN_SIGHT:
        summary = f"The {len(found)} paragraphs that decide it"
        paragraphs = f"<details><summary>{summary}</summary>{paragraphs}</details>"
    html += paragraphs
    st.html(f'<div class="revisit">{html}</div>')


def _paragraph(quotation: Quotation) -> str:
    pieces = "".join(
        f"<mark>{escape(piece.text)}</mark>" if piece.marked else escape(piece.text)
        for piece in quotation.pieces
    )
    return f'<div class="para"><span class="no">{escape(quotation.at)}</span><p>{pieces}</p></div>'
