"""Putting the stretches of what was said into shape."""

from __future__ import annotations

import re

from reportedly.authoring.extraction.engines.found import Span
from reportedly.authoring.extraction.engines.tree import Tree
from reportedly.authoring.extraction.quotes import Quote
from reportedly.authoring.extraction.texts.trimming import trimmed


def with_quotes(t: Tree, verb: int, pieces: list[Span], quoted: tuple[Quote, ...]) -> list[Span]:
    """A quotation that a piece breaks off in is taken to its end."""
    _, sentence_end = t.sentences[t.sentence[verb]]
    start, end = pieces[-1]
    for quote in quoted:
        if start <= quote.start <= end + 2 and quote.end > end:
            end = max(end, min(quote.end, sentence_end))
    return [*pieces[:-1], (start, end)]


def clean(t: Tree, pieces: list[Span]) -> tuple[Span, ...]:
    """The stretches without commas at their ends and with the marks that close a quotation."""
    out = []
    for piece in pieces:
        start, end = trimmed(t.text, piece)
        end = _closed(t.text, start, end)
        # a full stop at the end is no part of reported words
        if end > start and t.text[end - 1] == "." and t.text[start:end].count('"') % 2 == 0:
            end -= 1
        if _ASKED.match(t.text, start, end) and len(pieces) > 1:
            continue
        if t.text[start:end].strip(" \"“”'.,"):
            out.append((start, end))
    return tuple(out)


_ASKED = re.compile(r"(?:Asked|Pressed|Questioned|Contacted|Speaking|When (?:asked|pressed))\b")
_CLOSING = re.compile(r"[.,!?]?[\"”’']")


def _closed(text: str, start: int, end: int) -> int:
    """The end moved behind the mark that closes what is quoted in the stretch."""
    inside = text[start:end]
    if inside.count('"') % 2 or inside.count("“") > inside.count("”"):
        match = _CLOSING.match(text, end)
        if match is not None:
            return match.end()
    return end
