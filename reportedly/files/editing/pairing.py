"""Which entry of a changed list was which before, so that its words and remarks stay with it."""

from __future__ import annotations

import json
from collections.abc import Iterator

from rapidfuzz import fuzz

from reportedly.files.editing.plain import Value

_ALIKE = 0.5
"""From how much in common on two entries are taken for the same one, changed."""


def pairs(before: list[Value], after: list[Value]) -> list[int | None]:
    """For each entry of the new list its position in the old one; None for those that are new.

    The same entries are paired first, then those that have most in common, then what is left where
    the other stood.
    """
    stamps = [_stamp(entry) for entry in before]
    free = set(range(len(before)))
    found: list[int | None] = [None] * len(after)

    def pair(new: int, old: int) -> None:
        found[new] = old
        free.discard(old)

    for new, entry in enumerate(after):
        stamp = _stamp(entry)
        same = [old for old in sorted(free) if stamps[old] == stamp]
        if same:
            # The same words twice: the nearer one was not moved.
            pair(new, min(same, key=lambda old: abs(old - new)))
    likely = sorted(
        (-likeness(before[old], after[new]), abs(old - new), new, old)
        for new in range(len(after))
        if found[new] is None
        for old in free
    )
    for unlike, _, new, old in likely:
        if -unlike >= _ALIKE and found[new] is None and old in free:
            pair(new, old)
    for new in range(len(after)):
        if found[new] is None and new in free and type(before[new]) is type(after[new]):
            pair(new, new)
    return found


def likeness(one: Value, other: Value) -> float:
    """How much two entries have in common, from 0 to 1; of different shapes: nothing."""
    if type(one) is not type(other):
        return 0.0
    first, second = list(_texts(one)), list(_texts(other))
    if not first or not second:
        return 0.0
    shared = sum(fuzz.ratio(a, b) / 100 for a, b in zip(first, second, strict=False))
    return float(shared) / max(len(first), len(second))


def _texts(value: Value) -> Iterator[str]:
    """The texts in a value; those under the same names stand at the same place if names match."""
    if isinstance(value, dict):
        for name in sorted(value):
            yield from _texts(value[name])
    elif isinstance(value, list):
        for part in value:
            yield from _texts(part)
    else:
        yield value


def _stamp(value: Value) -> str:
    return json.dumps(value, sort_keys=True)
