"""The form and the file: checked together, saved together, and brought together again."""

from __future__ import annotations

from dataclasses import dataclass

import streamlit as st

from reportedly import resources
from reportedly.files.banks.bank_file import read_bank
from reportedly.files.editing.plain import same
from reportedly.files.editing.questions import insert_question, question_text
from reportedly.files.editing.sheet import MARK, CannotEdit, Sheet
from reportedly.files.editing.whole_question import (
    question_ids,
    question_mapping,
    replace_question,
)
from reportedly.files.reading.lookup import short
from reportedly.files.reading.reports import Report
from reportedly.files.saving import CannotSave, ChangedMeanwhile, Saved
from reportedly.quiz.bank import Bank
from reportedly.quiz.edition import Edition
from reportedly.quiz.kinds import AnyQuestion
from reportedly.store.errors import StoreError
from reportedly.story.story import Story
from reportedly.ui.banks import bank_work
from reportedly.ui.form.draft import Draft, fill, forget, index_of
from reportedly.ui.form.fields import Plain
from reportedly.ui.instructor import Instructor
from reportedly.ui.parts import notices


@dataclass(frozen=True)
class Checked:
    """What the form makes of the file.

    Attributes:
        text: The whole file with the question as it stands in the form.
        faults: Those of this question.
        shown: The question with its bank, to show; None if it has faults.
    """

    text: str
    faults: tuple[Report, ...]
    shown: tuple[Edition, AnyQuestion] | None

    @property
    def may_be_saved(self) -> bool:
        """Whether nothing but warnings was found."""
        return not any(report.severity == "error" for report in self.faults)


def check(draft: Draft, on_disk: Saved, story: Story) -> Checked:
    """The file with the form's question in it, checked.

    Raises: CannotEdit: if the question cannot be put there without touching other words.
    """
    index = index_of(on_disk.text, draft.id)
    assert index is not None
    text = replace_question(on_disk.text, index, draft.question)
    reading = bank_work.read(draft.bank, text)
    given = draft.question.get("id")
    names = {f"question {index + 1}"} | ({short(given, 40)} if isinstance(given, str) else set())
    faults = tuple(report for report in reading.faults if report.question in names)
    bank = reading.bank or _alone(text, index, story)
    if bank is None:
        return Checked(text, faults, None)
    question = bank.questions[index if reading.bank else 0]
    return Checked(text, faults, (Edition.of(bank, story), question))


def part_at(text: str, draft: Draft, line: int) -> str:
    """What the form calls the part that stands on a line of the file; "" if it is in no list."""
    index = index_of(text, draft.id)
    sheet = Sheet.of(text.removeprefix(MARK))
    for listing in draft.form.lists:
        for n in range(len(draft.group.lists[listing.name])):
            try:
                node = sheet.spot(("questions", index or 0, listing.name, n)).node
            except CannotEdit:
                break
            if node.start_mark.line < line <= sheet.line_of(sheet.end_of(node)):
                return "" if listing.grouped else f"{listing.one} {n + 1}"
    return ""


def _alone(text: str, index: int, story: Story) -> Bank | None:
    """A bank of this question only, where the faults of others keep theirs from opening."""
    head = f"bank: Preview\nstory: {story.slug}\nquestions: []\n"
    alone = insert_question(head, 0, question_text(text, index))
    return read_bank(alone, stories=resources.shelf().stories).bank


def save(draft: Draft, text: str, over: Saved, who: Instructor) -> None:
    """Saves the file; what keeps it from being saved is said, and what was typed stays."""
    try:
        bank_work.save(draft.bank, text, over, who)
    except ChangedMeanwhile:
        st.rerun()
    except (CannotSave, StoreError) as fault:
        st.error(str(fault))
        return
    forget(draft)
    notices.finish("Saved. The earlier version is kept.")


# --- changed elsewhere meanwhile ------------------------------------------------------------------


def catch_up(draft: Draft, on_disk: Saved) -> Plain | None:
    """Bring the form up to date with the file.

    Returns: the question as somebody else has saved it, where both have changed it.
    Raises: CannotEdit: if the question is not there any more.
    """
    if on_disk.hash == draft.loaded.hash:
        return None
    index = index_of(on_disk.text, draft.id)
    if index is None:
        raise CannotEdit("This question is not in the file any more.")
    theirs = question_mapping(on_disk.text, index)
    if same(theirs, draft.base):
        draft.loaded = on_disk
        if draft.is_changed:
            draft.note = (
                "Something else in this bank was changed elsewhere meanwhile. "
                "What you typed stays, and will be saved into the newest text."
            )
        return None
    if not draft.is_changed or same(theirs, draft.question):
        made = fill(draft.bank, draft.id, on_disk, theirs, theirs)
        if made is not None:
            made.note = "This question was changed elsewhere; this is how it stands now."
        st.rerun()
    return theirs


def rebase(draft: Draft, on_disk: Saved, theirs: Plain, question: Plain) -> None:
    """Go on editing with what somebody else has saved as the ground."""
    fill(draft.bank, draft.id, on_disk, theirs, question)


def put_back(draft: Draft, on_disk: Saved, yaml: str) -> str:
    """The file with a question that was removed from it, at the end."""
    return insert_question(on_disk.text, len(question_ids(on_disk.text)), yaml)
