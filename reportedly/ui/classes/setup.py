"""What a host decides before a class: which questions, in which manner."""

from __future__ import annotations

from datetime import UTC, datetime, time, timedelta
from secrets import randbits, token_hex, token_urlsafe
from zoneinfo import ZoneInfo

import streamlit as st

from reportedly import resources
from reportedly.classroom.hosting import SENSITIVE, SENSITIVE_NOTE
from reportedly.classroom.lesson import LONGEST_GROUP, MOST_TRIES, Bands, Names, Pacing, Plan
from reportedly.files.shelf.shelf import ShelvedBank
from reportedly.quiz.edition import Edition
from reportedly.store.lessons import Kept
from reportedly.story.plain import plain
from reportedly.ui.classes import contest
from reportedly.ui.instructor import Instructor
from reportedly.ui.parts import preview

_PACINGS = {
    Pacing.LIVE: ("Together", "You lead from question to question."),
    Pacing.SELF: ("Each at their own pace", "All questions are open while the lesson runs."),
    Pacing.HOMEWORK: ("Homework", "A link with a deadline."),
}
_NAMES = {
    Names.FREE: ("Learners choose a name", "It need not be their own."),
    Names.LIST: ("Names from a list", "Amber Fox, Swift Heron ..."),
    Names.ANONYMOUS: ("No names", "Nobody, you included, sees who answered what."),
}


def render(who: Instructor) -> Kept | None:
    """Draws the choices. Returns: the lesson, once it is started."""
    banks = {n: s for n, s in resources.shelf().banks.items() if s.bank.ready}
    if not banks:
        st.write("There is no bank with ready questions yet. Make one at the desk.")
        return None
    name = st.selectbox(
        "Bank", list(banks), format_func=lambda n: banks[n].bank.bank, key="class-bank"
    )
    shelved = banks[name]
    if any(SENSITIVE in shelved.bank.sensitive_for(q) for q in shelved.bank.ready):
        st.info(SENSITIVE_NOTE)
    asks = {question.id: plain(question.ask) for question in shelved.bank.ready}
    chosen = st.multiselect(
        "Questions, in the order asked",
        list(asks),
        default=list(asks),
        format_func=asks.__getitem__,
        key=f"class-questions-{name}",
    )
    pacing = st.radio(
        "How?",
        list(_PACINGS),
        format_func=lambda p: _PACINGS[p][0],
        captions=[caption for _, caption in _PACINGS.values()],
        key="class-pacing",
    )
    deadline, tries, seconds = None, 1, None
    if pacing is Pacing.HOMEWORK:
        deadline, tries = _deadline()
    group = _group()
    names = st.radio(
        "Names",
        list(_NAMES),
        format_func=lambda n: _NAMES[n][0],
        captions=[caption for _, caption in _NAMES.values()],
        key="class-names",
    )
    # In a box of their own: what stands below would close when their number changes.
    with st.container():
        certain = st.checkbox("Ask how sure they are", key="class-certain")
        sure_about: list[str] = []
        if certain:
            sure_about = st.multiselect(
                "At which questions? None chosen means all of them.",
                chosen,
                format_func=asks.__getitem__,
                key=f"class-sure-{name}",
            )
        if pacing is Pacing.LIVE and st.checkbox("Use a timer", key="class-timer"):
            seconds = int(st.number_input("Seconds for each question", 10, 3600, 90, 10))
    bands = _bands() if pacing is Pacing.LIVE else Bands()
    wants = contest.Contest()
    if pacing is Pacing.LIVE:
        wants = contest.render(shelved.bank, chosen, names, has_timer=seconds is not None)
    notes = st.text_area(
        "Notes for yourself",
        max_chars=4000,
        key="class-notes",
        help="They stand beside your controls, as do the notes that a question has in its bank. "
        "Learners and the projector never get them.",
    )
    _preview(shelved, chosen)
    if not st.button("Start", type="primary", key="class-start", disabled=not chosen):
        return None
    if deadline is not None and deadline <= datetime.now(UTC):
        st.error("The deadline has passed already. Please choose a later one.")
        return None
    plan = Plan(
        title=shelved.bank.bank,
        questions=tuple(chosen),
        group=group,
        pacing=pacing,
        names=names,
        asks_certainty=certain,
        sure_about=tuple(sure_about),
        seconds=seconds,
        deadline=deadline,
        tries=tries,
        bands=bands,
        notes=notes.strip(),
        standings=wants.standings,
        speed_points=wants.speed_points,
    )
    return resources.lessons().begin(
        plan,
        Edition.of(shelved.bank, shelved.story),
        id=token_hex(12),
        bank=name,
        host=who.name,
        host_key=token_urlsafe(32),
        seed=randbits(48),
        now=datetime.now(UTC),
    )


def _group() -> str:
    known = {kept.lesson.plan.group for kept in resources.lessons().all()}
    chosen = st.selectbox(
        "Group",
        sorted(known - {""}, key=str.casefold),
        index=None,
        accept_new_options=True,
        placeholder="None, or a name such as 9b in spring",
        help="The class report can take all lessons of a group together. Learners do not see it.",
        key="class-group",
    )
    return " ".join((chosen or "").split())[:LONGEST_GROUP]


def _deadline() -> tuple[datetime, int]:
    zone = ZoneInfo(st.context.timezone or "UTC")
    soon = datetime.now(zone) + timedelta(days=7)
    day = st.date_input("Last day", soon.date(), key="class-day")
    hour = st.time_input("Until", time(20, 0), key="class-hour")
    tries = st.number_input("Tries", 1, MOST_TRIES, 1, key="class-tries")
    return datetime.combine(day, hour, zone).astimezone(UTC), int(tries)


def _bands() -> Bands:
    with st.expander("What the first vote suggests"):
        low, high = st.slider(
            "Talk with neighbours and vote again when this share is right, in percent",
            0,
            100,
            (Bands().reteach_below, Bands().explain_above),
            key="class-bands",
        )
        st.caption("Below it: explain again first. Above it: show the answer.")
    return Bands(low, high)


def _preview(shelved: ShelvedBank, chosen: list[str]) -> None:
    with st.expander("See a question as learners will"):
        if not chosen:
            st.write("Choose a question first.")
            return
        edition = Edition.of(shelved.bank, shelved.story)
        id = st.selectbox(
            "Question",
            chosen,
            format_func=lambda q: plain(edition.question(q).ask),
            key=f"class-preview-{shelved.name}",
        )
        key = f"class-try-{shelved.name}-{id}"
        preview.show(
            edition,
            edition.question(id),
            st.session_state.get(f"{key}-sent"),
            key,
            lambda sent: st.session_state.update({f"{key}-sent": sent["response"]}),
        )
