"""The paragraphs in which the figures of a ledger stand, each read for its numbers once."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction

from reportedly.authoring.extraction.figures.numbers import Number, numbers
from reportedly.story.ledger import Claim, Quantity


@dataclass(frozen=True)
class Standing:
    """A figure where it stands.

    Attributes:
        text: The paragraph.
        left, right: Where the figures beside it end and begin, or the paragraph does.
    """

    text: str
    number: Number
    left: int
    right: int

    def before(self, characters: int) -> str:
        """What stands before it in the paragraph."""
        return self.text[max(0, self.number.start - characters) : self.number.start]


class Paragraphs:
    """The texts of some articles by place, such as "A3"."""

    def __init__(self, texts: Mapping[str, str]) -> None:
        self._texts = texts
        self._read: dict[str, tuple[tuple[Number, ...], dict[Fraction | None, list[int]]]] = {}

    def at(self, place: str) -> str:
        """The text of a paragraph; nothing where it is not known."""
        return self._texts.get(place, "")

    def of(self, claim: Claim) -> str:
        """The paragraph of a claim, or what the claim says where it is not known."""
        return self._texts.get(claim.at, claim.says)

    def standing(self, claim: Claim, quantity: Quantity) -> Standing | None:
        """Where a figure of a claim stands in its paragraph."""
        text = self.of(claim)
        found, by_value = self._numbers(text)
        same = by_value.get(quantity.value, [])
        start = max(0, text.find(claim.words))
        first = bisect_right(same, start, key=lambda n: found[n].end)
        if not same:
            return None
        at = same[min(first, len(same) - 1)]
        left = found[at - 1].end if at else 0
        right = found[at + 1].start if at + 1 < len(found) else len(text)
        return Standing(text, found[at], left, right)

    def _numbers(self, text: str) -> tuple[tuple[Number, ...], dict[Fraction | None, list[int]]]:
        if text not in self._read:
            found = numbers(text)
            by_value: dict[Fraction | None, list[int]] = defaultdict(list)
            for n, number in enumerate(found):
                by_value[number.value].append(n)
            self._read[text] = found, by_value
        return self._read[text]
