"""Who stands for a question, and the buttons that sign it, take a name back, or lay it aside."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from html import escape

import streamlit as st

from reportedly.files.editing import signing
from reportedly.files.editing.sheet import CannotEdit
from reportedly.files.saving import CannotSave
from reportedly.quiz.bank import Bank
from reportedly.quiz.kinds import AnyQuestion
from reportedly.quiz.publishing.signature import Signature, folded, wording
from reportedly.quiz.publishing.standing import Standing
from reportedly.ui.banks import bank_work
from reportedly.ui.instructor import Instructor
from reportedly.ui.parts import notices

Change = Callable[[str, Bank], str]


def word(stands: Standing) -> str:
    """A word for a list of questions; "" for one that learners see."""
    if stands.is_shown:
        return ""
    if stands.lapsed and stands.status == "ready":
        return "changed since it was signed"
    return "draft" if stands.status == "draft" else "not signed"


def render(name: str, bank: Bank, question: AnyQuestion, who: Instructor) -> None:
    """Draws where a question stands, in words, and what this instructor may do about it."""
    stands = bank.standing(question)
    st.html(f"<p>{'<br>'.join(_lines(bank.sensitive_for(question), stands))}</p>")
    stamp = wording(question)
    mine = [s for s in question.reviewed if folded(s.by) == folded(who.name)]
    with st.container(horizontal=True):
        if not any(s.says_the_same(stamp) and s not in stands.lapsed for s in mine):
            _button(
                "Sign as ready" if not stands.is_shown else "Sign",
                ":material/signature:",
                "Signed",
                question,
                lambda: _sign(name, question.id, stamp, who),
            )
        if mine:
            _button(
                "Withdraw my signature",
                ":material/ink_eraser:",
                "Signature withdrawn",
                question,
                lambda: _change(
                    name, who, lambda t, b: signing.withdraw(t, b, question.id, who.name)
                ),
            )
        if stands.status != "draft":
            _button(
                "Set back to draft",
                ":material/visibility_off:",
                "Set back to draft",
                question,
                lambda: _change(name, who, lambda t, b: signing.set_back(t, b, question.id)),
            )


def _lines(tags: Sequence[str], stands: Standing) -> list[str]:
    """Where it stands, as HTML."""
    lines = []
    if stands.is_shown:
        lines.append(_READY if stands.signed else _UNSIGNED)
    else:
        count = f"{len(stands.signed)} of {stands.needed} signatures"
        lines.append(
            f"<strong>{word(stands).capitalize()}</strong>: learners do not see it · {count}"
        )
    if stands.needed > 1 and not stands.is_shown:
        why = ", ".join(tags)
        lines.append(f"It is tagged {why}, so two different people have to sign.")
    if stands.signed:
        lines.append(f"Signed by {_names(stands.signed)}.")
    if stands.lapsed:
        lines.append(
            f"The question, or what is right, was changed after {_names(stands.lapsed)} signed it."
        )
    if stands.reworded:
        lines.append(
            f"A reason or the evidence was changed after {_names(stands.reworded)} signed it."
        )
    return lines


_READY = "<strong>Ready</strong>: learners see it."
_UNSIGNED = f"{_READY} The file gives it no status, and nobody has signed it."


def _names(signatures: tuple[Signature, ...]) -> str:
    return ", ".join(f"{escape(s.by)} ({s.date.day} {s.date:%B %Y})" for s in signatures)


def _button(
    label: str, icon: str, done: str, question: AnyQuestion, work: Callable[[], str]
) -> None:
    if st.button(label, icon=icon, key=f"{label}-{question.id}"):
        try:
            told = work()
        except (CannotSave, CannotEdit) as fault:
            st.error(str(fault))
        else:
            notices.finish(f"{done}: {question.id}. {told} The earlier version is kept.")


def _sign(name: str, question_id: str, seen: str, who: Instructor) -> str:
    today = datetime.now(UTC).date()
    return _change(
        name, who, lambda t, b: signing.sign(t, b, question_id, seen, who.name, today), question_id
    )


def _change(name: str, who: Instructor, change: Change, tell_about: str = "") -> str:
    """Changes the file. Returns: what has come of it, where that is not plain."""
    told = ""

    def changed(text: str) -> str:
        nonlocal told
        bank = bank_work.read(name, text).bank
        if bank is None:
            raise CannotSave("The bank cannot be opened any more. Mend its text first.")
        text = change(text, bank)
        after = bank_work.read(name, text).bank
        found = [q for q in after.questions if q.id == tell_about] if after else []
        if after and found:
            stands = after.standing(found[0])
            told = (
                "Learners see it."
                if stands.is_shown
                else f"{len(stands.signed)} of {stands.needed} signatures; "
                "somebody else has to sign it as well."
            )
        return text

    bank_work.edit(name, changed, who)
    return told
