"""Backslashes in double quotation marks, to which YAML gives a meaning an author may not know."""

from __future__ import annotations

import re

from reportedly.files.reading.reports import Finding
from reportedly.files.reading.source import INVISIBLE

_ESCAPE = re.compile(
    r"\\(?:x([0-9A-Fa-f]{2})|u([0-9A-Fa-f]{4})|U([0-9A-Fa-f]{8})|(\r\n|.))", re.DOTALL
)
_MEANT = {
    **{"0": "\0", "a": "\a", "b": "\b", "v": "\v", "f": "\f", "r": "\r", "e": "\x1b"},
    **{"N": "\x85", "L": "\u2028", "P": "\u2029"},
}
_HARMLESS = frozenset('t\tn "/\\_\r\n') | {"\r\n"}
_CURE = "write two backslashes, or put the text in single quotation marks"


def odd_escape(text: str, start: int, end: int) -> Finding | None:
    """The first backslash that YAML has no meaning for, between two places of a file."""
    for found in _ESCAPE.finditer(text, start, end):
        digits = found[1] or found[2] or found[3]
        if digits is not None:
            if _is_character(int(digits, 16)):
                continue
            what = f'"{found[0]}" is no character'
            return Finding(*found.span(), what, "type the character itself instead")
        if found[4] not in _HARMLESS and found[4] not in _MEANT:
            what = f'"{found[0]}" means nothing between double quotation marks'
            return Finding(*found.span(), what, _CURE)
    return None


def unseen_escape(text: str, start: int, end: int) -> Finding | None:
    """The first backslash that makes a character nobody can see, apart from ends of lines."""
    for found in _ESCAPE.finditer(text, start, end):
        digits = found[1] or found[2] or found[3]
        sign = chr(int(digits, 16)) if digits else _MEANT.get(found[4], "")
        if sign == "\r" or INVISIBLE.fullmatch(sign):
            what = (
                f'"{found[0]}" makes an invisible control character (U+{ord(sign):04X}) '
                "between double quotation marks"
            )
            return Finding(*found.span(), what, _CURE)
    return None


def _is_character(code: int) -> bool:
    """Whether a number is that of a character; those from D800 to DFFF are halves of one."""
    return code < 0xD800 or 0xDFFF < code <= 0x10FFFF
