"""Rows of a list that Alt and an arrow move, and that keep the keyboard's focus when they do."""

from __future__ import annotations

from typing import Any, Literal

import streamlit as st

_MOUNT = """
export default async function ({ data }) {
  const { follow } = await import(new URL("/assets/rows.js", document.baseURI).href);
  follow(data);
}
"""
_MOVED = "row_moved"
_TO_FOLLOW = "row_to_follow"


@st.cache_resource(show_spinner=False)
def _component() -> Any:
    return st.components.v2.component("reportedly_rows", js=_MOUNT)


def moved(row: str, way: Literal["up", "down"]) -> None:
    """Has the focus follow a row, when the page is next drawn."""
    last = _last()
    st.session_state[_MOVED] = {"row": row, "way": way, "turn": last["turn"] + 1}
    st.session_state[_TO_FOLLOW] = row


def take_up() -> str | None:
    """The row that was moved just now, once: the page on which it stands should be shown."""
    row: str | None = st.session_state.pop(_TO_FOLLOW, None)
    return row


def show(numbers: dict[str, int]) -> None:
    """Lets the browser hear the keys.

    Args:
        numbers: Which number each row on the page has.
    """
    last = _last()
    row = last["row"] if last["row"] in numbers else ""
    _component()(data={**last, "row": row, "number": numbers.get(row, 0)}, key="row_keys")


def _last() -> dict[str, Any]:
    last: dict[str, Any] = st.session_state.get(_MOVED, {"row": "", "way": "up", "turn": 0})
    return last
