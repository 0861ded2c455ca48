"""A key that was wrong: what marking again would change, and doing it."""

from __future__ import annotations

import streamlit as st

from reportedly.files.saving import CannotSave
from reportedly.ui import instructor, navigation
from reportedly.ui.banks import bank_work, key_fixes
from reportedly.ui.parts import notices


def render() -> None:
    """The page: the bank in the address."""
    who = instructor.require()
    name = st.query_params.get("bank", "")
    with notices.store_faults():
        try:
            bank = bank_work.read(name, bank_work.load(name).text).bank
        except CannotSave as fault:
            st.title("This bank cannot be opened")
            st.write(str(fault))
            navigation.link("desk", "Desk", ":material/arrow_back:")
            return
        navigation.link("edit", "Edit", ":material/arrow_back:", bank=name)
        st.title(f"Marks: {name}.yaml")
        notices.finished()
        if bank is None:
            st.write("The bank cannot be opened. Mend its text, then its marks stand here.")
            return
        key_fixes.render(name, bank, who)
