"""One wording for what counts alike, and topics for claims without figures, across all articles.

The ledger says which figures stand side by side by its own words: those with the same topic, scope,
population and unit.
"""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from collections.abc import Sequence

from reportedly.authoring.extraction.figures.populations import populated
from reportedly.authoring.extraction.lexicon.counting import MEASURES
from reportedly.story.ledger import Claim, Ledger


def aligned(ledger: Ledger) -> Ledger:
    """The ledger with one wording for what counts alike, and topics for claims without figures."""
    told = populated(ledger.claims)
    wording = _populations(told)
    topics = _topics(told)
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
        for claim in told
    )
    return ledger.model_copy(update={"claims": claims})


_LOOSE = ("duration", "time-between", "cost", "pay", "count")


def is_loose(topic: str) -> bool:
    """Whether a topic tells too little for two figures to be about one thing."""
    share = topic.endswith("-share") and not topic.startswith("crowd-")
    return topic in _LOOSE or topic in MEASURES or share


def _populations(claims: Sequence[Claim]) -> dict[tuple[str, int], tuple[str, str | None]]:
    """How each figure's population and unit are to be worded."""
    first: dict[tuple[object, ...], tuple[str, str | None]] = {}
    out: dict[tuple[str, int], tuple[str, str | None]] = {}
    for claim in claims:
        for n, q in enumerate(claim.quantity):
            loose = is_loose(q.topic)
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
