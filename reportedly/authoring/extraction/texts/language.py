"""Whether a text is English, by its commonest small words."""

from __future__ import annotations

import re

_SMALL = frozenset(
    "the of and to was that said is with for were by have has had from which at it he she they on in a as be this"
    " not but are an his her their who will would been i we you my our your me us him them so if all no there what"
    " when how why do did does can could should about into more only than then up out over after before under"
    " just now still where these those some any because our own down off too very".split()
)
_TELLING = frozenset(
    "the of and to was that said with for were by have has had from which they their been you your my our what we"
    " when would could should them this these those there because about after where".split()
)

_ELSEWHERE = frozenset(
    "der die das und wie ist als auf le la les que et du des el los las por het een van voor".split()
)
"""Common small words of other languages; a few of them are English words of another sense."""


def is_english(text: str) -> bool:
    """Whether a text reads as English; of a few words, whether nothing speaks against it."""
    words = re.findall(r"[^\W\d_]+", text.lower())
    if not words:
        return True
    small = sum(word in _SMALL for word in words) / len(words)
    telling = sum(word in _TELLING for word in words)
    latin = sum(word.isascii() for word in words) / len(words)
    if len(words) < 15:
        return bool(latin > 0.6)
    if len(words) < 40:
        # One sentence may have a single "the"; shares mean little in so few words.
        foreign = sum(word in _ELSEWHERE for word in words)
        return telling > foreign and small >= 0.12
    return bool(small >= 0.18 and telling / len(words) >= 0.07)
