"""Plain values with one thing changed: what an edit was to make, beside what it has made."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from reportedly.files.reading.source import without_invisible
from reportedly.quiz.faults import Place

Value = Any
"""A text, a list of values, or a dict of them."""

_SPACE = " \t\r\n"


def same(one: Value, other: Value) -> bool:
    """Whether two values say the same: spaces around a text make no difference."""
    if isinstance(one, list) and isinstance(other, list):
        return len(one) == len(other) and all(map(same, one, other))
    if isinstance(one, dict) and isinstance(other, dict):
        return one.keys() == other.keys() and all(same(one[key], other[key]) for key in one)
    if isinstance(one, str) and isinstance(other, str):
        return one.strip(_SPACE) == other.strip(_SPACE)
    return False


def tidy(value: Value) -> Value:
    """A value as it is written: texts without spaces around them, everything else as text.

    Characters that nobody can see are left out: a text pasted from elsewhere may hold some.
    """
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, dict):
        return {str(key): tidy(part) for key, part in value.items()}
    if isinstance(value, list | tuple):
        return [tidy(part) for part in value]
    return without_invisible(str(value)).strip(_SPACE)


def at(data: Value, place: Place) -> Value:
    """What stands at a place."""
    for step in place:
        if isinstance(step, int) and not isinstance(data, list):
            continue
        data = data[step]
    return data


def changed(data: Value, place: Place, change: Callable[[Value], Value]) -> Value:
    """A copy in which what stands at a place is another."""
    if not place:
        return change(data)
    step, rest = place[0], place[1:]
    if isinstance(step, int) and not isinstance(data, list):
        return changed(data, rest, change)
    if isinstance(data, list) and isinstance(step, int):
        return [changed(part, rest, change) if n == step else part for n, part in enumerate(data)]
    return {
        name: changed(part, rest, change) if name == step else part for name, part in data.items()
    }


def put(data: Value, place: Place, value: Value) -> Value:
    """A copy with another value at a place; a field may be new."""
    if place and isinstance(place[-1], str):
        name = place[-1]
        return changed(data, place[:-1], lambda fields: {**fields, name: value})
    return changed(data, place, lambda _: value)


def dropped(data: Value, place: Place) -> Value:
    """A copy without a field or an entry of a list."""
    step = place[-1]
    if isinstance(step, int):
        return changed(data, place[:-1], lambda listed: listed[:step] + listed[step + 1 :])
    return changed(data, place[:-1], lambda fields: {k: v for k, v in fields.items() if k != step})


def inserted(data: Value, place: Place, index: int, value: Value) -> Value:
    """A copy with one more entry in the list at a place."""
    return changed(data, place, lambda listed: [*(listed or [])[:index], value, *listed[index:]])


def moved(data: Value, place: Place, old: int, new: int) -> Value:
    """A copy with an entry of the list at a place moved, to where it then stands."""
    return changed(data, place, lambda listed: reordered(listed, old, new))


def reordered(listed: list[Value], old: int, new: int) -> list[Value]:
    """A copy of a list with one entry elsewhere."""
    rest = [*listed[:old], *listed[old + 1 :]]
    return [*rest[:new], listed[old], *rest[new:]]
