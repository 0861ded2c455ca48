"""What a number counts: its topic, whom or what, the unit, and whether it is a part of another.

By the words around it in its own clause; no language model is needed. The event decides the
topic before the counted noun does: 97 passengers who were picked up are people rescued.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from reportedly.authoring.extraction.engines.found import Span
from reportedly.authoring.extraction.figures.numbers import Number
from reportedly.authoring.extraction.lexicon.counting import (
    FAMILIES,
    MEASURES,
    OPPONENTS,
    OTHER_EVENT,
    PEOPLE,
    TIME_UNITS,
)


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


_REACH = 90
_STOP = re.compile(
    r"[,.;:()\"“”–—]|\b(?:of|in|at|on|to|from|for|with|by|who|which|that|and|or|but|as|after|before|during|when"
    r"|while|since|near|over|under|between|into|than|were|was|are|is|had|have|has|been|be|will|would|could|may"
    r"|might|did|do|\w{3,}ing|died|killed|injured|wounded|hurt|missing|dead|arrested|took|came|marched|remained|said|told"
    r"|ago|earlier|later|across|against|about|around|because|if|out|up|down|off|through|without|there|not|including"
    r"|attended|joined|gathered|turned|fell|lost|needed|fled|voted|went|each|every|per|last|this|next|a|the|its|their|his|her)\b",
    re.IGNORECASE,
)
_OF = re.compile(
    r"\s+of\s+(?:the\s+|its\s+|their\s+|his\s+|her\s+|all\s+|those\s+|these\s+|them\b|whom\b|our\s+)?",
    re.IGNORECASE,
)
_LEAD = re.compile(
    r"(?:[\s\"“'‘-]+(?:more|other|others|further|additional|new|extra|another)\b)?[\s\"“'‘-]*"
)
_FAMILY = re.compile(
    "|".join(rf"(?P<f{n}>\b(?:{words})\b)" for n, (_, _, words) in enumerate(FAMILIES)),
    re.IGNORECASE,
)


def slot(text: str, number: Number, clause: Span) -> Slot:
    """What a number counts.

    Args:
        clause: The stretch around it in which its event is looked for.
    """
    noun = _counted(text, number)
    low = noun.lower()
    words = re.findall(r"[\w-]+", low)
    head = words[-1] if words else ""
    start, end = max(clause[0], number.start - _REACH), min(clause[1], number.end + _REACH)
    around = text[start:end]
    scope: Literal["total", "subset"] = "subset" if _is_subset(text, number, end) else "total"
    other = re.search(OTHER_EVENT, _near(text, number, clause), re.IGNORECASE) is not None
    if head in TIME_UNITS and number.unit is None:
        return Slot(_time_topic(text, number, end), noun, _plural(head), scope, other)
    if not noun and number.unit is None and _POINTS_BACK.search(text, 0, number.start):
        return Slot("count", "not told", None, scope, other)
    family = _family(around, number.core[0] - start, number.core[1] - start)
    if number.unit is not None and number.unit != "%":
        what = _SUM.search(_near(text, number, clause).lower())
        topic = "pay" if re.search(r"\b(?:wage|pay|salar|raise|rise)", around) else "cost"
        topic = what[0] if what is not None else topic
        return Slot(topic, noun or "money", number.unit, scope, other)
    if head in MEASURES:
        return Slot(_slug(head), noun, head, scope, other)
    if number.unit == "%":
        of = family[1] if family else noun or "share"
        base = family[0] if family else _slug(noun) or "share"
        return Slot(f"{base}-share", of, "%", scope, other)
    unit = head or None
    if family is not None:
        topic, told, _ = family
        if topic in ("deaths", "arrests", "injured") and head in OPPONENTS:
            return Slot(f"attackers-{told}", f"{noun} {told}", unit, scope, other)
        same = told in low or topic in low or told[:5] in low
        of = (noun or told) if same else f"{noun} {told}"
        if scope == "subset" and head and head not in PEOPLE:
            return Slot(f"{_slug(noun)}-{_slug(told)}", of, unit, scope, other)
        return Slot(topic, of if noun else f"people {told}", unit or "people", scope, other)
    return Slot(_slug(noun) or "count", noun or "not told", unit, scope, other)


def _counted(text: str, number: Number) -> str:
    """The noun phrase after a number."""
    at = number.end
    of = _OF.match(text, at)
    if of is not None:
        at = of.end()
    lead = _LEAD.match(text, at)
    at = lead.end() if lead else at
    stop = _STOP.search(text, at, at + 60)
    words = text[at : stop.start() if stop else min(len(text), at + 60)]
    words = " ".join(_to_plural(words.split()[:4])).strip(" \"“”'‘’")
    words = re.sub(r"\s+(?:on|last|this|yesterday|today)\s.*$", "", words)
    return re.sub(r"(?<!\w)['’‘]|['’‘](?!\w)", "", words)


_PLURALS = frozenset("people men women children police officers".split())


def _to_plural(words: list[str]) -> list[str]:
    """Up to the first plural noun: "children used the club" counts children."""
    for n, word in enumerate(words[:-1]):
        low, following = word.lower(), words[n + 1].lower()
        plural = low in _PLURALS or (low.endswith("s") and not low.endswith(("ss", "us", "is")))
        if plural and not (following.endswith("s") or following in _PLURALS):
            return words[: n + 1]
    return words


def _is_subset(text: str, number: Number, end: int) -> bool:
    before = text[max(0, number.start - 30) : number.start]
    after = text[number.end : min(end, number.end + 60)]
    return bool(
        re.search(r"\b(?:another|a\s+further)\s+$", before, re.IGNORECASE)
        or re.match(r"\s+[\w\s-]{0,40}\balone\b", after)
        or re.match(r"\s+(?:more|new|further|additional)\s+[a-z]", after)
        or re.search(r"\b(?:including|included|among\s+them|counting)\s+(?:the\s+)?$", before, re.IGNORECASE)
        or re.match(r"\s+(?:of\s+(?:them|whom|those|these|which)\b|[\w\s-]{0,30}\b(?:were|was|are)\s+among\b)", after)
        or re.match(r"\s+[\w\s-]{0,25}\bamong\s+(?:the|them|those)\b", after)
    )  # fmt: skip


def _near(text: str, number: Number, clause: Span) -> str:
    return text[max(clause[0], number.start - 50) : min(clause[1], number.end + 70)]


_POINTS_BACK = re.compile(
    r"\b(?:earlier|previous|first|initial|last|its|their|his|her)\s+(?:count|figure|number|total|tally|estimate)\s+of\s+$"
)
"""As in "an earlier count of 150", which counts what was counted before."""

_SUM = re.compile(
    r"\b(?:damage|fine|reward|ransom|loss|debt|budget|shortfall|compensation|bail|bonus|revenue|profit|turnover)\b"
)
"""What a sum of money is, where the words say it; sums of the same kind are laid side by side."""

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
