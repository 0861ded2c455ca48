"""Marking again by a key that was fixed: first tried out, then done, and undone if need be."""

from __future__ import annotations

import csv
import io
from dataclasses import dataclass
from datetime import UTC, datetime
from html import escape
from secrets import token_hex

import streamlit as st

from reportedly import resources
from reportedly.files.markdown import to_html
from reportedly.quiz.bank import Bank
from reportedly.quiz.card import points_text, signed
from reportedly.quiz.comparing import changes
from reportedly.quiz.correcting.carrying import Worth
from reportedly.quiz.correcting.correction import Correction
from reportedly.quiz.correcting.trial import Move, QuestionOf, Trial, totals, try_key
from reportedly.quiz.edition import Edition
from reportedly.quiz.kinds import AnyQuestion
from reportedly.quiz.publishing.signature import asks_the_same
from reportedly.quiz.question import Question
from reportedly.store.corrections import Made
from reportedly.store.errors import EditionUnreadable, NoSuchEdition
from reportedly.story.plain import plain
from reportedly.ui.instructor import Instructor
from reportedly.ui.parts import notices

_CHOSEN = "marks_question"
_SHOWN = "marks_shown"
_MOST = 100
_HEAD = ("Attempt", "Finished", "Points now", "Then", "Change", "Total now", "Total then")


@dataclass(frozen=True)
class _Case:
    """A question that was changed since somebody answered it, and what its key would do."""

    question: AnyQuestion
    trial: Trial

    @property
    def stamp(self) -> tuple[object, ...]:
        """Alike as long as the same key would change the same attempts in the same way."""
        return (self.question, self.trial.moves)


def render(name: str, bank: Bank, who: Instructor) -> None:
    """Draws the questions changed since they were answered, and the corrections made."""
    st.write(
        "When a key was wrong, mend it on the page Edit and save. Here you then see whose marks "
        "would change, before anything does. Answers and earlier marks are kept either way."
    )
    with st.spinner("Marking the stored answers by the present keys, to compare…"):
        cases = _cases(name, bank)
    if not cases:
        st.info("No finished attempt was made with another key than the present one.")
    else:
        by_id = {case.question.id: case for case in cases}
        if len(cases) > 1:
            told = (
                f"<strong>{_would_change(c.trial)}</strong>: {to_html(c.question.ask)}"
                for c in cases
            )
            st.html("<ul>" + "".join(f"<li>{line}</li>" for line in told) + "</ul>")
        # A choice keeps the words it was made by, so the figures stand beside it.
        chosen = st.selectbox(
            "Question",
            list(by_id),
            format_func=lambda id: plain(by_id[id].question.ask),
            key=_CHOSEN,
        )
        _case(name, bank, by_id[chosen], who)
    _made(name, who)


# --- trying it out ------------------------------------------------------------------------------


def _question_of() -> QuestionOf:
    found: dict[str, Edition | None] = {}

    def question_of(key: str, question: str) -> Question | None:
        if key not in found:
            try:
                found[key] = resources.attempts().edition(key)
            except (EditionUnreadable, NoSuchEdition):
                found[key] = None
        edition = found[key]
        try:
            return edition.question(question) if edition else None
        except KeyError:
            return None

    return question_of


def _cases(name: str, bank: Bank) -> list[_Case]:
    """The changed questions, those that would change most attempts first."""
    question_of = _question_of()
    keys = resources.corrections().editions(name)
    cases = []
    for question in bank.questions:
        before = [old for key in keys if (old := question_of(key, question.id)) is not None]
        if all(asks_the_same(old, question) for old in before):
            continue
        held = resources.corrections().held(name, question=question.id)
        cases.append(_Case(question, try_key(held, question_of, question)))
    return sorted(cases, key=lambda case: -len(case.trial.moves))


def _would_change(trial: Trial) -> str:
    return f"{_count(len(trial.moves), 'attempt')} would change"


def _count(count: int, thing: str) -> str:
    return f"{count:,} {thing if count == 1 else thing + 's'}"


def _case(name: str, bank: Bank, case: _Case, who: Instructor) -> None:
    trial = case.trial
    _what_changed(name, bank, case.question)
    under_way = resources.corrections().under_way(name, case.question.id)
    st.html("<ul>" + "".join(f"<li>{line}</li>" for line in _lines(trial, under_way)) + "</ul>")
    if not trial.moves:
        return
    _table(name, trial.moves)
    _mark_again(name, bank, case, who)


def _what_changed(name: str, bank: Bank, question: AnyQuestion) -> None:
    """Both wordings, field by field, of each version that was answered."""
    question_of = _question_of()
    told: dict[str, None] = {}
    for key in resources.corrections().editions(name):
        old = question_of(key, question.id)
        if old is not None and not asks_the_same(old, question):
            head = {"questions": (old,)}, {"questions": (question,)}
            before, after = (bank.model_copy(update=update) for update in head)
            for change in changes(before, after):
                for field in change.fields:
                    if not field.field.startswith(("reviewed", "status")):
                        told.setdefault(field.text)
    with st.expander("What was changed in the question", expanded=True):
        st.code("\n".join(told) or "Nothing that can be told.", language=None, wrap_lines=True)


