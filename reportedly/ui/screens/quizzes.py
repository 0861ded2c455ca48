"""All quizzes, by story."""

from __future__ import annotations

from html import escape

import streamlit as st

from reportedly import resources
from reportedly.files.library import Shelf, ShelvedBank
from reportedly.files.markdown import to_html
from reportedly.store.attempts import AttemptSummary
from reportedly.ui import navigation
from reportedly.ui.learner import is_remembered, learner
from reportedly.ui.parts import notices


def render() -> None:
    """The page."""
    shelf = resources.shelf()
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
    if not shelf.banks and not shelf.faulty:
        st.write(
            "There are no quizzes yet. Put a bank, a file ending in `.yaml`, "
            "into the folder `quizzes` and reload this page."
        )
    _stories(shelf, unfinished)
    _faulty(shelf)


def _stories(shelf: Shelf, unfinished: dict[str, AttemptSummary]) -> None:
    for slug, story in shelf.stories.items():
        # A bank of drafts alone is still its author's own.
        banks = [b for b in shelf.banks.values() if b.bank.story == slug and b.bank.ready]
        if not banks:
            continue
        about = story.about
        note = f'<p class="fine">{escape(about.content_note)}</p>' if about.content_note else ""
        st.html(
            f'<section class="story"><h2>{escape(about.title)}</h2>'
            f"<p>{escape(about.summary)}</p>{note}</section>"
        )
        if about.invented:
            notices.invented()
        navigation.link("read", "Read the articles", ":material/menu_book:", story=slug)
        for left, right in zip(banks[::2], [*banks[1::2], None], strict=False):
            columns = st.columns(2, gap="medium")
            for column, shelved in zip(columns, (left, right), strict=True):
                if shelved is not None:
                    with column:
                        _quiz(shelved, unfinished.get(shelved.name))


def _quiz(shelved: ShelvedBank, unfinished: AttemptSummary | None) -> None:
    bank, story = shelved.bank, shelved.story.about
    skills = [resources.skills()[skill].title for skill in bank.skills]
    facts = [f"{len(bank.ready)} questions", f"about {bank.about_minutes} minutes"]
    if ages := bank.ages or story.ages:
        facts.append(f"ages {ages}")
    with st.container(border=True, key=f"quiz-{shelved.name}"):
        about = f"<p>{to_html(bank.about)}</p>" if bank.about else ""
        st.html(
            f'<div class="quiz"><h3>{escape(bank.bank)}</h3>'
            f'<p class="facts">{" · ".join(map(escape, facts))}</p>{about}'
            f'<p class="skills"><span class="fine">Skills:</span> {escape(", ".join(skills))}</p>'
            "</div>"
        )
        with st.container(horizontal=True):
            if unfinished is not None:
                label = f"Continue: {unfinished.answered} of {unfinished.total} answered"
                if st.button(label, type="primary", key=f"continue-{shelved.name}"):
                    navigation.go("take", attempt=unfinished.id)
            # An unfinished attempt is the obvious next step; a new one then stands back.
            if st.button(
                "Begin anew" if unfinished else "Open this quiz",
                type="secondary" if unfinished else "primary",
                key=f"open-{shelved.name}",
            ):
                navigation.go("take", quiz=shelved.name)


def _faulty(shelf: Shelf) -> None:
    if not shelf.faulty:
        return
    st.html('<section class="story"><h2>Cannot be opened</h2></section>')
    st.write("These files have faults. Mend them, save, and reload this page.")
    for file in shelf.faulty:
        count = len(file.reports)
        with st.expander(f"{file.name}: {count} {'fault' if count == 1 else 'faults'}"):
            st.code(file.text(), language=None, wrap_lines=True)
