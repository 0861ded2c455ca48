"""A text calls out or cheers, where people may have died or been hurt."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reportedly.authoring.linting.parts import Subject
from reportedly.quiz.faults import Fault

LOOKS_AT = "question"

_PRAISE = (
    *("well done", "great job", "good job", "nice work", "awesome"),
    *("congratulations", "hooray", "bravo"),
)
_CHEER = re.compile(rf"!(?!=)|\b(?:{'|'.join(_PRAISE)})\b", re.IGNORECASE)


def find(given: Subject) -> Iterator[Fault]:
    """Each text with an exclamation mark or praise outside quotation marks."""
    for said in given.texts_with("!", *_PRAISE):
        if said.role in ("words", "typed"):
            continue
        found = _CHEER.search(said.unquoted)
        if found:
            yield Fault(
                said.place,
                f"the text calls out or cheers: “{found[0]}”",
                "say it plainly; feedback tells why, not how well somebody did",
            )
