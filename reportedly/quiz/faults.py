"""A fault in what somebody wrote, said so that they can mend it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal

Place = tuple[str | int, ...]
"""The way to a value: field names and list positions, from the top of what is being checked."""

Severity = Literal["error", "warning"]


@dataclass(frozen=True)
class Fault:
    """One thing to mend.

    Attributes:
        place: Where it is; the reader of the file turns this into line and column.
        found: What was found, one clause without a full stop.
        cure: What to do, or "" when `found` says it already.
        also: Further places to name ("lines 24, 27"); `found` may say "{lines}" for them.
        rule: The rule in `authoring/lint` that found it, by which it can be allowed; else "".
        at_name: Whether the name of the field at the place is at fault, rather than its value.
    """

    place: Place
    found: str
    cure: str = ""
    also: tuple[Place, ...] = ()
    severity: Severity = "error"
    rule: str = ""
    at_name: bool = False

    def under(self, *prefix: str | int) -> Fault:
        """The same fault, seen from further out."""
        also = tuple((*prefix, *place) for place in self.also)
        return replace(self, place=(*prefix, *self.place), also=also)
