"""Two lessons of one bank beside each other."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

import streamlit as st

from reportedly.files.markdown import to_html
from reportedly.quiz.comparing import changes
from reportedly.quiz.edition import Edition
from reportedly.reports.classes.side_by_side import Compared, Comparison, Lesson, compare
from reportedly.reports.frame import first_answers
from reportedly.reports.intervals import Estimate
from reportedly.store.lessons import Kept
from reportedly.ui.classes import charts
from reportedly.ui.classes.choosing import called
from reportedly.ui.classes.gathering import Gathered, gather


def draw(kept: Kept, lessons: Sequence[Kept]) -> None:
    """Draws the choice of another lesson of the same bank, and both beside each other."""
    others = {k.code: k for k in lessons if k.bank == kept.bank and k.id != kept.id}
    st.subheader("Beside another lesson")
    if not others:
        st.html('<p class="fine">There is no other lesson of this bank to compare with.</p>')
        return
    code = st.selectbox(
        "Compare with",
        list(others),
        index=None,
        format_func=lambda code: called(others[code]),
        placeholder="Choose a lesson of the same bank",
        key="report-other",
    )
    if code is None:
        return
    both = sorted((kept, others[code]), key=lambda one: (one.begun_at, one.id))
    gathered = [gather([one]) for one in both]
    if unread := [one for g in gathered for one in g.unreadable]:
        st.write(f"The questions of {called(unread[0])} cannot be read, so there is no comparison.")
        return
    earlier, later = (_lesson(g) for g in gathered)
    found = compare(earlier, later)
    st.html(_table(found, both))
    st.html(f'<p class="fine">{_in_words(found)}</p>')
    _changed(found, earlier.edition, later.edition)


def _lesson(gathered: Gathered) -> Lesson:
    (kept,) = gathered.lessons
    edition = gathered.editions[kept.edition]
    rows = first_answers(gathered.marked.rows)
    rows = rows[rows["share"].notna()]
    shares = {
        str(id): values["share"].tolist() for id, values in rows.groupby("question", observed=True)
    }
    lesson = kept.lesson
    return Lesson(edition, tuple(q for q in lesson.asked if q not in lesson.voided), shares)


def _table(found: Comparison, both: Sequence[Kept]) -> str:
    first, second = (f"{kept.begun_at:%d %B %Y} ({kept.code})" for kept in both)
    rows = ""
    if found.difference is not None:
        rows = _row(
            f"<strong>All {len(found.same)} that can be compared</strong>",
            found.earlier, found.later, charts.points(found.difference),
        )  # fmt: skip
    rows += "".join(
        _row(to_html(one.ask), one.earlier, one.later, _difference(one), one.answers)
        for one in found.questions
    )
    return (
        '<div class="wide-table" tabindex="0" role="region" aria-label="Two lessons">'
        '<table class="chart figures"><caption>Share right in first answers</caption><thead><tr>'
        f'<th scope="col">Question</th><th scope="col">{first}</th><th scope="col">{second}</th>'
        '<th scope="col">Change in points</th></tr></thead>'
        f"<tbody>{rows}</tbody></table></div>"
    )


def _row(
    name: str,
    earlier: Estimate | None,
    later: Estimate | None,
    difference: str,
    answers: tuple[int, int] | None = None,
) -> str:
    cells = ""
    for place, right in enumerate((earlier, later)):
        many = f'<br><span class="fine">{answers[place]:,} answers</span>' if answers else ""
        words = (
            '<span class="fine">fewer than 5</span>' if right is None else charts.percents(right)
        )
        cells += f"<td>{words}{many if right is not None else ''}</td>"
    return f'<tr><th scope="row">{name}</th>{cells}<td>{difference}</td></tr>'


def _difference(one: Compared) -> str:
    if one.changed:
        return "<strong>Changed between the two: not compared</strong>"
    if not one.in_both:
        return "asked in one of the two only"
    return "too few answers" if one.difference is None else charts.points(one.difference)


def _in_words(found: Comparison) -> str:
    if found.difference is None:
        return "No question was asked alike in both lessons and answered by 5 learners in each."
    if found.difference.is_above_zero:
        says = "The later class got more right"
    elif found.difference.is_below_zero:
        says = "The later class got less right"
    else:
        says = "A difference between the two classes cannot be shown"
    return (
        f"{says}, over the questions that were the same in both, each counting alike. "
        "Different learners sat in the two, so this is no measure of what anybody learned."
    )


def _changed(found: Comparison, earlier: Edition, later: Edition) -> None:
    """What was changed, for the questions that are not compared."""
    flagged = {one.question for one in found.questions if one.changed}
    if not flagged:
        return
    with st.expander(f"What was changed ({len(flagged)})"):
        for change in changes(earlier.bank, later.bank):
            if change.question in flagged:
                lines = "".join(f"<li>{escape(field.text)}</li>" for field in change.fields)
                ask = to_html(later.question(change.question).ask)
                st.html(f"<p><strong>{ask}</strong></p><ul>{lines}</ul>")
