"""Where a browser finds the app."""

from __future__ import annotations

import streamlit as st


def address() -> str:
    """The address to tell people, as far as Streamlit's settings know it."""
    scheme = "https" if st.get_option("server.sslCertFile") else "http"
    host, port = st.get_option("browser.serverAddress"), st.get_option("browser.serverPort")
    return f"{scheme}://{host}:{port}"
