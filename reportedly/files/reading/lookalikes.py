"""Signs that look like those of YAML and are others: a wide space, a bullet, a tab after a dash."""

from __future__ import annotations

import re
from dataclasses import dataclass

from reportedly.files.reading.fields import ANY_FIELD

_ODD = r"[^\S \t\r\n]"
_INDENTED = re.compile(rf"[ \t]*({_ODD}[^\S\r\n]*)(?=\S)")
_AFTER_DASH = re.compile(rf"[ ]*-[ ]*({_ODD}[^\S\r\n]*)(?=\S)")
_AFTER_COLON = re.compile(rf"[ ]*(?:-[ ]+)*(?:{ANY_FIELD}):({_ODD})")
_TAB = re.compile(r"[ ]*(?:-[ ]+)*-[ ]*(\t[ \t]*)(?=\S)")
_ONLY_TABS = re.compile(r"[ ]*(\t[ \t]*)$")
_DASHES = re.compile(rf"[ ]*(--+)[ \t]*(?:{ANY_FIELD})[ ]*:(?:\s|$)")
_BULLET = re.compile(rf"[ ]*([–—−‐‑•·‣◦*+])[ \t]+(?:{ANY_FIELD})[ ]*:(?:\s|$)")
_WIDE_COLON = re.compile(rf"[ ]*(?:-[ ]+)*(?:{ANY_FIELD})[ ]*([：﹕ː])")


@dataclass(frozen=True)
class Lookalike:
    """A sign in a line.

    Attributes:
        start, end: Indices into the line.
        instead: What stands for it while the rest is read, of the same length; "" for nothing.
    """

    start: int
    end: int
    found: str
    cure: str
    instead: str


def lookalike(line: str) -> Lookalike | None:
    """The first sign of a line that is not what it looks like, where that keeps it from reading."""
    for pattern in (_INDENTED, _AFTER_DASH, _AFTER_COLON):
        if found := pattern.match(line):
            code = next(f"U+{ord(sign):04X}" for sign in found[1] if sign not in " \t")
            return _seen(
                found,
                f"a space of another kind ({code}) stands here",
                "type an ordinary space",
                " ",
            )
    if found := _TAB.match(line):
        return _seen(found, "a tab stands after the dash, where YAML needs a space",
                     "type one space instead of the tab", " ")  # fmt: skip
    if found := _ONLY_TABS.match(line):
        return _seen(found, "this line holds nothing but a tab, which YAML does not allow",
                     "delete what is in the line", " ")  # fmt: skip
    if found := _DASHES.match(line):
        return _seen(
            found, f'"{found[1]}" does not begin an entry of a list', "write - instead", ""
        )
    if found := _BULLET.match(line):
        return _seen(
            found, f'"{found[1]}" does not begin an entry of a list', "write - instead", "-"
        )
    if found := _WIDE_COLON.match(line):
        cure = "type an ordinary colon and a space after the field's name"
        return _seen(found, f'"{found[1]}" is a colon of another kind', cure, "")
    return None


def _seen(found: re.Match[str], what: str, cure: str, instead: str) -> Lookalike:
    start, end = found.span(1)
    return Lookalike(start, end, what, cure, instead * (end - start))
