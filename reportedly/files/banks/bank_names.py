"""The files of the banks: what they may be called, and what happens to them as a whole."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

from reportedly.files.banks.bank_writer import MODELINE
from reportedly.files.editing.values import set_value
from reportedly.files.saving import CannotSave, Saved, load, move, remove, save

RETIRED = "retired"
"""The folder below `quizzes` whose banks are kept, and seen by no learner."""

_SLUG = re.compile(r"[a-z0-9][a-z0-9-]{0,59}")
_KEPT_BY_WINDOWS = re.compile(r"con|prn|aux|nul|(com|lpt)[0-9]")

_NEW = f"""\
{MODELINE}
bank: "New bank"
story: {{story}}
questions:
  - id: {{name}}-1
    kind: truefalse
    ask: "Write a statement that the articles support, exclude or leave open."
    answer: not stated
    status: draft
"""


def bank_path(folder: Path, name: str) -> Path:
    """The file of a bank.

    Raises: CannotSave: if no bank may be called that.
    """
    if not _SLUG.fullmatch(name):
        raise CannotSave(
            "A bank's name has small letters, digits and hyphens, for example who-said-it."
        )
    if name == RETIRED or _KEPT_BY_WINDOWS.fullmatch(name):
        raise CannotSave(f"{name} cannot be a bank's name; choose another.")
    return folder / f"{name}.yaml"


def new_bank(name: str, story: str, title: str = "New bank") -> str:
    """The text of a bank with one draft, to be filled."""
    text = _NEW.format(name=name, story=story)
    return set_value(text, ("bank",), title)


def create(folder: Path, name: str, text: str) -> Saved:
    """A new bank, or one that was deleted and comes back."""
    return save(bank_path(folder, name), text, None)


def copy(folder: Path, name: str, new: str) -> Saved:
    """A bank a second time under another name."""
    return save(bank_path(folder, new), load(bank_path(folder, name)).text, None)


def rename(folder: Path, name: str, new: str) -> None:
    """Another name for a bank."""
    move(bank_path(folder, name), bank_path(folder, new))


def retire(folder: Path, name: str) -> None:
    """Lay a bank aside: nobody can begin it any more, and it can be brought back."""
    move(bank_path(folder, name), bank_path(folder / RETIRED, name))


def bring_back(folder: Path, name: str) -> None:
    """Let a retired bank be taken again."""
    move(bank_path(folder / RETIRED, name), bank_path(folder, name))


def delete(folder: Path, name: str, expected: str, keep: Callable[[str], object]) -> None:
    """Delete a bank; `keep` is first given its text, and `create` with that text undoes it."""
    remove(bank_path(folder, name), expected, keep)
