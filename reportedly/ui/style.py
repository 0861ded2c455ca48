"""The look of what Streamlit draws; the theme itself is in .streamlit/config.toml."""

from __future__ import annotations

from pathlib import Path

import streamlit as st

_SHEET = Path(__file__).parent / "style.css"


def apply() -> None:
    """Puts the style sheet on the page."""
    st.html(_SHEET)
