"""Banks read for their authors: with what is weak in the questions, besides what is wrong."""

from __future__ import annotations

from pathlib import Path

from reportedly.authoring.linting.running import weak_spots, weak_spots_of_questions
from reportedly.files.banks.bank_file import BankReading, Looks, Stories, read_and_look

_EVERYTHING = Looks(weak_spots, weak_spots_of_questions)
_EACH_QUESTION = Looks(weak_spots_of_questions, weak_spots_of_questions)


def check_bank(
    bank: Path | str, *, name: str | None = None, stories: Stories | None = None
) -> BankReading:
    """The bank as `read_bank` gives it, with a warning for everything that is weak in it.

    What only shows when the whole bank is read is left out while something in it is wrong.
    """
    return read_and_look(bank, name, stories, _EVERYTHING)


def check_questions(
    text: str, *, name: str | None = None, stories: Stories | None = None
) -> BankReading:
    """The same for a text from which some of a bank's questions have been left out."""
    return read_and_look(text, name, stories, _EACH_QUESTION)
