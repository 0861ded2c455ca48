"""Class report: what one lesson, several, or a group over a term showed."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime

import streamlit as st

from reportedly import resources
from reportedly.classroom.lesson import Pacing
from reportedly.files.exporting import as_csv
from reportedly.files.markdown import to_html
from reportedly.reports.classes.class_report import class_report
from reportedly.reports.classes.table import figures_table
from reportedly.store.lessons import Kept
from reportedly.ui import instructor, navigation
from reportedly.ui.parts import notices
from reportedly.ui.parts.counting import counted
from reportedly.ui.reporting import choosing, comparison, figures, single_learners
from reportedly.ui.reporting.gathering import Gathered, gather, voided

_CODES_IN_NAME = 3
"""A file's name holds no more lessons' codes than these."""


def render() -> None:
    """The page: the lessons in the address, or a choice among all."""
    instructor.require()
    with notices.store_faults():
        navigation.link("host", "All classes", ":material/arrow_back:")
        st.title("Class report")
        lessons = resources.lessons().all()
        if not lessons:
            st.write("No class has been held yet, or all were deleted.")
            navigation.link("host", "Begin a class", ":material/co_present:")
            return
        chosen = choosing.choose(lessons)
        if chosen:
            _report(chosen, lessons)
        else:
            st.write("Choose at least one lesson.")


def _report(chosen: Sequence[Kept], lessons: Sequence[Kept]) -> None:
    gathered = gather(chosen)
    _about(gathered)
    report = class_report(gathered.marked, gathered.editions)
    if report is not None:
        figures.draw(report, gathered.editions)
        codes = "-".join(kept.code for kept in gathered.lessons[:_CODES_IN_NAME])
        st.download_button(
            "Figures (CSV)", as_csv(figures_table(report)), f"class-report-{codes}.csv", "text/csv"
        )
        single_learners.draw(report, gathered.lessons)
    elif gathered.lessons:
        _nothing(gathered)
    if len(chosen) == 1 and gathered.lessons:
        label = "Every question of this lesson, and files to keep"
        navigation.link("host", label, ":material/co_present:", lesson=chosen[0].code)
        comparison.draw(chosen[0], lessons)


def _about(gathered: Gathered) -> None:
    """Which lessons these are, and what of them is left out."""
    now = datetime.now(UTC)
    for kept in gathered.unreadable:
        st.warning(
            f"{choosing.called(kept)} is left out: its questions were kept by another version of "
            "Reportedly and cannot be read by this one."
        )
    notes = []
    if running := [kept for kept in gathered.lessons if not kept.lesson.is_over(now)]:
        words = "is still running" if len(running) == 1 else "are still running"
        notes.append(f"{counted(len(running), 'lesson')} {words}: figures may change")
    homework = [k for k in gathered.lessons if k.lesson.plan.pacing is Pacing.HOMEWORK]
    if homework:
        notes.append("of a homework done more than once the first try counts, where not said else")
    if out := sum(len(kept.lesson.kicked) for kept in gathered.lessons):
        notes.append(f"{counted(out, 'learner')} sent out left out")
    if len(gathered.lessons) > 1:
        notes.append(
            f"{len(gathered.lessons)} lessons pooled; whoever sat in several counts as one learner "
            "in each, for nobody is followed from lesson to lesson"
        )
    for note in notes:
        st.caption(note[:1].upper() + note[1:] + ".")
    if left_out := voided(gathered.lessons, gathered.editions):
        lines = "".join(f"<li>{to_html(ask)}</li>" for ask in left_out)
        st.html(
            f"<details><summary>{counted(len(left_out), 'question')} taken out of the count, so "
            f"left out here</summary><ul>{lines}</ul></details>"
        )


def _nothing(gathered: Gathered) -> None:
    if gathered.marked.rows.empty:
        st.write("Nobody has answered a question that counts yet.")
    else:
        st.write(
            "Fewer than 5 learners have answers that can be marked, so nothing is said of them. "
            "Take several lessons together, or look again when more have answered."
        )
