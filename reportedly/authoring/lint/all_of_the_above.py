"""An option stands for all or none of the others."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reportedly.authoring.linting.parts import Subject
from reportedly.authoring.linting.wording import shown
from reportedly.quiz.faults import Fault

LOOKS_AT = "question"

_OTHERS = r"(?:options|answers|choices|alternatives|statements|possibilities)"
_WHOLE = re.compile(
    rf"(?:all|none|any|both|neither|either|more than one|two) (?:of )?(?:the )?"
    rf"(?:other )?(?:above|below|these|those|foregoing|preceding|others|{_OTHERS})"
    rf"(?: {_OTHERS})?(?: (?:above|below))?"
    rf"(?: (?:is|are|apply|applies|fit|fits)(?: (?:right|correct|true|wrong|false))?)?"
    r"|(?:all|none) of (?:them|it)"
    r"|(?:all|none|everything|nothing) (?:mentioned |listed |named )?above"
    r"|(?:both )?(?:options?|answers?) [a-e1-5](?:,? (?:and|or) (?:options? |answers? )?[a-e1-5])+"
    r"|(?:both )?[a-e] and [a-e] (?:are|is) (?:right|correct|true|wrong|false)"
    r"|(?:both )?\(?[a-e1-5]\),? (?:and|or) \(?[a-e1-5]\)"
)
_INSIDE = re.compile(
    r"\b(?:all|none|both|neither) of the "
    rf"(?:above|foregoing|(?:other )?{_OTHERS} (?:above|below))\b"
)


def find(given: Subject) -> Iterator[Fault]:
    """Each option that can be chosen by knowing about two of the others only."""
    for choice in given.choices:
        for n, option in enumerate(choice.options):
            text = option.text.strip(" .;!“”\"'").lower()
            if _WHOLE.fullmatch(text) or _INSIDE.search(text):
                yield Fault(
                    choice.at(n),
                    f"the option “{shown(option.text)}” stands for the others",
                    "write an option of its own, or use `kind: multiple`",
                )
