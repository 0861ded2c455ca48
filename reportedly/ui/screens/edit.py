"""Edit a bank: its questions one by one, its text, and its earlier versions."""

from __future__ import annotations

from collections.abc import Callable
from difflib import unified_diff
from typing import Any

import streamlit as st

from reportedly import resources
from reportedly.files.bank_file import BankReading
from reportedly.files.editing.questions import (
    duplicate_question,
    move_question,
    remove_question,
)
from reportedly.files.editing.sheet import CannotEdit
from reportedly.files.editing.values import add_field, remove_field, set_value
from reportedly.files.saving import CannotSave, ChangedMeanwhile, Saved
from reportedly.quiz.bank import Bank
from reportedly.quiz.comparing import changes
from reportedly.quiz.edition import Edition
from reportedly.quiz.kinds import AnyQuestion
from reportedly.story.story import Story
from reportedly.ui import instructor, navigation
from reportedly.ui.instructor import Instructor
from reportedly.ui.parts import bank_work, notices, preview

_DONE = "edit_done"
_DRAFT = "edit_text"
_LOADED = "edit_loaded"
_THEIRS = "edit_theirs"


def render() -> None:
    """The page: the bank in the address."""
    who = instructor.require()
    name = st.query_params.get("bank", "")
    navigation.link("desk", "Desk", ":material/arrow_back:")
    with notices.store_faults():
        try:
            on_disk = bank_work.load(name)
        except CannotSave as fault:
            st.title("This bank cannot be edited")
            st.write(str(fault))
            return
        st.title(f"{name}.yaml")
        if done := st.session_state.pop(_DONE, None):
            st.success(done, icon=":material/check:")
        reading = bank_work.read(name, on_disk.text)
        questions, text, history = st.tabs(["Questions", "Text", "Earlier versions"])
        with questions:
            _questions(name, reading, who)
        with text:
            _text(name, on_disk, who)
        with history:
            _history(name, on_disk, who)


def _done(sentence: str) -> None:
    st.session_state[_DONE] = sentence
    for key in (_DRAFT, _LOADED, _THEIRS):
        st.session_state.pop(key, None)
    st.rerun()


def _faults(reading: BankReading) -> None:
    if reading.faults:
        st.code("\n".join(f.text for f in reading.faults), language=None, wrap_lines=True)


# --- questions ----------------------------------------------------------------------------------


def _questions(name: str, reading: BankReading, who: Instructor) -> None:
    bank = reading.bank
    if bank is None:
        st.write("The bank cannot be opened. Mend its text, then its questions stand here.")
        _faults(reading)
        return
    story = resources.shelf().stories[bank.story]
    for index, question in enumerate(bank.questions):
        draft = " · draft" if question.status == "draft" else ""
        with st.expander(f"**{index + 1}** · {question.kind}{draft} · {question.ask}"):
            _steps(name, bank, index, who)
            _preview(bank, story, question)


def _steps(name: str, bank: Bank, index: int, who: Instructor) -> None:
    question = bank.questions[index]
    last = len(bank.questions) - 1

    def button(label: str, icon: str, change: Callable[[str], str], *, off: bool = False) -> None:
        key = f"{label}-{question.id}"
        if st.button(label, icon=icon, key=key, disabled=off):
            try:
                bank_work.edit(name, change, who)
            except (CannotSave, CannotEdit) as fault:
                st.error(str(fault))
            else:
                _done(f"{label}: {question.id}. The earlier version is kept.")

    with st.container(horizontal=True):
        button("Move up", ":material/arrow_upward:", _moved(index, index - 1), off=index == 0)
        button(
            "Move down", ":material/arrow_downward:", _moved(index, index + 1), off=index == last
        )
        copy_id = _free_id(bank, question.id)
        button(
            "Duplicate", ":material/content_copy:", lambda t: duplicate_question(t, index, copy_id)
        )
        if question.status == "draft":
            button("Set ready", ":material/visibility:", lambda t: _ready(t, index))
        else:
            button("Set back to draft", ":material/visibility_off:", lambda t: _draft(t, index))
        button("Remove", ":material/delete:", lambda t: remove_question(t, index), off=last == 0)


