"""Numbers that no computer should try to hold, such as 1e999999999, found before they are read."""

from __future__ import annotations

import re
from typing import Any

from reportedly.files.reading.lookup import short
from reportedly.quiz.faults import Fault, Place

_POINTS = re.compile(r"\s*[+-]?\d{1,9}(\.\d{1,9})?(\s*/\s*[1-9]\d{0,8})?\s*")


def without_wild_points(entry: dict[str, Any]) -> tuple[dict[str, Any], list[Fault]]:
    """A copy of a question without such points, and a fault for each."""
    entry = dict(entry)
    faults = []
    if is_wild(points := entry.get("points")):
        faults.append(_fault(("points",), points))
        del entry["points"]
    if isinstance(entry.get("rubric"), list):
        levels = list(entry["rubric"])
        for n, level in enumerate(levels):
            if isinstance(level, dict) and is_wild(points := level.get("points")):
                faults.append(_fault(("rubric", n, "points"), points))
                # A stand-in that is like no other, so that nothing more is found wrong with it.
                levels[n] = {**level, "points": f"1/{1000003 + n}"}
        entry["rubric"] = levels
    return entry, faults


def without_wild_values(data: Any) -> tuple[Any, list[Fault]]:
    """A ledger's data with 0 for quantities of that sort, and a fault for each."""
    faults: list[Fault] = []
    if not isinstance(data, dict) or not isinstance(data.get("claims"), list):
        return data, faults
    claims = list(data["claims"])
    for n, claim in enumerate(claims):
        given = claim.get("quantity") if isinstance(claim, dict) else None
        quantities = list(given) if isinstance(given, list) else [given]
        for q, quantity in enumerate(quantities):
            if isinstance(quantity, dict) and is_wild(value := quantity.get("value")):
                place: Place = ("claims", n, "quantity", q, "value")
                found = f'"value" is the text "{short(value, 30)}", not a number'
                faults.append(Fault(place, found, "write a number, such as 1 or 2"))
                quantities[q] = {**quantity, "value": "0"}
                claims[n] = {**claim, "quantity": quantities}
    return {**data, "claims": claims}, faults


def is_wild(number: Any) -> bool:
    """Whether a text is no plain number of a sensible size."""
    return isinstance(number, str) and bool(number.strip()) and not _POINTS.fullmatch(number)


def _fault(place: Place, points: Any) -> Fault:
    found = f'"{short(points, 30)}" is not a number of points'
    return Fault(place, found, "write a number such as 1, 2.5 or 1/2")
