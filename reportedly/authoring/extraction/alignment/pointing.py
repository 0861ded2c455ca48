"""What a number without a noun counts: what was counted, or spoken of, before it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from reportedly.authoring.extraction.alignment.paragraphs import Paragraphs
from reportedly.authoring.extraction.alignment.place import Place
from reportedly.authoring.extraction.figures.slots import AS_BEFORE, NOT_TOLD
from reportedly.authoring.extraction.lexicon.counting import FAMILIES
from reportedly.story.ledger import Claim, Quantity

OF_PEOPLE = frozenset(
    "deaths injured missing arrests rescued displaced treated cases trapped".split()
)
"""Topics in which part of the people may be counted on their own."""

_BACK = re.compile(
    r"\b(?:at|to|of|from|than|is|was|were|are|as|between|and|or|by|against|on|the|says?|said|claims?|claimed"
    r"|counts?|counted|estimates?|estimated|believes?|gave|gives|reported|recorded|lists?|listed|names?|named"
    r"|number|numbers|numbered|reached|passed|topped|announced|including|among\s+them)"
    r"[\s,:“”\"'‘’]+(?:(?:well|far|just|only|almost|perhaps|some|still|now|closer\s+to|nearer)\s+)?$",
    re.IGNORECASE,
)
"""What a number without a noun follows that counts what was counted before."""
_ASKED = re.compile(r"\b(?:how\s+many|number\s+of|count\s+of|toll)\b([^.?!]{0,60})", re.IGNORECASE)
_NEAR = 3
"""How many paragraphs back a bare number may point."""


@dataclass(frozen=True)
class Before:
    """A figure that stands before another one in its article."""

    paragraph: int
    quantity: Quantity
    place: Place


_MEANT = OF_PEOPLE | {"crowd", "strikers", "votes"}


def pointed_back(
    quantity: Quantity,
    claim: Claim,
    before: Sequence[Before],
    paragraphs: Paragraphs,
) -> tuple[Quantity, Place | None]:
    """As in "It put the number at 11": a number without a noun, in words that point back.

    "Up from 14" means the figure right before it. Otherwise of the figures before it in the paragraph
    the one nearest in size is meant: "infected 212 people and killed 9, raising an earlier count of
    150". Where there is none yet, what the paragraph speaks of is meant ("The crowd was large. Police
    spoke of 9,000"), then the figures before it, and then what was asked for: "how many people the
    storm killed".
    """
    if quantity.topic != "count" or not quantity.value:
        return quantity, None
    near = [each for each in before if claim.paragraph - each.paragraph < _NEAR]
    if quantity.of == AS_BEFORE:
        return _like(quantity, near[-1]) if near else (quantity, None)
    stands = paragraphs.standing(claim, quantity)
    if quantity.of != NOT_TOLD or stands is None:
        return quantity, None
    again = next((f for f in reversed(near) if f.quantity.value == quantity.value), None)
    if again is not None:
        return _like(quantity, again)
    here = [each for each in near if each.paragraph == claim.paragraph]
    if here and here[-1].quantity.unit == "%" and quantity.value <= _WHOLE:
        # "46.1 percent for one and 50.8 for the other": shares, but not of one thing
        return _like(quantity, here[-1])[0], None
    if not _BACK.search(stands.before(40)):
        return quantity, None
    told = [each for each in here if each.quantity.topic != "count"] or here
    if told and _apart(best := _nearest(told, quantity.value), quantity.value) < _FAR:
        return _like(quantity, best)
    spoken = _spoken_of(stands.before(_SPOKEN))
    if spoken is not None and spoken["topic"] not in {each.quantity.topic for each in told}:
        return quantity.model_copy(update=spoken), None
    named = _FIGURE.search(stands.before(80)) is not None
    counted = [each for each in near if named or each.quantity.topic in _MEANT]
    if counted and _apart(best := _nearest(counted, quantity.value), quantity.value) < _FAR:
        return _like(quantity, best)
    return _asked(quantity, claim, paragraphs), None


_SPOKEN = 400
"""How many characters back a paragraph may have said what a bare number counts."""
_WHOLE = 100
_FAR = 12
"""How many times as large another figure may be that a bare number still points back to."""
_FIGURE = re.compile(r"\b(?:figure|number|total|count|tally|estimate)\b[^.?!]*$", re.IGNORECASE)
"""What speaks of a figure given before, of whatever it was."""


def _nearest(figures: Sequence[Before], size: Fraction) -> Before:
    return min(reversed(figures), key=lambda f: _apart(f, size))


def _apart(figure: Before, size: Fraction) -> Fraction:
    value = figure.quantity.value or Fraction(1)
    return max(value, size) / (min(value, size) or 1)


def _spoken_of(text: str) -> dict[str, str] | None:
    """What the words before a number count last, among what happens to people."""
    last = max(
        (
            (found.start(), topic, told)
            for topic, told, words in FAMILIES if topic in _MEANT
            for found in re.finditer(rf"\b(?:{words})\b", text, re.IGNORECASE)
        ),
        default=None,
    )  # fmt: skip
    if last is None:
        return None
    return {"topic": last[1], "of": f"people {last[2].removeprefix('people ')}", "unit": "people"}


def _like(quantity: Quantity, before: Before) -> tuple[Quantity, Place]:
    other = before.quantity
    scope = other.scope if quantity.of == AS_BEFORE else quantity.scope
    told = {"topic": other.topic, "of": other.of, "unit": other.unit, "scope": scope}
    return quantity.model_copy(update=told), before.place


def _asked(quantity: Quantity, claim: Claim, paragraphs: Paragraphs) -> Quantity:
    for back in range(_NEAR):
        text = paragraphs.at(f"{claim.letter}{claim.paragraph - back}")[-2000:]
        for asked in reversed(list(_ASKED.finditer(text))):
            if (told := _spoken_of(asked[0])) is not None:
                return quantity.model_copy(update=told)
    return quantity
