"""The whole file of a bank as text."""

from __future__ import annotations

from typing import NoReturn

import streamlit as st

from reportedly.files.saving import CannotSave, ChangedMeanwhile, Saved
from reportedly.ui.instructor import Instructor
from reportedly.ui.parts import bank_work, notices, preview

_DRAFT = "edit_text"
_LOADED = "edit_loaded"
_THEIRS = "edit_theirs"


def render(name: str, on_disk: Saved, who: Instructor) -> None:
    """Draws the text with everything that is wrong with it, and saves it."""
    # What the text was made from, so that a change made elsewhere is seen and not overwritten.
    known = st.session_state.get(_LOADED)
    untouched = known is not None and st.session_state.get(_DRAFT) == known[1]
    if known is None or known[0] != name or (untouched and known[2] != on_disk.hash):
        st.session_state[_LOADED] = (name, on_disk.text, on_disk.hash)
        st.session_state[_DRAFT] = on_disk.text
        known = st.session_state[_LOADED]
    loaded = Saved(known[1], known[2])
    if on_disk.hash != loaded.hash:
        st.session_state[_THEIRS] = on_disk.text
    text = st.text_area("The whole file", key=_DRAFT, height=560)
    if _THEIRS in st.session_state:
        _three_ways(name, text, loaded, on_disk, who)
        return
    reading = bank_work.read(name, text)
    notices.faults(reading.faults)
    if reading.bank is None:
        st.write("It cannot be saved like this: mend the faults first. Warnings alone would do.")
    with st.container(horizontal=True):
        if st.button("Save", type="primary", key="save_text", disabled=reading.bank is None):
            try:
                bank_work.save(name, text, loaded, who)
            except ChangedMeanwhile as fault:
                st.session_state[_THEIRS] = fault.theirs or ""
                st.rerun()
            except CannotSave as fault:
                st.error(str(fault))
            else:
                _finish("Saved. The earlier version is kept.")
        if st.button("Undo my changes", key="undo_text", disabled=text == loaded.text):
            _finish("Your changes are undone.")


def _three_ways(name: str, mine: str, loaded: Saved, theirs: Saved, who: Instructor) -> None:
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
            bank_work.versions().keep(name, mine, f"{who.name}, not saved", preview.now())
            _finish("The file stays as it was changed elsewhere. Yours is among the versions.")
        if st.button("Save mine over it", key="take_mine"):
            if bank_work.read(name, mine).bank is None:
                st.error("Yours has faults. Mend them first.")
                return
            try:
                bank_work.save(name, mine, theirs, who)
            except CannotSave as fault:
                st.error(str(fault))
            else:
                _finish("Yours is saved. The other one is among the versions.")
        if st.button("Go on editing mine", key="merge", help="With theirs as what it is based on"):
            st.session_state[_LOADED] = (name, theirs.text, theirs.hash)
            del st.session_state[_THEIRS]
            st.rerun()


def stay() -> None:
    """Keeps what was typed while another tab is open and the text is not drawn."""
    if _DRAFT in st.session_state:
        st.session_state[_DRAFT] = st.session_state[_DRAFT]


def forget() -> None:
    """Let go of what was typed and not saved: the file has been changed by this very page."""
    for key in (_DRAFT, _LOADED, _THEIRS):
        st.session_state.pop(key, None)


def _finish(sentence: str) -> NoReturn:
    forget()
    notices.finish(sentence)
