"""The noun phrase that a number counts."""

from __future__ import annotations

import re

from reportedly.authoring.extraction.figures.numbers import Number
from reportedly.authoring.extraction.lexicon.number_words import SMALL, TENS

_NUMBER = rf"\b(?:\d[\d,.]*|(?:{'|'.join([*SMALL, *TENS])})(?![\w-]))"
_STOP = re.compile(
    r"[,.;:()\"“”–—]|\b(?:of|in|at|on|to|from|for|with|by|who|which|that|and|or|but|as|after|before|during|when"
    r"|while|since|near|over|under|between|into|than|were|was|are|is|had|have|has|been|be|will|would|could|may"
    r"|might|did|do|(?!polling|building|housing|remaining|fishing)\w{3,}ing|died|killed|injured|wounded|hurt|missing|dead|arrested|took|came|marched|remained|said|told"
    r"|ago|earlier|later|across|against|about|around|because|if|out|up|down|off|through|without|there|not|including"
    r"|announced|reported|given|counted|claimed|cited|recorded|confirmed|filled|packed|thronged|attended|joined|gathered|turned|fell|lost|needed|fled|voted|went|each|every|per|last|this|next|a|the|its|their|his|her)\b",
    re.IGNORECASE,
)
_OF = re.compile(
    r"\s+of\s+(?:the\s+|its\s+|their\s+|his\s+|her\s+|all\s+|those\s+|these\s+|them\b|whom\b|our\s+)?",
    re.IGNORECASE,
)
PART_OF = re.compile(
    rf"\s+(?:out\s+)?of\s+(?:(?:the\s+)?[\w-]+['’]s\s+|the\s+|its\s+|their\s+|his\s+|her\s+|some\s+|about\s+)?(?={_NUMBER})",
    re.IGNORECASE,
)
"""As in "two of its five cranes"."""
_ONE_NUMBER = re.compile(_NUMBER, re.IGNORECASE)
_LEAD = re.compile(
    r"(?:[\s\"“'‘-]+(?:more|other|others|further|additional|new|extra|another)\b)?[\s\"“'‘-]*"
)


def counted(text: str, number: Number) -> str:
    """The noun phrase after a number; empty where there is none."""
    at = number.end
    part = PART_OF.match(text, at)
    if part is not None:
        whole = _ONE_NUMBER.match(text, part.end())
        at = whole.end() if whole is not None else part.end()
    of = _OF.match(text, at)
    are = _ARE.match(text, at)
    if are is not None:
        return are[1]
    if of is not None:
        at = of.end()
    lead = _LEAD.match(text, at)
    at = lead.end() if lead else at
    stop = min(
        (m for p in (_STOP, _ONE_NUMBER) if (m := p.search(text, at, at + 60)) is not None),
        key=re.Match.start,
        default=None,
    )
    words = text[at : stop.start() if stop else min(len(text), at + 60)]
    words = _OWNER.sub("", words)
    words = " ".join(_to_plural(words.split()[:4])).strip(" \"“”'‘’")
    words = re.sub(r"\s+(?:on|last|this|yesterday|today)\s.*$|^(?:us|them|names)\b.*$", "", words)
    return re.sub(r"(?<!\w)['’‘]|['’‘](?!\w)", "", words)


_ARE = re.compile(
    r"\s+(?:of\s+(?:them|whom)\s+)?(?:are|were|was|is)\s+(?:a\s+)?(children|women|girls|boys|babies|infants|civilians|soldiers|police\s+officers|foreigners|tourists)\b",
    re.IGNORECASE,
)
"""As in "five are children"."""
_OWNER = re.compile(r"^(?:\s*[\w-]+)?\s*[\w-]+['’]s\s+(?=\w)")
"""As in "the country's 6,040 polling stations", when the number stands before the owner."""
_PLURALS = frozenset("people men women children police officers".split())


def _to_plural(words: list[str]) -> list[str]:
    """Up to the first plural noun: "children used the club" counts children."""
    for n, word in enumerate(words[:-1]):
        low, following = word.lower(), words[n + 1].lower()
        plural = low in _PLURALS or (
            low[-2:] not in ("'s", "’s")
            and low.endswith("s")
            and not low.endswith(("ss", "us", "is"))
        )
        if plural and not (following.endswith("s") or following in _PLURALS):
            return words[: n + 1]
    return words
