"""What Streamlit runs for each visitor: the frame, and in it the page that was asked for."""

from __future__ import annotations

from pathlib import Path

import streamlit as st

from reportedly import resources
from reportedly.settings import SettingRefused
from reportedly.ui import navigation, style

# A file of our own: Streamlit's named icons for a tab come from a server elsewhere.
ICON = Path(__file__).parent / "icon.svg"

st.set_page_config(page_title="Reportedly", page_icon=ICON.read_text("utf-8"), layout="wide")
chosen = st.navigation(navigation.pages(), position="top")
style.apply()
try:
    resources.settings()
except SettingRefused as fault:
    st.error(str(fault))
else:
    chosen.run()
