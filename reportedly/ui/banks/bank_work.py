"""What an instructor does to a bank's file, each step checked, kept as a version and undoable."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import UTC, datetime
from difflib import unified_diff
from itertools import takewhile
from pathlib import Path

import streamlit as st

from reportedly import resources
from reportedly.files import saving
from reportedly.files.banks import bank_names
from reportedly.files.banks.bank_check import check_bank
from reportedly.files.banks.bank_file import BankReading, Stories
from reportedly.files.saving import Saved
from reportedly.files.shelf.shelf import content_of
from reportedly.quiz.bank import Bank
from reportedly.ui.instructor import Instructor
from reportedly.ui.parts import notices


def folder() -> Path:
    """Where the banks are."""
    return resources.settings().root / "quizzes"


def load(name: str) -> Saved:
    """A bank's text as it is on disk. Raises: CannotSave: if there is none."""
    if not name:
        raise saving.CannotSave("No bank is chosen. Choose one on the desk.")
    return saving.load(bank_names.bank_path(folder(), name))


def read(name: str, text: str) -> BankReading:
    """A bank's text with everything that is wrong with it or weak in it."""
    stories = resources.shelf().stories
    known = tuple((story, id(told)) for story, told in stories.items())
    return _reading(name, text, known, stories)[0]


# Several parts of a page ask about one text, and a bank of 10,000 questions takes seconds.
@st.cache_resource(max_entries=6, show_spinner=False)
def _reading(
    name: str, text: str, known: tuple[tuple[str, int], ...], _stories: Stories
) -> tuple[BankReading, Stories]:
    # The stories are kept beside, so that their ids stay theirs.
    return check_bank(text, name=f"{name}.yaml", stories=_stories), _stories


def read_saved(name: str, saved: Saved) -> BankReading:
    """The same of a text that is on disk, which all visitors share and which is read but once."""
    shelved = resources.shelf().banks.get(name)
    if shelved is not None and shelved.content == content_of(saved.text):
        return BankReading(shelved.bank, shelved.warnings)
    return read(name, saved.text)


def create(name: str, text: str, who: Instructor) -> Saved:
    """Saves a text as a new file.

    Raises: CannotSave: if there is one of that name, or it cannot be written.
    """
    saved = bank_names.create(folder(), name, text)
    resources.versions().keep(name, text, who.name, datetime.now(UTC))
    return saved


def save(name: str, text: str, loaded: Saved, who: Instructor) -> Saved:
    """Saves a text over the one that was loaded; both are kept as versions.

    Raises: CannotSave: if the file changed meanwhile, or cannot be written.
    """
    keep_before(name, loaded)
    saved = saving.save(bank_names.bank_path(folder(), name), text, loaded.hash)
    resources.versions().keep(name, text, who.name, datetime.now(UTC))
    _say_what_lapsed(name, loaded.text, text)
    return saved


def _say_what_lapsed(name: str, before: str, after: str) -> None:
    """Has the page say which questions learners no longer see, for they are not what was signed."""
    if "reviewed" not in before:
        return
    old, new = read(name, before).bank, read(name, after).bank
    if old is None or new is None:
        return
    seen = {question.id for question in old.ready}
    gone = [
        question.id
        for question in new.questions
        if question.id in seen
        and new.standing(question).lapsed
        and not new.standing(question).is_shown
    ]
    if gone:
        notices.add(
            f"Changed since {'it was' if len(gone) == 1 else 'they were'} signed, so learners do "
            f"not see {'it' if len(gone) == 1 else 'them'} until signed again: {', '.join(gone)}."
        )


def keep_before(name: str, loaded: Saved) -> int:
    """Keeps what a file says before it is changed. Returns: the number of that version."""
    return resources.versions().keep(name, loaded.text, "before", datetime.now(UTC))


def edit(name: str, change: Callable[[str], str], who: Instructor) -> None:
    """Loads a bank, changes its text and saves it; refuses what would not open.

    Raises: CannotSave, CannotEdit: with a sentence for the page.
    """
    loaded = load(name)
    text = change(loaded.text)
    opened(name, text)
    save(name, text, loaded, who)


def opened(name: str, text: str) -> Bank:
    """The bank that a text says, about to be saved. Raises: CannotSave: if it would not open."""
    reading = read(name, text)
    if reading.bank is None:
        fault = next(f for f in reading.faults if f.severity == "error")
        raise saving.CannotSave(f"Not saved, for the bank would not open: {fault.message}.")
    return reading.bank


def delete(name: str, who: Instructor) -> None:
    """Deletes a bank; its text stays as a version, by which `undelete` brings it back."""
    loaded = load(name)
    bank_names.delete(
        folder(),
        name,
        loaded.hash,
        lambda text: resources.versions().keep(name, text, who.name, datetime.now(UTC)),
    )


def undelete(name: str) -> None:
    """Brings back a bank as its newest version says."""
    newest = resources.versions().of(name)[0]
    bank_names.create(folder(), name, resources.versions().text(name, newest.number))


def retired() -> list[str]:
    """The names of the banks laid aside."""
    return sorted(path.stem for path in (folder() / bank_names.RETIRED).glob("*.yaml"))


def deleted() -> list[str]:
    """The names of banks of which only versions are left."""
    there = {path.stem for path in folder().glob("*.yaml")} | set(retired())
    # Versions of a story's ledger are kept under its path.
    return [name for name in resources.versions().banks() if name not in there and "/" not in name]


def difference(old: str, new: str) -> str:
    """The lines that differ, as `diff -u` shows them; empty if none does."""
    before, after = old.splitlines(), new.splitlines()
    above = _count_same(before, after)
    below = _count_same(before[above:][::-1], after[above:][::-1])
    # Comparing line by line takes time that grows with the square of what is compared.
    start = max(0, above - 1)
    before = before[start : len(before) - below + 1]
    after = after[start : len(after) - below + 1]
    if max(len(before), len(after)) > _MOST_COMPARED:
        return f"Lines {above + 1} to {start + max(len(before), len(after))} differ."
    found = "\n".join(unified_diff(before, after, lineterm="", n=1))
    return _HUNK.sub(lambda hunk: _moved(hunk, start), found)


_MOST_COMPARED = 2_000
_HUNK = re.compile(r"^@@ -(\d+)(\S*) \+(\d+)(\S*) @@", re.MULTILINE)


def _moved(hunk: re.Match[str], by: int) -> str:
    return f"@@ -{int(hunk[1]) + by}{hunk[2]} +{int(hunk[3]) + by}{hunk[4]} @@"


def _count_same(old: list[str], new: list[str]) -> int:
    pairs = zip(old, new, strict=False)
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], pairs))
