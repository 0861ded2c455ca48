"""Units of one measure, so that 90 minutes and an hour and a half are the same length of time."""

from __future__ import annotations

from fractions import Fraction

_SIZES: tuple[dict[str, Fraction], ...] = (
    {
        "second": Fraction(1), "minute": Fraction(60), "hour": Fraction(3600),
        "day": Fraction(86_400), "night": Fraction(86_400), "week": Fraction(604_800),
    },
    {"month": Fraction(1), "year": Fraction(12), "decade": Fraction(120),
     "century": Fraction(1200)},
    {"mm": Fraction(1, 1000), "millimetre": Fraction(1, 1000), "cm": Fraction(1, 100),
     "centimetre": Fraction(1, 100), "metre": Fraction(1), "meter": Fraction(1),
     "km": Fraction(1000), "kilometre": Fraction(1000), "kilometer": Fraction(1000)},
    {"inch": Fraction(1), "foot": Fraction(12), "yard": Fraction(36), "mile": Fraction(63_360)},
    {"kg": Fraction(1), "kilo": Fraction(1), "kilogram": Fraction(1), "tonne": Fraction(1000)},
)  # fmt: skip
"""Only those whose sizes are in a fixed proportion: no months in days, no miles in kilometres."""

_IRREGULAR = {"inches": "inch", "feet": "foot", "centuries": "century"}
_SIZE = {name: (n, size) for n, group in enumerate(_SIZES) for name, size in group.items()}


def size(unit: str | None) -> Fraction:
    """How many of the smallest kindred unit it holds; 1 for a unit that stands alone."""
    return _SIZE[_single(unit)][1] if _single(unit) in _SIZE else Fraction(1)


def is_convertible(one: str | None, other: str | None) -> bool:
    """Whether an amount of one can be told in the other."""
    a, b = _SIZE.get(_single(one)), _SIZE.get(_single(other))
    return a is not None and b is not None and a[0] == b[0]


def measure(unit: str | None) -> str:
    """What units of one measure have in common; the unit itself where it stands alone."""
    known = _SIZE.get(_single(unit))
    return f"measure {known[0]}" if known is not None else (unit or "")


def _single(unit: str | None) -> str:
    low = (unit or "").casefold().strip()
    return _IRREGULAR.get(low, low.removesuffix("s"))
