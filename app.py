"""Reportedly, as Streamlit starts it: `streamlit run app.py`."""

from pathlib import Path

import streamlit as st

from reportedly.live.lifespan import lifespan
from reportedly.live.routes import middleware, routes
from reportedly.ui.address import address

HERE = Path(__file__).parent

app = st.App(
    HERE / "reportedly" / "ui" / "main.py",
    routes=routes(HERE),
    middleware=middleware(),
    lifespan=lifespan(HERE, address),
)
