"""The ways in which an article may print a number."""

from __future__ import annotations

from fractions import Fraction

from reportedly.authoring.drafting.wording import number

_WORDS = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
    "sixteen seventeen eighteen nineteen twenty"
).split()
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()


def spellings(value: Fraction) -> tuple[str, ...]:
    """For example 16 and sixteen, 1,240 and 1240."""
    digits = number(value)
    ways = {digits, digits.replace(",", "")}
    if value.denominator == 1 and 0 <= value < 100:
        whole = int(value)
        if whole <= 20:
            ways.add(_WORDS[whole])
        else:
            ten, one = divmod(whole, 10)
            ways.add(_TENS[ten - 2] + (f"-{_WORDS[one]}" if one else ""))
    return tuple(sorted(ways))
