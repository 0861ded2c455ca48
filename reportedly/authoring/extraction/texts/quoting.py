"""Exact words for a claim: at most twelve, from its paragraph, with its figure in them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from reportedly.authoring.extraction.engines.found import Span

LONGEST = 12
_EDGES = ' \t\n"“”„«»,;:–—()[]‘'
_GOOD_END = re.compile(r"[,;:–—)]$")


def exact_words(text: str, span: Span, must_have: Sequence[Span] = ()) -> str:
    """The words of a stretch that a claim quotes.

    Args:
        must_have: Stretches that the words should hold, the first above all.
    """
    words = [
        (span[0] + m.start(), span[0] + m.end()) for m in re.finditer(r"\S+", text[slice(*span)])
    ]
    if not words:
        return text[slice(*span)].strip()
    first, last = 0, len(words) - 1
    if len(words) > LONGEST:
        first, last = _window(text, words, must_have)
    found = text[words[first][0] : words[last][1]]
    return found.strip(_EDGES).rstrip(".") or found


def _window(text: str, words: list[Span], must_have: Sequence[Span]) -> tuple[int, int]:
    low, high = 0, 0
    if must_have:
        inside = [
            n for n, (a, b) in enumerate(words) if a < must_have[0][1] and b > must_have[0][0]
        ]
        low, high = (inside[0], inside[-1]) if inside else (0, 0)
        for span in must_have[1:]:
            also = [n for n, (a, b) in enumerate(words) if a < span[1] and b > span[0]]
            if also and max(high, also[-1]) - min(low, also[0]) < LONGEST:
                low, high = min(low, also[0]), max(high, also[-1])
    if high < LONGEST:
        first = 0
    else:
        # begin after the last comma in reach, so that the words read as a clause
        earliest = max(0, min(high - LONGEST + 5, low))
        commas = [n + 1 for n in range(earliest, low) if _GOOD_END.search(text[slice(*words[n])])]
        first = commas[-1] if commas else max(0, min(low, high - LONGEST + 5))
        if high - first >= LONGEST:
            first = high - LONGEST + 1
    last = min(len(words) - 1, first + LONGEST - 1)
    ends = [
        n for n in range(max(high, first + 5), last + 1) if _GOOD_END.search(text[slice(*words[n])])
    ]
    return first, (ends[-1] if ends else last)
