"""What an instructor does to a bank's file, each step checked, kept as a version and undoable."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from difflib import unified_diff
from pathlib import Path

import streamlit as st

from reportedly import resources
from reportedly.files import bank_names, saving
from reportedly.files.bank_check import check_bank
from reportedly.files.bank_file import BankReading
from reportedly.files.saving import Saved
from reportedly.store.database import connect
from reportedly.store.versions import Versions
from reportedly.ui.instructor import Instructor


@st.cache_resource
def versions() -> Versions:
    """The versions of all banks."""
    return Versions(connect(resources.settings().database_url))


def folder() -> Path:
    """Where the banks are."""
    return resources.settings().root / "quizzes"


def load(name: str) -> Saved:
    """A bank's text as it is on disk. Raises: CannotSave: if there is none."""
    return saving.load(bank_names.bank_path(folder(), name))


def read(name: str, text: str) -> BankReading:
    """A bank's text with everything that is wrong with it or weak in it."""
    return check_bank(text, name=f"{name}.yaml", stories=resources.shelf().stories)


def save(name: str, text: str, loaded: Saved, who: Instructor) -> Saved:
    """Saves a text over the one that was loaded; both are kept as versions.

    Raises: CannotSave: if the file changed meanwhile, or cannot be written.
    """
    now = datetime.now(UTC)
    versions().keep(name, loaded.text, "before", now)
    saved = saving.save(bank_names.bank_path(folder(), name), text, loaded.hash)
    versions().keep(name, text, who.name, now)
    return saved


def edit(name: str, change: Callable[[str], str], who: Instructor) -> None:
    """Loads a bank, changes its text and saves it; refuses what would not open.

    Raises: CannotSave, CannotEdit: with a sentence for the page.
    """
    loaded = load(name)
    text = change(loaded.text)
    reading = read(name, text)
    if reading.bank is None:
        fault = next(f for f in reading.faults if f.severity == "error")
        raise saving.CannotSave(f"Not saved, for the bank would not open: {fault.message}.")
    save(name, text, loaded, who)


def delete(name: str, who: Instructor) -> None:
    """Deletes a bank; its text stays as a version, by which `undelete` brings it back."""
    loaded = load(name)
    bank_names.delete(
        folder(),
        name,
        loaded.hash,
        lambda text: versions().keep(name, text, who.name, datetime.now(UTC)),
    )


def undelete(name: str) -> None:
    """Brings back a bank as its newest version says."""
    newest = versions().of(name)[0]
    bank_names.create(folder(), name, versions().text(name, newest.number))


def retired() -> list[str]:
    """The names of the banks laid aside."""
    return sorted(path.stem for path in (folder() / bank_names.RETIRED).glob("*.yaml"))


def deleted() -> list[str]:
    """The names of banks of which only versions are left."""
    there = {path.stem for path in folder().glob("*.yaml")} | set(retired())
    # Versions of a story's ledger are kept under its path.
    return [name for name in versions().banks() if name not in there and "/" not in name]


def difference(old: str, new: str) -> str:
    """The lines that differ, as `diff -u` shows them; empty if none does."""
    return "\n".join(unified_diff(old.splitlines(), new.splitlines(), lineterm="", n=1))
