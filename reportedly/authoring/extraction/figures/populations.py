"""What bare numbers count, by the figures before them, and which figures count a part of others."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from fractions import Fraction

from reportedly.authoring.extraction.lexicon.counting import FAMILIES, PEOPLE
from reportedly.story.ledger import Claim, Quantity

TOLD = {re.sub(r"[^a-z]+", "-", told): topic for topic, told, _ in FAMILIES}
"""The topic of each family by the last word of its populations: "killed" counts deaths."""

OF_PEOPLE = frozenset(
    "deaths injured missing arrests rescued displaced treated cases trapped".split()
)
"""Topics in which part of the people may be counted on their own."""

_ANYBODY = PEOPLE | frozenset(
    "resident villager passenger patient survivor other islander local civilian citizen inhabitant"
    " infection case body death fatality casualty person".split()
)
_BACK = re.compile(
    r"\b(?:figure|number|count|toll|tally|total|estimate|put(?:s|ting)?\s+(?:it|that|this)\s+at|(?:up|down)\s+from|compared\s+(?:with|to)"
    r"|earlier|previous)\b",
    re.IGNORECASE,
)


def family(topic: str) -> str:
    """The topic that a part belongs to: "officers-injured" belongs to "injured"."""
    return next((whole for told, whole in TOLD.items() if topic.endswith(f"-{told}")), topic)


def populated(claims: Sequence[Claim]) -> tuple[Claim, ...]:
    """The claims with a topic for numbers that only point back, and parts told from their wholes."""
    out: list[Claim] = []
    last: dict[str, list[Quantity]] = defaultdict(list)
    for claim in claims:
        before = last[claim.letter]
        counted = []
        for quantity in claim.quantity:
            counted.append(_pointed_back(quantity, claim, before))
            if counted[-1].value and counted[-1].topic in OF_PEOPLE | _OTHERS:
                before.append(counted[-1])
        del before[:-3]
        topic = counted[0].topic if counted and claim.topic == "count" else claim.topic
        out.append(claim.model_copy(update={"quantity": tuple(counted), "topic": topic}))
    highest = _highest(out)
    return tuple(
        claim.model_copy(
            update={
                "quantity": tuple(_part(q, highest[claim.letter, q.topic]) for q in claim.quantity)
            }
        )
        for claim in out
    )


_OTHERS = frozenset(("crowd", "strikers", "votes", "homes", "jobs"))


def _pointed_back(quantity: Quantity, claim: Claim, before: Sequence[Quantity]) -> Quantity:
    """As in "It put the number at 11": a number without a noun, in words that point back.

    Of the figures before it the one nearest in size is meant: "infected 212 people and killed 9,
    raising an earlier count of 150".
    """
    if quantity.topic != "count" or not before or not quantity.value:
        return quantity
    if not _BACK.search(f"{claim.words} {claim.says}"):
        return quantity
    size = quantity.value
    last = min(reversed(before), key=lambda q: max(q.value or 1, size) / min(q.value or 1, size))
    return quantity.model_copy(
        update={"topic": last.topic, "of": last.of, "unit": last.unit, "scope": quantity.scope}
    )


def _highest(claims: Sequence[Claim]) -> dict[tuple[str, str], Fraction]:
    """The highest total of people of no special kind, by article and topic."""
    out: dict[tuple[str, str], Fraction] = defaultdict(Fraction)
    for claim in claims:
        for q in claim.quantity:
            if q.value is not None and q.scope == "total" and not _is_special(q):
                key = claim.letter, q.topic
                out[key] = max(out[key], q.value)
    return out


def _part(quantity: Quantity, highest: Fraction) -> Quantity:
    """A figure of a special kind of people below the article's own total counts a part of them."""
    if quantity.topic not in OF_PEOPLE or not _is_special(quantity):
        return quantity
    if quantity.value is None or quantity.value >= highest:
        return quantity
    return quantity.model_copy(update={"scope": "subset"})


def _is_special(quantity: Quantity) -> bool:
    noun = (quantity.unit or "people").lower()
    single = noun[:-3] + "y" if noun.endswith("ies") else noun.removesuffix("s")
    return noun not in _ANYBODY and single not in _ANYBODY
