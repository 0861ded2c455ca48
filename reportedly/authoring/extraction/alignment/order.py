"""Which of two articles, or figures, is the later one.

By the days of the articles; else by the counts that one gives as overtaken; else articles are taken to
be brought in in the order in which they came out, which a person may put right by their dates.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from fractions import Fraction
from itertools import combinations

from reportedly.authoring.extraction.figures.numbers import numbers
from reportedly.story.ledger import OWN_VOICE, Claim, Ledger, Quantity

GROWING = frozenset("deaths injured cases arrests rescued".split())
"""Counts that only ever rise while an event goes on."""

_EARLIER = re.compile(
    r"\b(?:(?:up|down)\s+from|compared\s+(?:with|to)"
    r"|(?:earlier|previous|first|initial)\s+(?:count|figure|number|total|tally|toll|estimate|report)s?\s+of)\s+\W?$",
    re.IGNORECASE,
)


def is_overtaken(claim: Claim, quantity: Quantity) -> bool:
    """Whether a claim itself gives a figure as an earlier one: "up from 14", "an earlier count of 150"."""
    return any(
        n.value == quantity.value
        and _EARLIER.search(claim.says, max(0, n.start - 60), n.start) is not None
        for n in numbers(claim.says)
    )


class Order:
    """Which article or figure is the later one."""

    def __init__(self, ledger: Ledger, published: Mapping[str, date]) -> None:
        self._published = published
        self._later: dict[frozenset[str], str] = {}
        for letter, than in _by_counts(ledger):
            self._later.setdefault(frozenset((letter, than)), letter)

    def later(self, one: tuple[Claim, Quantity], other: tuple[Claim, Quantity]) -> int | None:
        """1 if the second figure is the later one, -1 if the first is, and 0 if both are of one day.

        None where an overtaken figure may be older or not.
        """
        first, second = (self._day(*each) for each in (one, other))
        if first is not None and second is not None:
            return (second > first) - (second < first)
        overtaken = [is_overtaken(*each) for each in (one, other)]
        articles = self._articles(one[0].letter, other[0].letter)
        if overtaken == [False, False]:
            return articles
        # an overtaken figure is older than its article, but by how much is not told
        if overtaken == [True, False]:
            return 1 if articles >= 0 else None
        return -1 if overtaken == [False, True] and articles <= 0 else None

    def is_known(self, one: str, other: str) -> bool:
        """Whether the order of two articles is known, and not only taken from how they were given."""
        dated = one in self._published and other in self._published
        return dated or frozenset((one, other)) in self._later

    def _day(self, claim: Claim, quantity: Quantity) -> date | None:
        if not is_overtaken(claim, quantity):
            return self._published.get(claim.letter)
        happened = claim.happened
        return happened.first_day if happened is not None and len(happened.when) == 10 else None

    def _articles(self, one: str, other: str) -> int:
        first, second = self._published.get(one), self._published.get(other)
        if first is not None and second is not None:
            return (second > first) - (second < first)
        later = self._later.get(frozenset((one, other)))
        return 1 if (later or max(one, other)) == other else -1


def _by_counts(ledger: Ledger) -> list[tuple[str, str]]:
    """Pairs of a later and an earlier article.

    The later one calls a count of the other overtaken, or gives a growing count of one speaker higher.
    """
    given: dict[tuple[str, Fraction], set[str]] = {}
    overtaken: list[tuple[str, str, Fraction]] = []
    tolls: dict[tuple[str, str], dict[str, Fraction]] = {}
    for claim in ledger.claims:
        for q in claim.quantity:
            if q.value is None or q.topic not in GROWING or q.scope != "total":
                continue
            if is_overtaken(claim, q):
                overtaken.append((claim.letter, q.topic, q.value))
                continue
            given.setdefault((q.topic, q.value), set()).add(claim.letter)
            if claim.speaker != OWN_VOICE:
                toll = tolls.setdefault((claim.speaker, q.topic), {})
                toll[claim.letter] = max(toll.get(claim.letter, q.value), q.value)
    out = [
        (letter, than)
        for letter, topic, value in overtaken
        for than in sorted(given.get((topic, value), set()) - {letter})
    ]
    for toll in tolls.values():
        for one, other in combinations(toll, 2):
            if toll[one] != toll[other]:
                out.append((one, other) if toll[one] > toll[other] else (other, one))
    return out
