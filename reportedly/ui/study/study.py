"""A learner's page of a study: what it is, the part open now, and later the explanations."""

from __future__ import annotations

from datetime import UTC, datetime
from html import escape
from secrets import randbits, token_hex

import streamlit as st

from reportedly import resources
from reportedly.classroom.codes import read_code
from reportedly.store.studies import taking
from reportedly.store.studies.kept import Kept, NoSuchStudy
from reportedly.store.studies.taking import Member
from reportedly.study.plan import Part, Phase, next_part
from reportedly.ui import navigation
from reportedly.ui.learner import is_remembered, learner
from reportedly.ui.parts import notices
from reportedly.ui.parts.counting import counted

_NAMES = {
    Part.BEFORE: "First part",
    Part.BEFORE_TRANSFER: "First part, another story",
    Part.AFTER: "Second part",
    Part.AFTER_TRANSFER: "Second part, another story",
}


def render() -> None:
    """The page: the study of the code in the address, or where to type a code."""
    with notices.store_faults():
        written = st.query_params.get("code", "")
        try:
            kept = resources.studies().by_code(read_code(written) or "")
        except NoSuchStudy as fault:
            _ask(str(fault) if written else "")
            return
        with st.container(key="guide"):
            _study(kept)


def _ask(fault: str) -> None:
    st.title("Take part in a study")
    if fault:
        st.error(fault)
    with st.form("study-code", border=False):
        written = st.text_input(
            "The six letters that your teacher gave you", max_chars=20, width=320
        )
        if st.form_submit_button("Open", type="primary") and written:
            navigation.go("study", code=written)


def _study(kept: Kept) -> None:
    st.title(kept.plan.title)
    now = datetime.now(UTC)
    member = taking.member(resources.studies(), kept, learner())
    if member is None:
        _before_joining(kept, now)
        return
    _steps(kept, member)
    part = next_part(kept.plan, kept.phase(now), member.finished)
    if part is not None:
        if part is Part.AFTER and not member.did(Part.BEFORE, kept):
            st.info(
                "You have not finished the first part, and it is over. The second part is open to "
                "you, but your answers cannot be compared with earlier ones."
            )
        _go_on(kept, member, part)
    elif _explained(kept, member):
        _explanations(kept, member)
    else:
        _wait(kept, now)
    _what_is_kept(kept)


# --- before joining -----------------------------------------------------------------------------


def _before_joining(kept: Kept, now: datetime) -> None:
    if kept.phase(now) is Phase.CLOSED:
        st.write("This study is closed. Nothing more can be answered in it.")
        navigation.link("quizzes", "See all quizzes", icon=":material/list_alt:")
        return
    plan = kept.plan
    main, other = len(plan.forms.a), len(plan.transfer.a) if plan.transfer else 0
    also = f" and {counted(other, 'question')} on another story" if other else ""
    st.html(
        '<p class="lead">Do lessons change how a class reads the news? Two short parts, one before '
        "and one after, show what has changed.</p><ul>"
        f"<li><strong>First part:</strong> {counted(main, 'question')}{also}.</li>"
        "<li><strong>Second part, later:</strong> as many others, when your teacher opens it.</li>"
        "<li>Until you have done the second part you see no result and no explanation. Then "
        "everything is explained.</li>"
        f"<li>Until then these quizzes rest for you, for they ask the same: {_banks(kept)}.</li>"
        "<li>Nobody is graded. A question left out counts as not right, and costs you nothing "
        "else.</li>"
        "<li>Use this browser for both parts: only by its cookie do they belong together.</li></ul>"
    )
    _notes(kept)
    _what_is_kept(kept)
    if kept.phase(now) is Phase.AFTER:
        st.warning(
            "The first part is over. If you have done it, open this page in the browser in which "
            "you did. Here you can still do the second part, but it cannot be compared."
        )
    if not is_remembered():
        st.warning(
            "This browser keeps no cookies, so your two parts could not be put together. "
            "Allow cookies for this page, or open it in another browser."
        )
        return
    with st.container(horizontal=True):
        if st.button("Take part", type="primary", key="study-join"):
            taking.join(resources.studies(), kept.id, learner(), now)
            st.rerun()
        if st.button("Leave", key="study-leave"):
            navigation.go("quizzes")


def _banks(kept: Kept) -> str:
    shelf = resources.shelf().banks
    names = dict.fromkeys((*kept.plan.banks, *kept.plan.transfer_banks))
    return ", ".join(escape(shelf[n].bank.bank if n in shelf else n) for n in names)


def _notes(kept: Kept) -> None:
    """What the stories are about, and whether one is made up."""
    keys = filter(None, (kept.edition, kept.transfer_edition))
    editions = [resources.studies().edition(key) for key in keys]
    found = dict.fromkeys(e.content_note for e in editions if e.content_note)
    if found:
        notices.content_note(" ".join(found))
    for edition in editions:
        if edition.invented:
            st.caption(f"“{edition.story_title}” is invented for practice.")


def _what_is_kept(kept: Kept) -> None:
    days = resources.settings().retention_days
    st.html(
        "<details><summary>What is kept about you</summary><p>Under the random name in this "
        "browser’s cookie: that you take part, which half of the questions came first, and your "
        "answers. No name, no address. From five learners on, your teacher sees figures of all "
        f"together, and rows without any name. It deletes itself {days} days after your last "
        "answer here; at once if you press “Forget everything about me” on the page “How to read "
        "this”.</p></details>"
    )


# --- once joined --------------------------------------------------------------------------------


def _steps(kept: Kept, member: Member) -> None:
    items = []
    for part in kept.plan.parts:
        sitting = member.sittings.get(part)
        state = "not begun"
        if sitting is not None:
            state = "done" if sitting.finished_at else "begun"
        items.append(f"<li>{_NAMES[part]}: <strong>{state}</strong></li>")
    st.html(f"<ol>{''.join(items)}</ol>")


def _go_on(kept: Kept, member: Member, part: Part) -> None:
    verb = "Continue" if part in member.sittings else "Begin"
    name = _NAMES[part]
    if st.button(f"{verb}: {name[:1].lower()}{name[1:]}", type="primary", key="study-go"):
        attempt = taking.go_on(
            resources.studies(),
            kept.id,
            learner(),
            attempt_id=token_hex(12),
            seed=randbits(48),
            now=datetime.now(UTC),
        )
        if attempt is None:
            st.rerun()  # It was closed meanwhile, or done in another tab.
        navigation.go("take", attempt=attempt.id)


def _wait(kept: Kept, now: datetime) -> None:
    st.success("You have done the first part. Thank you.", icon=":material/check:")
    if kept.after_from is not None and kept.after_from > now:
        st.write(
            f"The second part opens on {kept.after_from.day} {kept.after_from:%B %Y at %H:%M} UTC."
        )
    else:
        st.write("The second part opens when your teacher says so.")
    st.write("Come back to this page then, in this browser. Your code is:")
    st.code(kept.code, language=None)


def _explained(kept: Kept, member: Member) -> bool:
    """Whether nothing is kept back any more."""
    after = {part for part in kept.plan.parts if part.is_after}
    return kept.closed_at is not None or after <= member.finished


def _explanations(kept: Kept, member: Member) -> None:
    if kept.closed_at is not None:
        st.write("This study is closed. Thank you for taking part.")
    else:
        st.success("You have done both parts. Thank you.", icon=":material/check:")
    done = [part for part in kept.plan.parts if part in member.finished]
    if done:
        st.write("Every answer is explained now:")
    for part in done:
        attempt = member.sittings[part].attempt
        navigation.link("result", _NAMES[part], ":material/insights:", attempt=attempt)
