"""Before and after: set up a study, run it, and see what has changed."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime

import streamlit as st

from reportedly import resources
from reportedly.classroom.codes import read_code
from reportedly.store.studies import taking
from reportedly.store.studies.kept import Kept, NoSuchStudy
from reportedly.study.plan import Phase
from reportedly.ui import instructor, navigation
from reportedly.ui.instructor import Instructor
from reportedly.ui.parts import notices
from reportedly.ui.study import comparing, outcome, running, setup


def render() -> None:
    """The page: the study in the address, or all of them and a new one."""
    who = instructor.require()
    with notices.store_faults():
        if code := st.query_params.get("study"):
            _study(code, who)
        else:
            _all(who)


def _all(who: Instructor) -> None:
    st.title("Before and after")
    notices.finished()
    st.html(
        '<p class="lead">Two parallel sets of questions, one before your lessons and one after: '
        "what has changed, and did learners come to tell what is supported from what is not, or "
        "only to trust less?</p>"
    )
    now = datetime.now(UTC)
    kept = resources.studies().all()
    over = [one for one in kept if one.phase(now) is Phase.CLOSED]
    if len(over) < len(kept):
        st.header("Open")
        _links([one for one in kept if one not in over])
    if over:
        with st.expander(f"Closed ({len(over)})"):
            _links(over)
    st.header("New study")
    made = setup.render(who)
    if made is not None:
        navigation.go("before_after", study=made.code)


def _links(kept: Sequence[Kept]) -> None:
    for one in kept:
        label = f"{one.plan.title}, {one.code}, {one.made_at.day} {one.made_at:%B %Y}"
        navigation.link("before_after", label, ":material/compare_arrows:", study=one.code)


def _study(code: str, who: Instructor) -> None:
    navigation.link("before_after", "All studies", ":material/arrow_back:")
    try:
        kept = resources.studies().by_code(read_code(code) or "")
    except NoSuchStudy as fault:
        st.title("This study is not here")
        st.write(str(fault))
        return
    st.title(kept.plan.title)
    notices.finished()
    members = taking.members(resources.studies(), kept)
    running.render(kept, members)
    outcome.render(kept, members)
    comparing.opening(kept, who)
    running.deleting(kept)
