"""Two options say the same, or one is contained in the other."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import combinations

from reportedly.authoring.linting.parts import Choice, Subject
from reportedly.authoring.linting.wording import listed, unquoted
from reportedly.quiz.faults import Fault

LOOKS_AT = "question"

_SMALL = {"a", "an", "the"}
_NUMBERS = dict(
    zip(
        listed("zero one two three four five six seven eight nine ten eleven twelve"),
        map(str, range(13)),
        strict=True,
    )
)
_NUMBER = r"(\d[\d,]*(?:\.\d+)?)"
_BETWEEN = re.compile(
    rf"(?:between |from )?{_NUMBER}(?: and | to | ?[-–—] ?){_NUMBER}(?P<unit>\D*)"
)
_ALONE = re.compile(rf"(?:exactly )?{_NUMBER}(?P<unit>\D*)")
_OPEN = re.compile(rf"(?P<side>more|over|fewer|less|under)(?: than)? {_NUMBER}(?P<unit>\D*)")
# "At least 16" and "at least 50" are both there to choose from when two sources said so.
_ASKED_OF_A_SPEAKER = re.compile(
    r"\b(say|says|said|report|reports|reported|accord|according|give|gives|gave|wording|words"
    r"|figure|figures|count|counts|version|source|sources)\b|\b[A-Z]\d{1,3}\b"
)
_OUTER = ".,;:!?()[]“”„\"'‘’"
_JOINS = {"and", "or", "plus"}


def find(given: Subject) -> Iterator[Fault]:
    """Each pair of options of which a learner could not well choose one without the other."""
    for choice in given.choices:
        plain = [_plain(option.text) for option in choice.options]
        for one, other in combinations(range(len(plain)), 2):
            found = _alike(choice, plain, one, other)
            if found:
                yield Fault(
                    choice.at(other),
                    f"{found} (lines {{lines}})",
                    "make each option say something that no other says",
                    also=(choice.at(one), choice.at(other)),
                )


def _plain(text: str) -> tuple[str, ...]:
    """The words that two options of the same meaning share, whatever their spelling."""
    words = (word.strip(_OUTER) for word in text.casefold().split())
    return tuple(_NUMBERS.get(word, word) for word in words if word and word not in _SMALL)


def _alike(choice: Choice, plain: list[tuple[str, ...]], one: int, other: int) -> str:
    a, b = plain[one], plain[other]
    texts = choice.options[one].text, choice.options[other].text
    if a == b:
        # Where marks alone differ, they may be what is asked about.
        same = "“" in texts[0] + texts[1] or '"' in texts[0] + texts[1]
        return "" if same or not a or _signs(texts[0]) != _signs(texts[1]) else _SAME
    if _is_joined(a, b) or _is_joined(b, a):
        return "one option contains another"
    if _is_nested(texts[0], texts[1], choice.lead) or _is_nested(texts[1], texts[0], choice.lead):
        return "the numbers of one option lie within those of another"
    return ""


_SAME = "two options say the same"


def _signs(text: str) -> list[str]:
    """What is not a letter and changes what a text says: +3 and −3, 5 % and 5."""
    return re.findall(r"[+−%€$£?]|(?<!\w)-(?=\d)", text)


def _is_joined(short: tuple[str, ...], long: tuple[str, ...]) -> bool:
    """Whether the long one is the short one and something more, joined by a word such as and."""
    if not short or len(long) <= len(short) + 1:
        return False
    begins = long[: len(short)] == short and long[len(short)] in _JOINS
    ends = long[-len(short) :] == short and long[-len(short) - 1] in _JOINS
    return begins or ends


def _is_nested(inner: str, outer: str, lead: str) -> bool:
    inner, outer = inner.strip(" .").lower(), outer.strip(" .").lower()
    wide = _BETWEEN.fullmatch(outer)
    if wide:
        span = _value(wide[1]), _value(wide[2])
        narrow = _BETWEEN.fullmatch(inner) or _ALONE.fullmatch(inner)
        if narrow is None or narrow["unit"].strip() not in ("", wide["unit"].strip()):
            return False
        low, high = _value(narrow[1]), _value(narrow[2] if narrow.re is _BETWEEN else narrow[1])
        return span[0] <= low and high <= span[1]
    more, further = _OPEN.fullmatch(outer), _OPEN.fullmatch(inner)
    if more is None or further is None or _ASKED_OF_A_SPEAKER.search(unquoted(lead)):
        return False
    up = more["side"] in ("more", "over")
    if up != (further["side"] in ("more", "over")) or more["unit"] != further["unit"]:
        return False
    return _value(more[2]) != _value(further[2])


def _value(number: str) -> float:
    return float(number.replace(",", ""))
