"""What an instructor has typed into a question's form and not saved yet; kept for the visit."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import streamlit as st

from reportedly.files.editing.whole_question import question_ids, question_mapping
from reportedly.files.saving import Saved
from reportedly.quiz.edition import Edition
from reportedly.quiz.kinds import AnyQuestion
from reportedly.ui.form.fields import Form, Listing, Plain
from reportedly.ui.form.kinds import FORMS
from reportedly.ui.form.typed import Group, new_part, opened, written

_DRAFTS = "question_drafts"


@dataclass
class Draft:
    """A question as it stands in the form, and what it was made from.

    Attributes:
        loaded: The bank's file, as it was when the form was filled.
        base: The question in that file.
        good: The last of it that could be shown.
        response: What was answered in the preview.
        note: A sentence for the page, said once.
    """

    bank: str
    id: str
    loaded: Saved
    base: Plain
    form: Form
    group: Group
    good: tuple[Edition, AnyQuestion] | None = None
    response: Any = None
    note: str = ""

    @property
    def question(self) -> Plain:
        """The question as its author would write it."""
        return written(self.group, self.form)

    @property
    def is_changed(self) -> bool:
        """Whether something was typed that is not saved."""
        return self.question != self.base

    def key(self, group: Group, *names: str) -> str:
        """The name of a widget, which is another for each group of each draft."""
        return "-".join(("q", str(group.uid), *names))


def index_of(text: str, question_id: str) -> int | None:
    """Where a question stands in a bank; None if it is not there."""
    ids = question_ids(text)
    return ids.index(question_id) if question_id in ids else None


def draft_of(bank: str, question_id: str, on_disk: Saved) -> Draft | None:
    """The form as it was left, or as the file has the question; None if it is in neither.

    Raises: CannotEdit: if the file's shape, or the question's, is nothing for a form.
    """
    drafts = _drafts()
    known = drafts.get((bank, question_id))
    if known is not None:
        return known
    index = index_of(on_disk.text, question_id)
    if index is None:
        return None
    base = question_mapping(on_disk.text, index)
    return fill(bank, question_id, on_disk, base, base)


def fill(bank: str, question_id: str, loaded: Saved, base: Plain, question: Plain) -> Draft | None:
    """The form with a question in it, in the place of what stood there; None for a kind unknown."""
    kind = question.get("kind")
    form = FORMS.get(kind.strip()) if isinstance(kind, str) else None
    if form is None:
        return None
    made = Draft(bank, question_id, loaded, base, form, opened(question, form))
    _drafts()[bank, question_id] = made
    return made


def forget(draft: Draft) -> None:
    """Let go of what was typed."""
    _drafts().pop((draft.bank, draft.id), None)


def unsaved(bank: str) -> list[str]:
    """The ids of the questions of a bank in whose forms something is not saved yet."""
    return [draft.id for draft in _drafts().values() if draft.bank == bank and draft.is_changed]


def _drafts() -> dict[tuple[str, str], Draft]:
    drafts: dict[tuple[str, str], Draft] = st.session_state.setdefault(_DRAFTS, {})
    return drafts


# --- steps, each called when a button is pressed -------------------------------------------------


def add(parts: list[Group], listing: Listing, **values: str) -> None:
    """Add a part at the end."""
    part = new_part(listing)
    part.values |= {(name,): said for name, said in values.items()}
    parts.append(part)


def remove(parts: list[Group], part: Group) -> None:
    """Remove a part."""
    parts.remove(part)


def relabel(draft: Draft, old: str, new: str) -> None:
    """Let statements follow when their label is worded anew."""
    others = [part["label",] for part in draft.group.lists["labels"]]
    if not old or not new or old in others:
        return
    for item in draft.group.lists["items"]:
        if item["label",] == old:
            item.values["label",] = new
        if ("slips", old) in item.values:
            item.values["slips", new] = item.values.pop(("slips", old))


def move(parts: list[Group], old: int, new: int) -> None:
    """Move a part to where it then stands."""
    parts.insert(new, parts.pop(old))
