"""Host a class: choose, start, lead, and see afterwards what it showed."""

from __future__ import annotations

from datetime import UTC, datetime
from urllib.parse import urlsplit

import streamlit as st

from reportedly import resources
from reportedly.classroom.codes import read_code
from reportedly.classroom.lesson import Pacing
from reportedly.store.lessons import Kept, NoSuchLesson
from reportedly.ui import instructor, navigation
from reportedly.ui.classes import controls, setup
from reportedly.ui.instructor import Instructor
from reportedly.ui.parts import class_record, notices


def render() -> None:
    """The page: the class in the address, or a new one."""
    who = instructor.require()
    with notices.store_faults():
        if code := st.query_params.get("lesson"):
            _lesson(code, who)
        else:
            _begin(who)


def _begin(who: Instructor) -> None:
    st.title("Class")
    notices.finished()
    _list()
    st.header("New class")
    kept = setup.render(who)
    if kept is not None:
        navigation.go("host", lesson=kept.code)


def _list() -> None:
    now = datetime.now(UTC)
    lessons = resources.lessons().all()
    running = [kept for kept in lessons if not kept.lesson.is_over(now)]
    over = [kept for kept in lessons if kept.lesson.is_over(now)]
    if running:
        st.header("Running")
        _links(running)
    if over:
        with st.expander(f"Over ({len(over)})"):
            _links(over)
    if lessons:
        navigation.link("class_report", "Class report", ":material/insights:")


def _links(lessons: list[Kept]) -> None:
    for kept in lessons:
        label = f"{kept.lesson.plan.title}, {kept.code}, {kept.begun_at:%d %B %H:%M} UTC"
        with st.container(horizontal=True):
            navigation.link("host", label, ":material/co_present:", lesson=kept.code)
            navigation.link(
                "class_report", f"Report of {kept.code}", ":material/insights:", lesson=kept.code
            )


def _lesson(code: str, who: Instructor) -> None:
    navigation.link("host", "All classes", ":material/arrow_back:")
    try:
        kept = resources.lessons().by_code(read_code(code) or "")
    except NoSuchLesson:
        st.title("This class is not here")
        st.write("It may have been deleted. Check the code in the address.")
        return
    st.title(kept.lesson.plan.title)
    notices.finished()
    if kept.lesson.plan.deadline is not None and st.context.url:
        st.write("The link for learners:")
        parts = urlsplit(st.context.url)
        st.code(f"{parts.scheme}://{parts.netloc}/join/{kept.code}", language=None)
    is_over = kept.lesson.is_over(datetime.now(UTC))
    way_in = f"Learners join at <strong>/join</strong> with <strong>{kept.code}</strong>.<br>"
    # Plain links: a page of the app would be opened in this tab and end the controls.
    st.html(
        f"<p>{'' if is_over else way_in}"
        f'<a href="/screen/{kept.code}" target="_blank">Open the projector’s page</a> · '
        f'<a href="/join/{kept.code}" target="_blank">Open a learner’s page</a></p>'
    )
    controls.show(kept)
    if is_over or kept.lesson.plan.pacing is not Pacing.LIVE:
        navigation.link("class_report", "Class report", ":material/insights:", lesson=kept.code)
        class_record.render(kept, who)
