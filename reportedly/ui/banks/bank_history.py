"""The earlier versions of a bank."""

from __future__ import annotations

import streamlit as st

from reportedly import resources
from reportedly.files.saving import CannotSave, Saved
from reportedly.quiz.comparing import changes
from reportedly.ui.banks import bank_work
from reportedly.ui.instructor import Instructor
from reportedly.ui.parts import notices


def render(name: str, on_disk: Saved, who: Instructor) -> None:
    """Draws all versions, newest first, each with how it differs from the file and a way back."""
    kept = resources.versions().of(name)
    if not kept:
        st.write("From the first save here on, every version is kept: who, when, and what changed.")
        return
    now = bank_work.read(name, on_disk.text).bank
    for version in kept:
        label = f"{version.number} · {version.saved_by} · {version.saved_at:%d %B %Y, %H:%M} UTC"
        expander = st.expander(label, key=f"version-{version.number}", on_change="rerun")
        with expander:
            # Comparing takes a while in a large bank, so only what is looked at is compared.
            if not expander.open:
                st.write("Comparing…")
                continue
            text = resources.versions().text(name, version.number)
            if text == on_disk.text:
                st.write("This is what the file says now.")
                continue
            then = bank_work.read(name, text).bank
            if now is None or then is None:
                st.code(bank_work.difference(text, on_disk.text), language="diff")
            else:
                lines = [change.text for change in changes(then, now)]
                st.code("\n".join(lines) or "Only remarks and layout differ.", language=None)
            if st.button("Restore this version", key=f"restore-{version.number}"):
                try:
                    bank_work.save(name, text, on_disk, who)
                except CannotSave as fault:
                    st.error(str(fault))
                else:
                    notices.finish(f"Version {version.number} is restored.")
