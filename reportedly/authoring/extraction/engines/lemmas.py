"""Basic forms of English words, as far as the rules ask for them.

The model could tell them too, at half the price of its parse; we look at some two hundred words.
"""

from __future__ import annotations

from functools import lru_cache

from reportedly.authoring.extraction.lexicon.cues import FORMS

_IRREGULAR = {
    "is": "be", "are": "be", "was": "be", "were": "be", "been": "be", "being": "be", "’s": "be",
    "'s": "be", "am": "be", "has": "have", "had": "have", "having": "have", "does": "do", "did": "do",
    "done": "do", "made": "make", "makes": "make", "making": "make", "went": "go", "goes": "go",
    "gone": "go", "going": "go", "rose": "rise", "risen": "rise", "rises": "rise", "stood": "stand",
    "came": "come", "saw": "see", "seen": "see", "wrote": "write", "carried": "carry",
    "named": "name", "identified": "identify", "obtained": "obtain", "released": "release",
    "continued": "continue", "referred": "refer", "refers": "refer", "raising": "raise",
    "voiced": "voice", "issued": "issue", "shared": "share", "published": "publish",
}  # fmt: skip
_SAME = frozenset("police news series data media press status congress crisis species".split())


@lru_cache(maxsize=50_000)
def lemma(word: str, tag: str) -> str:
    """The basic form of a word that is tagged so, in small letters."""
    low = word.lower()
    if tag.startswith("V"):
        return _IRREGULAR.get(low) or FORMS.get(low) or _plain_verb(low)
    if tag in ("NNS", "NNPS"):
        return _singular(low)
    return low


def _plain_verb(low: str) -> str:
    for ending, instead in (
        ("ies", "y"),
        ("ied", "y"),
        ("ing", ""),
        ("ed", ""),
        ("es", ""),
        ("s", ""),
    ):
        if low.endswith(ending) and len(low) - len(ending) >= 3:
            stem = low[: -len(ending)] + instead
            doubled = len(stem) > 3 and stem[-1] == stem[-2] and stem[-1] not in "lsz"
            return stem[:-1] if doubled else stem
    return low


def _singular(low: str) -> str:
    if low in _SAME:
        return low
    if low.endswith("ies") and len(low) > 4:
        return low[:-3] + "y"
    if low.endswith(("sses", "shes", "ches", "xes")):
        return low[:-2]
    return low[:-1] if low.endswith("s") and not low.endswith("ss") else low
