"""Fill the gaps of a sentence from lists."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from random import Random
from typing import Any, ClassVar, Literal

from pydantic import Field
from typing_extensions import override

from reportedly.quiz.faults import Fault
from reportedly.quiz.kinds.choice import (
    Option,
    one_right_faults,
    option_faults,
    option_layout,
    option_texts,
    shown_options,
    slips_of,
)
from reportedly.quiz.kinds.placing import PlacingQuestion
from reportedly.quiz.marking import PartMark, judge_place
from reportedly.quiz.question import Layout, Offered
from reportedly.quiz.taxonomy import Slip
from reportedly.story.fields import Slug, Text, Written

_GAP = re.compile(r"\[([a-z0-9][a-z0-9-]*)\]")


class Gap(Written):
    """A gap and what may fill it."""

    gap: Slug = Field(description="The name that stands in square brackets in the text.")
    options: tuple[Option, ...] = Field(description="What may fill it; exactly one is right.")


class Cloze(PlacingQuestion):
    """Choose what fills each gap of a text; gaps are names in square brackets."""

    instruction: ClassVar[str] = "Choose what fills each gap."

    kind: Literal["cloze"]
    text: Text = Field(description="The text, each gap a name in square brackets: [who] said ...")
    gaps: tuple[Gap, ...] = Field(description="What may fill each gap.")

    @override
    def kind_faults(self) -> Iterator[Fault]:
        in_text = _GAP.findall(self.text)
        names = [gap.gap for gap in self.gaps]
        for name in dict.fromkeys(in_text):
            if name not in names:
                yield Fault(("text",), f'the gap "[{name}]" is not described', "add it to `gaps`")
            elif in_text.count(name) > 1:
                yield Fault(("text",), f'the gap "[{name}]" stands twice', "give each its own name")
        for n, gap in enumerate(self.gaps):
            if names.count(gap.gap) > 1 and names.index(gap.gap) < n:
                found = f'the gap "{gap.gap}" is described twice'
                yield Fault(("gaps", n, "gap"), found, "remove one of the two")
            if gap.gap not in in_text:
                yield Fault(
                    ("gaps", n, "gap"),
                    f'the gap "{gap.gap}" does not stand in the text',
                    f"write [{gap.gap}] where it belongs",
                    also=(("text",),),
                )
            yield from option_faults(gap.options, "gaps", n, "options")
            yield from one_right_faults(gap.options, "gaps", n, "options")

    @override
    def layout(self, chance: Random) -> Layout:
        return Layout(
            tuple(range(len(self.gaps))),
            tuple(option_layout(gap.options, chance, keep=not self.shuffle) for gap in self.gaps),
        )

    @override
    def body(self, layout: Layout) -> dict[str, Any]:
        by_name = {gap.gap: n for n, gap in enumerate(self.gaps)}
        pieces: list[dict[str, Any]] = []
        for n, piece in enumerate(_GAP.split(self.text)):
            if n % 2 == 0:
                if piece:
                    pieces.append({"text": piece})
                continue
            gap = by_name[piece]
            pieces.append(
                {
                    "gap": str(gap),
                    "name": self._name(gap),
                    "choices": shown_options(self.gaps[gap].options, layout.choices[gap]),
                }
            )
        return {"pieces": pieces}

    @override
    def judge(self, places: Mapping[int, int]) -> tuple[PartMark, ...]:
        return tuple(self._judge(n, places.get(n)) for n in range(len(self.gaps)))

    def _judge(self, n: int, choice: int | None) -> PartMark:
        gap = self.gaps[n]
        key = next(option for option in gap.options if option.is_right)
        given = None if choice is None else gap.options[choice]
        return judge_place(
            self._name(n),
            given=given.text if given else None,
            key=key.text,
            why=(given or key).why,
            slip=given.slip if given else None,
        )

    def _name(self, n: int) -> str:
        return f"Gap {n + 1}" if len(self.gaps) > 1 else "The gap"

    @override
    def offered(self) -> Offered:
        return Offered(
            tuple(gap.gap for gap in self.gaps),
            tuple(tuple(option.text for option in gap.options) for gap in self.gaps),
        )

    @override
    def offered_slips(self) -> frozenset[Slip]:
        return frozenset(slip for gap in self.gaps for slip in slips_of(gap.options))

    @override
    def texts(self) -> Iterator[str]:
        yield self.text
        for gap in self.gaps:
            yield from option_texts(gap.options)
