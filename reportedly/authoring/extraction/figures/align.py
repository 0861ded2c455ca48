"""Which claims of different articles speak of the same thing: a suggestion for a person to confirm.

The ledger says so by its own words: figures with the same topic, scope, population and unit are
laid side by side, and how they relate follows from the numbers they allow.
"""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations

from reportedly.authoring.extraction.lexicon.counting import MEASURES
from reportedly.story.ledger import Claim, Ledger, Quantity
from reportedly.story.relations import Relation, relation


@dataclass(frozen=True)
class Pair:
    """Two figures that seem to count the same."""

    first: str
    second: str
    relation: Relation


def aligned(ledger: Ledger) -> Ledger:
    """The ledger with one wording for what counts alike, and topics for claims without figures."""
    wording = _populations(ledger.claims)
    topics = _topics(ledger.claims)
    claims = tuple(
        claim.model_copy(
            update={
                "quantity": tuple(
                    q.model_copy(
                        update=dict(zip(("of", "unit"), wording[claim.id, n], strict=True))
                    )
                    for n, q in enumerate(claim.quantity)
                ),
                "topic": topics.get(claim.id, claim.topic),
            }
        )
        for claim in ledger.claims
    )
    return ledger.model_copy(update={"claims": claims})


def pairs(ledger: Ledger) -> tuple[Pair, ...]:
    """The figures of different articles that count alike, with how they relate."""
    alike: dict[tuple[object, ...], list[tuple[Claim, Quantity]]] = defaultdict(list)
    for claim in ledger.claims:
        for quantity in claim.quantity:
            alike[quantity.topic, quantity.scope, quantity.of, quantity.unit].append(
                (claim, quantity)
            )
    return tuple(
        Pair(a.id, b.id, relation(p, q))
        for group in alike.values()
        for (a, p), (b, q) in combinations(group[:60], 2)
        if a.letter != b.letter
    )


_LOOSE = ("duration", "time-between", "cost", "pay", "count")


def _populations(claims: Sequence[Claim]) -> dict[tuple[str, int], tuple[str, str | None]]:
    """How each figure's population and unit are to be worded."""
    first: dict[tuple[object, ...], tuple[str, str | None]] = {}
    out: dict[tuple[str, int], tuple[str, str | None]] = {}
    for claim in claims:
        for n, q in enumerate(claim.quantity):
            loose = q.topic in _LOOSE or q.topic in MEASURES or q.topic.endswith("-share")
            if loose:
                # The same length or sum is likely the same thing; another one need not be.
                key: tuple[object, ...] = (q.topic, q.scope, q.unit, q.value, q.amount)
                own: tuple[str, str | None] = (f"{q.of}, as in “{claim.words}”", q.unit)
            else:
                key = (q.topic, q.scope)
                own = (q.of, q.unit)
            out[claim.id, n] = first.setdefault(key, own)
    return out


_WORD = re.compile(r"[a-z][a-z’'-]{3,}")
_COMMON = frozenset(
    "that this these those they them their there then than with from have been were will would could said says"
    " about after before when where which while whose what into over under also more most some such only other"
    " others very just because during between against through still even much many made make does did being"
    " people according told report reports reported statement news"
    " hours days weeks months years last first next year month week monday tuesday wednesday thursday friday"
    " saturday sunday january february march april june july august september october november december".split()
)
_ALIKE = 0.34
_CROWD = 40
"""A word in more claims than this tells nothing."""


def _topics(claims: Sequence[Claim]) -> dict[str, str]:
    """A topic for each claim without a figure, shared with those that use the same rare words."""
    plain = [c for c in claims if c.topic == "statement"]
    bags = [_bag(c.says) for c in plain]
    held: dict[str, list[int]] = defaultdict(list)
    for n, bag in enumerate(bags):
        for word in bag:
            held[word].append(n)
    weight = {w: math.log(1 + len(plain) / len(ns)) for w, ns in held.items()}
    leader = list(range(len(plain)))
    for n, bag in enumerate(bags):
        shared: Counter[int] = Counter()
        for word in sorted(bag):
            if len(held[word]) <= _CROWD:
                for other in held[word]:
                    if other < n:
                        shared[other] += 1
        best = max(
            ((_likeness(bag, bags[o], weight), -o) for o, both in shared.items() if both >= 2),
            default=(0.0, 0),
        )
        if best[0] >= _ALIKE:
            leader[n] = leader[-best[1]]
    return {claim.id: _name(bags[leader[n]], weight) for n, claim in enumerate(plain)}


def _bag(text: str) -> frozenset[str]:
    words = (re.sub(r"[’']s?$", "", w) for w in _WORD.findall(text.lower()))
    return frozenset(_stem(w) for w in words if w not in _COMMON)


def _stem(word: str) -> str:
    for ending in ("ing", "ed", "ies", "es", "s"):
        if word.endswith(ending) and len(word) - len(ending) >= 4:
            return word[: -len(ending)]
    return word


def _likeness(one: frozenset[str], other: frozenset[str], weight: dict[str, float]) -> float:
    def norm(bag: frozenset[str]) -> float:
        return math.sqrt(math.fsum(weight[w] ** 2 for w in bag))

    shared = math.fsum(weight[w] ** 2 for w in one & other)
    return shared / (norm(one) * norm(other)) if shared else 0.0


def _name(bag: frozenset[str], weight: dict[str, float]) -> str:
    words = sorted(bag, key=lambda w: (weight[w], w))
    chosen = [re.sub(r"[^a-z0-9]+", "-", w).strip("-") for w in words[:2]]
    return "-".join(w for w in chosen if w) or "statement"
