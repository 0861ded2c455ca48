"""Which lengths, sums, shares and counted things of different articles are about one thing.

Such figures have no event that names them: "twenty minutes" may be anything. Two are put together
when there is enough that speaks for it: the same unusual number, the same speaker, rare words around
both, a thing that hardly any other figure counts. What a number that only points back means is put
together with it.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from reportedly.authoring.extraction.alignment.paragraphs import Paragraphs
from reportedly.authoring.extraction.alignment.place import Place
from reportedly.authoring.extraction.alignment.populations import OTHER_EVENT, Populated, family
from reportedly.authoring.extraction.alignment.shared_words import Bag, bag, rarest, rarity
from reportedly.authoring.extraction.lexicon.counting import FAMILIES, MEASURES, TIME_UNITS
from reportedly.authoring.extraction.lexicon.number_words import COINS
from reportedly.story.ledger import OWN_VOICE, Claim, Quantity

_NAMED = (
    frozenset(topic for topic, _, _ in FAMILIES)
    | frozenset(
        "damage fine reward ransom loss debt budget deficit compensation bail bonus revenue profit turnover"
        " crowd-share votes-lead".split()
    )
) - {"votes", "seats", "flights"}
_ANYTHING = frozenset(
    "people time share count money thing member part side case point step group item length".split()
)
"""What figures count in every other sentence, so that counting it tells nothing."""
_COMMON_TIMES = frozenset("second minute hour day week month year".split())
_FEW = 3
_ENOUGH, _ENOUGH_IN_ONE_ARTICLE = 2.0, 2.5
_MOST = 30
"""Figures that share something and are compared; what more of them share tells nothing."""
_AROUND = 60


def is_loose(topic: str) -> bool:
    """Whether a topic tells too little for two figures to be about one thing."""
    plain = topic.removesuffix(OTHER_EVENT)
    return (
        plain not in _NAMED and family(plain) not in _NAMED and not plain.startswith("attackers-")
    )


@dataclass(frozen=True)
class _Figure:
    claim: Claim
    quantity: Quantity
    place: Place
    kind: str
    words: Bag
    context: Bag
    few: bool


def leaders(told: Populated, paragraphs: Paragraphs) -> dict[Place, Place]:
    """For each figure the first one that is about the same thing, which may be itself.

    Figures whose topics name an event are only joined by loose ones.
    """
    figures = _figures(told.claims, paragraphs)
    weight = rarity(bag(f"{claim.says} {claim.words}") for claim in told.claims)
    rare = frozenset(rarest(weight, len(told.claims)))
    leader = {each.place: each.place for each in figures}
    order = {each.place: n for n, each in enumerate(figures)}

    def root(place: Place) -> Place:
        while leader[place] != place:
            leader[place] = leader[leader[place]]
            place = leader[place]
        return place

    def join(one: Place, other: Place) -> None:
        first, second = sorted((root(one), root(other)), key=order.__getitem__)
        leader[second] = first

    for figure, meant in told.meant.items():
        if figure in leader and meant in leader:
            join(figure, meant)
    for before, after in pairwise(figures):
        if _goes_on(before, after, paragraphs):
            join(before.place, after.place)
    for one, other in _candidates(figures):
        if _together(one, other, rare):
            join(one.place, other.place)
    return {place: root(place) for place in leader}


def _figures(claims: Sequence[Claim], paragraphs: Paragraphs) -> list[_Figure]:
    out = []
    contexts: dict[str, Bag] = {}
    for claim in claims:
        for n, q in enumerate(claim.quantity):
            if q.value is not None:
                near = _near(paragraphs, claim, q)
                if claim.at not in contexts:
                    contexts[claim.at] = bag(paragraphs.of(claim))
                around = contexts[claim.at]
                place = Place(claim.id, n)
                out.append(_Figure(claim, q, place, _kind(q, near), bag(near), around, few=False))
    per_article = Counter((each.claim.letter, each.kind) for each in out)
    most: dict[str, int] = defaultdict(int)
    for (_, kind), count in per_article.items():
        most[kind] = max(most[kind], count)
    return [replace(each, few=most[each.kind] <= _FEW) for each in out]


_RATE = re.compile(
    r"^[^,.;]{0,25}?\b(?:an?|per|each|every)\s+(month|year|week|day|hour|night|litre|gallon|head|person|kilo|tonne)\b"
    r"|\b(month|year|week|dai|hour|night)ly\b",
    re.IGNORECASE,
)


def _kind(quantity: Quantity, near: str) -> str:
    """What sort of thing a loose figure measures or counts, whatever its unit."""
    topic = quantity.topic.removesuffix(OTHER_EVENT)
    unit = (quantity.unit or "").lower()
    if topic in ("duration", "time-between") or unit in TIME_UNITS:
        single = unit.removesuffix("s")
        return "time" if single in _COMMON_TIMES else f"time {single}"
    if unit == "%":
        return "share"
    if topic in ("cost", "pay") or unit in COINS:
        rate = _RATE.search(near.partition("\n")[2]) or _RATE.search(near)
        return f"money {unit} {(rate[1] or rate[2]).lower()}" if rate else f"money {unit}"
    if unit in MEASURES or unit in ("h", "km/h"):
        fast = re.search(r"\b(?:per\s+hour|an\s+hour|km/h|kph|mph|km\s+h)\b", near, re.IGNORECASE)
        return "speed" if fast else _MEASURED.get(unit, unit)
    if topic == "count":
        return "money" if quantity.value is not None and quantity.value >= 10**6 else "count"
    return next(iter(bag(unit)), unit) or topic


_MEASURED = {
    **dict.fromkeys("metre metres meter meters kilometre kilometres kilometer kilometers km miles mile mm cm"
                    " centimetres millimetres feet inches".split(), "length"),
    **dict.fromkeys("tonnes tons kg kilos kilograms".split(), "weight"),
    **dict.fromkeys("hectares hectare acres".split(), "area"),
}  # fmt: skip


def _near(paragraphs: Paragraphs, claim: Claim, quantity: Quantity) -> str:
    """The words before and after a figure, a line each, up to the figures beside it."""
    stands = paragraphs.standing(claim, quantity)
    if stands is None:
        return claim.says + "\n"
    here = stands.number
    left, right = max(stands.left, here.start - _AROUND), min(stands.right, here.end + _AROUND)
    before = re.split(r"[.?!]\s", stands.text[left : here.start])[-1]
    after = re.split(r"[.?!]\s", stands.text[here.end : right])[0]
    if quantity.unit == "%":
        # "44 percent for one and 43 for the other" are shares of two
        before = _NEXT.split(_ASIDE.sub(" ", before))[-1]
        after = _NEXT.split(after)[0]
    return f"{before}\n{after}"


_ASIDE = re.compile(r",[^,;]{1,60},")
_NEXT = re.compile(r"[,;]|\b(?:and|while|but|to)\b")
_AGAIN = re.compile(
    r"\b(?:figure|number|total|sum|it|that)\s+(?:at|of|as|was|is|to)\W*$", re.IGNORECASE
)


def _goes_on(before: _Figure, figure: _Figure, paragraphs: Paragraphs) -> bool:
    """Whether a figure is the other end of a range, or another value for the one before it.

    As in "22 crowns a month was disputed by the union, which put the figure at 65 crowns".
    """
    if before.claim.at != figure.claim.at or is_loose(before.quantity.topic) != is_loose(
        figure.quantity.topic
    ):
        return False
    first, second = before.quantity, figure.quantity
    if before.claim is figure.claim and (first.qualifier, second.qualifier) == _RANGE:
        return True
    if before.kind.split()[:2] != figure.kind.split()[:2]:
        return False
    stands = paragraphs.standing(figure.claim, second)
    return stands is not None and _AGAIN.search(stands.before(30)) is not None


_RANGE = ("at least", "up to")


def _candidates(figures: Sequence[_Figure]) -> Iterator[tuple[_Figure, _Figure]]:
    """Pairs that share a number, a word or a kind of thing, each once."""
    shared: dict[tuple[object, ...], list[int]] = defaultdict(list)
    for n, each in enumerate(figures):
        near: set[int] = set()
        keys: list[tuple[object, ...]] = [("value", each.quantity.value)]
        keys += [("word", each.kind, word) for word in each.words]
        keys += [("speaker", each.kind, each.claim.speaker)]
        if each.few:
            keys.append(("kind", each.kind))
        for key in keys:
            near.update(shared[key][-_MOST:])
            shared[key].append(n)
        for other in sorted(near):
            yield figures[other], each


def _together(one: _Figure, other: _Figure, rare: Bag) -> bool:
    named = [not is_loose(each.quantity.topic) for each in (one, other)]
    same = one.quantity.value == other.quantity.value
    if all(named) or (any(named) and not same and not one.kind.startswith("money")):
        return False
    if one.kind != other.kind and not (
        (_is_plain(one.kind) and _is_plain(other.kind))
        or _is_money(one.kind, other.kind)
        or (same and one.kind.split()[:2] == other.kind.split()[:2] != ["money"])
    ):
        return False
    across = one.claim.letter != other.claim.letter
    enough = _ENOUGH if across else _ENOUGH_IN_ONE_ARTICLE
    return _evidence(one, other, rare, across=across) >= enough


def _is_money(one: str, other: str) -> bool:
    """Whether one may be a sum of money whose currency is not told again."""
    return one.startswith("money") and other.startswith("money") and "money" in (one, other)


def _is_plain(kind: str) -> bool:
    """Whether a figure of this kind counts people or things, or does not tell what."""
    return kind not in (
        "share",
        "speed",
        "length",
        "weight",
        "area",
        "time",
    ) and not kind.startswith(("money", "time "))


def _evidence(one: _Figure, other: _Figure, rare: Bag, *, across: bool) -> float:
    """How much speaks for two figures being about one thing."""
    a, b = one.quantity, other.quantity
    assert a.value is not None
    assert b.value is not None
    words = one.words & other.words
    told = sum(1.0 if word in rare else 0.4 for word in words)
    around = sum(0.3 for word in one.context & other.context if word in rare)
    evidence = min(told, 2.0) + (min(around, 0.6) if across else 0.0)
    if a.value == b.value:
        evidence += _unusual(a) + (0.5 if one.kind == other.kind else 0.0)
    else:
        sizes = sorted((float(a.value), float(b.value)))
        apart = sizes[1] / max(sizes[0], 1.0)
        evidence += 0.5 if apart < 1.5 else -1.5 if apart > 12 else -0.5 if apart > 4 else 0.0
        if one.kind != other.kind or (one.kind == "share" and not words):
            return 0.0
    if one.kind == other.kind and one.kind not in _ANYTHING and "money " not in one.kind[:6]:
        evidence += 1.5 if one.few else 0.7
    if re.match(r"money \S+ \S+", one.kind) and one.kind == other.kind:
        evidence += 1.5
    if across and one.claim.speaker == other.claim.speaker != OWN_VOICE:
        evidence += 1.0
    return evidence


def _unusual(quantity: Quantity) -> float:
    """How little chance there is that two things come to the same number."""
    assert quantity.value is not None
    digits = str(abs(quantity.value.numerator)).rstrip("0")
    if quantity.value.denominator > 1 or len(digits) > 2:
        return 2.0
    if len(digits) == 2 and quantity.value > 100:
        return 2.0
    return 1.0 if quantity.value > 12 else 0.4
