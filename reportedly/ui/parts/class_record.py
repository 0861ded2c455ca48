"""What a lesson showed: figures, files to keep, what to change in the bank, and deleting it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

import streamlit as st

from reportedly import resources
from reportedly.classroom.hosting import percent
from reportedly.classroom.record import (
    QuestionRecord,
    answers_table,
    questions_table,
    record,
)
from reportedly.classroom.sureness import SureRow, sure_and_wrong
from reportedly.files.editing import signing
from reportedly.files.editing.sheet import CannotEdit
from reportedly.files.exporting import CSV_TYPE, WORKBOOK_TYPE, as_csv, as_workbook
from reportedly.files.saving import CannotSave
from reportedly.quiz.card import CERTAINTIES
from reportedly.quiz.privacy.withholding import WITHHELD
from reportedly.store import seating, voting
from reportedly.store.lessons import Kept
from reportedly.story.plain import plain
from reportedly.ui import printing
from reportedly.ui.banks import bank_work
from reportedly.ui.instructor import Instructor
from reportedly.ui.parts import notices


def render(kept: Kept, who: Instructor) -> None:
    """Draws the record as the rows say now."""
    lessons = resources.lessons()
    edition = lessons.edition(kept.edition)
    votes = voting.votes(lessons, kept.id)
    records = record(kept.lesson, edition, votes)
    st.header("What the lesson showed")
    st.caption(
        f"{kept.lesson.plan.title}, begun {kept.begun_at:%d %B %Y, %H:%M} UTC by {kept.host}. "
        f"The questions are kept as they were then (version {kept.edition[:8]})."
    )
    if not votes:
        st.write("Nobody has answered yet.")
    else:
        _figures(records)
        seats = seating.all_seats(lessons, kept.id)
        questions = questions_table(records)
        answers = answers_table(kept.lesson, edition, seats, votes)
        with st.container(horizontal=True):
            st.download_button(
                "Questions (CSV)", as_csv(questions), f"class-{kept.code}-questions.csv", CSV_TYPE
            )
            st.download_button(
                "Answers (CSV)", as_csv(answers), f"class-{kept.code}-answers.csv", CSV_TYPE
            )
            st.download_button(
                "Both (Excel)",
                as_workbook({"Questions": questions, "Answers": answers}),
                f"class-{kept.code}.xlsx",
                WORKBOOK_TYPE,
            )
        printing.link(f"/print/lesson/{kept.code}", "Print what it showed, without names")
    _voided(kept, records, who)
    _deleting(kept)


def _figures(records: Sequence[QuestionRecord]) -> None:
    st.dataframe(
        [
            {
                "Question": plain(each.ask),
                "Answered": each.answered,
                "Right, first vote %": percent(each.rounds[0].right) if each.rounds else None,
                "Right, last vote %": percent(each.rounds[-1].right) if each.rounds else None,
                "Sure and wrong": _sure_and_wrong(each),
                "Discrimination": each.discrimination,
                "Remark": _remark(each),
            }
            for each in records
        ],
        hide_index=True,
        placeholder="",
    )
    for each in records:
        if each.rounds:
            with st.expander(each.ask):
                for number, counted in enumerate(each.rounds, start=1):
                    st.write(f"**Vote {number}**, {counted.answered} answers")
                    st.dataframe(
                        [
                            {"Answer": plain(b.text), "Right": b.is_right, "Chosen": b.count}
                            for b in counted.bars
                        ],
                        hide_index=True,
                    )
                    _sureness(each.sureness[number - 1])
                for flow in each.flows:
                    st.write(f"{flow.count}: {flow.before} → {flow.after}")


def _sure_and_wrong(each: QuestionRecord) -> str:
    rows = each.sureness[-1] if each.sureness else ()
    count = sure_and_wrong(rows)
    if count is None:
        return WITHHELD if rows else ""
    return str(count)


def _sureness(rows: Sequence[SureRow]) -> None:
    if not rows:
        return
    st.dataframe(
        [
            {
                "How sure": CERTAINTIES[row.certainty],
                "Right": WITHHELD if row.right is None else str(row.right),
                "Not right": WITHHELD if row.not_right is None else str(row.not_right),
            }
            for row in rows
        ],
        hide_index=True,
    )
    st.caption("Withheld is what would tell of fewer than five learners.")


def _remark(each: QuestionRecord) -> str:
    remarks = ["does not count"] if each.voided else []
    return "; ".join(remarks + ([] if each.is_firm else ["few learners: unstable"]))


def _voided(kept: Kept, records: Sequence[QuestionRecord], who: Instructor) -> None:
    """Offers to take a question that did not count in class out of the bank."""
    for each in (one for one in records if one.voided):
        with st.container(border=True):
            st.write(f"You took this question out of the count: {each.ask}")
            try:
                text = bank_work.load(kept.bank).text
                changed = _as_draft(kept.bank, text, each.id)
            except (CannotSave, CannotEdit) as fault:
                st.write(str(fault))
                continue
            if changed is None:
                st.write("In the bank it is a draft, or gone, already.")
                continue
            st.write("This would make it a draft in the bank, so that nobody gets it any more:")
            st.code(bank_work.difference(text, changed), language="diff")
            if st.button("Make it a draft in the bank", key=f"draft-{each.id}"):
                try:
                    bank_work.edit(kept.bank, partial(_drafted, kept.bank, each.id), who)
                except (CannotSave, CannotEdit) as fault:
                    st.error(str(fault))
                else:
                    notices.finish("The question is a draft now.")


def _drafted(bank: str, question: str, text: str) -> str:
    return _as_draft(bank, text, question) or text


def _as_draft(name: str, text: str, question: str) -> str | None:
    """The bank's text with a question made a draft; None if it is one, or is not there."""
    bank = bank_work.read(name, text).bank
    found = next((one for one in bank.questions if one.id == question), None) if bank else None
    if bank is None or found is None or bank.standing(found).status == "draft":
        return None
    return signing.set_back(text, bank, question)


def _deleting(kept: Kept) -> None:
    days = resources.settings().retention_days
    st.subheader("Delete")
    st.write(
        f"The lesson, with names and answers, deletes itself {days} days after its last answer."
    )
    sure = st.checkbox("Delete it now, for good", key=f"sure-{kept.code}")
    if st.button("Delete the lesson", disabled=not sure, key=f"delete-{kept.code}"):
        resources.lessons().delete(kept.id)
        st.query_params.clear()
        notices.finish("The lesson is deleted.")
