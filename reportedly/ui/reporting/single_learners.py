"""Learners who may need help: for the instructor alone, and without names unless asked for."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from html import escape

import streamlit as st

from reportedly import resources
from reportedly.classroom.lesson import Names
from reportedly.reports.classes.class_report import ClassReport
from reportedly.reports.classes.help_needed import FEWEST_JUDGEMENTS, MayNeedHelp
from reportedly.store import seating
from reportedly.store.lessons import Kept
from reportedly.ui.reporting import charts


def draw(report: ClassReport, lessons: Sequence[Kept]) -> None:
    """Draws the folded list."""
    with st.expander("Learners who may need help (private)"):
        named = [kept for kept in lessons if kept.lesson.plan.names is not Names.ANONYMOUS]
        if not named:
            st.write(
                "Nobody was to be known in this lesson, so nothing is said of single learners."
            )
            return
        st.write(
            f"Nothing is said of a learner who made fewer than {FEWEST_JUDGEMENTS} judgements: an "
            "answer is one, and where several things are placed each of them is. How sure somebody "
            "was plays no part."
        )
        if not report.judged_enough:
            st.write("Nobody made so many in one lesson, so there is nothing to say.")
            return
        shows_names = st.checkbox("Show the names they went by", key="report-names")
        called = _called(named, shows_names=shows_names, many=len(lessons) > 1)
        found = [one for one in report.may_need_help if one.counts.learner in called]
        if not found:
            st.write(
                f"Of the {report.judged_enough:,} who made enough, none is clearly below the class."
            )
            return
        st.html(_table(found, called, report))


def _called(lessons: Sequence[Kept], *, shows_names: bool, many: bool) -> Mapping[str, str]:
    """By seat what to call it: its place in the order of joining, or its name."""
    words = {}
    for kept in lessons:
        lesson = f", {kept.code}" if many else ""
        for number, seat in enumerate(seating.all_seats(resources.lessons(), kept.id), start=1):
            name = seat.name if shows_names and seat.name else f"Learner {number}"
            words[seat.id] = name + lesson
    return words


def _table(found: Sequence[MayNeedHelp], called: Mapping[str, str], report: ClassReport) -> str:
    rows = "".join(
        f'<tr><th scope="row">{escape(called[one.counts.learner])}</th>'
        f"<td>{_why(one)}</td><td>{charts.percents(one.right)}</td>"
        f"<td>{one.counts.judgements:,}</td><td>{_d_prime(one)}</td></tr>"
        for one in found
    )
    return (
        '<div class="wide-table of-class" tabindex="0" role="region" aria-label="Learners">'
        '<table class="chart figures"><caption>In the order of joining; this is no ranking'
        '</caption><thead><tr><th scope="col">Learner</th><th scope="col">Why</th>'
        '<th scope="col">Right</th><th scope="col">Judgements</th>'
        f'<th scope="col">Discernment d′</th></tr></thead><tbody>{rows}</tbody></table></div>'
    )


def _why(one: MayNeedHelp) -> str:
    reasons = ["clearly less right than the class"] if one.less_right else []
    for applies, verb, found in (
        (one.over_claims, "claimed too much", one.counts.over_claim),
        (one.trusts_too_little, "trusted too little", one.counts.trust_nothing),
    ):
        if applies and found.rate is not None:
            reasons.append(
                f"{verb} clearly more often than the class: {found.chosen} of {found.offered}, "
                f"{charts.percents(found.rate)}"
            )
    return "; ".join(reasons)


def _d_prime(one: MayNeedHelp) -> str:
    if one.discernment is None:
        return '<span class="fine">too few judgements</span>'
    return charts.number(one.discernment.d_prime)
