"""Two lessons of one bank beside each other."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from html import escape

import streamlit as st

from reportedly.files.markdown import to_html
from reportedly.quiz.comparing import changes
from reportedly.quiz.edition import Edition
from reportedly.reports.classes.class_report import ClassReport, class_report
from reportedly.reports.classes.error_rates import ErrorRate
from reportedly.reports.classes.side_by_side import Compared, Comparison, Lesson, compare
from reportedly.reports.frame import first_answers
from reportedly.reports.intervals import Estimate
from reportedly.store.lessons import Kept
from reportedly.ui.reporting import charts
from reportedly.ui.reporting.choosing import called
from reportedly.ui.reporting.gathering import Gathered, gather


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
    _whole(gathered, both, found.same)


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
        '<div class="wide-table of-class" tabindex="0" role="region" aria-label="Two lessons">'
        '<table class="chart figures"><caption>Share right in first answers</caption><thead>'
        f'{_head("Question", both)}<th scope="col">Change in points</th></tr></thead>'
        f"<tbody>{rows}</tbody></table></div>"
    )


def _row(
    name: str,
    earlier: Estimate | None,
    later: Estimate | None,
    difference: str,
    answers: tuple[int, int] | None = None,
) -> str:
    counts = answers or (None, None)
    cells = "".join(
        f"<td>{_share(right, count)}</td>"
        for right, count in zip((earlier, later), counts, strict=True)
    )
    return f'<tr><th scope="row">{name}</th>{cells}<td>{difference}</td></tr>'


def _share(right: Estimate | None, answers: int | None) -> str:
    if right is None:
        words = "no answers" if answers == 0 else "fewer than 5"
        return f'<span class="fine">{words}</span>'
    many = "" if answers is None else f'<br><span class="fine">{answers:,} answers</span>'
    return charts.percents(right) + many


def _difference(one: Compared) -> str:
    if one.changed:
        return "<strong>Changed between the two: not compared</strong>"
    if not one.in_both:
        return "asked in one of the two only"
    return "too few answers" if one.difference is None else charts.points(one.difference)


def _whole(gathered: Sequence[Gathered], both: Sequence[Kept], same: Sequence[str]) -> None:
    """The figures of both classes over the questions that can be compared."""
    reports = [
        class_report(g.marked.only(g.marked.rows["question"].isin(same)), g.editions)
        for g in gathered
    ]
    if None in reports:
        return
    rows = ""
    for name, of in _FIGURES:
        cells = "".join(f"<td>{_figure(report, of)}</td>" for report in reports)
        rows += f'<tr><th scope="row">{name}</th>{cells}</tr>'
    st.html(
        '<div class="wide-table of-class" tabindex="0" role="region" aria-label="Figures of both">'
        '<table class="chart figures"><caption>Both classes, over the questions that can be '
        f"compared</caption><thead>{_head('Figure', both)}</tr></thead>"
        f"<tbody>{rows}</tbody></table></div>"
        '<p class="fine">Less claiming too much together with more trusting too little is no gain: '
        "such a class trusts less of everything.</p>"
    )


def _figure(report: ClassReport | None, of: Callable[[ClassReport], str | None]) -> str:
    told = None if report is None else of(report)
    return told or '<span class="fine">cannot be told</span>'


def _rate(found: ErrorRate | None) -> str | None:
    return None if found is None or found.rate is None else charts.percents(found.rate)


_FIGURES: tuple[tuple[str, Callable[[ClassReport], str | None]], ...] = (
    ("Discernment d′", lambda r: charts.number(r.discernment.d_prime) if r.discernment else None),
    (
        "Leaning c, above 0 to doubt",
        lambda r: charts.number(r.discernment.bias) if r.discernment else None,
    ),
    ("Claimed too much", lambda r: _rate(r.over_claim)),
    ("Trusted too little", lambda r: _rate(r.trust_nothing)),
    (
        "Distance between said and right (Brier)",
        lambda r: charts.number(r.calibration.brier) if r.calibration else None,
    ),
)


def _head(first: str, both: Sequence[Kept]) -> str:
    names = (f"{kept.begun_at:%d %B %Y} ({kept.code})" for kept in both)
    return "<tr>" + "".join(f'<th scope="col">{name}</th>' for name in (first, *names))


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
