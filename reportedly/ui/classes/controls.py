"""The host's controls of a live class, mounted in a page; they talk to the server themselves."""

from __future__ import annotations

from typing import Any

import streamlit as st

from reportedly.store.lessons import Kept

_MOUNT = """
export default async function (component) {
  const { parentElement, setTriggerValue, data } = component;
  const { mount, leave } = await import(new URL("/assets/class/host.js", document.baseURI).href);
  await mount(parentElement, data, () => setTriggerValue("ended", Date.now()));
  return () => leave(parentElement);
}
"""


@st.cache_resource(show_spinner=False)
def _component() -> Any:
    return st.components.v2.component("reportedly_host", js=_MOUNT)


def show(kept: Kept) -> None:
    """Draws the controls; the page runs again when the lesson has ended."""
    _component()(
        data={"code": kept.code, "key": kept.host_key},
        key=f"host-{kept.code}",
        on_ended_change=lambda: None,
    )
