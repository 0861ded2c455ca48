"""Edit a bank: its questions one by one, its text, and its earlier versions."""

from __future__ import annotations

import streamlit as st

from reportedly.files.saving import CannotSave
from reportedly.ui import instructor, navigation, printing
from reportedly.ui.banks import bank_history, bank_questions, bank_text, bank_work
from reportedly.ui.parts import notices


def render() -> None:
    """The page: the bank in the address."""
    who = instructor.require()
    name = st.query_params.get("bank", "")
    navigation.link("desk", "Desk", ":material/arrow_back:")
    with notices.store_faults():
        try:
            on_disk = bank_work.load(name)
        except CannotSave as fault:
            st.title("This bank cannot be edited")
            st.write(str(fault))
            return
        st.title(f"{name}.yaml")
        with st.container(horizontal=True, vertical_alignment="center"):
            navigation.link("marks", "Marks: fix a key", ":material/rule:", bank=name)
            printing.link(f"/print/quiz/{name}", "On paper")
        with st.container():  # always there, so that the tabs after it stay as they are
            notices.finished()
        # Only the tab that is open is drawn: of a long bank each takes its time.
        questions, text, history = st.tabs(
            ["Questions", "Text", "Earlier versions"], key="edit-tabs", on_change="rerun"
        )
        if questions.open:
            with questions:
                bank_questions.render(name, on_disk, who)
        if text.open:
            with text:
                bank_text.render(name)
        if history.open:
            with history:
                bank_history.render(name, on_disk, who)
