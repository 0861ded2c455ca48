"""The instructor's desk: all banks and stories, and what can be done with them."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

import streamlit as st

from reportedly import resources
from reportedly.files import bank_names
from reportedly.files.library import Shelf, ShelvedBank
from reportedly.files.saving import CannotSave
from reportedly.ui import instructor, navigation
from reportedly.ui.instructor import Instructor
from reportedly.ui.parts import bank_work, notices


def render() -> None:
    """The page."""
    who = instructor.require()
    st.title("Desk")
    instructor.account()
    with notices.store_faults():
        notices.finished()
        shelf = resources.shelf()
        _new_bank(shelf)
        _banks(shelf, who)
        _laid_aside()
        _stories(shelf)


def _try(done: str, work: Callable[[], object]) -> None:
    """Does something to a file, and says that it is done or why it is not."""
    try:
        work()
    except CannotSave as fault:
        st.error(str(fault))
        return
    notices.finish(done)


def _new_bank(shelf: Shelf) -> None:
    with st.expander("New bank", icon=":material/add:"), st.form("new_bank", border=False):
        title = st.text_input("Title", placeholder="Who counted what?")
        name = st.text_input("File name", placeholder="who-counted-what")
        story = st.selectbox(
            "Story", list(shelf.stories), format_func=lambda s: shelf.stories[s].about.title
        )
        if st.form_submit_button("Make it") and story is not None:
            text = bank_names.new_bank(name, story, title.strip() or "New bank")
            _try(
                f"{name} is made, with one draft to begin from.",
                lambda: bank_names.create(bank_work.folder(), name, text),
            )


def _banks(shelf: Shelf, who: Instructor) -> None:
    st.header("Banks")
    taken = resources.attempts().taken()
    for name, shelved in shelf.banks.items():
        _bank(name, _facts(shelved, taken.get(name, 0)), shelved.bank.bank, who)
    for file in shelf.faulty:
        if file.name.startswith("quizzes/"):
            name = file.name.removeprefix("quizzes/").removesuffix(".yaml")
            count = len(file.reports)
            _bank(name, f"cannot be opened: {count} {_plural('fault', count)}", name, who)


def _facts(shelved: ShelvedBank, taken: int) -> str:
    bank = shelved.bank
    drafts = len(bank.questions) - len(bank.ready)
    facts = [f"{len(bank.ready)} questions", f"taken {taken} {_plural('time', taken)}"]
    if drafts:
        facts.append(f"{drafts} {_plural('draft', drafts)} to review")
    if shelved.warnings:
        facts.append(f"{len(shelved.warnings)} {_plural('warning', len(shelved.warnings))}")
    return " · ".join(facts)


def _plural(thing: str, count: int) -> str:
    return thing if count == 1 else f"{thing}s"


def _bank(name: str, facts: str, title: str, who: Instructor) -> None:
    with st.container(border=True, key=f"desk-{name}"):
        st.markdown(f"**{title}**  \n{facts} · `{name}.yaml`")
        with st.container(horizontal=True):
            if st.button("Edit", key=f"edit-{name}", type="primary"):
                navigation.go("edit", bank=name)
            with st.popover("More"):
                _more(name, who)


def _more(name: str, who: Instructor) -> None:
    folder = bank_work.folder()
    new = st.text_input("New name", key=f"new-name-{name}", placeholder=f"{name}-2")
    with st.container(horizontal=True):
        if st.button("Copy", key=f"copy-{name}"):
            _try(f"{name} is copied to {new}.", lambda: bank_names.copy(folder, name, new))
        if st.button("Rename", key=f"rename-{name}"):
            _try(f"{name} is now {new}.", lambda: _rename(name, new))
    st.divider()
    with st.container(horizontal=True):
        if st.button("Retire", key=f"retire-{name}", help="Nobody can begin it any more."):
            _try(f"{name} is retired.", lambda: bank_names.retire(folder, name))
        if st.button("Delete", key=f"delete-{name}", help="It can be brought back below."):
            _try(
                f"{name} is deleted. It can be brought back below.",
                lambda: bank_work.delete(name, who),
            )


def _rename(name: str, new: str) -> None:
    bank_names.rename(bank_work.folder(), name, new)
    bank_work.versions().rename(name, new)
    resources.attempts().rename(name, new)


def _laid_aside() -> None:
    retired, deleted = bank_work.retired(), bank_work.deleted()
    if not retired and not deleted:
        return
    st.header("Laid aside")
    folder = bank_work.folder()
    for name in retired:
        if st.button(f"Bring back {name}, retired", key=f"back-{name}"):
            _try(f"{name} is back.", partial(bank_names.bring_back, folder, name))
    for name in deleted:
        if st.button(f"Bring back {name}, deleted", key=f"undelete-{name}"):
            _try(f"{name} is back.", partial(bank_work.undelete, name))


def _stories(shelf: Shelf) -> None:
    st.header("Stories")
    for slug, story in shelf.stories.items():
        count = len(story.ledger.claims)
        st.markdown(f"**{story.about.title}**  \n{count} claims · `content/{slug}`")
        if story.about.teacher_note:
            with st.expander("Before you use it in class"):
                st.write(story.about.teacher_note)
    for file in shelf.faulty:
        if file.name.startswith("content/"):
            with st.expander(f"{file.name} cannot be opened"):
                st.code(file.text(), language=None, wrap_lines=True)
