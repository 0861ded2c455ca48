"""A story's ledger: who says what, paragraph by paragraph, for a person to decide."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from html import escape
from typing import Any

import streamlit as st

from reportedly import resources
from reportedly.authoring import reviewing
from reportedly.authoring.reviewing import NoSuchClaim
from reportedly.files.editing.claims import claims_of, with_speaker
from reportedly.files.editing.sheet import CannotEdit
from reportedly.files.saving import CannotSave
from reportedly.story.ledger import Claim
from reportedly.story.story import Story
from reportedly.ui import instructor, navigation
from reportedly.ui.banks import drafting
from reportedly.ui.instructor import Instructor
from reportedly.ui.parts import (
    claim_form,
    ledger_work,
    notices,
    side_by_side,
    story_choice,
    time_line,
)
from reportedly.ui.parts.claims import Annotations

_STEP = "ledger_step"
"""The last step, to be taken back: which story, its text before and after."""

_SURE = {"high": "sure", "medium": "fairly sure", "low": "unsure"}
_STATE = {"auto": "to decide", "ok": "accepted", "edited": "corrected", "dropped": "dropped"}


def render() -> None:
    """The page: the story in the address, or the first."""
    who = instructor.require()
    navigation.link("desk", "Desk", ":material/arrow_back:")
    with notices.store_faults():
        st.title("Ledger")
        stories = resources.shelf().stories
        if not stories:
            st.write("There is no story that can be opened yet. The desk says why.")
            return
        story = story_choice.choose(stories, "ledger-story")
        notices.finished()
        _facts(story, who)
        claims, figures, times = st.tabs(["Claims", "Figures side by side", "Timeline"])
        with claims:
            _paragraphs(story, who)
        with figures:
            side_by_side.draw(story)
        with times:
            time_line.draw(story)


def _facts(story: Story, who: Instructor) -> None:
    states: Counter[str] = Counter(claim.review for claim in story.ledger.claims)
    counts = ", ".join(f"{states[state]} {name}" for state, name in _STATE.items() if states[state])
    total = len(story.ledger.claims)
    st.write(f"{total} {'claim' if total == 1 else 'claims'}: {counts or 'none yet'}.")
    drafting.button(story, who)
    step = st.session_state.get(_STEP)
    if step and step[0] == story.slug and st.button("Undo the last step", icon=":material/undo:"):
        _, before, after = step
        try:
            ledger_work.undo(story.slug, before, after, who)
        except CannotSave as fault:
            st.error(str(fault))
        else:
            del st.session_state[_STEP]
            notices.finish("The last step is taken back.")


# --- one paragraph and its claims ---------------------------------------------------------------


def _paragraphs(story: Story, who: Instructor) -> None:
    places = [f"{a.letter}{p.number}" for a in story.articles for p in a.paragraphs]
    waiting = reviewing.to_decide(story.ledger.claims)
    there, open_there = Counter(c.at for c in story.ledger.claims), Counter(c.at for c in waiting)
    # The least sure claim comes first, until somebody chooses a paragraph.
    key = f"ledger-at-{story.slug}"
    if st.session_state.get(key) not in places:
        st.session_state[key] = waiting[0].at if waiting else places[0]

    def label(at: str) -> str:
        to_decide = f", {open_there[at]} to decide" if open_there[at] else ""
        return f"{at}: {there[at]} {'claim' if there[at] == 1 else 'claims'}{to_decide}"

    def go_to(at: str) -> None:
        st.session_state[key] = at

    with st.container(horizontal=True, vertical_alignment="bottom"):
        at = st.selectbox("Paragraph", places, format_func=label, key=key)
        n = places.index(at)
        st.button("Before", disabled=n == 0, on_click=go_to, args=(places[n - 1],), shortcut="p")
        st.button(
            "After",
            disabled=n == len(places) - 1,
            on_click=go_to,
            args=(places[(n + 1) % len(places)],),
            shortcut="n",
        )
        elsewhere = next((claim.at for claim in waiting if claim.at != at), None)
        st.button(
            "Next to decide",
            disabled=elsewhere is None,
            on_click=go_to,
            args=(elsewhere,),
            shortcut="u",
        )
    paragraph, cards = st.columns([2, 3], gap="large")
    with paragraph:
        found = story.paragraph(at)
        assert found is not None  # It is one of the story's own.
        st.html(
            f'<article class="report" aria-label="Paragraph {at}"><div class="para">'
            f'<span class="no">{at}</span><p>{Annotations(story).words(at, found)}</p>'
            "</div></article>"
        )
        st.caption("Keys: a accept, e correct, d drop the first claim; n, p, u another paragraph.")
    with cards:
        here = [claim for claim in story.ledger.claims if claim.at == at]
        if not here:
            st.write("No claim stands in this paragraph.")
        first = reviewing.to_decide(here)
        rest = [claim for claim in here if claim not in first]
        for place, claim in enumerate([*first, *rest]):
            _card(story, claim, who, has_keys=place == 0)


def _card(story: Story, claim: Claim, who: Instructor, *, has_keys: bool) -> None:
    with st.container(border=True, key=f"claim-card-{claim.id}"):
        why = f": {'; '.join(claim.because)}" if claim.because else ""
        st.html(
            f'<p class="fine"><strong>{escape(claim.id)}</strong> · {_STATE[claim.review]} · '
            f"{_SURE[claim.confidence]}{escape(why)}</p>"
            f'<div class="claim">{Annotations(story).claim(claim)}</div>'
        )

        def step(label: str, done: str, change: Callable[[Any], Any], key: str | None) -> None:
            if st.button(label, key=f"{label}-{claim.id}", shortcut=key if has_keys else None):
                _take(story, f"{claim.id} is {done}.", change, who)

        with st.container(horizontal=True):
            if claim.review == "dropped":
                step("Put back", "to be decided", lambda c: reviewing.put_back(c, claim.id), None)
                return
            if claim.review == "auto":
                step("Accept", "accepted", lambda c: reviewing.accept(c, claim.id), "a")
            if st.button("Correct", key=f"correct-{claim.id}", shortcut="e" if has_keys else None):
                _correct(story, claim, who)
            if st.button("Split", key=f"split-{claim.id}"):
                _split(story, claim, who)
            if st.button("Merge", key=f"merge-{claim.id}"):
                _merge(story, claim, who)
            step("Drop", "dropped", lambda c: reviewing.drop(c, claim.id), "d")


def _take(story: Story, done: str, change: Callable[[Any], Any], who: Instructor) -> None:
    """Takes a step, remembers how to take it back, and says so; or says why it cannot be."""
    try:
        before = ledger_work.load(story.slug).text
        ledger_work.change_claims(story.slug, change, who)
        after = ledger_work.load(story.slug).text
    except (CannotSave, CannotEdit, NoSuchClaim) as fault:
        st.error(str(fault))
        return
    st.session_state[_STEP] = (story.slug, before, after)
    notices.finish(done)


# --- what needs more than a click ---------------------------------------------------------------


def _written(story: Story, claim: Claim) -> dict[str, Any]:
    listed = claims_of(ledger_work.load(story.slug).text)
    return next(found for found in listed if found["id"] == claim.id)


@st.dialog("Correct the claim", width="large")
def _correct(story: Story, claim: Claim, who: Instructor) -> None:
    found = story.paragraph(claim.at)
    st.html(f'<p class="fine">{claim.at}: {escape(found.shown if found else "")}</p>')
    with st.expander("Somebody who is not in the list yet"):
        name = st.text_input("Name", key=f"new-speaker-{claim.id}")
        kind = st.text_input("Sort", placeholder="official", key=f"new-kind-{claim.id}")
        if st.button("Add to the list", disabled=not (name.strip() and kind.strip())):
            _add_speaker(story, name.strip(), kind.strip(), who)
    fields = claim_form.fields(story, _written(story, claim))
    if st.button("Save", type="primary", key=f"save-{claim.id}"):
        _take(
            story,
            f"{claim.id} is corrected.",
            lambda claims: reviewing.correct(claims, claim.id, fields),
            who,
        )


def _add_speaker(story: Story, name: str, kind: str, who: Instructor) -> None:
    words = "".join(c if c.isascii() and c.isalnum() else " " for c in name.lower()).split()
    key = "-".join(words) or "speaker"
    number = 2
    while key in story.ledger.speakers or key == "none":
        key, number = f"{'-'.join(words) or 'speaker'}-{number}", number + 1
    try:
        ledger_work.change_text(
            story.slug, lambda text: with_speaker(text, key, {"name": name, "kind": kind}), who
        )
    except (CannotSave, CannotEdit) as fault:
        st.error(str(fault))
    else:
        notices.finish(f"{name} is in the list of speakers.")


@st.dialog("Split the claim")
def _split(story: Story, claim: Claim, who: Instructor) -> None:
    st.write("Each part keeps its own exact words; both are then to be decided.")
    first = st.text_input("Words of the first part", claim.words, key=f"first-{claim.id}")
    second = st.text_input("Words of the second part", key=f"second-{claim.id}")
    ready = bool(first.strip() and second.strip())
    if st.button("Split", type="primary", key=f"do-split-{claim.id}", disabled=not ready):
        _take(
            story,
            f"{claim.id} is split.",
            lambda claims: reviewing.split(claims, claim.id, first.strip(), second.strip()),
            who,
        )


@st.dialog("Merge the claim into another")
def _merge(story: Story, claim: Claim, who: Instructor) -> None:
    others = [c for c in story.ledger.claims if c.id != claim.id and c.review != "dropped"]
    others.sort(key=lambda c: (c.at != claim.at, c.topic != claim.topic))
    if not others:
        st.write("There is no other claim.")
        return
    st.write("Its limits, labels and figures go over to the other; it stays as a dropped claim.")
    into = st.selectbox(
        "Into", others, format_func=lambda c: f"{c.id}: {c.says}", key=f"into-{claim.id}"
    )
    if st.button("Merge", type="primary", key=f"do-merge-{claim.id}"):
        _take(
            story,
            f"{claim.id} is merged into {into.id}.",
            lambda claims: reviewing.merge(claims, claim.id, into.id),
            who,
        )
