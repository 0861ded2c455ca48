"""Drafting questions from a story's ledger: first what would change, then writing it."""

from __future__ import annotations

from hashlib import sha256

import streamlit as st

from reportedly import resources
from reportedly.authoring.regenerating import Plan, What
from reportedly.authoring.reviewing import is_settled, to_decide
from reportedly.files.banks.drafts import Drafting, DraftingRefused, drafting
from reportedly.files.saving import CannotSave
from reportedly.store.errors import StoreError
from reportedly.story.story import Story
from reportedly.ui import instructor, navigation
from reportedly.ui.banks import bank_work
from reportedly.ui.instructor import Instructor
from reportedly.ui.parts import notices
from reportedly.ui.parts.counting import counted

_SEEN = "drafting_seen"
"""What the dialog has shown last, so that nothing else is written."""

_SEED = 1
"""The wording that the command line has as well, so that both write the same."""

_WORDS: dict[What, str] = {
    "added": "added",
    "renewed": "renewed: nobody has touched them",
    "removed": "removed: the ledger no longer gives them, and nobody has touched them",
    "flagged": "flagged: kept as you edited them, to be looked at again",
    "kept": "kept as you edited them",
    "dropped": "dropped before; they stay dropped",
    "unchanged": "unchanged",
}


def button(story: Story, who: Instructor) -> None:
    """Draws the button that shows what drafting would change."""
    if st.button("Draft questions", key=f"draft-{story.slug}", icon=":material/edit_note:"):
        st.session_state.pop(_SEEN, None)
        _dialog(story, who)


@st.dialog("Draft questions", width="large")
def _dialog(story: Story, who: Instructor) -> None:
    instructor.require()  # a dialog draws itself anew without the page around it
    st.html(f'<p class="fine">From the ledger of “{notices.escape(story.about.title)}”.</p>')
    _not_used(story)
    name = st.text_input(
        "Bank", f"{story.slug}-drafts", key=f"drafts-name-{story.slug}", max_chars=60
    ).strip()
    try:
        with st.spinner("Drawing the drafts …"):
            found = drafting(resources.settings().root, story.slug, name or None, _SEED)
    except DraftingRefused as refusal:
        st.error(str(refusal))
        return
    _shown(found)
    wants = st.button("Write them", type="primary", key="write-drafts", disabled=not found.is_new)
    seen, now = st.session_state.get(_SEEN), _stamp(found)
    st.session_state[_SEEN] = now
    if wants and seen != now:
        st.error(
            "The bank or the ledger was changed elsewhere meanwhile, so nothing was written. Above "
            "stands what would change now."
        )
    elif wants:
        _write(found, who)


def _not_used(story: Story) -> None:
    waiting = to_decide(story.ledger.claims)
    unsure = sum(not is_settled(claim) for claim in waiting)
    if not waiting:
        return
    told = []
    if unsure:
        are = "is" if unsure == 1 else "are"
        told.append(
            f"{counted(unsure, 'claim')} {are} not used: the extraction was not sure of "
            f"{'it' if unsure == 1 else 'them'}, and nobody has decided yet."
        )
    if sure := len(waiting) - unsure:
        told.append(
            f"{counted(sure, 'claim')} {'is' if sure == 1 else 'are'} used although nobody has "
            "decided yet: the extraction was sure."
        )
    st.info(" ".join(told))
    navigation.link("ledger", "Decide in the ledger", ":material/fact_check:", story=story.slug)


def _shown(found: Drafting) -> None:
    file = f"<code>quizzes/{notices.escape(found.name)}.yaml</code>"
    if not found.is_new:
        st.html(f"<p>{file} is as the ledger gives it; there is nothing to write.</p>")
    else:
        told = f"This would change in {file}" if found.loaded else f"A new bank, {file}"
        st.html(
            f"<p>{told}. Nothing is written yet, and learners see no draft until somebody "
            "accepts it.</p>"
        )
    for what, words in _WORDS.items():
        if number := found.plan.count(what):
            with st.expander(f"{number:,} {words}", key=f"drafts-{what}"):
                st.html(_steps(found.plan, what))


def _steps(plan: Plan, what: What) -> str:
    items = [
        f"<li><code>{notices.escape(step.id)}</code> {notices.escape(step.why)}</li>"
        for step in plan.steps
        if step.what == what
    ]
    return f'<ul class="fine">{"".join(items)}</ul>'


def _stamp(found: Drafting) -> str:
    before = found.loaded.hash if found.loaded else "none"
    return f"{found.name} {before} {sha256(found.text.encode()).hexdigest()}"


def _write(found: Drafting, who: Instructor) -> None:
    try:
        bank_work.opened(found.name, found.text)
        if found.loaded is None:
            bank_work.create(found.name, found.text, who)
        else:
            bank_work.save(found.name, found.text, found.loaded, who)
    except (CannotSave, StoreError) as fault:
        st.error(str(fault))
        return
    st.session_state.pop(_SEEN, None)
    notices.say(f"{found.name}.yaml is written: {found.plan.summary}")
    navigation.go("review", bank=found.name)
