"""A study that is open: the link to share, how far everybody is, and its next step."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from urllib.parse import urlsplit

import streamlit as st

from reportedly import resources
from reportedly.store.studies.kept import AfterBegun, Kept
from reportedly.store.studies.taking import Member
from reportedly.study.plan import Part, Phase
from reportedly.ui.parts import notices
from reportedly.ui.parts.counting import counted

_PARTS = {
    Part.BEFORE: "First part",
    Part.BEFORE_TRANSFER: "First part, other story",
    Part.AFTER: "Second part",
    Part.AFTER_TRANSFER: "Second part, other story",
}


def render(kept: Kept, members: Sequence[Member]) -> None:
    """Draws it."""
    now = datetime.now(UTC)
    at = kept.phase(now)
    if at is not Phase.CLOSED:
        st.write("Give learners this link, or the code for the page **/study**:")
        st.code(link(kept), language=None)
    _standing(kept, members)
    match at:
        case Phase.BEFORE:
            _before(kept, members, now)
        case Phase.AFTER:
            _after(kept, members)
        case Phase.CLOSED:
            assert kept.closed_at is not None
            st.write(
                f"Closed on {_day(kept.closed_at)}. Every learner can see the explanations now."
            )


def link(kept: Kept) -> str:
    """What learners open, at the address by which the instructor came."""
    here = urlsplit(st.context.url or "")
    return f"{here.scheme}://{here.netloc}/study?code={kept.code}"


def _standing(kept: Kept, members: Sequence[Member]) -> None:
    rows = "".join(
        f'<tr><th scope="row">{_PARTS[part]}</th>'
        f"<td>{sum(part in one.sittings for one in members)}</td>"
        f"<td>{sum(one.did(part, kept) for one in members)}</td></tr>"
        for part in kept.plan.parts
    )
    st.html(
        f'<table class="chart"><caption>{counted(len(members), "learner")} '
        f"{'takes' if len(members) == 1 else 'take'} part</caption><thead><tr>"
        '<th scope="col">Part</th><th scope="col">Begun</th><th scope="col">Done in time</th>'
        f"</tr></thead><tbody>{rows}</tbody></table>"
    )
    if not members:
        st.write("Nobody has joined yet. When learners open the link, they are counted here.")


def _before(kept: Kept, members: Sequence[Member], now: datetime) -> None:
    if kept.after_from is not None:
        st.write(f"The second part opens on {_day(kept.after_from)}.")
    finished = [
        s.finished_at for one in members for s in one.sittings.values() if s.finished_at is not None
    ]
    if finished:
        days = resources.settings().retention_days
        last = min(finished) + timedelta(days=days)
        st.caption(
            f"The first answers delete themselves on {_day(last)}: open the second part before."
        )
    open_parts = [one for one in members if not _before_done(kept, one)]
    if open_parts:
        st.caption(
            f"{counted(len(open_parts), 'learner')} "
            f"{'has' if len(open_parts) == 1 else 'have'} not finished the first part. Once the "
            "second is open, the first is over."
        )
    if st.button("Open the second part now", type="primary", key="study-after"):
        resources.studies().open_after(kept.id, now)
        notices.finish("The second part is open.")
    _close(kept)


def _before_done(kept: Kept, member: Member) -> bool:
    return all(part in member.finished for part in kept.plan.parts if not part.is_after)


def _after(kept: Kept, members: Sequence[Member]) -> None:
    assert kept.after_from is not None
    st.write(f"The second part is open since {_day(kept.after_from)}.")
    begun = any(part.is_after for one in members for part in one.sittings)
    if not begun and st.button("Take that back", key="study-back"):
        try:
            resources.studies().take_back_after(kept.id)
        except AfterBegun as fault:
            notices.refuse(str(fault))
            st.rerun()
        notices.finish("The second part is closed again; the first is open.")
    _close(kept)


def _close(kept: Kept) -> None:
    sure = st.checkbox(
        "Close the study: nothing more counts, and everybody may see the explanations",
        key=f"study-sure-{kept.code}",
    )
    if st.button("Close it for good", disabled=not sure, key="study-close"):
        resources.studies().close(kept.id, datetime.now(UTC))
        notices.finish("The study is closed.")


def deleting(kept: Kept) -> None:
    """Draws how it is deleted."""
    st.subheader("Delete")
    st.write(
        "The study deletes itself when its last answers have. Deleting it now deletes all that was "
        "answered in it, and the explanations learners could still look at."
    )
    sure = st.checkbox("Delete it now, for good", key=f"study-delete-sure-{kept.code}")
    if st.button("Delete the study", disabled=not sure, key="study-delete"):
        resources.studies().delete(kept.id)
        st.query_params.clear()
        notices.finish("The study is deleted.")


def _day(when: datetime) -> str:
    return f"{when.day} {when:%B %Y, %H:%M} UTC"
