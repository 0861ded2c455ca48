"""The questions of a bank in a list, a page at a time."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial

import streamlit as st

from reportedly import resources
from reportedly.files.banks.bank_file import BankReading
from reportedly.files.reading.reports import Report
from reportedly.files.saving import Saved
from reportedly.files.shelf.shelf import content_of
from reportedly.quiz.bank import Bank
from reportedly.quiz.kinds import AnyQuestion
from reportedly.ui.banks import (
    bank_work,
    publishing,
    question_row,
    question_work,
    row_keys,
    weak_questions,
)
from reportedly.ui.banks.question_row import Row
from reportedly.ui.banks.question_work import Undo
from reportedly.ui.banks.weak_questions import Looked
from reportedly.ui.form import starting
from reportedly.ui.instructor import Instructor
from reportedly.ui.parts import notices
from reportedly.ui.parts.counting import counted

PAGE = 50
"""So many rows a browser draws at once without a pause."""

_SHOWN = {
    "all": "All questions",
    "drafts": "Drafts to review",
    "warnings": "With warnings",
    "weak": "Weak by the answers",
}


def render(name: str, on_disk: Saved, who: Instructor) -> None:
    """Draws all questions of a bank; of one that cannot be opened, why."""
    reading = bank_work.read_saved(name, on_disk)
    bank = reading.bank
    if bank is None:
        st.write("The bank cannot be opened. Mend its text, then its questions stand here.")
        notices.faults(reading.faults)
        return
    story = resources.shelf().stories[bank.story]
    with st.container(horizontal=True):
        starting.render(name, story, len(bank.questions), who)
        _way_back(name, on_disk)
    rows = _rows(name, on_disk, bank, reading)
    found = _found(name, rows)
    if not found:
        st.write("No question is like that. Show all, or look for other words.")
        return
    shown = _page(name, found)
    if len(rows) > 1:
        st.html(
            '<p class="fine">With the keyboard: on any button of a question, '
            "<kbd>Alt</kbd> + <kbd>↑</kbd> or <kbd>Alt</kbd> + <kbd>↓</kbd> moves the question.</p>"
        )
    for row in shown:
        question_row.show(name, bank, row, is_last=row.index == len(rows) - 1)
    row_keys.show({row.question.id: row.index + 1 for row in shown})


def _way_back(name: str, on_disk: Saved) -> None:
    undo = question_work.way_back(name, on_disk)
    if undo is None:
        return
    st.button(
        "Undo this change",
        key="undo-change",
        icon=":material/undo:",
        on_click=_take_back,
        args=(undo,),
    )


def _take_back(undo: Undo) -> None:
    said = "Undone. What was undone is among the earlier versions."
    question_work.act(said, partial(question_work.take_back, undo))


def _rows(name: str, on_disk: Saved, bank: Bank, reading: BankReading) -> list[Row]:
    reports: dict[str, list[Report]] = {}
    for report in reading.faults:
        reports.setdefault(report.question, []).append(report)
    looked = _looked(name, on_disk)
    return [
        Row(
            index=index,
            question=question,
            stands=publishing.word(bank.standing(question)),
            reports=tuple(_reports_of(question, index, reports)),
            looked=looked.get(question.id),
        )
        for index, question in enumerate(bank.questions)
    ]


def _reports_of(
    question: AnyQuestion, index: int, reports: Mapping[str, list[Report]]
) -> Sequence[Report]:
    # Reports name a question by its id, cut where it is long, or by its number if it has none.
    if not reports:
        return ()
    named = reports.get(question.id) or reports.get(f"question {index + 1}")
    if named is None and len(question.id) > 40:
        named = next((r for q, r in reports.items() if q[:37] == question.id[:37]), None)
    return named or ()


def _looked(name: str, on_disk: Saved) -> Mapping[str, Looked]:
    shelved = resources.shelf().banks.get(name)
    if shelved is None or shelved.content != content_of(on_disk.text):
        return {}
    return weak_questions.look(shelved, resources.answers().counts())


# --- what of them is shown ------------------------------------------------------------------------


def _found(name: str, rows: list[Row]) -> list[Row]:
    kept: dict[str, Callable[[Row], object]] = {
        "all": lambda row: True,
        "drafts": lambda row: row.stands,
        "warnings": lambda row: row.reports,
        "weak": lambda row: row.looked and row.looked.weaknesses,
    }
    chosen = {key: [row for row in rows if keep(row)] for key, keep in kept.items()}
    asked = st.query_params.get("show", "all")
    offered = [key for key in _SHOWN if chosen[key] or key in ("all", asked)]
    with st.container(horizontal=True, vertical_alignment="bottom", key="question-filter"):
        show = st.selectbox(
            "Show",
            offered,
            index=offered.index(asked) if asked in offered else 0,
            format_func=lambda key: f"{_SHOWN[key]} ({len(chosen[key]):,})",
            key=f"show-{name}",
            width=280,
        )
        words = st.text_input(
            "Find", key=f"find-{name}", placeholder="words, an id or a number", width=280
        )
    return _with_words(chosen[show], words.casefold().split())


def _with_words(rows: list[Row], words: list[str]) -> list[Row]:
    if not words:
        return rows
    if len(words) == 1 and words[0].isdecimal():
        numbered = [row for row in rows if row.index + 1 == int(words[0])]
        if numbered:
            return numbered
    return [row for row in rows if all(word in _text_of(row.question) for word in words)]


def _text_of(question: AnyQuestion) -> str:
    return " ".join((question.id, question.ask, *question.texts())).casefold()


def _page(name: str, rows: list[Row]) -> list[Row]:
    """Those of one page; the page follows a question that was moved over its end."""
    pages = [rows[first : first + PAGE] for first in range(0, len(rows), PAGE)]
    followed = row_keys.take_up()
    if len(pages) == 1:
        return pages[0]
    key = f"page-{name}"
    at = next(
        (n for n, page in enumerate(pages) for row in page if row.question.id == followed), None
    )
    if at is not None:
        st.session_state[key] = at
    number = min(st.session_state.get(key, 0), len(pages) - 1)

    def turn(to: int) -> None:
        st.session_state[key] = to

    with st.container(horizontal=True, vertical_alignment="bottom", key="question-pages"):
        st.button(
            f"Previous {PAGE}", key="page-before", disabled=number == 0,
            on_click=turn, args=(number - 1,),
        )  # fmt: skip
        st.session_state[key] = number
        st.selectbox(
            "Page",
            range(len(pages)),
            key=key,
            format_func=lambda n: f"{pages[n][0].index + 1:,} to {pages[n][-1].index + 1:,}",
            label_visibility="collapsed",
            width=200,
        )
        st.button(
            f"Next {PAGE}", key="page-after", disabled=number == len(pages) - 1,
            on_click=turn, args=(number + 1,),
        )  # fmt: skip
    st.html(f'<p class="fine">{counted(len(rows), "question")}, {PAGE} on a page</p>')
    return pages[number]
