"""True, false, or not stated."""

from __future__ import annotations

from collections.abc import Iterator
from random import Random
from typing import Any, ClassVar, Literal

from pydantic import Field
from typing_extensions import override

from reportedly.quiz.faults import Fault
from reportedly.quiz.kinds.choice import ChoosingQuestion, read_one_chosen
from reportedly.quiz.kinds.positions import shown_parts
from reportedly.quiz.marking import PartMark, judge_choice
from reportedly.quiz.question import Layout, Markdown, Offered
from reportedly.quiz.response import Chosen
from reportedly.quiz.taxonomy import Slip

Answer = Literal["true", "false", "not stated"]
ANSWERS: tuple[Answer, ...] = ("true", "false", "not stated")
SHOWN = {"true": "True", "false": "False", "not stated": "Not stated"}


class TrueFalse(ChoosingQuestion):
    """Say of a statement whether the articles support it, exclude it, or leave it open.

    Never shuffled: learners come to know the order.
    """

    instruction: ClassVar[str] = "By what the articles say: true, false, or not stated?"

    kind: Literal["truefalse"]
    answer: Answer = Field(description="true, false or not stated.")
    why: dict[Answer, Markdown] = Field(
        default_factory=dict, description="A reason for each of true, false and not stated."
    )
    slips: dict[Answer, Slip] = Field(
        default_factory=dict, description="The misreading behind each wrong answer."
    )

    @override
    def kind_faults(self) -> Iterator[Fault]:
        if self.answer in self.slips:
            yield Fault(
                ("slips", self.answer),
                "the right answer has a slip",
                "remove it; only wrong answers stand for a misreading",
                at_name=True,
            )

    @override
    def layout(self, chance: Random) -> Layout:
        return Layout((0, 1, 2))

    @override
    def body(self, layout: Layout) -> dict[str, Any]:
        return {"options": shown_parts([SHOWN[name] for name in ANSWERS], layout.parts)}

    @override
    def read(self, payload: object, layout: Layout) -> Chosen:
        return read_one_chosen(payload, layout.parts)

    @override
    def judged(self, picks: frozenset[int]) -> tuple[PartMark, ...]:
        return tuple(
            judge_choice(
                SHOWN[name],
                is_right=name == self.answer,
                chosen=n in picks,
                why=self.why.get(name),
                slip=self.slips.get(name),
            )
            for n, name in enumerate(ANSWERS)
        )

    @override
    def offered(self) -> Offered:
        return Offered(ANSWERS)

    @override
    def offered_slips(self) -> frozenset[Slip]:
        return frozenset(self.slips.values())

    @override
    def texts(self) -> Iterator[str]:
        return iter(self.why.values())
