"""The lines of a text, taken apart, and what may be wrong with one."""

from __future__ import annotations

import re
from dataclasses import dataclass

from reportedly.files.reading.fields import KNOWN
from reportedly.files.reading.reports import Finding

_LINE = re.compile(
    r"""(?P<indent>[ \t]*)(?P<dashes>(?:-[ \t]+)*)
        (?:(?P<key>"[^"\n]*"|'[^'\n]*'|<<|[^\W\d][^:\n#"'\[\]{},]{0,80}?)
        [ \t]{0,9}:(?=[ \t]|$)[ \t]*)?
        (?P<value>.*)$""",
    re.VERBOSE,
)


@dataclass(frozen=True)
class Line:
    """A line taken apart; `start`, `value_start` and `end` are indices into the text."""

    start: int
    end: int
    column: int
    key: str | None
    dashes: str
    value: str
    value_start: int
    text: str

    @property
    def goes_on(self) -> bool:
        """Whether it may be the next line of a text begun above: it names no field we know."""
        plain = (self.key or "").strip("\"'")
        return not self.dashes and plain not in KNOWN


@dataclass(frozen=True)
class Slip:
    """What was found and the span whose words are put aside to read on.

    Attributes:
        value_only: Whether the span is one field's text; else the line is lost as a whole.
        instead: What is surely meant there, of the same length; "" where nobody can know.
    """

    finding: Finding
    start: int
    end: int
    value_only: bool = True
    instead: str = ""


def lines_of(text: str) -> list[Line]:
    """The lines of a text, taken apart."""
    lines = []
    start = 0
    for row in text.splitlines(keepends=True):
        bare = row.rstrip("\r\n")
        found = _LINE.match(bare)
        assert found is not None  # every part of the pattern may be empty
        lines.append(
            Line(
                start,
                start + len(bare),
                found.end("dashes"),
                found["key"],
                found["dashes"],
                found["value"],
                start + found.start("value"),
                bare,
            )
        )
        start += len(row)
    return lines


def lost(line: Line, start: int, until: int, found: str, cure: str) -> Slip:
    """A slip for which the whole line is left out."""
    return Slip(Finding(start, until, found, cure), line.start, line.end, value_only=False)
