"""A question asks what really happened or who is right, not what is reported."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reportedly.authoring.linting.parts import Subject
from reportedly.quiz.faults import Fault
from reportedly.quiz.kinds import Open

LOOKS_AT = "question"

_ASKS_FOR_TRUTH = re.compile(
    r"\b(?:the|what)(?: is| was)?(?: the)? (?:real|true|actual|correct) (?:death )?"
    r"(?:toll|number|count|story|reason|motives?|cause|culprits?)\b"
    r"|\b(?:really|actually) (?:happened|took place|occurred|did it|died)\b"
    r"|\bwh(?:o|ose)(?: side)? is (?:really |actually )?"
    r"(?:right|lying|telling the truth|to blame)\b"
    r"|\bwhich (?:side|party|government|country|paper|newspaper|outlet)"
    r" (?:is (?:right|lying|telling the truth|to blame)|do you (?:believe|trust|support))\b",
    re.IGNORECASE,
)


def find(given: Subject) -> Iterator[Fault]:
    """Each question that the articles cannot decide by what they say."""
    for said in given.texts_with("real", "true", "actual", "correct", "wh"):
        # An answer of one's own may well be that it cannot be known.
        if said.role != "ask" or isinstance(said.question, Open):
            continue
        found = _ASKS_FOR_TRUTH.search(said.text) and _ASKS_FOR_TRUTH.search(said.unquoted)
        if found:
            yield Fault(
                said.place,
                f"the question asks for more than is reported: “{found[0]}”",
                "ask what a source says, or what the articles support",
            )
