r"""What a schema can say of the inside of a text, as regular expressions that editors understand.

Only what ECMAScript and Python read alike: no `\p{...}`, no look-behind.
"""

from __future__ import annotations

_UNSEEN = "\\u0000-\\u0008\\u000b\\u000c-\\u001f\\u007f-\\u009f\\u2028\\u2029\\ufeff"

WORDS = rf"^[^{_UNSEEN}]*[^\s{_UNSEEN}][^{_UNSEEN}]*$"
"""Something that can be seen, and no invisible control character."""

AT_MOST_12_WORDS = r"^\s*(\S+\s+){0,11}\S+\s*$"

WITH_A_LETTER = "[0-9A-Za-z\\u00aa-\\u00ff\\u0100-\\u1fff\\u2c00-\\ud7ff\\uf900-\\uffef]"
"""A letter or a digit of any script."""

_GAP = r"\[[a-z0-9][a-z0-9-]*\]"

A_GAP_TWICE = r"\[([a-z0-9][a-z0-9-]*)\][^]*\[\1\]".replace("[^]", r"[\s\S]")
"""The same name in square brackets a second time."""

MOST_GAPS = 12
"""Gaps of one text up to which they are counted."""

_DIGITS = 6
"""Digits of a whole number up to which two are compared."""


def exactly_gaps(count: int) -> str:
    """A text with so many gaps."""
    other = r"(?:(?!" + _GAP + r")[\s\S])*"
    return f"^{other}(?:{_GAP}{other}){{{count}}}$"


def downwards() -> str:
    """A range of whole numbers whose first is the larger one."""
    longer = [rf"[1-9]\d{{{n},}}\s*to\s*\d{{1,{n}}}" for n in range(1, _DIGITS)]
    # A beginning that both share, then a larger digit against a smaller one, then as many more.
    same = [
        rf"(\d*){high}\d{{{rest}}}\s*to\s*\{len_before}[0-{high - 1}]\d{{{rest}}}"
        for len_before, (high, rest) in enumerate(
            ((high, rest) for rest in range(_DIGITS) for high in range(1, 10)), start=1
        )
    ]
    return rf"^\s*(?:{'|'.join([*longer, *same])})\s*$"
