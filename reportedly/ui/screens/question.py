"""Edit one question of a bank by a form, with a preview of what is not saved yet."""

from __future__ import annotations

import streamlit as st

from reportedly import resources
from reportedly.files.editing.sheet import CannotEdit
from reportedly.files.editing.whole_question import bank_story, question_ids
from reportedly.files.saving import CannotSave, Saved
from reportedly.story.story import Story
from reportedly.ui import instructor, navigation
from reportedly.ui.banks import bank_work
from reportedly.ui.banks.question_row import KINDS
from reportedly.ui.form import conflict, drawing, saving, showing, starting
from reportedly.ui.form.draft import Draft, draft_of, forget, unsaved
from reportedly.ui.form.inputs import bare
from reportedly.ui.instructor import Instructor
from reportedly.ui.parts import notices


def render() -> None:
    """The page: the bank and the question in the address."""
    who = instructor.require()
    bank, question = st.query_params.get("bank", ""), st.query_params.get("id", "")
    with notices.store_faults():
        try:
            on_disk = bank_work.load(bank)
            draft = draft_of(bank, question, on_disk)
            if draft is None:
                raise CannotEdit("There is no such question in this bank, or its kind is unknown.")
            story = resources.shelf().stories.get(bank_story(on_disk.text))
            if story is None:
                raise CannotEdit("The bank’s story cannot be opened; mend its name or files first.")
            _page(draft, on_disk, story, who)
        except (CannotSave, CannotEdit) as fault:
            st.title("This question cannot be edited here")
            st.write(bare(str(fault)))
            navigation.link("edit", "The bank, and its text", ":material/arrow_back:", bank=bank)


def _page(draft: Draft, on_disk: Saved, story: Story, who: Instructor) -> None:
    _ways(draft, on_disk, story, who)
    st.title(f"{draft.bank}.yaml · {bare(draft.id)}")
    notices.finished()
    try:
        theirs = saving.catch_up(draft, on_disk)
    except CannotEdit:
        conflict.gone(draft, on_disk, who)
        return
    if theirs is not None:
        conflict.render(draft, on_disk, theirs, who)
        return
    left, right = st.columns([11, 9], gap="large")
    with left, st.container(key="question-form"):
        kind = str(draft.base["kind"])
        named = f"{KINDS.get(kind, kind)} (<code>{notices.escape(kind)}</code>)"
        st.html(f'<p class="fine">{named}</p>')
        drawing.render(draft, story)
    with right, st.container(key="question-side"):
        with st.container():
            if draft.note:
                st.info(draft.note)
                draft.note = ""
        _checked(draft, on_disk, story, who)


def _checked(draft: Draft, on_disk: Saved, story: Story, who: Instructor) -> None:
    try:
        checked = saving.check(draft, on_disk, story)
    except CannotEdit as fault:
        st.error(f"{bare(str(fault))} What you typed stays in the form.")
        return
    changed = checked.text != on_disk.text
    with st.container(horizontal=True, vertical_alignment="center"):
        may_save = changed and checked.may_be_saved
        if st.button("Save", type="primary", key="question_save", disabled=not may_save):
            saving.save(draft, checked.text, on_disk, who)
        if st.button("Undo my changes", key="question_undo", disabled=not changed):
            forget(draft)
            notices.finish("What was not saved is undone.")
        state = "Not saved yet." if changed else "As it is in the file."
        st.html(f'<p class="fine">{state}</p>', width="content")
    with st.container():
        showing.faults(checked.faults, lambda line: saving.part_at(checked.text, draft, line))
    showing.render(draft, checked.shown)


def _ways(draft: Draft, on_disk: Saved, story: Story, who: Instructor) -> None:
    """Back to the bank, to the neighbours, to what is not saved, and to something new."""
    ids = question_ids(on_disk.text)
    here = ids.index(draft.id) if draft.id in ids else len(ids)
    with st.container(horizontal=True, vertical_alignment="center", key="question-ways"):
        navigation.link("edit", "All questions", ":material/arrow_back:", bank=draft.bank)
        for label, icon, n in (
            ("Previous question", ":material/chevron_left:", here - 1),
            ("Next question", ":material/chevron_right:", here + 1),
        ):
            if 0 <= n < len(ids):
                navigation.link("question", label, icon, bank=draft.bank, id=ids[n])
        starting.render(draft.bank, story, here + 1, who)
    others = [name for name in unsaved(draft.bank) if name != draft.id]
    if others:
        named = ", ".join(f"“{notices.escape(name)}”" for name in others)
        st.html(f'<p class="fine">Not saved yet in this bank: {named}.</p>')
