"""Where a quoted text, a bracket or a line ends."""

from __future__ import annotations

import re


def closing_quote(text: str, start: int, limit: int) -> int | None:
    """The index after the mark that closes the one at `start`, before `limit`."""
    mark = text[start]
    at = start + 1
    while at < limit:
        if mark == '"' and text[at] == "\\":
            at += 2
        elif text[at] != mark:
            at += 1
        elif mark == "'" and text[at + 1 : at + 2] == "'":
            at += 2
        else:
            return at + 1
    return None


def closing_bracket(text: str, start: int, limit: int) -> int | None:
    """The index after the bracket that closes the one at `start`, before `limit`."""
    depth = 0
    at = start
    while at < limit:
        sign = text[at]
        if sign in "[{":
            depth += 1
        elif sign in "]}":
            depth -= 1
            if depth == 0:
                return at + 1
        elif sign in "\"'" and text[max(0, at - 50) : at].rstrip()[-1:] in ("[", "{", ",", ":"):
            at = (closing_quote(text, at, limit) or at + 1) - 1
        elif sign == "#" and text[at - 1 : at].isspace():
            newline = text.find("\n", at)
            at = limit if newline < 0 else newline
        at += 1
    return None


def row_end(text: str, at: int) -> int:
    """The end of the line that a place is in."""
    found = re.compile(r"[\r\n]|$").search(text, at)
    return found.start() if found else len(text)
