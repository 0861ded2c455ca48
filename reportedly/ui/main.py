"""What Streamlit runs for each visitor: the frame, and in it the page that was asked for."""

from __future__ import annotations

import streamlit as st

from reportedly import resources
from reportedly.settings import SettingRefused
from reportedly.ui import navigation, style

# The tab's icon is a route: given here, Streamlit would import its picture libraries at the start.
st.set_page_config(page_title="Reportedly", layout="wide")
chosen = st.navigation(navigation.pages(), position="top")
navigation.hold_address(chosen)
style.apply()
try:
    resources.settings()
except SettingRefused as fault:
    st.error(str(fault))
else:
    chosen.run()
