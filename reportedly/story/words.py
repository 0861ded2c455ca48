"""Finding words in a paragraph, whatever the shape of quotation marks and spaces."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz import fuzz

_QUOTES = "\"'\u2018\u2019\u201a\u201b\u201c\u201d\u201e\u201f\u00ab\u00bb\u2039\u203a`\u00b4"
_DASHES = "\u2010\u2011\u2012\u2013\u2014\u2015"
_FOLD = str.maketrans({**dict.fromkeys(_QUOTES, None), **dict.fromkeys(_DASHES, "-")})
_SPACE = re.compile(r"\s+")
_INSIDE_NUMBER = re.compile(r"\d[.,]\d")


def fold(text: str) -> str:
    """The text without quotation marks and apostrophes, with single spaces and plain dashes."""
    return _SPACE.sub(" ", text.translate(_FOLD)).strip()


def count_words(text: str) -> int:
    """How many words a text has."""
    return len(text.split())


def find_words(words: str, text: str) -> tuple[int, int] | None:
    """Where the words stand in a text, as start and end, or None.

    They must match word for word and letter for letter, apart from the shape of quotation marks,
    dashes and spaces; they may not begin or end inside a word.
    """
    wanted = fold(words)
    if not wanted:
        return None
    folded, origin = _folded_with_origin(text)
    start = folded.find(wanted)
    while start >= 0:
        end = start + len(wanted)
        if _is_edge(folded, start) and _is_edge(folded, end):
            return origin[start], origin[end - 1] + 1
        start = folded.find(wanted, start + 1)
    return None


def _is_edge(text: str, at: int) -> bool:
    """Whether a word may end before a position and another begin there."""
    if at == 0 or at == len(text):
        return True
    if _is_of_a_word(text[at - 1]) and _is_of_a_word(text[at]):
        return False
    # "000 people" does not stand in "2,000 people", nor "3" in "3.5".
    return not any(_INSIDE_NUMBER.fullmatch(text[max(n, 0) : n + 3]) for n in (at - 2, at - 1))


def _is_of_a_word(character: str) -> bool:
    """Letters, digits, and the accents that some texts set apart from their letters."""
    return character.isalnum() or unicodedata.combining(character) > 0


@lru_cache(maxsize=4096)
def _folded_with_origin(text: str) -> tuple[str, tuple[int, ...]]:
    """The folded text and, for each of its characters, the position in the original."""
    out: list[str] = []
    origin: list[int] = []
    for position, character in enumerate(text):
        folded = character.translate(_FOLD)
        if not folded:
            continue
        if _SPACE.fullmatch(folded):
            if not out or out[-1] == " ":
                continue
            folded = " "
        out.append(folded)
        origin.append(position)
    return "".join(out), tuple(origin)


@dataclass(frozen=True)
class Nearest:
    """The passage of a text that is most like some words; `likeness` is 0..1."""

    words: str
    likeness: float


def nearest_words(words: str, text: str) -> Nearest:
    """The run of whole words in a text that is most like the words looked for."""
    pieces = text.split()
    if not pieces:
        return Nearest("", 0.0)
    size = max(1, min(count_words(words), len(pieces)))
    wanted = fold(words).casefold()
    best = Nearest("", -1.0)
    for length in sorted({max(1, size - 1), size, min(size + 1, len(pieces))}):
        for start in range(len(pieces) - length + 1):
            run = " ".join(pieces[start : start + length])
            likeness = fuzz.ratio(wanted, fold(run).casefold()) / 100
            if likeness > best.likeness:
                best = Nearest(run, likeness)
    return best
