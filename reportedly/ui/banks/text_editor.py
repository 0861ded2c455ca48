"""The text of a file with its line numbers and its faults, mounted in a page."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import streamlit as st

from reportedly.files.reading.reports import Report
from reportedly.ui.banks.text_draft import Draft

MOST_SHOWN = 100
"""Faults that are listed; who has more mends these first."""

_MOUNT = """
export default async function (component) {
  const { parentElement, setTriggerValue } = component;
  const [data] = component.data;
  const { mount, leave } = await import(new URL("/assets/editor.js", document.baseURI).href);
  await mount(parentElement, data, (message) => setTriggerValue("sent", message));
  return () => leave(parentElement);
}
"""


@st.cache_resource(show_spinner=False)
def _component() -> Any:
    return st.components.v2.component("reportedly_editor", js=_MOUNT)


def show(
    draft: Draft,
    *,
    key: str,
    faults: Sequence[Report],
    is_changed: bool,
    is_readable: bool,
    may_save: bool,
    said: str,
    on_action: Callable[[str], None],
) -> None:
    """Draws the editor.

    Args:
        draft: The text.
        key: A name of its own on the page.
        faults: What is wrong with the draft, from top to bottom.
        is_changed: Whether the draft differs from the file.
        is_readable: Whether the draft could be opened as a bank.
        may_save: Whether it may be saved now, if it is readable.
        said: Why the last save failed, "" if it did not.
        on_action: Gets what is asked for besides, before the page is drawn again.
    """
    errors = sum(report.severity == "error" for report in faults)
    data = {
        "id": draft.id,
        "number": draft.latest,
        "text": draft.to_send(),
        "wants_whole": draft.wants_whole,
        "faults": [report.plain for report in faults[:MOST_SHOWN]],
        "errors": errors,
        "warnings": len(faults) - errors,
        "is_changed": is_changed,
        "is_readable": is_readable,
        "may_save": may_save,
        "said": said,
    }

    def sent() -> None:
        # Here and not where the page is drawn: a click on another tab may have come in between.
        if action := draft.take(st.session_state[key].sent):
            on_action(action)

    # In a list, because Streamlit tests every value of a mapping for being a table.
    _component()(data=[data], key=key, on_sent_change=sent)
