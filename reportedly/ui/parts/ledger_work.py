"""What an instructor does to a story's ledger, each step checked, kept as a version, undoable."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

from reportedly import resources
from reportedly.files import saving
from reportedly.files.editing.claims import claims_of, with_claims
from reportedly.files.saving import CannotSave, ChangedMeanwhile, Saved
from reportedly.files.stories.story_file import read_story
from reportedly.ui.instructor import Instructor
from reportedly.ui.parts import preview

Claims = Sequence[Mapping[str, Any]]

_TRIES = 3
"""How often a step is taken anew on a file that others are saving too."""


def path(story: str) -> Path:
    """Where a story's ledger is."""
    return resources.settings().root / "content" / story / "claims.yaml"


def load(story: str) -> Saved:
    """A ledger's text as it is on disk. Raises: CannotSave: if there is none."""
    return saving.load(path(story))


def change_claims(story: str, change: Callable[[Claims], Claims], who: Instructor) -> None:
    """Changes the claims of a ledger and saves it; refuses what would not open.

    A step names its claims by their ids, so it is taken on whatever others have saved meanwhile.

    Raises: CannotSave, CannotEdit, NoSuchClaim: with a sentence for the page.
    """
    change_text(story, lambda text: with_claims(text, change(claims_of(text))), who)


def change_text(story: str, change: Callable[[str], str], who: Instructor) -> None:
    """Changes the text of a ledger and saves it; refuses what would not open."""
    for left in reversed(range(_TRIES)):
        loaded = load(story)
        try:
            return _save(story, change(loaded.text), loaded, who)
        except ChangedMeanwhile:
            if not left:
                raise


def undo(story: str, before: str, after: str, who: Instructor) -> None:
    """Takes the last step back, unless the ledger was changed since.

    Raises: CannotSave: if it was.
    """
    loaded = load(story)
    if loaded.text != after:
        raise CannotSave(
            "The ledger was changed since, so the step cannot be taken back; change it by hand."
        )
    _save(story, before, loaded, who)


def _save(story: str, text: str, loaded: Saved, who: Instructor) -> None:
    reading = read_story(path(story).parent, name=story, claims_text=text)
    if reading.story is None:
        fault = next(f for f in reading.faults if f.severity == "error")
        raise CannotSave(f"Not saved: {fault.message}; {fault.help}.")
    now, name = preview.now(), f"content/{story}/claims"
    resources.versions().keep(name, loaded.text, "before", now)
    saving.save(path(story), text, loaded.hash)
    resources.versions().keep(name, text, who.name, now)
