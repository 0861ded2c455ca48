"""A comparison class: the same forms, no lessons in between, and by how much the changes differ."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from secrets import randbits, token_hex

import streamlit as st

from reportedly import resources
from reportedly.store.studies.kept import Kept
from reportedly.study.outcome import Compared, Outcome
from reportedly.study.saying import TOO_FEW, beside
from reportedly.ui import navigation
from reportedly.ui.instructor import Instructor
from reportedly.ui.study import charts


def choose(kept: Kept) -> Kept | None:
    """Draws which other class with the same forms to compare with. Returns: the chosen one."""
    others = {one.code: one for one in resources.studies().all() if _has_same_forms(one, kept)}
    if not others:
        return None
    code = st.selectbox(
        "Comparison class",
        ["", *others],
        format_func=lambda c: f"{others[c].plan.title}, {c}" if c else "none",
        key=f"study-beside-{kept.code}",
    )
    return others.get(code)


def render(here: Outcome, there: Outcome) -> None:
    """Draws by how much more or less changed here than in the other class."""
    st.subheader("Beside the comparison class")
    if there.main is None or here.main is None:
        st.write(f"{there.both} of the comparison class did both parts. {TOO_FEW}")
        return
    _differences(here.main, there.main, "By how much more it changed than in the comparison class")
    if here.transfer is not None and there.transfer is not None:
        _differences(here.transfer, there.transfer, "The same on the other story")


def _differences(here: Compared, there: Compared, caption: str) -> None:
    st.html(charts.differences(beside(here, there), caption))


def opening(kept: Kept, who: Instructor) -> None:
    """Draws how the same study is opened for another class."""
    with st.expander("Open the same for a comparison class"):
        st.write(
            "A class that gets the same forms and has no lessons in between shows what changes "
            "anyway. Let chance decide, where you can, which class has the lessons first."
        )
        if st.button("Open it for another class", key="study-twin"):
            made = _open_again(kept, who)
            navigation.go("before_after", study=made.code)


def _open_again(kept: Kept, who: Instructor) -> Kept:
    studies = resources.studies()
    title = f"{kept.plan.title}: comparison class"
    return studies.begin(
        replace(kept.plan, title=title, seed=randbits(48)),
        studies.edition(kept.edition),
        studies.edition(kept.transfer_edition) if kept.transfer_edition else None,
        id=token_hex(12),
        made_by=who.name,
        seed=randbits(48),
        now=datetime.now(UTC),
    )


def _has_same_forms(one: Kept, kept: Kept) -> bool:
    def asked(study: Kept) -> object:
        plan = study.plan
        forms = [f and (f.a, f.b) for f in (plan.forms, plan.transfer)]
        return (study.edition, study.transfer_edition, forms)

    return one.id != kept.id and asked(one) == asked(kept)
