"""Type a number."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from random import Random
from typing import Annotated, Any, ClassVar, Literal

from pydantic import AfterValidator, Field
from typing_extensions import override

from reportedly.quiz.faults import Fault
from reportedly.quiz.kinds.typing_in import mark_right, mark_wrong, read_typed, show_typed
from reportedly.quiz.marking import Mark
from reportedly.quiz.numbers import Span, is_in_percent, parse_number, parse_span
from reportedly.quiz.question import Layout, Markdown, Question
from reportedly.quiz.response import Response, Typed
from reportedly.quiz.taxonomy import Slip
from reportedly.story.fields import Text, Written


def _is_a_span(text: str) -> str:
    parse_span(text)
    return text


SpanText = Annotated[Text, AfterValidator(_is_a_span)]


class NearNumber(Written):
    """A wrong number that can be foreseen, and the misreading behind it."""

    answer: SpanText = Field(description="The wrong number, in the same forms as the answer.")
    slip: Slip | None = Field(None, description="The misreading it stands for.")
    why: Markdown | None = Field(None, description="What went wrong on the way to it.")


class Number(Question):
    """Type a number; a span of numbers may be right."""

    instruction: ClassVar[str] = "Type a number."

    kind: Literal["number"]
    answer: SpanText = Field(description="42, or 42 +- 0.5, or 42 +- 5%, or 40 to 45.")
    unit: Text | None = Field(None, description="Shown after the box, for example days.")
    language: Literal["en", "de", "fr", "es", "it", "nl", "pt", "ru"] = Field(
        "en", description="Whether decimals are asked for with a point or a comma."
    )
    why: Markdown | None = Field(None, description="Why the answer is right.")
    near: tuple[NearNumber, ...] = Field((), description="Wrong numbers that can be foreseen.")

    @property
    def span(self) -> Span:
        """The numbers that are right."""
        return parse_span(self.answer)

    @property
    def shown_unit(self) -> str | None:
        """The unit, which an answer such as 34% has without saying so."""
        return self.unit or ("%" if is_in_percent(self.answer) else None)

    @property
    def key(self) -> str:
        """The answer with its unit, once."""
        has_unit = self.shown_unit == "%" and is_in_percent(self.answer)
        return f"{self.answer} {self.unit}" if self.unit and not has_unit else self.answer

    @override
    def kind_faults(self) -> Iterator[Fault]:
        yield from self._near_right()
        yield from self._near_each_other()

    def _near_right(self) -> Iterator[Fault]:
        for n, near in enumerate(self.near):
            wrong = parse_span(near.answer)
            if wrong.low in self.span and wrong.high in self.span:
                yield Fault(
                    ("near", n, "answer"),
                    f"{near.answer} counts as right ({self.answer})",
                    "remove it, or narrow the answer",
                )

    def _near_each_other(self) -> Iterator[Fault]:
        """Of two that hold the same number the first counts, so one inside it is never used."""
        spans = [parse_span(near.answer) for near in self.near]
        for n, span in enumerate(spans):
            for before, first in enumerate(spans[:n]):
                inside = span.low in first and span.high in first
                crosses = first.low < span.low < first.high or first.low < span.high < first.high
                if inside or crosses:
                    yield self._shared(before, n, inside=inside)
                    break

    def _shared(self, before: int, n: int, *, inside: bool) -> Fault:
        also = (("near", before, "answer"), ("near", n, "answer"))
        one, other = self.near[n].answer, self.near[before].answer
        if inside:
            found = f"{one} is never used, since {other} counts first (lines {{lines}})"
            cure = "remove one, or write the narrower one first"
            return Fault(also[1], found, cure, also, "warning")
        found = f"{one} and {other} share numbers, for which the first counts (lines {{lines}})"
        return Fault(also[1], found, "narrow one of them", also, "warning")

    @override
    def layout(self, chance: Random) -> Layout:
        return Layout()

    @override
    def body(self, layout: Layout) -> dict[str, Any]:
        return {"unit": self.shown_unit}

    @override
    def read(self, payload: object, layout: Layout) -> Typed:
        response = read_typed(payload)
        self._number(response)
        return response

    @override
    def show(self, response: Response, layout: Layout) -> dict[str, Any]:
        return show_typed(response)

    @override
    def mark(self, response: Response) -> Mark:
        assert isinstance(response, Typed)
        number = self._number(response)
        if number in self.span:
            return mark_right(response, key=self.key, why=self.why)
        near = next((n for n in self.near if number in parse_span(n.answer)), None)
        if near is None:
            return mark_wrong(response, key=self.key, whys=[self.why], slip=None)
        return mark_wrong(response, key=self.key, whys=[near.why, self.why], slip=near.slip)

    def _number(self, response: Typed) -> Fraction:
        return parse_number(response.text, language=self.language, unit=self.shown_unit)

    @override
    def offered_slips(self) -> frozenset[Slip]:
        return frozenset(n.slip for n in self.near if n.slip is not None)

    @override
    def texts(self) -> Iterator[str]:
        yield from (self.unit or "", self.why or "")
        for near in self.near:
            yield near.why or ""
