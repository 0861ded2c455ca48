"""Put things in order."""

from __future__ import annotations

from collections.abc import Iterator
from random import Random
from typing import Annotated, Any, ClassVar, Literal

from pydantic import BeforeValidator, Field
from typing_extensions import override

from reportedly.quiz.faults import Fault, Place
from reportedly.quiz.kinds.positions import read_position, shown_parts
from reportedly.quiz.marking import Mark, PartMark, value_of_order
from reportedly.quiz.question import Layout, Markdown, Offered, Question, shuffled
from reportedly.quiz.response import Response, ResponseRefused, Sequence, sent
from reportedly.quiz.taxonomy import Scoring, Slip
from reportedly.story.fields import Text, Written


class Step(Written):
    """One thing to put in its place."""

    item: Text = Field(description="What the learner has to place.")
    slip: Slip | None = Field(None, description="The misreading behind placing it wrongly.")
    why: Markdown | None = Field(None, description="Why it stands here.")


def _step(value: object) -> object:
    """A bare text is an item without a reason."""
    return {"item": value} if isinstance(value, str) else value


def _group(value: object) -> object:
    """A single entry is a group of one; a list holds things at the same place."""
    return value if isinstance(value, list | tuple) else [value]


Group = Annotated[
    tuple[Annotated[Step, BeforeValidator(_step)], ...],
    BeforeValidator(_group),
    Field(min_length=1),
]


class Order(Question):
    """Put all items in order; those in an inner list share one place."""

    scorings: ClassVar[tuple[Scoring, ...]] = (Scoring.PAIRS, Scoring.EXACT)
    instruction: ClassVar[str] = "Move the items into order."

    kind: Literal["order"]
    order: tuple[Group, ...] = Field(description="The items in the right order.")

    @property
    def steps(self) -> tuple[Step, ...]:
        """All items, in the bank's order."""
        return tuple(step for group in self.order for step in group)

    @property
    def ranks(self) -> tuple[int, ...]:
        """For each item its place, from 0; items of one group have the same."""
        return tuple(rank for rank, group in enumerate(self.order) for _ in group)

    @override
    def kind_faults(self) -> Iterator[Fault]:
        if len(self.order) < 2:
            yield Fault(("order",), "there is only one place", "write at least two items to order")
        seen: dict[str, Place] = {}
        for rank, group in enumerate(self.order):
            for n, step in enumerate(group):
                place = ("order", rank, n) if len(group) > 1 else ("order", rank)
                first = seen.setdefault(" ".join(step.item.split()), place)
                if first != place:
                    yield Fault(
                        place,
                        "the same item stands twice (lines {lines})",
                        "change or remove one",
                        also=(first, place),
                    )

    @override
    def layout(self, chance: Random) -> Layout:
        """Any order but a right one, which would be a mark for pressing a button."""
        order = shuffled(len(self.steps), chance)
        # Drawn anew rather than, say, reversed, so that no wrong order is likelier than another.
        while len(self.order) > 1 and self._is_right(order):
            order = shuffled(len(self.steps), chance)
        return Layout(order)

    def _is_right(self, items: tuple[int, ...]) -> bool:
        ranks = [self.ranks[item] for item in items]
        return ranks == sorted(ranks)

    @override
    def body(self, layout: Layout) -> dict[str, Any]:
        return {"items": shown_parts([step.item for step in self.steps], layout.parts)}

    @override
    def read(self, payload: object, layout: Layout) -> Sequence:
        ids = sent(payload, "sequence")
        if not isinstance(ids, list):
            raise ResponseRefused("nothing was put in order")
        items = tuple(read_position(value, layout.parts) for value in ids)
        if sorted(items) != list(range(len(self.steps))):
            raise ResponseRefused("the order does not hold every item once")
        return Sequence(items)

    @override
    def show(self, response: Response, layout: Layout) -> dict[str, Any]:
        assert isinstance(response, Sequence)
        return {"sequence": [str(layout.parts.index(item)) for item in response.items]}

    @override
    def mark(self, response: Response) -> Mark:
        assert isinstance(response, Sequence)
        ranks = tuple(self.ranks[item] for item in response.items)
        parts: list[PartMark] = []
        for group in self.order:
            first = len(parts) + 1
            last = len(parts) + len(group)
            key = str(first) if first == last else f"{first} to {last}"
            for step in group:
                place = response.items.index(len(parts)) + 1
                fits = first <= place <= last
                parts.append(
                    PartMark(
                        step.item,
                        "right" if fits else "wrong",
                        str(place),
                        key,
                        step.why or "",
                        None if fits else step.slip,
                    )
                )
        return Mark(value_of_order(self.rule, ranks), tuple(parts))

    @override
    def offered(self) -> Offered:
        return Offered(tuple(step.item for step in self.steps))

    @override
    def offered_slips(self) -> frozenset[Slip]:
        return frozenset(step.slip for step in self.steps if step.slip is not None)

    @override
    def texts(self) -> Iterator[str]:
        for step in self.steps:
            yield from (step.item, step.why or "")
