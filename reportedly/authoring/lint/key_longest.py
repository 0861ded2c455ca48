"""The right option is clearly longer than every other, so its length gives it away."""

from __future__ import annotations

from collections.abc import Iterator

from reportedly.authoring.linting.parts import Subject
from reportedly.quiz.faults import Fault

LOOKS_AT = "question"

MUCH = 1.3
"""How many times as long as the next one is clearly longer."""
CHARACTERS = 15
"""Names differ in length; fewer characters than these tell nothing."""


def find(given: Subject) -> Iterator[Fault]:
    """Each list of options in which all that is right is clearly longer than all that is wrong."""
    for choice in given.choices:
        if not choice.right or not choice.wrong:
            continue
        key = min(choice.right, key=lambda n: len(choice.options[n].text))
        least = len(choice.options[key].text)
        most = max(len(choice.options[n].text) for n in choice.wrong)
        if least >= most * MUCH and least - most >= CHARACTERS:
            yield Fault(
                choice.at(key),
                f"the right option has {least} characters, the longest wrong one {most}",
                "shorten it, or bring the wrong options to the same length and detail",
            )
