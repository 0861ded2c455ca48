"""What a learner answered, in the author's terms: positions in the bank, never on the screen.

Five shapes serve the eleven kinds. Each is stored as the plain data of `to_plain`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any


class ResponseRefused(ValueError):
    """The response does not fit the question; nothing is stored. The text is for programmers."""


class ResponseUnclear(ValueError):
    """The response can be read in two ways or not at all; the text asks the learner."""


@dataclass(frozen=True)
class Chosen:
    """Options or pieces picked, by position in the bank."""

    picks: frozenset[int]


@dataclass(frozen=True)
class Placed:
    """For each item (or gap) the position of the choice put there; items left open are absent."""

    places: tuple[tuple[int, int], ...]

    @classmethod
    def of(cls, places: Mapping[int, int]) -> Placed:
        """The same placing whatever the order it was made in."""
        return cls(tuple(sorted(places.items())))


@dataclass(frozen=True)
class Sequence:
    """All items in the order given, by position in the bank."""

    items: tuple[int, ...]


@dataclass(frozen=True)
class Typed:
    """Words or a number, as typed."""

    text: str


@dataclass(frozen=True)
class SelfMarked:
    """A written answer and, once the learner compared it, the rubric level they gave it."""

    text: str
    level: int | None = None


Response = Chosen | Placed | Sequence | Typed | SelfMarked


def sent(payload: object, name: str) -> object:
    """What a card sent under a name; None if nothing.

    Raises: ResponseRefused: if the payload is no mapping of names to values.
    """
    if not isinstance(payload, Mapping):
        raise ResponseRefused("the payload is not an object")
    return payload.get(name)


def to_plain(response: Response) -> dict[str, Any]:
    """Plain data that JSON can carry and `from_plain` reads back."""
    match response:
        case Chosen(picks):
            return {"chosen": sorted(picks)}
        case Placed(places):
            return {"placed": [list(pair) for pair in places]}
        case Sequence(items):
            return {"sequence": list(items)}
        case Typed(text):
            return {"typed": text}
        case SelfMarked(text, level):
            return {"written": text, "level": level}


def from_plain(plain: Mapping[str, Any]) -> Response:
    """The response that `to_plain` wrote.

    Raises: ResponseRefused: when the data have none of the five shapes.
    """
    match plain:
        case {"chosen": [*picks]} if _are_positions(picks):
            return Chosen(frozenset(picks))
        case {"placed": [*pairs]} if all(_is_pair(pair) for pair in pairs):
            return Placed(tuple((item, choice) for item, choice in pairs))
        case {"sequence": [*items]} if _are_positions(items):
            return Sequence(tuple(items))
        case {"typed": str(text)}:
            return Typed(text)
        case {"written": str(text), "level": None}:
            return SelfMarked(text)
        case {"written": str(text), "level": level} if _are_positions([level]):
            return SelfMarked(text, level)
    raise ResponseRefused("no response has this shape")


def _are_positions(values: list[Any]) -> bool:
    # `type`, not isinstance: True and False are no positions.
    return all(type(value) is int and value >= 0 for value in values)


def _is_pair(value: object) -> bool:
    return isinstance(value, list) and len(value) == 2 and _are_positions(value)
