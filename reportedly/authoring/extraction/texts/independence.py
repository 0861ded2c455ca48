"""Whether two articles are two sources, or one text printed twice."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import combinations

_SIZE = 5
"""Words in a row that are compared."""
SAME = 0.95
COPIED = 0.3
"""The share of such runs from which on two texts are the same, or one was taken from the other."""


def shared_wording(one: str, other: str) -> float:
    """The share of the shorter text's runs of five words that the longer one has too."""
    a, b = _runs(one), _runs(other)
    if not a or not b:
        return float(_words(one) == _words(other))
    return len(a & b) / min(len(a), len(b))


def is_the_same(one: str, other: str) -> bool:
    """Whether two texts are one and the same article."""
    if _words(one) == _words(other):
        return True
    a, b = _runs(one), _runs(other)
    return bool(a and b) and len(a & b) / max(len(a), len(b)) >= SAME


def dependent(texts: Sequence[str]) -> Iterator[tuple[int, int, float]]:
    """The pairs of texts of which one was largely taken from the other, or both from a third."""
    for (m, one), (n, other) in combinations(enumerate(texts), 2):
        share = shared_wording(one, other)
        if share >= COPIED:
            yield m, n, share


def _words(text: str) -> list[str]:
    return re.findall(r"[^\W_]+", text.lower())


def _runs(text: str) -> frozenset[tuple[str, ...]]:
    words = _words(text)
    return frozenset(tuple(words[n : n + _SIZE]) for n in range(len(words) - _SIZE + 1))
