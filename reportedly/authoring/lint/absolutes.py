"""Words such as always, all and never stand in the wrong options alone."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reportedly.authoring.linting.parts import Subject
from reportedly.authoring.linting.wording import unquoted
from reportedly.quiz.faults import Fault

LOOKS_AT = "question"

_ABSOLUTE = re.compile(
    r"\b(always|never|every|everyone|everybody|everything"
    r"|completely|totally|entirely|absolutely|certainly|definitely|undoubtedly|impossible"
    # At the beginning these are an answer: "Nobody is named".
    r"|(?<=.)(?:nobody|none|nothing|no one)"
    r"|without (?:any )?(?:doubt|exception)|beyond (?:any |all )?doubt"
    r"|(?<!at )(?<!not )(?<!above )(?<!after )(?<!first of )all(?! the same\b| but\b| right\b))\b",
    re.IGNORECASE,
)


def find(given: Subject) -> Iterator[Fault]:
    """Each list of options of which half or more of the wrong ones, and no right one, has one."""
    for choice in given.choices:
        absolute = {
            n: found[0].lower()
            for n, option in enumerate(choice.options)
            if _ABSOLUTE.search(option.text) and (found := _ABSOLUTE.search(unquoted(option.text)))
        }
        wrong = [n for n in choice.wrong if n in absolute]
        given_away = len(wrong) >= 2 and 2 * len(wrong) >= len(choice.wrong)
        if given_away and choice.right and not any(n in absolute for n in choice.right):
            listed = ", ".join(dict.fromkeys(f"“{absolute[n]}”" for n in wrong))
            yield Fault(
                choice.at(wrong[0]),
                f"only wrong options are absolute: {listed} (lines {{lines}})",
                "say the same of a part, or give the right option a word as strong",
                also=tuple(choice.at(n) for n in wrong),
            )
