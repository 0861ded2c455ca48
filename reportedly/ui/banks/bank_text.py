"""The whole file of a bank as text."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NoReturn

import streamlit as st

from reportedly import resources
from reportedly.files.line_ends import with_ends_of, with_plain_ends
from reportedly.files.saving import CannotSave, ChangedMeanwhile, Saved
from reportedly.store.errors import StoreError
from reportedly.ui import instructor, navigation
from reportedly.ui.banks import bank_work, text_editor
from reportedly.ui.banks.text_draft import Draft
from reportedly.ui.instructor import Instructor
from reportedly.ui.parts import notices, preview

_WORK = "edit_text-"
_COUNT = "edit_count"


@dataclass
class _Work:
    """What is being done to one file; kept, whatever other page is looked at, until it is undone.

    Attributes:
        loaded: The file that the draft is based on.
        said: Why the last save failed.
        asked: What is still to be done: "save" or "undo".
    """

    name: str
    loaded: Saved
    draft: Draft
    said: str = ""
    asked: str = ""

    def ask(self, action: str) -> None:
        """Notes what the author wants to have done."""
        self.asked = action

    @property
    def text(self) -> str:
        """The draft as it would be saved."""
        return with_ends_of(self.loaded.text, self.draft.text)

    @property
    def is_changed(self) -> bool:
        """Whether the draft says something else than the file it came from."""
        return self.draft.text != with_plain_ends(self.loaded.text)


@st.fragment
def render(name: str) -> None:
    """Draws the text with everything that is wrong with it, and saves it."""
    who = instructor.require()
    with notices.store_faults():
        try:
            on_disk = bank_work.load(name)
        except CannotSave as fault:
            st.error(str(fault))
            on_disk = None
        _edit(name, on_disk, who)


def _edit(name: str, on_disk: Saved | None, who: Instructor) -> None:
    work = _work(name, on_disk)
    if work is None:
        return
    action, work.asked = work.asked, ""
    if action == "undo":
        _finish(name, "Your changes are undone.")
    if action == "save":
        _save(work, who)
    if on_disk is not None and on_disk.hash != work.loaded.hash and not work.is_changed:
        work = _begin(name, on_disk)
    reading = bank_work.read(name, work.text)
    is_free = on_disk is not None and on_disk.hash == work.loaded.hash
    text_editor.show(
        work.draft,
        key=f"text-{name}",
        faults=reading.faults,
        is_changed=work.is_changed,
        is_readable=reading.bank is not None,
        may_save=is_free,
        said=work.said,
        on_action=work.ask,
    )
    navigation.link("format", "How a bank is written", ":material/code:")
    if on_disk is None:
        _gone(work, who)
    elif not is_free:
        _three_ways(work, on_disk, who)


def _work(name: str, on_disk: Saved | None) -> _Work | None:
    work = st.session_state.get(_WORK + name)
    if isinstance(work, _Work):
        return work
    return _begin(name, on_disk) if on_disk is not None else None


def _begin(name: str, file: Saved) -> _Work:
    count = st.session_state.get(_COUNT, 0) + 1
    st.session_state[_COUNT] = count
    # The hash is in it, so that a browser that outlives a restart of the server goes on from the
    # same file and from no other.
    draft = Draft.of(f"{name}-{file.hash[:16]}-{count}", with_plain_ends(file.text))
    work = st.session_state[_WORK + name] = _Work(name, file, draft)
    return work


def _save(work: _Work, who: Instructor) -> None:
    text = work.text
    if bank_work.read(work.name, text).bank is None:
        work.said = "Nothing is saved: mend the errors first. Warnings alone would not matter."
        return
    try:
        work.loaded = bank_work.save(work.name, text, work.loaded, who)
    except ChangedMeanwhile:
        work.said = ""  # the choice of three says more
    except (CannotSave, StoreError) as fault:
        work.said = f"{fault} What you have typed is still here."
    else:
        work.said = ""
        notices.finish("Saved. The earlier version is kept.")


def _gone(work: _Work, who: Instructor) -> None:
    if st.button("Save mine as a new file", key="save_anew"):
        try:
            work.loaded = bank_work.create(work.name, work.text, who)
        except (CannotSave, StoreError) as fault:
            st.error(str(fault))
        else:
            notices.finish("Saved as a new file.")


def _three_ways(work: _Work, theirs: Saved, who: Instructor) -> None:
    mine, loaded = work.text, work.loaded
    st.warning("The file was changed elsewhere since you opened it. Nothing is overwritten.")
    first, second = st.columns(2)
    with first:
        st.markdown("**What you changed**")
        st.code(bank_work.difference(loaded.text, mine) or "nothing", language="diff")
    with second:
        st.markdown("**What was changed elsewhere**")
        st.code(bank_work.difference(loaded.text, theirs.text) or "nothing", language="diff")
    with st.container(horizontal=True):
        if st.button("Take theirs", key="take_theirs"):
            resources.versions().keep(work.name, mine, f"{who.name}, not saved", preview.now())
            _finish(
                work.name,
                "The file stays as it was changed elsewhere. Yours is among the versions.",
            )
        if st.button("Save mine over it", key="take_mine"):
            if bank_work.read(work.name, mine).bank is None:
                st.error("Yours has faults. Mend them first.")
                return
            try:
                work.loaded = bank_work.save(work.name, mine, theirs, who)
            except CannotSave as fault:
                st.error(str(fault))
            else:
                notices.finish("Yours is saved. The other one is among the versions.")
        if st.button("Go on editing mine", key="merge", help="With theirs as what it is based on"):
            work.loaded = theirs
            st.rerun()


def _finish(name: str, sentence: str) -> NoReturn:
    st.session_state.pop(_WORK + name, None)
    notices.finish(sentence)
