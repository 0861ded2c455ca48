"""What a claim leaves open, as a statement to judge or as a question."""

from __future__ import annotations

import re

from reportedly.authoring.drafting.hedging import tells_what_is_done
from reportedly.authoring.drafting.wording import capital

_WHETHER = re.compile(r"^(?:whether|if|that) (.+)$", re.IGNORECASE)
_EITHER = re.compile(r"\bor\b|\bwhether\b|,")
_PLACE = re.compile(r"\b[A-Z]\d+\b")
_UNCLEAR = re.compile(r"\b(it|he|she|him|them|this|these|anyone else|the other)\b", re.IGNORECASE)
_QUESTION = re.compile(
    r"^(who|whom|whose|what|which|when|where|why|how|whether|on what|on which|in which|at what"
    r"|for whom|from whom|by whom|to whom|since when|until when|compared with)\b",
    re.IGNORECASE,
)


def statement_of(gap: str) -> str | None:
    """The statement that a note such as "whether they were volunteers" leaves open.

    None for notes that leave no single statement open, or one that cannot be read by itself.
    """
    found = _WHETHER.match(gap.strip())
    if found is None or _PLACE.search(gap) or _EITHER.search(found[1]) or _UNCLEAR.search(found[1]):
        return None
    words = re.sub(r"\bany\b", "some", found[1])
    words = re.sub(r"\banyone\b", "someone", words)
    words = re.sub(r"\banything\b", "something", words)
    return capital(words) if len(words.split()) >= 3 and tells_what_is_done(words) else None


def is_question(gap: str) -> bool:
    """Whether a note is worded as a whole question: who is counted, how badly they were hurt."""
    asks = _QUESTION.match(gap.strip()) is not None
    return asks and len(gap.split()) >= 3 and tells_what_is_done(gap)


def asks_for_reason(gap: str) -> bool:
    """Whether a note leaves open why something was done, or at that moment."""
    return bool(
        re.match(r"^(why|any reason|the reason|a reason|any motive)\b", gap.strip(), re.IGNORECASE)
        or re.search(r"\b(intended|on purpose|deliberate\w*)\b", gap)
    )
