"""What a number counts: its topic, whom or what, the unit, and whether it is a part of another.

By the words around it in its own clause; no language model is needed. The event decides the
topic before the counted noun does: 97 passengers who were picked up are people rescued.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from reportedly.authoring.extraction.engines.found import Span
from reportedly.authoring.extraction.figures.nouns import PART_OF, counted
from reportedly.authoring.extraction.figures.numbers import Number
from reportedly.authoring.extraction.lexicon.counting import (
    FAMILIES,
    MEASURES,
    OPPONENTS,
    OTHER_EVENT,
    PEOPLE,
    TIME_UNITS,
)
from reportedly.authoring.extraction.lexicon.number_words import COINS
from reportedly.authoring.extraction.lexicon.things import HAPPENS_TO_THINGS, is_thing


@dataclass(frozen=True, slots=True)
class Slot:
    """What is counted.

    Attributes:
        topic: The key under which figures are laid side by side.
        other_event: Whether it belongs to an event the article only compares with.
    """

    topic: str
    of: str
    unit: str | None
    scope: Literal["total", "subset"]
    other_event: bool = False


NOT_TOLD = "not told"
"""What a number without a noun counts, which the figures before it may tell."""
AS_BEFORE = "as before"
"""What "up from 14" counts: the same as the figure right before it."""

_LEAD_OF = re.compile(
    r"\b(?:margin|leads?|leading|ahead|won\s+by|lost\s+by|majority)\b", re.IGNORECASE
)
_REACH = 90
_FAMILY = re.compile(
    "|".join(rf"(?P<f{n}>\b(?:{words})\b)" for n, (_, _, words) in enumerate(FAMILIES)),
    re.IGNORECASE,
)


def slot(text: str, number: Number, clause: Span) -> Slot:
    """What a number counts.

    Args:
        clause: The stretch around it in which its event is looked for.
    """
    noun = counted(text, number)
    low = noun.lower()
    words = re.findall(r"[\w-]+", low)
    head = words[-1] if words else ""
    start, end = max(clause[0], number.start - _REACH), min(clause[1], number.end + _REACH)
    around = text[start:end]
    scope: Literal["total", "subset"] = "subset" if _is_subset(text, number, end) else "total"
    other = re.search(OTHER_EVENT, _near(text, number, clause), re.IGNORECASE) is not None
    if head in TIME_UNITS and number.unit is None:
        return Slot(_time_topic(text, number, end), noun, _plural(head), scope, other)
    if not noun and number.unit is None:
        if _SAME_AGAIN.search(text, max(0, number.start - 60), number.start):
            return Slot("count", AS_BEFORE, None, scope, other)
        part_of_one = number.value is not None and number.value.denominator > 1
        if part_of_one or _POINTS_BACK.search(text, max(0, number.start - 60), number.start):
            return Slot("count", NOT_TOLD, None, scope, other)
        around = _without_asides(around, number.core[0] - start)
    family = _family(around, number.core[0] - start, number.core[1] - start)
    if family is not None and family[0] not in HAPPENS_TO_THINGS and is_thing(head):
        family = None
    money = head if head in COINS else number.unit if number.unit != "%" else None
    if money is not None:
        what = _SUM.search(_near(text, number, clause).lower())
        topic = "pay" if re.search(r"\b(?:wage|pay|salar|raise|rise)", around) else "cost"
        topic = _ALSO.get(what[0], what[0]) if what is not None else topic
        of = noun if noun and head not in COINS else "money"
        return Slot(topic, of, money, scope, other)
    if head in MEASURES:
        return Slot(_slug(head), noun, head, scope, other)
    if number.unit == "%":
        of = family[1] if family else noun or "share"
        base = family[0] if family else _slug(noun) or "share"
        return Slot(f"{base}-share", of, "%", scope, other)
    unit = head or None
    if family is not None:
        topic, told, _ = family
        if topic == "votes" and _LEAD_OF.search(_near(text, number, clause)):
            topic, told = "votes-lead", "votes ahead"
        if topic in ("deaths", "arrests", "injured") and head in OPPONENTS:
            return Slot(f"attackers-{told}", f"{noun} {told}", unit, scope, other)
        same = told in low or topic in low or told[:5] in low
        of = (noun or told) if same else f"{noun} {told}"
        if scope == "subset" and head and head not in PEOPLE:
            part = _slug(noun) if _slug(noun).endswith(topic) else f"{_slug(noun)}-{_slug(told)}"
            return Slot(part, of, unit, scope, other)
        return Slot(topic, of if noun else f"people {told}", unit or "people", scope, other)
    return Slot(_slug(noun) or "count", noun or NOT_TOLD, unit, scope, other)


def _is_subset(text: str, number: Number, end: int) -> bool:
    before = text[max(0, number.start - 30) : number.start]
    after = text[number.end : min(end, number.end + 60)]
    return bool(
        _adds(text, number)
        or re.match(r"\s+[\w\s-]{0,40}\balone\b", after)
        or PART_OF.match(after)
        or re.search(rf"\b(?:of|among)\s+(?:the\s+|those\s+)?(?:{_HARMED})\W+(?:(?:were|are)\s+)?$", before, re.IGNORECASE)
        or re.match(rf"\s+of\s+(?:the|those)\s+(?:{_HARMED})\b", after)
        or re.match(r"\s+(?:more|new|further|additional)\s+[a-z]", after)
        or re.search(r"\b(?:including|included|among\s+them|counting)\s+(?:the\s+)?$", before, re.IGNORECASE)
        or re.match(r"\s+(?:of\s+(?:them|whom|those|these|which)\b|[\w\s-]{0,30}\b(?:were|was|are)\s+among\b)", after)
        or re.match(r"\s+[\w\s-]{0,25}\bamong\s+(?:the|them|those)\b", after)
    )  # fmt: skip


_HARMED = "dead|killed|injured|wounded|missing|arrested|detained|infected|victims|survivors"


def _adds(text: str, number: Number) -> bool:
    """Whether a further number adds to what the sentence counted before, as in "another 20 died".

    "29 died, and a further 17 were wounded" counts the wounded in full.
    """
    more = re.search(
        r"\b(?:another|a\s+further)\s+$",
        text[max(0, number.start - 30) : number.start],
        re.IGNORECASE,
    )
    if more is None:
        return False
    after = _FAMILY.search(text, number.end, number.end + 40)
    before = text[max(0, number.start - _REACH) : number.start]
    return after is None or any(m.lastgroup == after.lastgroup for m in _FAMILY.finditer(before))


def _near(text: str, number: Number, clause: Span) -> str:
    start, end = max(clause[0], number.start - 50), min(clause[1], number.end + 70)
    # what follows a comma is another thing's time: "employs 640 people, made a profit last year"
    comma = re.compile(r"[,;]\s").search(text, number.end, end)
    return text[start : comma.start() if comma is not None else end]


_SAME_AGAIN = re.compile(
    r"\b(?:(?:up|down)\s+from|compared\s+(?:with|to))\s+(?:just\s+|only\s+|about\s+)?$"
)


def _without_asides(text: str, place: int) -> str:
    """The text up to the next mark, with blanks for what stands between two commas before the place."""
    plain = _ASIDE.sub(
        lambda m: m[0] if m.start() <= place < m.end() else " " * len(m[0]),
        text,
    )
    mark = re.compile(r"[,;:\"”]").search(plain, place)
    digits = mark is not None and plain[mark.end() : mark.end() + 1].isdigit()
    return plain if mark is None or digits else plain[: mark.start()]


_POINTS_BACK = re.compile(
    r"\b(?:earlier|previous|first|initial|last|its|their|his|her)\s+(?:count|figure|number|total|tally|estimate)\s+of\s+$"
)
"""As in "an earlier count of 150", which counts what was counted before."""

_SUM = re.compile(
    r"\b(?:damage|fine|penalty|reward|ransom|loss|debt|budget|deficit|shortfall|compensation|bail|bonus|revenue|profit|turnover)\b"
)
"""What a sum of money is, where the words say it; sums of the same kind are laid side by side."""

_ALSO = {"penalty": "fine", "shortfall": "deficit"}

_ASIDE = re.compile(r",[^,;]{1,60},")


def _family(around: str, start: int, end: int) -> tuple[str, str, int] | None:
    """The nearest family of events; what follows the number counts as nearer than what is before."""
    best: tuple[float, int] | None = None
    for match in _FAMILY.finditer(around):
        which = int((match.lastgroup or "f0")[1:])
        if match.start() >= end:
            gap = around[end : match.start()]
            distance = float(len(gap))
        elif match.end() <= start:
            gap = around[match.end() : start]
            distance = len(gap) * 1.4 + 6
        else:
            continue
        verb_before = not gap.strip() and match.end() <= start and FAMILIES[which][0] == "cases"
        if verb_before:
            distance = 2  # "infected 212 people and killed 9"
        gap = _ASIDE.sub(" ", gap)
        # a comma, "and" or "but" begins something else
        distance += 30 * len(re.findall(r"[,;]|;|\band\b|\bbut\b|\bwhile\b", gap))
        # what happened to people says more than what they are
        distance += (
            40
            if not verb_before
            and FAMILIES[which][0] in ("aboard", "crowd", "cases", "homes", "votes", "flights")
            else 0
        )
        if best is None or distance < best[0]:
            best = (distance, which)
    if best is None or best[0] > 100:
        return None
    topic, told, _ = FAMILIES[best[1]]
    return topic, told, int(best[0])


def _time_topic(text: str, number: Number, end: int) -> str:
    after = text[number.end : min(end, number.end + 40)]
    if re.match(r"[\s-]*\w+\s+(?:ago|earlier|later|before|after|previously)\b", after):
        return "time-between"
    return "duration"


def _plural(head: str) -> str:
    return head if head.endswith("s") else "centuries" if head == "century" else head + "s"


def _slug(words: str) -> str:
    return "-".join(re.findall(r"[a-z0-9]+", words.lower())[-3:])
