"""What an instructor decides about a generated draft, with a key for each, and the way back."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime
from functools import partial
from typing import NamedTuple

import streamlit as st

from reportedly.authoring.to_review import has_signed, to_write
from reportedly.files.editing import signing
from reportedly.files.editing.values import add_field, set_value
from reportedly.files.saving import CannotSave
from reportedly.files.shelf.shelf import ShelvedBank
from reportedly.quiz.bank import Bank
from reportedly.quiz.kinds import AnyQuestion
from reportedly.quiz.publishing.signature import wording
from reportedly.ui import navigation
from reportedly.ui.banks import bank_work, question_work
from reportedly.ui.banks.question_work import Undo
from reportedly.ui.instructor import Instructor
from reportedly.ui.parts import notices


class At(NamedTuple):
    """Where a draft stands: its bank and its id."""

    bank: str
    id: str


_PLACE = "review_place"
"""The draft that is looked at, and how many stand before it: (At, number)."""

_LAST = "review_last"
"""The draft that was decided on last, to come back to with an undo."""


def is_unfinished(question: AnyQuestion) -> bool:
    """Whether a person has to write something before a draft can be accepted."""
    return to_write(question) != ""


def place_in(places: Sequence[At]) -> int:
    """The place of the draft that is looked at.

    Once it is decided on, that of the one which came after it.
    """
    at, before = st.session_state.get(_PLACE, (None, 0))
    if at in places:
        n = places.index(at)
    else:
        is_of_these = at is not None and any(place.bank == at.bank for place in places)
        n = min(before, len(places) - 1) if is_of_these else 0
    st.session_state[_PLACE] = (places[n], n)
    return n


def render(
    places: Sequence[At], n: int, shelved: ShelvedBank, question: AnyQuestion, who: Instructor
) -> None:
    """Draws how far one is, and a button for each thing that can be done with the draft."""
    at, bank = places[n], shelved.bank
    st.html(
        f'<p role="status" class="draft-place"><strong>{n + 1:,} of {len(places):,}</strong> · '
        f"<code>{notices.escape(at.id)}</code></p>"
    )
    left = to_write(question)
    with st.container(horizontal=True, key="review-decide"):
        st.button(
            "Accept",
            key=f"accept-{at.bank}-{at.id}",
            type="primary",
            icon=":material/check:",
            shortcut="a",
            disabled=left != "",
            on_click=_accept,
            args=(at, wording(question)),
        )
        if st.button("Edit", key=f"edit-{at.bank}-{at.id}", icon=":material/edit:", shortcut="e"):
            navigation.go("question", bank=at.bank, id=at.id)
        st.button(
            "Drop",
            key=f"drop-{at.bank}-{at.id}",
            icon=":material/delete:",
            shortcut="d",
            on_click=_drop,
            args=(at,),
        )
        _go_button("Back", "p", places, n - 1)
        _go_button("Next", "n", places, n + 1)
        undo_button()
    st.caption("Keys: a accept, e edit, d drop; n, p the next draft and the one before; u undo.")
    if left:
        st.warning(
            f"It cannot be accepted yet, for it needs a person: {left.rstrip('.')}. Press *Edit* "
            "and do that first.",
            icon=":material/edit:",
        )
    elif bank.sensitive_for(question):
        _two(bank, question)


def _two(bank: Bank, question: AnyQuestion) -> None:
    stands = bank.standing(question)
    names = ", ".join(signature.by for signature in stands.signed)
    told = f" {names} has signed it already." if names else ""
    st.info(
        f"It is tagged {', '.join(bank.sensitive_for(question))}, so two different people have to "
        f"accept it before learners see it.{told}"
    )


def _go_button(label: str, key: str, places: Sequence[At], n: int) -> None:
    there = 0 <= n < len(places)
    st.button(
        label,
        key=f"review-{label}",
        shortcut=key,
        disabled=not there,
        on_click=_go,
        args=(places[n], n) if there else None,
    )


def _go(at: At, n: int) -> None:
    st.session_state[_PLACE] = (at, n)


def undo_button() -> None:
    """Draws the way back from the last step, as long as nobody has changed the bank since."""
    undo = _way_back()
    if undo is not None:
        st.button(
            "Undo the last step",
            key="review-undo",
            icon=":material/undo:",
            shortcut="u",
            on_click=_take_back,
            args=(undo,),
        )


def _way_back() -> Undo | None:
    last: At | None = st.session_state.get(_LAST)
    if last is None:
        return None
    try:
        return question_work.way_back(last.bank, bank_work.load(last.bank))
    except CannotSave:
        return None  # the bank is gone, and so is the way back


def _take_back(undo: Undo) -> None:
    if question_work.act(
        "The last step is taken back.", partial(question_work.take_back, undo)
    ) and (last := st.session_state.pop(_LAST, None)):
        st.session_state[_PLACE] = (last, 0)


# --- decisions: called before the page is drawn --------------------------------------------------


def _accept(at: At, seen: str) -> None:
    """Signs the draft, in the wording that was shown, with the name of the instructor."""
    today = datetime.now(UTC).date()

    def work(who: Instructor) -> None:
        def sign(text: str, bank: Bank, index: int) -> str:
            return signing.sign(text, bank, at.id, seen, who.name, today)

        found = _found(at)
        # A second click on the same button has nothing left to do.
        if found is None or not has_signed(*found, who.name):
            question_work.change(at.bank, at.id, sign, who)
            st.session_state[_LAST] = at

    if question_work.act("", work):
        notices.say(f"Accepted: {at.id}. {_come_of(at)}")


def _drop(at: At) -> None:
    """Takes the draft out; it stays out when drafts are drawn again."""

    def work(who: Instructor) -> None:
        question_work.change(at.bank, at.id, dropped, who)
        st.session_state[_LAST] = at

    question_work.act(f"Dropped: {at.id}. It stays out when questions are drafted again.", work)


def dropped(text: str, bank: Bank, index: int) -> str:
    """The bank without a draft, whose id stays in the list of all that were ever made.

    Raises: CannotEdit: if it is the only question.
    """
    gone = bank.questions[index].id
    text = question_work.remove(text, bank, index)
    if gone in bank.drafted:
        return text
    ever = [*bank.drafted, gone]
    if bank.drafted:
        return set_value(text, ("drafted",), ever)
    return add_field(text, (), "drafted", ever)


def _found(at: At) -> tuple[Bank, AnyQuestion] | None:
    bank = bank_work.read_saved(at.bank, bank_work.load(at.bank)).bank
    found = [question for question in bank.questions if question.id == at.id] if bank else []
    return (bank, found[0]) if bank and found else None


def _come_of(at: At) -> str:
    found = _found(at)
    if found is None:
        return ""
    stands = found[0].standing(found[1])
    if stands.is_shown:
        return "Learners see it."
    return (
        f"{len(stands.signed)} of {stands.needed} signatures; learners do not see it until "
        "somebody else accepts it as well."
    )
