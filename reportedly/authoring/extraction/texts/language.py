"""Whether a text is English, by its commonest small words."""

from __future__ import annotations

import re

_SMALL = frozenset(
    "the of and to was that said is with for were by have has had from which at it he she they on in a as be this"
    " not but are an his her their who will would been".split()
)
_TELLING = frozenset(
    "the of and to was that said with for were by have has had from which they their been".split()
)


def is_english(text: str) -> bool:
    """Whether a text reads as English; of a few words, whether nothing speaks against it."""
    words = re.findall(r"[^\W\d_]+", text.lower())
    if not words:
        return True
    small = sum(word in _SMALL for word in words) / len(words)
    telling = sum(word in _TELLING for word in words) / len(words)
    latin = sum(word.isascii() for word in words) / len(words)
    if len(words) < 15:
        return bool(latin > 0.6)
    return bool(small >= 0.18 and telling >= 0.07)
