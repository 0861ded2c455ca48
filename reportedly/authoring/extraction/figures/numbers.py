"""Numbers in running text: digits, words, dozens, ranges, money and shares, with their qualifier.

Finding them needs no language model. What is a date, a clock time, an age or part of a name is
not a quantity and is left out. Every pass over the text is linear in its length.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from fractions import Fraction
from functools import lru_cache

from reportedly.authoring.extraction.figures.not_counted import skipped
from reportedly.authoring.extraction.lexicon.number_words import (
    CURRENCIES,
    MAGNITUDES,
    QUALIFIERS_AFTER,
    QUALIFIERS_BEFORE,
    SMALL,
    TENS,
    VAGUE,
)
from reportedly.story.ledger import Qualifier


@dataclass(frozen=True, slots=True)
class Number:
    """A quantity as the text gives it.

    Attributes:
        start, end: With qualifier, currency and unit sign, in the paragraph.
        core: Where the digits or number words themselves stand.
        value: None where only an amount in words is given ("hundreds").
        unit: A currency or "%", where a sign or word says so.
    """

    start: int
    end: int
    core: tuple[int, int]
    value: Fraction | None
    amount: str | None
    qualifier: Qualifier
    unit: str | None


@lru_cache(maxsize=512)  # each paragraph is asked for when it is read and when claims are aligned
def numbers(text: str) -> tuple[Number, ...]:
    """All quantities of a paragraph, in order; both ends of a range are given."""
    matches = list(_NUMBER.finditer(text))
    not_counted = skipped(text, (match.span("core") for match in matches))
    found = [
        number
        for match in matches
        if not not_counted.covers(match.start("core"))
        and (number := _read(text, match)) is not None
    ]
    return tuple(_with_ranges(text, found))


_MAGNITUDE = "|".join(sorted(MAGNITUDES, key=len, reverse=True))
_UNIT_WORD = "|".join([*SMALL, *TENS])
_SPELT = (
    rf"(?:(?:{_UNIT_WORD})(?:[- ](?:{_UNIT_WORD}))?|an?(?=\s+(?:hundred|thousand|million|billion"
    r"|trillion|dozen)\b)|half\s+an?(?=\s+(?:million|billion|dozen)\b))"
)
_VAGUE = "|".join(
    [
        r"(?:one|\d{1,3}|two|three|four)\s+(?:in|out\s+of)\s+(?:every\s+)?(?:\d{1,4}|two|three|four|five|six"
        r"|seven|eight|nine|ten)(?!\w)",
        r"(?:an?|one|two|three|four)[\s-](?:half|halves|thirds?|quarters?|fifths?|tenths?)(?=\s+of\b)",
        r"half(?=\s+(?:of|the|its|their|his|her|all)\b)",
        *(words.replace(" ", r"\s+") for words in sorted(VAGUE, key=len, reverse=True)),
        r"(?:most|much|many|all|some)(?=\s+of\s+(?:the|its|their|his|her|them|whom|which|those|these)\b)",
        r"all(?=\s+(?:the|those|these)\s+\w)",
        r"(?:most|many)(?=\s+(?!as\b|is\b|was\b|has\b)[a-z]+s\b)",
        r"some(?=\s+(?:[A-Z]\w+s|people|residents|witnesses|families|areas|towns|villages)\s)",
        r"(?:hours|days|weeks|months)(?:\s+or\s+(?:even\s+)?(?:days|weeks|months|years))?"
        r"(?=\s+(?:after|before|later|ago|earlier)\b)",
    ]
)
_CURRENCY_SIGN = "|".join(re.escape(sign) for sign in sorted(CURRENCIES, key=len, reverse=True))
_NUMBER = re.compile(
    rf"""
    (?<![\w.,/#&])(?<![^\d\s]-)(?:(?P<sign>{_CURRENCY_SIGN})\s?)?
    (?P<core>
      (?P<vague>{_VAGUE})
    | (?:\d{{1,3}}(?:,\d{{3}})+(?:\.\d+)?|\d{{1,3}}(?:[\u00a0\u202f]\d{{3}})+|\d{{1,12}}(?:\.\d{{1,6}})?)
        (?:\s*[-–]?\s*(?:and\s+a\s+half\s+)?(?:{_MAGNITUDE})(?!\w))?
    | {_SPELT}(?:\s+and\s+a\s+(?:half|quarter))?
        (?:[\s-]+(?:{_MAGNITUDE})(?!\w)
          |(?:(?<=hundred)|(?<=thousand)|(?<=million))\s+(?:and\s+)?(?:{_UNIT_WORD})(?!\w)
            (?:[- ](?:{_UNIT_WORD})(?!\w))?){{0,8}}
    )
    (?P<after>\s?(?:%|per\s?cent|percent|percentage\spoints?|pc)(?!\w)
      |\s(?:US\s)?(?:dollars|euros?|pounds|yuan|rupees|pesos|yen|roubles|rubles|francs|kronor|kroner|crowns
        |rand|reais|won)(?!\w))?
    (?![\w])
    """,
    re.VERBOSE | re.IGNORECASE,
)


def _read(text: str, match: re.Match[str]) -> Number | None:
    core = match["core"]
    lower = re.sub(r"\s+", " ", core.lower())
    start, end = match.start("core"), match.end("core")
    amount: str | None = None
    value: Fraction | None = None
    if match["vague"]:
        if (
            lower in _UNITS_ALONE
            and re.search(r"[\w-]+\s+$", text[max(0, start - 12) : start])
            and (
                not re.search(
                    r"\b(?:just|only|until|of|for|came)\s+$", text[max(0, start - 12) : start]
                )
            )
        ):
            return None
        amount = lower
    else:
        value = _value(lower)
        if value is None:
            return None
    if lower == "one" and not _counts(text, end):
        return None
    before = match.start()
    qualifier, start_with = _qualifier_before(text, before)
    end_with = match.end()
    if qualifier is None:
        qualifier, end_with = _qualifier_after(text, end_with)
    unit = _unit(match)
    return Number(start_with, end_with, (start, end), value, amount, qualifier or "exactly", unit)


def _unit(match: re.Match[str]) -> str | None:
    if match["sign"]:
        return CURRENCIES[match["sign"].upper()]
    after = (match["after"] or "").strip().lower()
    if not after:
        return None
    if after in ("%", "per cent", "percent", "pc"):
        return "%"
    return after.removeprefix("us ")


def _value(lower: str) -> Fraction | None:
    """What digits or number words come to."""
    digits = re.match(r"[\d,.\u00a0\u202f]+", lower)
    if digits is not None:
        plain = re.sub(r"[,\u00a0\u202f]", "", digits[0]).rstrip(".")
        value = Fraction(plain)
        rest = lower[digits.end() :].strip(" -–")
        if rest.startswith("and a half"):
            value, rest = value + Fraction(1, 2), rest.removeprefix("and a half").strip()
        return value * MAGNITUDES[rest] if rest else value
    return _spelt_value(lower)


def _spelt_value(lower: str) -> Fraction | None:
    total, part = Fraction(0), Fraction(0)
    words = re.split(r"[\s-]+", lower)
    at = 0
    while at < len(words):
        word = words[at]
        if word in SMALL or word in TENS:
            part += SMALL.get(word, 0) + TENS.get(word, 0)
        elif word in ("a", "an"):
            part = part or Fraction(1)
        elif word == "half":
            part += Fraction(1, 2)
            at += words[at + 1 : at + 2] in (["a"], ["an"])
        elif word == "and":
            if words[at + 1 : at + 3] in (["a", "half"], ["a", "quarter"]):
                part += Fraction(1, 2 if words[at + 2] == "half" else 4)
                at += 2
        elif word in ("hundred", "dozen", "score"):
            part = (part or Fraction(1)) * MAGNITUDES[word]
        elif word in MAGNITUDES:
            total, part = total + (part or 1) * MAGNITUDES[word], Fraction(0)
        else:
            return None
        at += 1
    return total + part


_UNITS_ALONE = frozenset(("hours", "days", "weeks", "months"))
_ONE_COUNTS = re.compile(
    r"\s+(?!of\b|or\b|and\b|in\b|to\b|day\b|another\b|side\b|thing\b|hand\b|is\b|was\b|who\b|that\b"
    r"|which\b|shows?\b|showed\b|can\b|would\b|could\b|has\b|had\b|more time\b|reason\b|way\b|by\b"
    r"|such\b|(?:does|did|gives|might|may|must|should|will|cannot|needs|knows|says|goes|never|always|rarely|feels|thinks|sees)\b|at\b|with\b|on\b|for\b|point\b|again\b)[a-z]{3,}"
)


def _counts(text: str, end: int) -> bool:
    """Whether "one" stands before what it counts and is no pronoun."""
    return _ONE_COUNTS.match(text, end) is not None or _ONE_OF.match(text, end) is not None


_ONE_OF = re.compile(r"\s+of\s+(?:them|whom)\b(?!,)")


_BEFORE = re.compile(
    r"(?:^|(?<=[\s(\"“‘'—–-]))("
    + "|".join(sorted(QUALIFIERS_BEFORE, key=len, reverse=True))
    + r")\s+"
    r"(?:(?:an?\s+(?:additional|further|extra|total\s+of)|another|a|the|other)\s+)?$",
    re.IGNORECASE,
)
_AFTER = re.compile(
    r"\s+(" + "|".join(sorted(QUALIFIERS_AFTER, key=len, reverse=True)) + r")(?!\w)", re.IGNORECASE
)
_REACH = 40
"""How many characters before a number its qualifier may begin."""


def _qualifier_before(text: str, start: int) -> tuple[Qualifier | None, int]:
    from_ = max(0, start - _REACH)
    match = _BEFORE.search(text[from_:start])
    if match is None:
        return None, start
    return QUALIFIERS_BEFORE[re.sub(r"\s+", " ", match[1].lower())], from_ + match.start(1)


def _qualifier_after(text: str, end: int) -> tuple[Qualifier | None, int]:
    match = _AFTER.match(text, end, end + _REACH)
    if match is None:
        return None, end
    return QUALIFIERS_AFTER[re.sub(r"\s+", " ", match[1].lower())], match.end(1)


_TO = re.compile(r"\s*(?:-|–|to)\s*", re.IGNORECASE)


def _with_ranges(text: str, found: list[Number]) -> list[Number]:
    """Both ends of "between 200 and 250" and "20-30" as a floor and a ceiling."""
    out: list[Number] = []
    for number in found:
        if out and _is_range(text, out[-1], number):
            low = out[-1]
            unit = low.unit or number.unit
            if low.unit is None or number.unit is None:
                low = replace(low, unit=unit)
            low = _scaled(text, low, number)
            low_start = _range_start(text, low.start)
            out[-1] = replace(low, start=low_start, end=number.end, qualifier="at least")
            out.append(replace(number, start=low_start, qualifier="up to", unit=unit))
        else:
            out.append(number)
    return out


def _is_range(text: str, low: Number, high: Number) -> bool:
    if low.value is None or high.value is None or low.qualifier == "up to":
        return False
    gap = text[low.end : high.start]
    if len(gap) > 8:
        return False
    if re.fullmatch(r"\s+and\s+", gap):
        return bool(re.search(r"\bbetween\s+$", text[max(0, low.start - 9) : low.start], re.I))
    if not _TO.fullmatch(gap):
        return False
    scaled = _scaled(text, low, high).value
    return (
        scaled is not None
        and scaled < high.value
        and not re.search(r"\bfrom\s+$", text[max(0, low.start - 6) : low.start], re.I)
    )


def _scaled(text: str, low: Number, high: Number) -> Number:
    """As in "2 to 3 million": the first end shares the magnitude of the second."""
    assert low.value is not None
    assert high.value is not None
    plain = re.fullmatch(r"[\d.,]+", text[slice(*low.core)])
    word = re.search(r"[a-z]+$", text[slice(*high.core)].lower())
    if plain and word and word[0] in MAGNITUDES and low.value < high.value / MAGNITUDES[word[0]]:
        return replace(low, value=low.value * MAGNITUDES[word[0]])
    return low


def _range_start(text: str, start: int) -> int:
    match = re.search(r"\bbetween\s+$", text[max(0, start - 12) : start], re.IGNORECASE)
    return max(0, start - 12) + match.start() if match else start
