"""Cutting what does not belong from the ends of a stretch of text."""

from __future__ import annotations

import re

from reportedly.authoring.extraction.engines.found import Span

_HEAD = re.compile(r"[\s,;:–—\-)\]]*(?:(?:that|but|and|while|whether)\b[\s,]*)?", re.IGNORECASE)
_TAIL = " \t,;:–—-(["


def trimmed(text: str, span: Span) -> Span:
    """The span without spaces, joining words and commas at its ends."""
    start, end = span
    match = _HEAD.match(text, start, end)
    if match is not None and match.end() < end:
        start = match.end()
    while end > start and text[end - 1] in _TAIL:
        end -= 1
    return start, max(start, end)
