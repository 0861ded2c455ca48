"""Whom figures count: which count a part of others, another event, or one place of many."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache

from reportedly.authoring.extraction.alignment.paragraphs import Paragraphs
from reportedly.authoring.extraction.alignment.place import Place
from reportedly.authoring.extraction.alignment.pointing import OF_PEOPLE, Before, pointed_back
from reportedly.authoring.extraction.lexicon.counting import FAMILIES, PEOPLE
from reportedly.story.ledger import Claim, Quantity

TOLD = {re.sub(r"[^a-z]+", "-", told): topic for topic, told, _ in FAMILIES}
"""The topic of each family by the last word of its populations: "killed" counts deaths."""

_NOT_MEANT = frozenset(("duration", "time-between"))
"""What no bare number points back to: "after three days, 14"."""

OTHER_EVENT = "-other-event"
"""How the topic of a figure ends that belongs to an event the article only compares with."""

_ANYBODY = PEOPLE | frozenset(
    "resident villager passenger patient survivor other islander local civilian citizen inhabitant"
    " infection case body death fatality casualty person".split()
)
_APART = frozenset(
    "child baby infant toddler boy girl woman officer policeman police soldier troop firefighter fireman"
    " rescuer tourist foreigner national pupil student teacher minor teenager".split()
)
"""Whom reports count apart from everybody else."""


@lru_cache(maxsize=2_000)
def family(topic: str) -> str:
    """The topic that a part belongs to: "officers-injured" belongs to "injured"."""
    return next((whole for told, whole in TOLD.items() if topic.endswith(f"-{told}")), topic)


@dataclass(frozen=True)
class Populated:
    """Claims whose figures all tell what they count, as far as the text does.

    Attributes:
        meant: For a figure that only points back the one whose noun it takes.
    """

    claims: tuple[Claim, ...]
    meant: Mapping[Place, Place]


def populated(claims: Sequence[Claim], paragraphs: Paragraphs) -> Populated:
    """The claims with a topic for numbers that only point back, and parts told from their wholes."""
    out: list[Claim] = []
    meant: dict[Place, Place] = {}
    last: dict[str, list[Before]] = defaultdict(list)
    for claim in claims:
        before = last[claim.letter]
        counted: list[Quantity] = []
        for n, quantity in enumerate(claim.quantity):
            figure, back = pointed_back(quantity, claim, before, paragraphs)
            counted.append(figure)
            place = Place(claim.id, n)
            if back is not None:
                meant[place] = back
            if figure.value and figure.topic not in _NOT_MEANT:
                before.append(Before(claim.paragraph, figure, place))
        del before[:-4]
        topic = counted[0].topic if counted and claim.topic == "count" else claim.topic
        out.append(claim.model_copy(update={"quantity": tuple(counted), "topic": topic}))
    out = _places(_other_events(out), paragraphs)
    highest = _highest(out)
    parted = (
        c.model_copy(
            update={"quantity": tuple(_part(q, highest[c.letter, q.topic]) for q in c.quantity)}
        )
        for c in out
    )
    return Populated(tuple(parted), meant)


def _other_events(claims: Sequence[Claim]) -> list[Claim]:
    """What follows a figure of another event in its paragraph and counts the same belongs to it too."""
    seen: set[tuple[str, str]] = set()
    out = []
    for claim in claims:
        counted = []
        for q in claim.quantity:
            if q.topic.endswith(OTHER_EVENT):
                seen.add((claim.at, q.topic.removesuffix(OTHER_EVENT)))
            elif (claim.at, q.topic) in seen:
                q = q.model_copy(update={"topic": q.topic + OTHER_EVENT})
            counted.append(q)
        out.append(claim.model_copy(update={"quantity": tuple(counted)}))
    return out


_IN_PLACE = re.compile(
    r"^\W*(?:(?:people|of\s+(?:them|whom))\s+)?(?:were\s+)?in\s+(?:the\s+(?:capital|city)|[A-Z])"
)
_NATIONWIDE = re.compile(
    r"\b(?:nationwide|nationally|countrywide|across\s+the\s+country)\b", re.IGNORECASE
)
NATIONWIDE = "people who took part nationwide"


def _places(claims: Sequence[Claim], paragraphs: Paragraphs) -> list[Claim]:
    """Crowds in one place and in the whole country are told apart, for either is a total of its own.

    "410,000 marched nationwide, including 62,000 in the capital" gives both.
    """
    parted: dict[str, bool] = defaultdict(bool)
    placed: dict[Place, bool] = {}
    for claim in claims:
        for n, q in enumerate(claim.quantity):
            if q.topic == "crowd" and q.scope == "subset":
                stands = paragraphs.standing(claim, q)
                if stands is not None and _IN_PLACE.match(stands.text[stands.number.end :][:50]):
                    placed[Place(claim.id, n)] = parted[claim.at] = True
    out = []
    for claim in claims:
        counted = []
        for n, q in enumerate(claim.quantity):
            if Place(claim.id, n) in placed:
                q = q.model_copy(update={"scope": "total"})
            elif q.topic == "crowd" and q.scope == "total":
                if parted[claim.at] or _NATIONWIDE.search(paragraphs.of(claim)):
                    q = q.model_copy(update={"of": NATIONWIDE, "unit": "people"})
            counted.append(q)
        out.append(claim.model_copy(update={"quantity": tuple(counted)}))
    return out


def _highest(claims: Sequence[Claim]) -> dict[tuple[str, str], Fraction]:
    """The highest total of people of no special kind, by article and topic."""
    out: dict[tuple[str, str], Fraction] = defaultdict(Fraction)
    for claim in claims:
        for q in claim.quantity:
            if q.value is not None and q.scope == "total" and kind(q) is None:
                key = claim.letter, q.topic
                out[key] = max(out[key], q.value)
    return out


def _part(quantity: Quantity, highest: Fraction) -> Quantity:
    """A figure of a special kind of people below the article's own total counts a part of them."""
    if quantity.topic not in OF_PEOPLE or kind(quantity) is None:
        return quantity
    if quantity.value is None or quantity.value >= highest:
        return quantity
    return quantity.model_copy(update={"scope": "subset"})


def kind(quantity: Quantity) -> str | None:
    """The special kind of people that a figure counts, in the singular; None for people at large."""
    if quantity.of == NATIONWIDE:
        return "nationwide"
    noun = _single((quantity.unit or "people").lower())
    if noun == "patient" and quantity.topic == "deaths":
        return noun
    if noun not in _ANYBODY:
        return noun
    told = re.split(rf"\b{re.escape((quantity.unit or 'people').lower())}\b", quantity.of.lower())
    described = re.findall(r"[a-z-]+", told[0]) if len(told) > 1 else []
    return next((word for word in described if word in _DESCRIBED), None)


def is_apart(quantity: Quantity) -> bool:
    """Whether reports count such people apart from everybody else."""
    return quantity.of == NATIONWIDE or kind(quantity) in _APART | _DESCRIBED


_DESCRIBED = frozenset("unidentified unclaimed suspected foreign young elderly female male".split())
"""What tells some bodies or cases from the others."""


def _single(noun: str) -> str:
    irregular = {"children": "child", "women": "woman", "men": "man", "policemen": "policeman"}
    if noun in irregular:
        return irregular[noun]
    return noun[:-3] + "y" if noun.endswith("ies") else noun.removesuffix("s")
