"""All quizzes, by story."""

from __future__ import annotations

from html import escape

import streamlit as st

from reportedly import resources
from reportedly.files.shelf.catalogue import Catalogue, ListedBank
from reportedly.store.attempts import AttemptSummary
from reportedly.ui import navigation
from reportedly.ui.learner import is_remembered, learner
from reportedly.ui.parts import notices
from reportedly.ui.parts.counting import counted


def render() -> None:
    """The page."""
    catalogue = resources.catalogue()
    st.html(
        '<header class="masthead"><h1>Reportedly</h1><p class="lead">Two reports of one event. '
        "Who said it, how do they know, and how firmly is it worded?</p></header>"
    )
    if not is_remembered():
        st.info(
            "This browser keeps no cookies, so your place is lost when you close the tab.",
            icon=":material/info:",
        )
    unfinished: dict[str, AttemptSummary] = {}
    with notices.store_faults():
        for summary in resources.attempts().unfinished(learner()):
            unfinished.setdefault(summary.bank, summary)
    if not catalogue.stories and not catalogue.faulty:
        st.write(
            "There are no quizzes yet. Put a bank, a file ending in `.yaml`, "
            "into the folder `quizzes` and reload this page."
        )
    _stories(catalogue, unfinished)
    _faulty(catalogue)


def _stories(catalogue: Catalogue, unfinished: dict[str, AttemptSummary]) -> None:
    for story in catalogue.stories:
        note = f'<p class="fine">{escape(story.content_note)}</p>' if story.content_note else ""
        st.html(
            f'<section class="story"><h2>{escape(story.title)}</h2>'
            f"<p>{escape(story.summary)}</p>{note}</section>"
        )
        if story.invented:
            notices.invented()
        navigation.link("read", "Read the articles", ":material/menu_book:", story=story.name)
        banks = story.banks
        for left, right in zip(banks[::2], [*banks[1::2], None], strict=False):
            columns = st.columns(2, gap="medium")
            for column, bank in zip(columns, (left, right), strict=True):
                if bank is not None:
                    with column:
                        _quiz(bank, unfinished.get(bank.name))


def _quiz(bank: ListedBank, unfinished: AttemptSummary | None) -> None:
    facts = [counted(bank.questions, "question"), f"about {counted(bank.minutes, 'minute')}"]
    if bank.ages:
        facts.append(f"ages {bank.ages}")
    with st.container(border=True, key=f"quiz-{bank.name}"):
        about = f"<p>{bank.about}</p>" if bank.about else ""
        st.html(
            f'<div class="quiz"><h3>{escape(bank.title)}</h3>'
            f'<p class="facts">{" · ".join(map(escape, facts))}</p>{about}'
            f'<p class="skills"><span class="fine">Skills:</span> {escape(", ".join(bank.skills))}'
            "</p></div>"
        )
        with st.container(horizontal=True):
            if unfinished is not None:
                label = f"Continue: {unfinished.answered} of {unfinished.total} answered"
                if st.button(label, type="primary", key=f"continue-{bank.name}"):
                    navigation.go("take", attempt=unfinished.id)
            # An unfinished attempt is the obvious next step; a new one then stands back.
            if st.button(
                "Begin anew" if unfinished else "Open this quiz",
                type="secondary" if unfinished else "primary",
                key=f"open-{bank.name}",
            ):
                navigation.go("take", quiz=bank.name)


def _faulty(catalogue: Catalogue) -> None:
    if not catalogue.faulty:
        return
    st.html('<section class="story"><h2>Cannot be opened</h2></section>')
    st.write("These files have faults. Mend them, save, and reload this page.")
    for file in catalogue.faulty:
        with st.expander(f"{file.name}: {file.faults} {'fault' if file.faults == 1 else 'faults'}"):
            st.code(file.text, language=None, wrap_lines=True)
