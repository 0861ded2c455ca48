"""The instructor's desk: all banks and stories, and what asks for a look."""

from __future__ import annotations

from functools import partial

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from reportedly import resources
from reportedly.authoring import reviewing
from reportedly.files.banks import bank_names
from reportedly.files.shelf.shelf import FaultyFile, Shelf
from reportedly.ui import instructor, navigation
from reportedly.ui.banks import bank_card, bank_work, drafting, weak_questions
from reportedly.ui.instructor import Instructor
from reportedly.ui.parts import notices
from reportedly.ui.parts.counting import counted


def render() -> None:
    """The page."""
    who = instructor.require()
    st.title("Desk")
    instructor.account()
    with notices.store_faults():
        notices.finished()
        shelf = resources.shelf()
        _new_bank(shelf)
        links = _banks(shelf)
        _laid_aside()
        _stories(shelf, who)
        _weak_links(shelf, links)


def _new_bank(shelf: Shelf) -> None:
    if not shelf.stories:
        st.write("A bank is about a story. Make one, below, from articles; then make a bank.")
        return
    with (
        st.expander("New bank", icon=":material/add:", key="new-bank"),
        st.form("new_bank", border=False),
    ):
        title = st.text_input("Title", placeholder="Who counted what?")
        name = st.text_input("File name", placeholder="who-counted-what").strip()
        story = st.selectbox(
            "Story", list(shelf.stories), format_func=lambda s: shelf.stories[s].about.title
        )
        if st.form_submit_button("Make it") and story is not None:
            text = bank_names.new_bank(name, story, title.strip() or "New bank")
            bank_card.attempt(
                f"{name} is made, with one draft to begin from.",
                lambda: bank_names.create(bank_work.folder(), name, text),
            )


def _banks(shelf: Shelf) -> dict[str, DeltaGenerator]:
    st.header("Banks")
    faulty = [file for file in shelf.faulty if file.name.startswith("quizzes/")]
    if not shelf.banks and not faulty:
        st.write("There are no banks yet. Make one above.")
    taken = resources.attempts().taken()
    for file in faulty:
        bank_card.show_faulty(file)
    return {
        name: bank_card.show(shelved, taken=taken.get(name, 0))
        for name, shelved in shelf.banks.items()
    }


def _weak_links(shelf: Shelf, links: dict[str, DeltaGenerator]) -> None:
    # Last, for many answers take their time and all the rest of the desk need not wait for it.
    counts = resources.answers().counts()
    for name, shelved in shelf.banks.items():
        weak = weak_questions.weak(weak_questions.look(shelved, counts))
        with links[name]:
            bank_card.weak_link(name, len(weak))


def _laid_aside() -> None:
    retired, deleted = bank_work.retired(), bank_work.deleted()
    if not retired and not deleted:
        return
    st.header("Laid aside")
    folder = bank_work.folder()
    for name in retired:
        if st.button(f"Bring back {name}, retired", key=f"back-{name}"):
            bank_card.attempt(f"{name} is back.", partial(bank_names.bring_back, folder, name))
    for name in deleted:
        if st.button(f"Bring back {name}, deleted", key=f"undelete-{name}"):
            bank_card.attempt(f"{name} is back.", partial(bank_work.undelete, name))


def _stories(shelf: Shelf, who: Instructor) -> None:
    st.header("Stories")
    navigation.link("new_story", "New story", ":material/add:")
    for file in shelf.faulty:
        if file.name.startswith("content/"):
            _faulty_story(file)
    for slug, story in shelf.stories.items():
        banks = sum(shelved.bank.story == slug for shelved in shelf.banks.values())
        facts = f"{counted(len(story.ledger.claims), 'claim')} · {counted(banks, 'bank')}"
        with st.container(border=True, key=f"desk-story-{slug}"):
            st.html(
                f'<div class="quiz"><h3>{notices.escape(story.about.title)}</h3>'
                f'<p class="facts">{facts} · <code>content/{notices.escape(slug)}</code></p></div>'
            )
            waiting = len(reviewing.to_decide(story.ledger.claims))
            to_decide = f": {counted(waiting, 'claim')} to decide" if waiting else ""
            with st.container(horizontal=True, vertical_alignment="center"):
                drafting.button(story, who)
                navigation.link("ledger", f"Ledger{to_decide}", ":material/fact_check:", story=slug)
            if warnings := shelf.story_warnings.get(slug):
                label = counted(len(warnings), "warning")
                with st.expander(label, icon=":material/warning:", key=f"story-warnings-{slug}"):
                    notices.faults(warnings)
            if story.about.teacher_note:
                with st.expander("Before you use it in class", key=f"teacher-note-{slug}"):
                    st.write(story.about.teacher_note)


def _faulty_story(file: FaultyFile) -> None:
    slug = file.name.removeprefix("content/")
    with st.container(border=True, key=f"desk-story-{slug}"):
        st.html(
            f'<div class="quiz"><h3>{notices.escape(slug)}</h3>'
            '<p class="facts">Cannot be opened, and neither can its banks.</p></div>'
        )
        label = counted(len(file.reports), "fault")
        with st.expander(label, icon=":material/error:", key=f"story-faults-{slug}"):
            notices.faults(file.reports)
