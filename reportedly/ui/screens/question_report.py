"""What the answers say of a bank's questions, and where to change them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import streamlit as st

from reportedly import resources
from reportedly.files.exporting import CSV_TYPE, WORKBOOK_TYPE, as_csv, as_workbook
from reportedly.files.markdown import to_html
from reportedly.files.reading.lookup import short
from reportedly.files.shelf.shelf import ShelvedBank
from reportedly.quiz.kinds import AnyQuestion
from reportedly.reports.figures import FEWEST, BankFigures, ItemFigures
from reportedly.reports.tables import Table, figures_table
from reportedly.reports.weak import Weakness, weaknesses
from reportedly.reports.wording import in_words, totals_in_words
from reportedly.store.lessons import Kept
from reportedly.story.plain import plain
from reportedly.ui import instructor, navigation
from reportedly.ui.banks import question_charts, weak_questions
from reportedly.ui.banks.weak_questions import Sources
from reportedly.ui.parts import notices
from reportedly.ui.parts.counting import counted

PAGE = 25
"""So many questions stand in a table at once."""

_SOLO = "solo"


@dataclass(frozen=True)
class _Line:
    """A question with what is known of it.

    Attributes:
        figures: None of too few answers.
    """

    number: int
    question: AnyQuestion
    figures: ItemFigures | None
    answers: int
    said: tuple[Weakness, ...]


def render() -> None:
    """The page: the bank in the address, or one that is chosen."""
    instructor.require()
    navigation.link("desk", "Desk", ":material/arrow_back:")
    with notices.store_faults():
        st.title("Question report")
        banks = resources.shelf().banks
        if not banks:
            st.write("There is no bank that can be opened. Make or mend one on the desk.")
            return
        shelved = _bank(banks)
        sources = _sources(shelved)
        if sources is not None:
            _report(shelved, weak_questions.figures_of(shelved, sources))


def _bank(banks: Mapping[str, ShelvedBank]) -> ShelvedBank:
    asked = st.query_params.get("bank", "")
    if asked and asked not in banks:
        st.warning(f"There is no bank “{asked}” that can be opened, so here is another one.")
    names = list(banks)
    name = st.selectbox(
        "Bank",
        names,
        index=names.index(asked) if asked in banks else 0,
        format_func=lambda name: f"{banks[name].bank.bank} ({name}.yaml)",
        key=f"report-bank-{asked}",
    )
    if name != asked:
        st.query_params["bank"] = name
    return banks[name]


def _sources(shelved: ShelvedBank) -> Sources | None:
    """Where the answers come from; None if there are none, which is said."""
    solo = resources.answers().counts().get(shelved.name, 0)
    kept = [each for each in resources.lessons().all() if each.bank == shelved.name]
    votes = dict(zip((k.id for k in kept), resources.answers().votes(kept), strict=True))
    lessons = {each.id: each for each in kept if votes[each.id]}
    labels = {_SOLO: f"Solo attempts ({counted(solo, 'answer')})"} if solo else {}
    labels |= {id: _lesson_label(each, votes[id]) for id, each in lessons.items()}
    if not labels:
        st.write(
            "Nobody has answered this bank yet. Its figures stand here once learners have taken "
            "the quiz, or a class has worked on it."
        )
        navigation.link("host", "Begin a class", ":material/co_present:")
        return None
    chosen = st.multiselect(
        "Answers from",
        list(labels),
        default=list(labels),
        format_func=labels.__getitem__,
        key=f"report-sources-{shelved.name}",
    )
    if not chosen:
        st.write("Choose at least one source of answers above.")
        return None
    wanted = [lessons[id] for id in chosen if id != _SOLO]
    return Sources(solo if _SOLO in chosen else 0, wanted, tuple(votes[each.id] for each in wanted))


def _lesson_label(kept: Kept, votes: int) -> str:
    return f"Class {kept.code}, {kept.begun_at:%d %B %Y} ({counted(votes, 'answer')})"


def _report(shelved: ShelvedBank, figures: BankFigures) -> None:
    shown = {question.id for question in shelved.bank.ready}
    lines = [
        _line(n, question, figures)
        for n, question in enumerate(shelved.bank.questions, start=1)
        if question.kind != "open" and (question.id in shown or question.id in figures.answers)
    ]
    lines.sort(key=lambda line: (-len(line.said), line.figures is None, line.number))
    if not figures.items:
        st.write(
            f"No question has {FEWEST} answers yet to the words it has now. Of fewer nothing is "
            "said here: one learner more or less would turn the figures round."
        )
    else:
        _summary(figures, lines)
    st.html(question_charts.items_table(_row(line) for line in _page(shelved.name, lines)))
    _how_to_read()
    _files(shelved, figures)
    looked = [line for line in lines if line.figures is not None]
    if looked:
        _details(shelved, looked)


def _line(number: int, question: AnyQuestion, figures: BankFigures) -> _Line:
    found = figures.items.get(question.id)
    said = weaknesses(question, found) if found else ()
    return _Line(number, question, found, figures.answers.get(question.id, 0), said)


def _row(line: _Line) -> tuple[int, str, ItemFigures | None, int, int]:
    ask = short(plain(line.question.ask), 90)
    return line.number, ask, line.figures, line.answers, len(line.said)


def _summary(figures: BankFigures, lines: list[_Line]) -> None:
    weak = sum(bool(line.said) for line in lines)
    verb = "looks" if weak == 1 else "look"
    st.write(
        f"{counted(len(figures.items), 'question')} with enough answers; "
        + (f"{weak} {verb} weak." if weak else "none looks weak.")
    )
    if figures.reliability is None:
        st.write(
            "How far totals can be relied on is not known yet: for that, any two questions need "
            f"{FEWEST} learners who answered both, and learners who differ."
        )
    else:
        st.write(totals_in_words(figures.reliability))


def _page(name: str, lines: list[_Line]) -> list[_Line]:
    pages = [lines[first : first + PAGE] for first in range(0, len(lines), PAGE)]
    if len(pages) < 2:
        return lines
    number = st.selectbox(
        "Page",
        range(len(pages)),
        format_func=lambda n: f"{n * PAGE + 1} to {n * PAGE + len(pages[n])} of {len(lines)}",
        key=f"report-page-{name}",
        width=240,
    )
    return pages[number]


def _how_to_read() -> None:
    with st.expander("How to read these figures"):
        st.markdown(
            "- **Answers**: each learner’s first one to the question as it is asked now; where a "
            "key was fixed and answers were marked again, the new mark. In a class, the first "
            f"vote. Below {FEWEST} nothing is said, below 30 figures are rough. Questions in own "
            "words are left out, for learners mark those themselves.\n"
            "- **Right**: the average share right; partly right answers count in part.\n"
            "- **Discrimination**: how far those who do well on the other questions do well on "
            "this one, from −1 to 1. Below 0, check the key; 0.20 or more is wanted.\n"
            "- **Median time**: half took at most so long, counted from the answer before, or from "
            "the start; pauses of over 30 minutes are left out, and so are classes led together.\n"
            "- **Thirds**: learners by their score on the other questions. Those with the same "
            "score stay together; of a third of fewer than 5 nothing is said."
        )


def _files(shelved: ShelvedBank, figures: BankFigures) -> None:
    # Made when one is asked for, not at each drawing of the page.
    def table() -> Table:
        return figures_table(shelved.bank, figures)

    with st.container(horizontal=True):
        st.download_button(
            "Figures (CSV)",
            lambda: as_csv(table()),
            f"{shelved.name}-figures.csv",
            CSV_TYPE,
        )
        st.download_button(
            "Figures (Excel)",
            lambda: as_workbook({"Questions": table()}),
            f"{shelved.name}-figures.xlsx",
            WORKBOOK_TYPE,
        )


def _details(shelved: ShelvedBank, looked: list[_Line]) -> None:
    st.header("One question")
    lines = {line.question.id: line for line in looked}

    def label(id: str) -> str:
        flags = f" ({counted(len(lines[id].said), 'reason')} to look)" if lines[id].said else ""
        return f"{lines[id].number}. {short(plain(lines[id].question.ask), 90)}{flags}"

    line = lines[
        st.selectbox(
            "Question", list(lines), format_func=label, key=f"report-question-{shelved.name}"
        )
    ]
    assert line.figures is not None
    st.html(
        f"<p>{to_html(line.question.ask)}</p>"
        f'<p class="fine">{notices.escape(in_words(line.figures))}</p>'
    )
    if line.said:
        said = "".join(
            f"<li><strong>{notices.escape(one.says)}</strong> {notices.escape(one.change)}</li>"
            for one in line.said
        )
        st.html(f'<ul class="says">{said}</ul>')
    else:
        st.write("Nothing in the answers speaks against this question.")
    st.html(question_charts.thirds_chart(line.figures))
    with st.container(horizontal=True):
        navigation.link(
            "question", "Edit this question", ":material/edit:",
            bank=shelved.name, id=line.question.id,
        )  # fmt: skip
        navigation.link("marks", "Fix its key", ":material/rule:", bank=shelved.name)
