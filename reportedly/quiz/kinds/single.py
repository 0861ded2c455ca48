"""Choose the one right option."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar, Literal

from pydantic import Field
from typing_extensions import override

from reportedly.quiz.faults import Fault
from reportedly.quiz.kinds.choice import (
    Option,
    OptionsQuestion,
    one_right_faults,
    option_faults,
    read_one_chosen,
)
from reportedly.quiz.question import Layout
from reportedly.quiz.response import Chosen


class Single(OptionsQuestion):
    """Choose one of several options."""

    instruction: ClassVar[str] = "Choose one answer."

    kind: Literal["single"]
    options: tuple[Option, ...] = Field(description="The options; exactly one is right.")

    @override
    def kind_faults(self) -> Iterator[Fault]:
        yield from option_faults(self.options, "options")
        yield from one_right_faults(self.options, "options")

    @override
    def read(self, payload: object, layout: Layout) -> Chosen:
        return read_one_chosen(payload, layout.parts)
