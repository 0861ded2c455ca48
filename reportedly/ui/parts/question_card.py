"""The question card, mounted in a page: the same module that a seat in class uses."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import streamlit as st

_MOUNT = """
export default async function (component) {
  const { parentElement, setTriggerValue } = component;
  const [data] = component.data;
  const { play, leave } = await import(new URL("/assets/attempt.js", document.baseURI).href);
  await play(parentElement, data, (message) => setTriggerValue("sent", message));
  return () => leave(parentElement);
}
"""


_FORGET = """
export default async function () {
  const card = await import(new URL("/assets/card.js", document.baseURI).href);
  card.forgetDrafts();
}
"""


@st.cache_resource(show_spinner=False)
def _component() -> Any:
    return st.components.v2.component("reportedly_card", js=_MOUNT)


def show(
    data: dict[str, Any], *, key: str, on_sent: Callable[[dict[str, Any]], None] | None = None
) -> None:
    """Draws the card; `on_sent` gets what the learner did before the page is drawn again.

    Args:
        data: What the card shows. With `post`, the address of a route, the card sends there what
            the learner does and shows what comes back; the page hears only of the end.
        key: A name of its own on the page.
        on_sent: Gets what the card tells the page.
    """

    def sent() -> None:
        message = st.session_state[key].sent
        if on_sent is not None and isinstance(message, dict):
            on_sent(message)

    # In a list, because Streamlit tests every value of a mapping for being a table.
    _component()(data=[data], key=key, on_sent_change=sent)


@st.cache_resource(show_spinner=False)
def _forgetting() -> Any:
    return st.components.v2.component("reportedly_forget_drafts", js=_FORGET)


def forget_drafts() -> None:
    """Removes from the browser what was chosen or typed and never sent."""
    _forgetting()(key="forget_drafts")
