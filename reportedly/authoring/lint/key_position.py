"""Where options keep their order, the right one stands in the same place too often."""

from __future__ import annotations

from collections.abc import Iterator

from reportedly.authoring.linting.chance import is_more_than_chance
from reportedly.authoring.linting.parts import Choice, Subject
from reportedly.quiz.faults import Fault

LOOKS_AT = "bank"

LEAST = 4
"""Lists of options below which a position tells nothing."""


def find(given: Subject) -> Iterator[Fault]:
    """The bank, if a learner would do well by always choosing, say, the second option."""
    fixed = [
        (choice, position)
        for choice in given.choices
        if choice.question.status != "draft" and len(choice.right) == 1
        for position in [_position(choice)]
        if position is not None
    ]
    if len(fixed) < LEAST:
        return
    chances = [1 / len(choice.options) for choice, _ in fixed]
    for where in ("last", *range(max(len(choice.options) for choice, _ in fixed))):
        there = [choice for choice, at in fixed if _is_at(choice, at, where)]
        if is_more_than_chance(len(there), chances):
            place = "last" if where == "last" else f"number {int(where) + 1}"
            yield Fault(
                ("questions",),
                f"the right option is {place} in {len(there)} of {len(fixed)} lists that keep "
                "their order (lines {lines})",
                "let the options be shuffled, or put some right ones elsewhere",
                also=tuple(choice.at(choice.right[0]) for choice in there),
            )
            return


def _position(choice: Choice) -> int | None:
    """Where every learner sees the right option; None if that is drawn anew for each."""
    key = choice.right[0]
    pinned = [n for n, option in enumerate(choice.options) if option.pin == "last"]
    if choice.question.shuffle:
        return len(choice.options) - 1 if pinned == [key] else None
    order = [n for n in range(len(choice.options)) if n not in pinned] + pinned
    return order.index(key)


def _is_at(choice: Choice, position: int, where: int | str) -> bool:
    return position == (len(choice.options) - 1 if where == "last" else where)
