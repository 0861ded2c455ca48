"""Choose every right option."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar, Literal

from pydantic import Field
from typing_extensions import override

from reportedly.quiz.faults import Fault
from reportedly.quiz.kinds.choice import Option, OptionsQuestion, option_faults, read_chosen
from reportedly.quiz.question import Layout
from reportedly.quiz.response import Chosen
from reportedly.quiz.taxonomy import SCORINGS_OF_CHOICES, Scoring


class Multiple(OptionsQuestion):
    """Choose all that are right, one or more."""

    scorings: ClassVar[tuple[Scoring, ...]] = SCORINGS_OF_CHOICES
    instruction: ClassVar[str] = "Choose every answer that fits."

    kind: Literal["multiple"]
    options: tuple[Option, ...] = Field(description="The options; at least one is right.")

    @override
    def kind_faults(self) -> Iterator[Fault]:
        yield from option_faults(self.options, "options")
        if not any(option.is_right for option in self.options):
            yield Fault(
                ("options",),
                "no option is marked right",
                "write `right:` before each option that is right",
            )

    @override
    def read(self, payload: object, layout: Layout) -> Chosen:
        return read_chosen(payload, layout.parts)
