"""Quotation marks: what is quoted, and whether it is a whole sentence or a fragment."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True)
class Quote:
    """One quoted stretch of a paragraph.

    Attributes:
        start, end: With its marks.
        inner: Without them.
        kind: A whole sentence, or words taken into somebody else's sentence.
        open: Whether the mark that should close it is missing: the quotation goes on in the next
            paragraph, or a mark was forgotten.
    """

    start: int
    end: int
    inner: tuple[int, int]
    kind: Literal["full", "fragment"]
    open: bool = False


_SINGLE_OPEN = re.compile(r"(?<![\w])['‘](?=\w)")
_SINGLE_CLOSE = re.compile(r"(?<=[\w.,!?])['’](?!\w)")


def quotes(text: str) -> tuple[Quote, ...]:
    """The quoted stretches of a paragraph in order, outer ones only.

    A missing closing mark ends at the paragraph's end; a stray closing mark is passed over.
    """
    found = _double(text)
    return tuple(found) if found else tuple(_single(text))


def is_inside(position: int, found: tuple[Quote, ...]) -> bool:
    """Whether a position is within a quoted stretch."""
    return around(position, found) is not None


def around(position: int, found: tuple[Quote, ...]) -> Quote | None:
    """The quotation that a position is in."""
    at = bisect_right(found, position, key=lambda quote: quote.inner[0]) - 1
    return found[at] if at >= 0 and position < found[at].inner[1] else None


def near(found: tuple[Quote, ...], start: int, end: int) -> tuple[Quote, ...]:
    """The quotations that share something with a stretch."""
    low = max(0, bisect_right(found, start, key=lambda quote: quote.start) - 1)
    high = bisect_right(found, end, key=lambda quote: quote.start)
    return found[low:high]


def _double(text: str) -> list[Quote]:
    found: list[Quote] = []
    begin: int | None = None
    for match in re.finditer(r"[\"“”„«»]", text):
        mark, at = match[0], match.start()
        if begin is None:
            if mark not in "”»" and (mark != '"' or not _closes_only(text, at)):
                begin = at
        elif mark not in "“„«":
            found.append(_quote(text, begin, at + 1))
            begin = None
        elif mark == "“":  # the mark that should have closed the last one is missing
            begin = at
    if begin is not None and len(text) > begin + 1:
        found.append(_quote(text, begin, len(text), is_open=True))
    return found


def _closes_only(text: str, at: int) -> bool:
    """Whether a straight mark stands where only a closing one can."""
    return at == len(text) - 1 or (at > 0 and not text[at - 1].isspace() and text[at + 1].isspace())


def _single(text: str) -> list[Quote]:
    found: list[Quote] = []
    at = 0
    while (opening := _SINGLE_OPEN.search(text, at)) is not None:
        closing = next(
            (
                close
                for close in _SINGLE_CLOSE.finditer(text, opening.end(), opening.end() + 600)
                # "the officers' families" is no end of a quotation when another mark follows
                if not (text[close.start() - 1] == "s" and _another_close(text, close.end()))
            ),
            None,
        )
        if closing is None:
            at = opening.end()
            continue
        found.append(_quote(text, opening.start(), closing.end()))
        at = closing.end()
    return found


def _another_close(text: str, at: int) -> bool:
    close = _SINGLE_CLOSE.search(text, at, at + 300)
    opening = _SINGLE_OPEN.search(text, at, at + 300)
    return close is not None and (opening is None or close.start() < opening.start())


def _quote(text: str, start: int, end: int, *, is_open: bool = False) -> Quote:
    inner = (start + 1, end if is_open else end - 1)
    words = text[slice(*inner)]
    begins = re.match(r"[\s'‘\[(]*[A-Z0-9]", words) is not None
    before = text[:start].rstrip()
    after = text[end : end + 40]
    # A sentence ends inside its marks, or gives way there to whoever said it.
    ends = bool(re.search(r"[.!?…,]['’)\]]?\s*$", words)) or bool(
        re.match(r"\s*[,–—-]+\s*(?:\w+\s+){0,4}(?:said|says|told|added)", after)
    )
    introduced = not before or before[-1] in ".!?:,”\"'’–—"
    count = len(words.split())
    # American custom puts a comma inside the marks of a fragment too.
    only_comma = (
        words.rstrip().endswith(",")
        and count < 4
        and before
        and not before.endswith((".", "!", "?"))
    )
    full = begins and ends and count >= 2 and (introduced or count >= 4) and not only_comma
    starts = not before or before[-1] in '.!?:”"'
    answer = count == 1 and starts and re.search(r"[,!?]$", words) is not None
    if begins and answer and re.match(r"\s+(?:[a-z]+\s+\w|(?:he|she|they)\s)", after):
        full = True  # `"Rubbish," snapped the coach`
    if not full and begins and starts and count >= 3 and re.match(r"\s*(?:[:–—]|$)", after):
        full = True
    if not full and count >= 8 and begins and introduced:
        full = True
    return Quote(start, end, inner, "full" if full else "fragment", is_open)
