"""Quotations in a headline that names nobody, given to whoever says them in the text below."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from reportedly.authoring.extraction.reading import ReadBlock
from reportedly.authoring.extraction.row import Row, has
from reportedly.authoring.extraction.texts.trimming import trimmed

_FEWEST = 10
"""Letters of a quotation that cannot be anybody else's by chance."""


def said_below(read: ReadBlock, said: Sequence[Row], below: Sequence[Row]) -> Iterator[Row]:
    """A row for each quotation of a headline that exactly one speaker of the text has said."""
    text = read.block.text
    for quote in read.quotes:
        place = quote.inner[0]
        words = _plain(text[slice(*quote.inner)])
        if len(words) < _FEWEST or " " not in words or any(has(r.pieces, place + 1) for r in said):
            continue
        same = [row for row in below if row.speaker is not None and words in _said(row)]
        if not same or any(row.speaker is not same[0].speaker for row in same):
            continue
        yield Row(
            read.block.number, (trimmed(text, quote.inner),), same[0].speaker, "headline", text,
            because=("the text below gives the headline’s quotation to its speaker",),
        )  # fmt: skip


def _said(row: Row) -> str:
    return _plain(" ".join(row.text[slice(*piece)] for piece in row.pieces))


def _plain(words: str) -> str:
    """Words in small letters with one blank between, so that marks and breaks make no difference."""
    return " ".join(re.findall(r"[\w]+", words.lower().replace("’", "").replace("'", "")))
