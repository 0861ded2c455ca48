"""What an instructor does to a question of a bank: by its id, whatever stands where meanwhile."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import streamlit as st

from reportedly import resources
from reportedly.files.editing.questions import (
    duplicate_question,
    insert_question,
    move_question,
    question_text,
    remove_question,
)
from reportedly.files.editing.sheet import CannotEdit
from reportedly.files.editing.values import add_field
from reportedly.files.saving import CannotSave, Saved
from reportedly.quiz.bank import Bank
from reportedly.store.errors import StoreError
from reportedly.ui import instructor
from reportedly.ui.banks import bank_work
from reportedly.ui.instructor import Instructor
from reportedly.ui.parts import notices

_UNDO = "undo"

Change = Callable[[str, Bank, int], str]
"""A bank's text, what it says and the place of the question -> the new text."""


@dataclass(frozen=True)
class Undo:
    """A way back, as long as the bank says what was saved.

    Attributes:
        version: Of the text as it was before.
        hash: Of the file as it was saved.
    """

    bank: str
    version: int
    hash: str


def act(said: str, work: Callable[[Instructor], object]) -> bool:
    """Does something for the instructor who is here; the page then says it, or why not.

    Called before the page is drawn, so that a click is heeded even when the next one comes while
    the page is still being drawn for it. Returns: whether it was done.
    """
    who = instructor.signed_in()
    if who is None:
        return False  # the page that is now drawn says how to sign in
    try:
        work(who)
    except (CannotSave, CannotEdit, StoreError) as fault:
        notices.refuse(str(fault))
        return False
    notices.say(said)
    return True


def change(name: str, question: str, how: Change, who: Instructor) -> None:
    """Changes a bank at a question and keeps a way back.

    Raises: CannotSave, CannotEdit, StoreError: with a sentence; then the file is as it was.
    """
    loaded = bank_work.load(name)
    bank, index = _find(name, loaded, question)
    text = how(loaded.text, bank, index)
    bank_work.opened(name, text)
    _save(name, text, loaded, who)


def step(distance: int) -> Change:
    """Moves a question up (-1) or down (1); at either end it stays."""

    def moved(text: str, bank: Bank, index: int) -> str:
        place = min(max(index + distance, 0), len(bank.questions) - 1)
        return move_question(text, index, place)

    return moved


def duplicate(text: str, bank: Bank, index: int) -> str:
    """The question a second time, right behind itself."""
    return duplicate_question(text, index, free_id(bank, bank.questions[index].id))


def remove(text: str, bank: Bank, index: int) -> str:
    """The bank without the question. Raises: CannotEdit: if it is the only one."""
    if len(bank.questions) == 1:
        raise CannotEdit("It is the only question, and a bank needs one; delete the bank instead.")
    return remove_question(text, index)


def free_id(bank: Bank, taken: str) -> str:
    """An id like one that is taken."""
    ids = {question.id for question in bank.questions}
    number = 2
    while f"{taken}-{number}" in ids:
        number += 1
    return f"{taken}-{number}"


def targets(name: str, bank: Bank) -> list[str]:
    """The other banks about the same story."""
    banks = resources.shelf().banks.values()
    return [one.name for one in banks if one.bank.story == bank.story and one.name != name]


def move_to(target: str, name: str, question: str, who: Instructor) -> None:
    """Moves a question to the end of another bank.

    The other bank is saved first: should the second save fail, the question stands in both.

    Raises: CannotSave, CannotEdit, StoreError: with a sentence that says where it stands.
    """
    here, there = bank_work.load(name), bank_work.load(target)
    bank, index = _find(name, here, question)
    other = bank_work.read_saved(target, there).bank
    if other is None:
        raise CannotSave(f"{target}.yaml has faults. Mend them first; nothing has been moved.")
    if other.story != bank.story:
        raise CannotSave(
            f"{target}.yaml is about another story, where the evidence would not be found; "
            "nothing has been moved."
        )
    if any(one.id == question for one in other.questions):
        raise CannotSave(
            f'{target}.yaml has a question "{question}" already. Give one of the two another id '
            "first; nothing has been moved."
        )
    left = remove(here.text, bank, index)
    place = len(other.questions)
    text = insert_question(there.text, place, question_text(here.text, index))
    if bank_work.opened(target, text).questions[place].id != question:
        # It had no id in the file; the one it went by here is the one that answers name.
        text = add_field(text, ("questions", place), "id", question)
        bank_work.opened(target, text)
    bank_work.opened(name, left)
    bank_work.save(target, text, there, who)
    try:
        bank_work.save(name, left, here, who)
    except (CannotSave, StoreError) as fault:
        raise CannotSave(
            f'The question "{question}" stands in both banks now: it was saved in {target}.yaml, '
            f"but {name}.yaml could not be. {fault}"
        ) from fault
    st.session_state.pop(_UNDO, None)


def way_back(name: str, on_disk: Saved) -> Undo | None:
    """The way back from the last change, if the file still says what that change made of it."""
    undo: Undo | None = st.session_state.get(_UNDO)
    return undo if undo and (undo.bank, undo.hash) == (name, on_disk.hash) else None


def take_back(undo: Undo, who: Instructor) -> None:
    """Brings back the text from before a change.

    Raises: CannotSave, StoreError: with a sentence; then the file is as it was.
    """
    loaded = bank_work.load(undo.bank)
    if loaded.hash != undo.hash:
        raise CannotSave(
            "The file has been changed since. The text from before is among the earlier versions."
        )
    text = resources.versions().text(undo.bank, undo.version)
    bank_work.save(undo.bank, text, loaded, who)
    st.session_state.pop(_UNDO, None)


def _find(name: str, loaded: Saved, question: str) -> tuple[Bank, int]:
    bank = bank_work.read_saved(name, loaded).bank
    if bank is None:
        raise CannotSave("The file has faults meanwhile. Mend them in its text first.")
    for index, one in enumerate(bank.questions):
        if one.id == question:
            return bank, index
    raise CannotSave(f'The question "{question}" is not in {name}.yaml any more.')


def _save(name: str, text: str, loaded: Saved, who: Instructor) -> None:
    before = bank_work.keep_before(name, loaded)
    saved = bank_work.save(name, text, loaded, who)
    st.session_state[_UNDO] = Undo(name, before, saved.hash)
