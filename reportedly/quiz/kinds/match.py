"""Match each item with what belongs to it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from random import Random
from typing import Any, ClassVar, Literal

from pydantic import Field
from typing_extensions import override

from reportedly.quiz.faults import Fault
from reportedly.quiz.kinds.placing import PlacingQuestion
from reportedly.quiz.kinds.positions import shown_parts
from reportedly.quiz.marking import PartMark, judge_place
from reportedly.quiz.question import Layout, Markdown, Offered, shuffled
from reportedly.quiz.taxonomy import Slip
from reportedly.story.fields import Text, Written


class Pair(Written):
    """An item and what belongs to it; several items may share one match."""

    item: Text = Field(description="What the learner has to place.")
    match: Text = Field(description="What belongs to it.")
    slip: Slip | None = Field(None, description="The misreading behind a wrong match here.")
    why: Markdown | None = Field(None, description="Why they belong together.")


class Extra(Written):
    """A choice that belongs to no item."""

    wrong: Text = Field(description="A choice that fits no item.")
    slip: Slip | None = Field(None, description="The misreading it stands for.")
    why: Markdown | None = Field(None, description="Why it fits none.")


class Match(PlacingQuestion):
    """Match each item with one of the choices."""

    instruction: ClassVar[str] = "Choose what belongs to each. A choice may be used more than once."

    kind: Literal["match"]
    pairs: tuple[Pair, ...] = Field(description="Items with what belongs to each.")
    extra: tuple[Extra, ...] = Field((), description="Choices that belong to no item.")

    @property
    def choices(self) -> tuple[str, ...]:
        """Every choice once: the matches in the order of the pairs, then the extras."""
        return tuple(dict.fromkeys([p.match for p in self.pairs] + [e.wrong for e in self.extra]))

    @override
    def kind_faults(self) -> Iterator[Fault]:
        if len(self.pairs) < 2:
            yield Fault(("pairs",), "there is only one pair", "write at least two")
        seen: dict[str, int] = {}
        for n, pair in enumerate(self.pairs):
            if pair.item in seen:
                yield Fault(
                    ("pairs", n, "item"),
                    "the same item stands twice (lines {lines})",
                    "change or remove one",
                    also=(("pairs", seen[pair.item], "item"), ("pairs", n, "item")),
                )
            seen.setdefault(pair.item, n)
        matches = {pair.match for pair in self.pairs}
        for n, extra in enumerate(self.extra):
            if extra.wrong in matches:
                yield Fault(
                    ("extra", n),
                    f'"{extra.wrong}" is the match of an item as well',
                    "remove it from `extra`, which is for choices that fit no item",
                )
        if len(self.choices) < 2:
            yield Fault(("pairs",), "there is only one choice", "add another match or an `extra`")

    @override
    def layout(self, chance: Random) -> Layout:
        # The choices are shuffled even when the items are not: the author's order is the key.
        items = shuffled(len(self.pairs), chance, keep=not self.shuffle)
        return Layout(items, (shuffled(len(self.choices), chance),))

    @override
    def body(self, layout: Layout) -> dict[str, Any]:
        return {
            "items": shown_parts([pair.item for pair in self.pairs], layout.parts),
            "choices": shown_parts(self.choices, layout.choices[0]),
        }

    @override
    def judge(self, places: Mapping[int, int]) -> tuple[PartMark, ...]:
        return tuple(self._judge(pair, places.get(n)) for n, pair in enumerate(self.pairs))

    def _judge(self, pair: Pair, choice: int | None) -> PartMark:
        given = None if choice is None else self.choices[choice]
        extra = next((e for e in self.extra if e.wrong == given), None)
        whys = [why for why in (extra.why if extra else None, pair.why) if why]
        slip = extra.slip if extra and extra.slip else pair.slip
        return judge_place(pair.item, given=given, key=pair.match, why=" ".join(whys), slip=slip)

    @override
    def offered(self) -> Offered:
        return Offered(tuple(p.item for p in self.pairs), (self.choices,) * len(self.pairs))

    @override
    def offered_slips(self) -> frozenset[Slip]:
        slips = [pair.slip for pair in self.pairs] + [extra.slip for extra in self.extra]
        return frozenset(slip for slip in slips if slip is not None)

    @override
    def texts(self) -> Iterator[str]:
        for pair in self.pairs:
            yield from (pair.item, pair.match, pair.why or "")
        for extra in self.extra:
            yield from (extra.wrong, extra.why or "")
