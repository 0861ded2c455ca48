"""Which lessons a report is about: one, several, or those of a group between two days."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo

import streamlit as st

from reportedly.store.lessons import Kept


class Of(StrEnum):
    """What a report is about."""

    ONE = "One lesson"
    SEVERAL = "Several lessons"
    GROUP = "A group over a term"


def choose(lessons: Sequence[Kept]) -> tuple[Kept, ...]:
    """Draws the choice among all lessons, begun last first.

    Returns: The chosen ones, begun first first; none while nothing is chosen.
    """
    by_code = {kept.code: kept for kept in lessons}
    asked = [code for code in st.query_params.get_all("lesson") if code in by_code]
    of = st.segmented_control(
        "Report of",
        list(Of),
        default=Of.SEVERAL if len(asked) > 1 else Of.ONE,
        required=True,
        key="report-of",
    )
    match of:
        case Of.SEVERAL:
            chosen = st.multiselect(
                "Lessons",
                list(by_code),
                default=asked,
                format_func=lambda code: called(by_code[code]),
                key="report-lessons",
            )
            found = [by_code[code] for code in chosen]
        case Of.GROUP:
            found = _group(lessons)
        case _:
            code = st.selectbox(
                "Lesson",
                list(by_code),
                index=list(by_code).index(asked[0]) if asked else 0,
                format_func=lambda code: called(by_code[code]),
                key="report-lesson",
            )
            found = [by_code[code]]
    return tuple(sorted(found, key=lambda kept: (kept.begun_at, kept.id)))


def called(kept: Kept) -> str:
    """A lesson in a line: what, whose, when, and its code."""
    plan = kept.lesson.plan
    whose = f", {plan.group}" if plan.group else ""
    return f"{plan.title}{whose}, {_here(kept.begun_at):%d %B %Y, %H:%M} ({kept.code})"


def _group(lessons: Sequence[Kept]) -> list[Kept]:
    by_group: dict[str, list[Kept]] = {}
    for kept in lessons:
        if name := kept.lesson.plan.group:
            by_group.setdefault(name, []).append(kept)
    if not by_group:
        st.write("No lesson has a group yet. A group is named where a class is set up.")
        return []
    name = st.selectbox("Group", sorted(by_group, key=str.casefold), key="report-group")
    days = [_here(kept.begun_at).date() for kept in by_group[name]]
    with st.container(horizontal=True):
        first = st.date_input("From", min(days), key=f"report-from-{name}")
        last = st.date_input("Until", max(days), key=f"report-until-{name}")
    found = [k for k in by_group[name] if _is_between(_here(k.begun_at), first, last)]
    if not found:
        st.write("No lesson of this group was begun between these days. Choose other days.")
    return found


def _is_between(moment: datetime, first: date, last: date) -> bool:
    return first <= moment.date() < last + timedelta(days=1)


def _here(moment: datetime) -> datetime:
    """The moment where the visitor is."""
    return moment.astimezone(ZoneInfo(st.context.timezone or "UTC"))
