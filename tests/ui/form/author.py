"""An author at the form of a question, without a browser: what they do and what they are told."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape
from itertools import chain
from typing import Any

from streamlit.proto.WidgetStates_pb2 import WidgetState
from streamlit.testing.v1 import AppTest

from tests.ui.conftest import SHELF

BANK = "every-kind"
TEXT = (SHELF / "quizzes" / f"{BANK}.yaml").read_bytes().decode()
"""What its file says before anybody has changed it."""


class Author:
    """Somebody who has the form open; two of them are two visits."""

    def __init__(self, app: AppTest) -> None:
        self._app = app
        assert not app.exception

    # --- what they do ---------------------------------------------------------------------------

    def fill(self, label: str, text: str) -> None:
        """Writes over what a field says."""
        self._after(self.field(label).set_value(text))

    def choose(self, label: str, beginning: str) -> None:
        """Takes the first choice of a box that begins so."""
        box = self.field(label)
        shown = next(choice for choice in box.options if choice.startswith(beginning))
        self._after(box.select_index(box.options.index(shown)))

    def mark(self, label: str, choice: str) -> None:
        """Takes one of the few choices that stand side by side."""
        self._after(self.field(label).set_value(choice))

    def press(self, name: str) -> None:
        """Presses a button; one that cannot be pressed refuses."""
        self._after(self._button(name).click())

    def said_of(self, label: str) -> WidgetState:
        """What a browser sends of a field each time that anything is done."""
        return self.field(label)._widget_state

    def send_late(self, said: WidgetState) -> None:
        """Sends the page as it stands, and what was said of a field that may be gone by now."""
        states = self._app._tree.get_widget_states()
        others = [state for state in states.widgets if state.id != said.id]
        del states.widgets[:]
        states.widgets.extend([*others, said])
        self._app._run(states)
        assert not self._app.exception

    def save(self) -> None:
        """Saves, and is told that it is done."""
        self.press("Save")
        assert "Saved. The earlier version is kept." in self.told

    # --- what they see --------------------------------------------------------------------------

    @property
    def told(self) -> str:
        """The sentences on the page, without those of the preview."""
        kinds = ("title", "success", "info", "warning", "error", "markdown", "caption")
        said = (_unescaped(one.value) for kind in kinds for one in self._app.get(kind))
        codes = (code.value for code in self._app.code)
        return "\n".join(chain(said, codes, map(_words, self._drawn)))

    @property
    def sent(self) -> str:
        """All that the browser would be sent, shown or not."""
        return "\n".join(str(one.proto) for one in self._app if hasattr(one, "proto"))

    @property
    def faults(self) -> list[str]:
        """What is said to be wrong with the question."""
        boxes = [body for body in self._drawn if body.startswith('<div class="faults')]
        return [_words(item) for item in re.findall("<li>(.*?)</li>", "".join(boxes))]

    @property
    def preview(self) -> str:
        """What the card of the preview is given to show."""
        drawn = [one.proto for one in self._app.get("bidi_component")]
        [card] = [each for each in drawn if each.component_name == "reportedly_card"]
        return str(card.json)

    def field(self, label: str) -> Any:
        """The one field of that label."""
        [found] = self.fields(label)
        return found

    def fields(self, label: str) -> list[Any]:
        """All fields of that label."""
        kinds = ("text_area", "text_input", "selectbox", "radio")
        return [one for kind in kinds for one in self._app.get(kind) if one.label == label]

    def can_press(self, name: str) -> bool:
        """Whether a button is there and can be pressed."""
        return not self._button(name).disabled

    def _button(self, name: str) -> Any:
        [found] = [button for button in self._app.button if button.label == name]
        return found

    @property
    def _drawn(self) -> Iterator[str]:
        return (str(html.proto.body) for html in self._app.get("html"))

    def _after(self, widget: Any) -> None:
        widget.run()
        assert not self._app.exception


def _words(html: str) -> str:
    return unescape(re.sub("<style>.*?</style>|<[^>]*>", "", html, flags=re.DOTALL))


def _unescaped(markdown: str) -> str:
    return re.sub(r"\\(\W)", r"\1", markdown)
