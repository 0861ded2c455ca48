"""The ways to write one text down, the best first."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from reportedly.files.banks.bank_writer import double_quoted, is_shown

_NEVER_FIRST = "?:,[]{}#&*!|>'\"%@`~="
_CUTS = re.compile(r":(?=\s)|:$|\s#|^---|^\.\.\.")
_FLOW_SIGNS = re.compile(r"[\[\]{},:]")
_BREAK = re.compile(r"(?<=\S) (?=\S)")


@dataclass(frozen=True)
class Manner:
    """How a text stood, or how those beside it stand.

    Attributes:
        style: As YAML names it: "" without quotes, `'`, `"`, `|` or `>`.
        in_flow: Whether it stands inside brackets or braces.
        indent: Spaces before its lines, if it takes several.
        first: The column in which it begins.
        width: Characters of its longest line, if it takes several; 0 if it takes one.
    """

    style: str = ""
    in_flow: bool = False
    indent: int = 2
    first: int = 0
    width: int = 0
    chomp: str = "-"


def ways(text: str, manner: Manner, eol: str) -> Iterator[str]:
    """The text as it may be written: in the old manner while that works, in the end in any."""
    if manner.style in ("|", ">") or ("\n" in text and not manner.in_flow and not manner.style):
        if manner.style == ">":
            yield from _folded(text, manner, eol)
        if _is_block(text):
            yield _literal(text, manner, eol)
    single_line = "\n" not in text
    if not manner.style and can_be_plain(text, in_flow=manner.in_flow):
        yield from _on_lines(text, manner, eol)
        yield text
    if manner.style == "'" and single_line and text and text.isprintable():
        quoted = "'" + text.replace("'", "''") + "'"
        yield from _on_lines(quoted, manner, eol)
        yield quoted
    quoted = double_quoted(text)
    if manner.style == '"':
        yield from _on_lines(quoted, manner, eol)
    yield quoted


def can_be_plain(text: str, *, in_flow: bool) -> bool:
    """Whether YAML reads the text as it is, without quotes."""
    if not text or not is_shown(text) or text[0] in _NEVER_FIRST or _CUTS.search(text):
        return False
    if text[0] == "-" and not text[1:2].isalnum():
        return False
    return not (in_flow and _FLOW_SIGNS.search(text))


def is_block(style: str | None) -> bool:
    """Whether a style is one of whole lines."""
    return style in ("|", ">")


def _is_block(text: str) -> bool:
    """Whether the text can stand on lines of its own, as it is."""
    lines = text.split("\n")
    return bool(text) and not lines[0][0].isspace() and all(map(_is_line, lines))


def _is_line(line: str) -> bool:
    return all(c.isprintable() or c == "\t" for c in line) and "\ufeff" not in line


def _literal(text: str, manner: Manner, eol: str) -> str:
    lead = " " * manner.indent
    lines = [lead + line if line else "" for line in text.split("\n")]
    return eol.join([f"|{manner.chomp}", *lines])


def _folded(text: str, manner: Manner, eol: str) -> Iterator[str]:
    """As a folded text, whose lines are joined by spaces; not if a line begins with a space."""
    paragraphs = text.split("\n")
    if not _is_block(text) or any(line[:1].isspace() for line in paragraphs):
        return
    lead = " " * manner.indent
    lines: list[str] = []
    for n, paragraph in enumerate(paragraphs):
        # A break between two filled lines is a space, and one more break is one line's end.
        if (n and paragraph and paragraphs[n - 1]) or (n and paragraph and lines and not lines[-1]):
            lines.append("")
        lines += [lead + part if part else "" for part in _wrapped(paragraph, manner.width, 0)]
    yield eol.join([f">{manner.chomp}", *lines])


def _on_lines(written: str, manner: Manner, eol: str) -> Iterator[str]:
    """On several lines, as the old one was."""
    if manner.width and len(written) + manner.first > manner.width + manner.indent:
        lead = " " * manner.indent
        shift = manner.first - manner.indent
        yield (eol + lead).join(_wrapped(written, manner.width, shift))


def _wrapped(text: str, width: int, shift: int) -> list[str]:
    """The text in lines, broken where one space is."""
    lines, line = [], ""
    room = max(width, 40) - max(shift, 0)
    for word in _BREAK.split(text):
        if line and len(line) + 1 + len(word) > room:
            lines.append(line)
            line, room = word, max(width, 40)
        else:
            line = f"{line} {word}" if line else word
    return [*lines, line]
