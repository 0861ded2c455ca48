"""The questions of a bank, to be moved, doubled, removed and tried out."""

from __future__ import annotations

from collections.abc import Callable
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
from reportedly.files.saving import CannotSave
from reportedly.quiz.bank import Bank
from reportedly.quiz.edition import Edition
from reportedly.quiz.kinds import AnyQuestion
from reportedly.story.story import Story
from reportedly.ui.instructor import Instructor
from reportedly.ui.parts import bank_work, notices, preview


def render(name: str, reading: BankReading, who: Instructor) -> None:
    """Draws all questions of a bank; of one that cannot be opened, why."""
    bank = reading.bank
    if bank is None:
        st.write("The bank cannot be opened. Mend its text, then its questions stand here.")
        notices.faults(reading.faults)
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
                notices.finish(f"{label}: {question.id}. The earlier version is kept.")

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


def as_draft(name: str, text: str, question_id: str) -> str | None:
    """The bank's text with a question made a draft; None if it is one, or is not there.

    Raises: CannotEdit: with a sentence for the page.
    """
    bank = bank_work.read(name, text).bank
    for index, question in enumerate(bank.questions if bank else ()):
        if question.id == question_id and question.status != "draft":
            return _draft(text, index)
    return None


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