def _moved(old: int, new: int) -> Callable[[str], str]:
    return lambda text: move_question(text, old, new)


def _ready(text: str, index: int) -> str:
    return remove_field(text, ("questions", index, "status"))


def _draft(text: str, index: int) -> str:
    place = ("questions", index)
    try:
        return set_value(text, (*place, "status"), "draft")
    except CannotEdit:
        return add_field(text, place, "status", "draft")


def _free_id(bank: Bank, taken: str) -> str:
    ids = {question.id for question in bank.questions}
    number = 2
    while f"{taken}-{number}" in ids:
        number += 1
    return f"{taken}-{number}"


def _preview(bank: Bank, story: Story, question: AnyQuestion) -> None:
    edition = Edition.of(bank, story)
    key = f"preview-{question.id}"

    def answered(message: dict[str, Any]) -> None:
        st.session_state[f"{key}-response"] = message.get("response")

    preview.show(edition, question, st.session_state.get(f"{key}-response"), key, answered)


# --- text ---------------------------------------------------------------------------------------


def _text(name: str, on_disk: Saved, who: Instructor) -> None:
    # What the text was made from, so that a change made elsewhere is seen and not overwritten.
    known = st.session_state.get(_LOADED)
    if known is None or known[0] != name:
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
    _faults(reading)
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
                _done("Saved. The earlier version is kept.")
        if st.button("Undo my changes", key="undo_text", disabled=text == loaded.text):
            _done("Your changes are undone.")


def _three_ways(name: str, mine: str, loaded: Saved, theirs: Saved, who: Instructor) -> None:
    st.warning("The file was changed elsewhere since you opened it. Nothing is overwritten.")
    first, second = st.columns(2)
    with first:
        st.markdown("**What you changed**")
        st.code(_difference(loaded.text, mine) or "nothing", language="diff")
    with second:
        st.markdown("**What was changed elsewhere**")
        st.code(_difference(loaded.text, theirs.text) or "nothing", language="diff")
    with st.container(horizontal=True):
        if st.button("Take theirs", key="take_theirs"):
            bank_work.versions().keep(name, mine, f"{who.name}, not saved", preview.now())
            _done("The file stays as it was changed elsewhere. Yours is among the versions.")
        if st.button("Save mine over it", key="take_mine"):
            if bank_work.read(name, mine).bank is None:
                st.error("Yours has faults. Mend them first.")
                return
            try:
                bank_work.save(name, mine, theirs, who)
            except CannotSave as fault:
                st.error(str(fault))
            else:
                _done("Yours is saved. The other one is among the versions.")
        if st.button("Go on editing mine", key="merge", help="With theirs as what it is based on"):
            st.session_state[_LOADED] = (name, theirs.text, theirs.hash)
            del st.session_state[_THEIRS]
            st.rerun()


def _difference(old: str, new: str) -> str:
    return "\n".join(unified_diff(old.splitlines(), new.splitlines(), lineterm="", n=1))


# --- earlier versions ---------------------------------------------------------------------------


def _history(name: str, on_disk: Saved, who: Instructor) -> None:
    kept = bank_work.versions().of(name)
    if not kept:
        st.write("From the first save here on, every version is kept: who, when, and what changed.")
        return
    now = bank_work.read(name, on_disk.text).bank
    for version in kept:
        label = f"{version.number} · {version.saved_by} · {version.saved_at:%d %B %Y, %H:%M} UTC"
        with st.expander(label):
            text = bank_work.versions().text(name, version.number)
            if text == on_disk.text:
                st.write("This is what the file says now.")
                continue
            then = bank_work.read(name, text).bank
            if now is None or then is None:
                st.code(_difference(text, on_disk.text), language="diff")
            else:
                lines = [change.text for change in changes(then, now)]
                st.code("\n".join(lines) or "Only remarks and layout differ.", language=None)
            if st.button("Restore this version", key=f"restore-{version.number}"):
                try:
                    bank_work.save(name, text, on_disk, who)
                except CannotSave as fault:
                    st.error(str(fault))
                else:
                    _done(f"Version {version.number} is restored.")
