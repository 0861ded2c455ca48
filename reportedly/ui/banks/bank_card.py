"""A bank on the desk: what is known of it, and what can be done with the whole of it."""

from __future__ import annotations

from collections.abc import Callable

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from reportedly import resources
from reportedly.authoring.to_review import drafts_of
from reportedly.files.banks import bank_names
from reportedly.files.saving import CannotSave
from reportedly.files.shelf.shelf import FaultyFile, ShelvedBank
from reportedly.store.errors import StoreError
from reportedly.ui import instructor, navigation, printing
from reportedly.ui.banks import bank_work
from reportedly.ui.parts import notices
from reportedly.ui.parts.counting import counted


def attempt(done: str, work: Callable[[], object]) -> None:
    """Does something to a file, and says that it is done or why it is not."""
    try:
        work()
    except (CannotSave, StoreError) as fault:
        st.error(str(fault))
        return
    notices.finish(done)


def show(shelved: ShelvedBank, *, taken: int) -> DeltaGenerator:
    """Draws a bank that opens. Returns: where `weak_link` may go once its answers are read."""
    bank, name = shelved.bank, shelved.name
    generated = len(drafts_of(bank))
    drafts = len(bank.questions) - len(bank.ready) - generated
    with st.container(border=True, key=f"desk-{name}"):
        _head(bank.bank, name, f"{counted(len(bank.ready), 'question')} · {times(taken)}")
        links = st.container(
            horizontal=True, vertical_alignment="center", gap="small", key=f"links-{name}"
        )
        with links:
            navigation.link(
                "question_report", "Question report", ":material/monitoring:", bank=name
            )
            if generated:
                label = f"{counted(generated, 'generated draft')} to review"
                navigation.link("review", label, ":material/fact_check:", bank=name)
            if drafts:
                _link(name, "drafts", f"{counted(drafts, 'draft')} to review", "rate_review")
            if bank.ready:
                printing.link(f"/print/quiz/{name}", "On paper")
        if shelved.warnings:
            label = counted(len(shelved.warnings), "warning")
            with st.expander(label, icon=":material/warning:", key=f"warnings-{name}"):
                notices.faults(shelved.warnings)
    return links


def weak_link(name: str, weak: int) -> None:
    """Draws a link to those of a bank's questions that look weak by their answers, if any does."""
    if weak:
        looks = "looks" if weak == 1 else "look"
        _link(name, "weak", f"{counted(weak, 'question')} {looks} weak", "trending_down")


def show_faulty(file: FaultyFile) -> None:
    """Draws a bank that cannot be opened, and why."""
    name = file.name.removeprefix("quizzes/").removesuffix(".yaml")
    with st.container(border=True, key=f"desk-{name}"):
        _head(name, name, "Cannot be opened: learners do not see it")
        label = counted(len(file.reports), "fault")
        with st.expander(label, icon=":material/error:", key=f"faults-{name}"):
            notices.faults(file.reports)


def times(count: int) -> str:
    """How often a bank was begun."""
    return "taken once" if count == 1 else f"taken {count:,} times" if count else "not taken yet"


def _head(title: str, name: str, facts: str) -> None:
    file = name if "." in name else f"{name}.yaml"
    with st.container(horizontal=True, vertical_alignment="center"):
        # Beside the buttons where there is room for both, above them where there is not.
        with st.container(width="stretch", key=f"about-{name}"):
            st.html(
                f'<div class="quiz"><h3>{notices.escape(title)}</h3>'
                f'<p class="facts">{notices.escape(facts)} · '
                f"<code>{notices.escape(file)}</code></p></div>"
            )
        if st.button("Edit", key=f"edit-{name}", type="primary"):
            navigation.go("edit", bank=name)
        # A dialog, not a popover: it names its bank, there is only one, and it closes with the
        # next drawing of the page, when another bank may stand where this one stood.
        if st.button("More", key=f"more-{name}", icon=":material/more_horiz:"):
            st.dialog(title)(_more)(name)


def _link(name: str, show: str, label: str, icon: str) -> None:
    navigation.link("edit", label, f":material/{icon}:", bank=name, show=show)


def _more(name: str) -> None:
    who = instructor.require()  # a dialog draws itself anew without the page around it
    folder = bank_work.folder()
    st.html(f'<p class="fine">The file <code>{notices.escape(name)}.yaml</code></p>')
    with st.form(f"names-{name}", border=False, enter_to_submit=False):
        new = st.text_input("New name", key=f"new-name-{name}", placeholder=f"{name}-2").strip()
        with st.container(horizontal=True):
            copies = st.form_submit_button("Copy", key=f"copy-{name}")
            renames = st.form_submit_button("Rename", key=f"rename-{name}")
    if copies:
        attempt(f"{name} is copied to {new}.", lambda: bank_names.copy(folder, name, new))
    if renames:
        attempt(f"{name} is now {new}.", lambda: _rename(name, new))
    st.html('<p class="fine">Out of learners’ sight; brought back on the desk below.</p>')
    with st.container(horizontal=True):
        if st.button("Retire", key=f"retire-{name}", help="Nobody can begin it any more."):
            attempt(
                f"{name} is retired. It can be brought back below.",
                lambda: bank_names.retire(folder, name),
            )
        if st.button("Delete", key=f"delete-{name}", help="Its versions are kept."):
            attempt(
                f"{name} is deleted. It can be brought back below.",
                lambda: bank_work.delete(name, who),
            )


def _rename(name: str, new: str) -> None:
    bank_names.rename(bank_work.folder(), name, new)
    resources.versions().rename(name, new)
    resources.attempts().rename(name, new)
