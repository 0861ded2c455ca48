"""A verb in our own voice judges how somebody speaks: claimed, admitted, insisted."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reportedly.authoring.linting.parts import Subject
from reportedly.quiz.faults import Fault

LOOKS_AT = "question"

_STEMS = (
    *("claimed", "admitted", "insisted", "conceded", "confessed"),
    *("so-called", "supposedly", "purportedly"),
)
_JUDGING = re.compile(
    r"\b(claimed(?! (?:responsibility|asylum|damages|compensation|[a-z ]*lives?\b))"
    r"|admitted(?! (?:to (?:the )?hospital|to a hospital|for treatment))"
    r"|insisted|conceded|confessed|so-called|supposedly|purportedly)\b",
    re.IGNORECASE,
)


def find(given: Subject) -> Iterator[Fault]:
    """Each question, right answer or explanation that takes sides by its verb."""
    for said in given.texts_with(*_STEMS):
        # A wrong option may judge: that can be what is wrong with it.
        if said.role not in ("ask", "explain", "right", "model"):
            continue
        found = _JUDGING.search(said.unquoted)
        if found:
            yield Fault(
                said.place,
                f"“{found[0]}” passes judgement in our own voice",
                "write said, reported or wrote; quote the word where it is the lesson",
            )