def _lines(trial: Trial, under_way: int) -> list[str]:
    otherwise = len(trial.moves) - trial.up - trial.down
    how = f": {trial.up:,} up, {trial.down:,} down" if trial.moves else ""
    if otherwise:
        how += f", {otherwise:,} with the same points out of another total"
    lines = [
        f"<strong>{_would_change(trial)}</strong>{how}",
        f"{_count(trial.same, 'attempt')} would keep the mark",
    ]
    if trial.unreadable:
        lines.append(
            f"{_count(trial.unreadable, 'attempt')} cannot be marked by the new version and would "
            "stay too: what was chosen is not in the question any more, or what is right now was "
            "not on offer. Change the key alone first, mark again, and polish the words after that."
        )
    if under_way:
        lines.append(
            f"{_count(under_way, 'attempt')} under way with an answer to it: not counted here; "
            "once finished, they can be marked again as well"
        )
    return lines


def _total(move: Move, before: Worth) -> Worth:
    return Worth(
        before.points - move.old.points + move.new.points,
        before.possible - move.old.possible + move.new.possible,
    )


def _worth(worth: Worth) -> str:
    return f"{points_text(worth.points)} of {points_text(worth.possible)}"


def _rows(name: str, moves: tuple[Move, ...]) -> list[tuple[str, ...]]:
    """What is told of each attempt; no learner is, not even by a number that lasts."""
    ids = [move.attempt for move in moves]
    before = totals(resources.corrections().held(name, among=ids), _question_of())
    return [
        (
            str(number),
            f"{move.finished_at:%Y-%m-%d}",
            _worth(move.old),
            _worth(move.new),
            signed(move.gain),
            _worth(before[move.attempt]),
            _worth(_total(move, before[move.attempt])),
        )
        for number, move in enumerate(moves, start=1)
        if move.attempt in before
    ]


def _table(name: str, moves: tuple[Move, ...]) -> None:
    cells = "".join(f'<th scope="col">{escape(cell)}</th>' for cell in _HEAD)
    body = "".join(
        "<tr>" + "".join(f"<td>{escape(cell)}</td>" for cell in row) + "</tr>"
        for row in _rows(name, moves[:_MOST])
    )
    st.html(
        '<div class="scrolls" tabindex="0" role="region" aria-label="Who would change">'
        '<table class="chart"><caption>Who would change, finished last first</caption>'
        f"<thead><tr>{cells}</tr></thead><tbody>{body}</tbody></table></div>"
    )
    if len(moves) > _MOST:
        st.write(f"These are the first {_MOST}.")
        # All of them are added up only when they are asked for.
        st.download_button(
            f"All {len(moves):,} as a table (CSV)",
            lambda: _csv(_rows(name, moves)),
            "marks.csv",
            "text/csv",
        )


def _csv(rows: list[tuple[str, ...]]) -> str:
    file = io.StringIO()
    csv.writer(file).writerows([_HEAD, *rows])
    return file.getvalue()


# --- doing and undoing it -----------------------------------------------------------------------


def _mark_again(name: str, bank: Bank, case: _Case, who: Instructor) -> None:
    if not bank.standing(case.question).is_shown:
        st.info(
            "The question is not ready: learners would read a key that nobody stands for. "
            "Sign it on the page Edit first."
        )
        return
    # What was on the page when the button was pressed, not what is true by now.
    shown = st.session_state.get(_SHOWN)
    st.session_state[_SHOWN] = case.stamp
    with st.form(f"mark_again-{case.question.id}", border=False):
        reason = st.text_input("Why? Learners read this beside both marks.", max_chars=300).strip()
        pressed = st.form_submit_button("Mark again", type="primary")
    if not pressed:
        return
    if not reason:
        st.error("Write in a few words why, for example: A4 names the police as well.")
    elif shown != case.stamp:
        st.warning("The figures have changed since you saw them. Look at them again, then press.")
    else:
        edition = Edition.of(bank, resources.shelf().stories[bank.story])
        made = Correction(
            token_hex(12), case.question.id, edition.key, reason, who.name, datetime.now(UTC)
        )
        ids = [move.attempt for move in case.trial.moves]
        count = resources.corrections().make(made, name, edition, ids)
        notices.finish(f"{_count(count, 'attempt')} marked again. Both marks are kept.")


def _made(name: str, who: Instructor) -> None:
    made = resources.corrections().of_bank(name)
    if not made:
        return
    st.header("Corrections made")
    for one in made:
        with st.container(border=True):
            st.html(f"<p>{_told(one)}</p>")
            if not one.withdrawn_by and st.button(
                "Withdraw", icon=":material/undo:", key=f"withdraw-{one.correction.id}"
            ):
                resources.corrections().withdraw(one.correction.id, who.name, datetime.now(UTC))
                notices.finish("Withdrawn. The marks are what they were before.")


def _told(one: Made) -> str:
    made = one.correction
    text = (
        f"<strong>{escape(made.question)}</strong> · {_count(one.attempts, 'attempt')} · "
        f"{made.made_at:%d %B %Y, %H:%M} UTC · {escape(made.made_by)}<br>{escape(made.reason)}"
    )
    if one.withdrawn_at is not None:
        when = f"{one.withdrawn_at:%d %B %Y, %H:%M} UTC"
        text += f"<br>Withdrawn by {escape(one.withdrawn_by)}, {when}."
    return text
