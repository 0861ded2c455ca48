"""Who gave which figure, with floors and ceilings kept apart from counts."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from fractions import Fraction

from reportedly.story.ledger import Claim, Quantity
from reportedly.story.story import Story


@dataclass(frozen=True)
class Figure:
    """One number as one speaker gave it in one paragraph.

    Attributes:
        low, high: The numbers it allows; None above when there is no ceiling.
        of: Whom or what it counts.
    """

    speaker: str
    at: str
    words: str
    value: Fraction
    qualifier: str
    of: str
    scope: str
    low: Fraction
    high: Fraction | None


@dataclass(frozen=True)
class FigureGroup:
    """The figures on one topic, in the order of the articles; at least two."""

    topic: str
    unit: str
    figures: tuple[Figure, ...]


def figure_groups(story: Story) -> tuple[FigureGroup, ...]:
    """The topics on which the articles give at least two figures, most figures first."""
    by_topic: dict[str, list[tuple[Claim, Quantity]]] = defaultdict(list)
    for claim in story.ledger.claims:
        for quantity in claim.quantity:
            if quantity.value is not None:
                by_topic[quantity.topic].append((claim, quantity))
    groups = [
        FigureGroup(
            topic,
            next((q.unit for _, q in rows if q.unit), ""),
            tuple(_figure(story, claim, quantity) for claim, quantity in rows),
        )
        for topic, rows in by_topic.items()
        if len(rows) > 1
    ]
    return tuple(sorted(groups, key=lambda group: -len(group.figures)))


def _figure(story: Story, claim: Claim, quantity: Quantity) -> Figure:
    assert quantity.value is not None
    assert quantity.span is not None
    low, high = quantity.span
    return Figure(
        speaker=story.speaker(claim),
        at=claim.at,
        words=claim.words,
        value=quantity.value,
        qualifier=quantity.qualifier,
        of=quantity.of,
        scope=quantity.scope,
        low=low,
        high=high,
    )
