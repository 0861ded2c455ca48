"""The longest option is the right one more often than chance would have it."""

from __future__ import annotations

from collections.abc import Iterator

from reportedly.authoring.linting.chance import is_more_than_chance
from reportedly.authoring.linting.parts import Choice, Subject
from reportedly.quiz.faults import Fault

LOOKS_AT = "bank"

LEAST = 6
"""Questions below which a share tells nothing."""


def find(given: Subject) -> Iterator[Fault]:
    """The bank, if a learner would do well by always choosing the longest option."""
    asked = [c for c in given.choices if c.question.status != "draft" and len(c.right) == 1]
    longest = [choice for choice in asked if _is_key_longest(choice)]
    expected = [1 / len(choice.options) for choice in asked]
    if len(asked) >= LEAST and is_more_than_chance(len(longest), expected):
        yield Fault(
            ("questions",),
            f"the right option is the longest in {len(longest)} of {len(asked)} lists of options "
            "(lines {lines})",
            "shorten some right options, or write some wrong ones in more detail",
            also=tuple(choice.at(choice.right[0]) for choice in longest),
        )


def _is_key_longest(choice: Choice) -> bool:
    key = len(choice.options[choice.right[0]].text)
    return all(len(choice.options[n].text) < key for n in choice.wrong)
