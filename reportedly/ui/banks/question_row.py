"""A question in the list of its bank: what is known of it, and what can be done with it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import Any, Literal

import streamlit as st

from reportedly import resources
from reportedly.files.reading.lookup import short
from reportedly.files.reading.reports import Report
from reportedly.quiz.bank import Bank
from reportedly.quiz.edition import Edition
from reportedly.quiz.kinds import AnyQuestion
from reportedly.reports.wording import in_words
from reportedly.story.plain import plain
from reportedly.ui import instructor, navigation
from reportedly.ui.banks import bank_work, publishing, question_work, row_keys
from reportedly.ui.banks.question_work import Change
from reportedly.ui.banks.weak_questions import Looked
from reportedly.ui.parts import preview
from reportedly.ui.parts.notices import escape

KINDS = {
    "single": "One answer",
    "multiple": "Several answers",
    "truefalse": "True, false or not stated",
    "match": "Matching",
    "order": "Putting in order",
    "number": "A number",
    "classify": "Sorting",
    "highlight": "Marking words",
    "cloze": "Filling gaps",
    "short": "A word or two",
    "open": "In own words",
}
"""What the kinds are called in a list."""

_LONGEST = 160
"""Characters of a question that a row shows."""


@dataclass(frozen=True)
class Row:
    """A question with what is known of it.

    Attributes:
        index: Its place in the bank, from 0.
        stands: Why learners do not see it, in a word or two; "" if they do.
        looked: What the answers to it show, if there are enough.
    """

    index: int
    question: AnyQuestion
    stands: str
    reports: tuple[Report, ...]
    looked: Looked | None


def show(name: str, bank: Bank, row: Row, *, is_last: bool) -> None:
    """Draws a row; the question itself only when somebody wants to see it."""
    id = row.question.id
    with st.container(border=True, key=f"question-row-{id}"):
        st.html(_head(row))
        with st.container(horizontal=True, vertical_alignment="center"):
            if st.button("Edit", key=f"edit-{id}", icon=":material/edit:"):
                navigation.go("question", bank=name, id=id)
            _step_button(name, row, "Move up", -1, off=row.index == 0)
            _step_button(name, row, "Move down", 1, off=is_last)
            if st.button("More", key=f"more-{id}", icon=":material/more_horiz:"):
                st.dialog(f"Question {row.index + 1}: {short(plain(row.question.ask), 60)}")(_more)(
                    name, id
                )
            opened = st.toggle("Try it out", key=f"try-{id}")
        if opened:
            _preview(bank, row.question)


def _head(row: Row) -> str:
    question = row.question
    draft = f' · <strong class="draft">{row.stands.capitalize()}</strong>' if row.stands else ""
    kind = KINDS.get(question.kind, question.kind)
    said = [
        f"<li>Line {r.line}: {escape(r.message)}{escape(r.help and f'; {r.help}')}.</li>"
        for r in row.reports
    ]
    figures = ""
    if row.looked is not None:
        figures = f'<p class="fine">{escape(in_words(row.looked.figures))}</p>'
        said += [
            f"<li><strong>{escape(one.says)}</strong> {escape(one.change)}</li>"
            for one in row.looked.weaknesses
        ]
    listed = f'<ul class="says">{"".join(said)}</ul>' if said else ""
    return (
        f'<div class="row"><p class="facts" data-number="{row.index + 1}">'
        f"<strong>{row.index + 1:,}</strong> · {escape(kind)}{draft} · "
        f"<code>{escape(question.id)}</code></p>"
        f"<p>{escape(short(plain(question.ask), _LONGEST))}</p>{figures}{listed}</div>"
    )


def _step_button(name: str, row: Row, label: str, distance: int, *, off: bool) -> None:
    st.button(
        label,
        key=f"{'up' if distance < 0 else 'down'}-{row.question.id}",
        icon=":material/arrow_upward:" if distance < 0 else ":material/arrow_downward:",
        disabled=off,
        on_click=_move,
        args=(name, row.question.id, distance),
    )


def _move(name: str, id: str, distance: int) -> None:
    way: Literal["up", "down"] = "up" if distance < 0 else "down"
    said = f"{id} is moved {way}. The earlier version is kept."
    step = question_work.step(distance)
    question_work.act(said, partial(question_work.change, name, id, step))
    row_keys.moved(id, way)  # also when it stays where it is: the browser waits for it


def _more(name: str, id: str) -> None:
    who = instructor.require()  # a dialog draws itself anew without the page around it
    bank = bank_work.read_saved(name, bank_work.load(name)).bank
    question = next((one for one in bank.questions if one.id == id), None) if bank else None
    if bank is None or question is None:
        st.write("This question is not in the bank any more.")
        return

    def button(label: str, icon: str, said: str, how: Change, **options: Any) -> None:
        if st.button(label, icon=f":material/{icon}:", key=f"{label}-{id}", **options):
            work = partial(question_work.change, name, id, how)
            _and_close(lambda: question_work.act(said, work))

    st.html(f'<p class="fine"><code>{escape(id)}</code> in <code>{escape(name)}.yaml</code></p>')
    publishing.render(name, bank, question, who)
    with st.container(horizontal=True):
        copied = (
            f"{id} stands there twice now, the second time as {question_work.free_id(bank, id)}."
        )
        button("Duplicate", "content_copy", copied, question_work.duplicate)
        button(
            "Remove",
            "delete",
            f"{id} is removed. The earlier version is kept.",
            question_work.remove,
            disabled=len(bank.questions) == 1,
        )
    _other_bank(name, bank, id)


def _other_bank(name: str, bank: Bank, id: str) -> None:
    others = question_work.targets(name, bank)
    if not others:
        st.html('<p class="fine">There is no other bank about this story to move it to.</p>')
        return
    banks = resources.shelf().banks
    with st.form(f"move-{id}", border=False):
        target = st.selectbox(
            "Another bank about the same story",
            others,
            format_func=lambda other: f"{banks[other].bank.bank} ({other}.yaml)",
            key=f"target-{id}",
        )
        wants = st.form_submit_button("Move to that bank", key=f"move-to-{id}")
    if wants and target:
        said = f"{id} is moved to the end of {target}.yaml. Earlier versions of both are kept."
        work = partial(question_work.move_to, target, name, id)
        _and_close(lambda: question_work.act(said, work))


def _and_close(work: Callable[[], object]) -> None:
    """Does something from a dialog; the page that is then drawn says how it went."""
    work()
    st.rerun()


def _preview(bank: Bank, question: AnyQuestion) -> None:
    edition = Edition.of(bank, resources.shelf().stories[bank.story])
    key = f"preview-{question.id}"

    def answered(message: dict[str, Any]) -> None:
        st.session_state[f"{key}-response"] = message.get("response")

    preview.show(edition, question, st.session_state.get(f"{key}-response"), key, answered)
