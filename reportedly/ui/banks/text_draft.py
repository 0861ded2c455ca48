"""A text that is edited in a browser and kept here: each message carries only what changed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any


@dataclass
class Draft:
    """What the browser has sent of one text.

    A message says what to change in an earlier state that both sides know, so that one which is
    lost or overtaken leaves no hole: the next one counts from the last state the browser has
    heard of. Lives in `st.session_state`.

    Attributes:
        id: Another one for each text that the browser is to show in place of what it has.
        texts: The states that a message may still count from, by number.
        latest: The number of the newest.
        is_sent: Whether the browser was given the text.
        wants_whole: Whether the browser must send all of it, for its changes could not be placed.
    """

    id: str
    texts: dict[int, str] = field(default_factory=dict)
    latest: int = 0
    is_sent: bool = False
    wants_whole: bool = False

    @classmethod
    def of(cls, name: str, text: str) -> Draft:
        """A draft that nobody has changed yet."""
        return cls(name, {0: text})

    @property
    def text(self) -> str:
        """The newest state."""
        return self.texts[self.latest]

    def to_send(self) -> str | None:
        """The text, if the browser does not have it; from then on it has."""
        if self.is_sent:
            return None
        self.is_sent = True
        return self.text

    def take(self, message: object) -> str:
        """Makes the change that the browser sent. Returns: what is asked for then, or ""."""
        if not isinstance(message, Mapping) or message.get("id") != self.id:
            return ""
        if message.get("action") == "need":
            self.is_sent = False
            return ""
        number = message.get("number")
        if not isinstance(number, int) or number <= self.latest:
            return ""
        changed = self._changed(message)
        if changed is None:
            self.wants_whole = True
            return ""
        base = message.get("base")
        oldest = base if isinstance(base, int) else number
        self.texts = {n: text for n, text in self.texts.items() if n >= oldest}
        self.texts[number] = changed
        self.latest = number
        self.wants_whole = False
        return str(message.get("action") or "")

    def _changed(self, message: Mapping[str, Any]) -> str | None:
        """The text after the change; None if it does not fit what is known here."""
        match message:
            case {"base": None, "put": str(whole)}:
                return whole
            case {"base": int(base), "at": int(at), "cut": int(cut), "put": str(put)}:
                before = self.texts.get(base)
                if before is None or not 0 <= at <= at + cut <= len(before):
                    return None
                text = before[:at] + put + before[at + cut :]
                return text if units(text) == message.get("length") else None
        return None


def units(text: str) -> int:
    """The length of a text as a browser counts it."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2
