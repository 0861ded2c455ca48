"""Numbers as people type them, and the span of numbers that answers a question."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from fractions import Fraction
from typing import NoReturn

from reportedly.quiz.response import ResponseUnclear

COMMA_LANGUAGES = frozenset({"de", "fr", "es", "it", "nl", "pt", "ru"})
"""Languages in which a comma stands before the decimals."""

LONGEST = 40
"""Characters a number may have; who types more has typed something else."""

_MINUS = str.maketrans("\u2212\u2013", "--")
_TYPED = str.maketrans(
    {
        **dict.fromkeys("\u2212\u2013\uff0d", "-"),
        **dict.fromkeys("\u2019\u02bc\u066c", "'"),
        **{"\u066b": ".", "\uff0e": ".", "\uff0c": ",", "\uff0b": "+"},
        **dict.fromkeys("\uff05\u066a", "%"),
    }
)
"""Signs of numbers as keyboards of other languages give them."""
_MARKS = r"[.,]"
_WHOLE_OR_DECIMAL = re.compile(rf"([+-]?)(\d*)(?:({_MARKS})(\d*))?")
_GROUPED = re.compile(rf"([+-]?)(\d{{1,3}}(?:([.,' ])\d{{3}})(?:\3\d{{3}})*)(?:({_MARKS})(\d+))?")


@dataclass(frozen=True)
class Span:
    """All numbers from low to high, ends included."""

    low: Fraction
    high: Fraction

    def __contains__(self, number: Fraction) -> bool:
        return self.low <= number <= self.high


def parse_number(text: str, *, language: str = "en", unit: str | None = None) -> Fraction:
    """The number in what a learner typed, exactly.

    A decimal comma or point, marks, spaces or apostrophes between thousands, a sign, and the
    question's own unit are understood.

    Args:
        text: What was typed.
        language: Decides only which decimal mark is proposed when we have to ask.
        unit: The question's unit; "percent" and "per cent" may also be typed as %.

    Raises: ResponseUnclear: if there is no number, or two ways to read it; the message asks.
    """
    # Signs that nobody sees come along with what is pasted.
    seen = "".join(sign for sign in text.translate(_TYPED) if unicodedata.category(sign) != "Cf")
    bare = _without_unit(" ".join(seen.split()), unit)
    bare = re.sub(r"^([+-]) (?=\d)", r"\1", bare)
    if len(bare) <= LONGEST:
        if (found := _WHOLE_OR_DECIMAL.fullmatch(bare)) and (found[2] or found[4]):
            sign, whole, mark, decimals = found.groups(default="")
            if mark and len(decimals) == 3 and len(whole) <= 3 and whole.strip("0"):
                _ask_which(sign + whole, decimals, mark, language)
            return Fraction(f"{sign}{whole or 0}.{decimals or 0}")
        if (found := _GROUPED.fullmatch(bare)) and found[3] != found[4]:
            sign, whole, mark, _, decimals = found.groups(default="")
            return Fraction(f"{sign}{whole.replace(mark, '')}.{decimals or 0}")
    typed = f'"{text}"' if len(text) <= LONGEST else "This"
    raise ResponseUnclear(f"{typed} is not one number. Please type one in digits, for example 12.")


def _without_unit(text: str, unit: str | None) -> str:
    """The text without the unit behind the number, or before it as with $34."""
    if not unit:
        return text
    written = ["%", "percent", "per cent"] if unit in ("%", "percent", "per cent") else [unit]
    units = "|".join(map(re.escape, written))
    behind = re.sub(rf" ?({units})$", "", text, flags=re.IGNORECASE)
    if behind != text or unit[-1:].isalpha():
        return behind
    return re.sub(rf"^([+-]?)({units}) ?", r"\1", text)


def _ask_which(whole: str, decimals: str, mark: str, language: str) -> NoReturn:
    """Ask whether a mark stands between thousands or before the decimals."""
    decimal_mark = "," if language in COMMA_LANGUAGES else "."
    short = decimals.rstrip("0") or "0"
    # Three decimals would be asked about again; a nought more is read in one way only.
    shown = f"{whole}{decimal_mark}{short + '0' if len(short) == 3 else short}"
    raise ResponseUnclear(
        f'"{whole}{mark}{decimals}" can be read in two ways. '
        f"Please type {whole}{decimals} or {shown}."
    )


_SIGNED = r"[+-]?\d+(?:\.\d+)?"
_RANGE = re.compile(rf"({_SIGNED})\s*%?\s+to\s+({_SIGNED})\s*%?")
_ABOUT = re.compile(rf"({_SIGNED})\s*(%?)\s*(?:\+-|\+/-|±)\s*(\d+(?:\.\d+)?)\s*(%?)")
_EXACT = re.compile(rf"({_SIGNED})\s*%?")


def parse_span(text: str) -> Span:
    """The numbers that an author counts as right.

    Args:
        text: `42`, `42 +- 0.5`, `42 +- 5%` (of 42), `40 to 45`, each also with a percent sign.

    Raises: ValueError: if it is none of these; the message shows the forms.
    """
    text = text.strip().translate(_MINUS)
    if found := _RANGE.fullmatch(text):
        low, high = Fraction(found[1]), Fraction(found[2])
        if low > high:
            raise ValueError(f'the range "{text}" runs downwards; write the smaller number first')
        return Span(low, high)
    if found := _ABOUT.fullmatch(text):
        middle, width = Fraction(found[1]), Fraction(found[3])
        if found[4] and not found[2]:
            # 42 +- 5% is a share of 42; 42% +- 5% is 37% to 47%.
            width = abs(middle) * width / 100
        return Span(middle - width, middle + width)
    if found := _EXACT.fullmatch(text):
        return Span(Fraction(found[1]), Fraction(found[1]))
    raise ValueError(
        f'"{text}" is not a number I can read; write 42, 42 +- 0.5, 42 +- 5% or 40 to 45'
    )


def is_in_percent(text: str) -> bool:
    """Whether an author's numbers are written with a percent sign; one of a tolerance is not."""
    return "%" in re.split(r"\+-|\+/-|±", text)[0]
