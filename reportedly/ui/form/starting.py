"""A new question: of which kind, and its first words in the file."""

from __future__ import annotations

import streamlit as st

from reportedly.files.banks.starters import free_id, starter
from reportedly.files.editing.questions import insert_question
from reportedly.files.editing.sheet import CannotEdit
from reportedly.files.editing.whole_question import question_ids
from reportedly.files.saving import CannotSave
from reportedly.quiz.kinds import KINDS
from reportedly.story.story import Story
from reportedly.ui import navigation
from reportedly.ui.banks import bank_work
from reportedly.ui.instructor import Instructor


def render(bank: str, story: Story, index: int, who: Instructor) -> None:
    """Draws the button that puts a new draft before the question of an index, and opens it."""
    with st.popover("New question", icon=":material/add:", key="new-question"):
        kind = st.selectbox("Kind", list(KINDS), format_func=_named, key="new-question-kind")
        st.caption("It begins as a draft, which learners do not see.")
        if st.button("Add it", type="primary", key="new-question-add"):
            try:
                made = _insert(bank, kind, story, index, who)
            except (CannotSave, CannotEdit) as fault:
                st.error(str(fault))
            else:
                navigation.go("question", bank=bank, id=made)


def _named(kind: str) -> str:
    return f"{kind}: {(KINDS[kind].__doc__ or '').splitlines()[0]}"


def _insert(bank: str, kind: str, story: Story, index: int, who: Instructor) -> str:
    on_disk = bank_work.load(bank)
    ids = question_ids(on_disk.text)
    made = free_id(kind, ids)
    text = insert_question(on_disk.text, min(index, len(ids)), starter(kind, made, story))
    bank_work.save(bank, text, on_disk, who)
    return made
