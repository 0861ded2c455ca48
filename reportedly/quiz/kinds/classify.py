"""Sort statements under labels."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from random import Random
from typing import Annotated, Any, ClassVar, Literal

from pydantic import BeforeValidator, Field, model_serializer
from typing_extensions import override

from reportedly.quiz.faults import Fault
from reportedly.quiz.kinds.placing import PlacingQuestion
from reportedly.quiz.kinds.positions import shown_parts
from reportedly.quiz.marking import PartMark, judge_place
from reportedly.quiz.question import Layout, Markdown, Offered, shuffled
from reportedly.quiz.taxonomy import Slip
from reportedly.story.fields import Text, Written

DEFAULT_LABELS = ("fact", "claim", "opinion", "not stated")


class Statement(Written):
    """A statement under its label; in a bank the label is the word before the statement.

    `- claim: The bridge will cost 42 million` is the statement with the label "claim".
    """

    label: Text
    text: Text
    slips: dict[Text, Slip] = Field(
        default_factory=dict, description="For each wrong label, the misreading it stands for."
    )
    why: Markdown | None = Field(None, description="Why it belongs under its label.")

    @model_serializer
    def _as_written(self) -> dict[str, Any]:
        """The way an author writes it."""
        plain: dict[str, Any] = {self.label: self.text}
        if self.slips:
            plain["slips"] = {label: str(slip) for label, slip in self.slips.items()}
        if self.why is not None:
            plain["why"] = self.why
        return plain


def _label_first(value: object) -> object:
    """`{claim: text, why: ...}` as the fields it stands for; anything odd is left to be refused."""
    if not isinstance(value, Mapping):
        return value
    known = {k: v for k, v in value.items() if k in ("slips", "why")}
    rest = {k: v for k, v in value.items() if k not in known}
    if len(rest) == 2 and "slip" in rest:
        found = "the slip of an item does not say for which wrong label it stands"
        raise ValueError(f"{found}; write `slips: {{label: slip}}`")
    if len(rest) != 1:
        raise ValueError("an item needs one label with its statement, such as `claim: ...`")
    ((label, text),) = rest.items()
    return {"label": label, "text": text, **known}


class Classify(PlacingQuestion):
    """Put each statement under one of the labels."""

    instruction: ClassVar[str] = "Choose one label for each statement."

    kind: Literal["classify"]
    labels: tuple[Text, ...] = Field(
        DEFAULT_LABELS, description="The labels, in the order shown; by default fact, claim, ..."
    )
    items: tuple[Annotated[Statement, BeforeValidator(_label_first)], ...] = Field(
        description="Statements, each written as `label: statement`."
    )

    @override
    def kind_faults(self) -> Iterator[Fault]:
        if len(self.labels) < 2:
            yield Fault(("labels",), "there is only one label", "write at least two")
        if len(self.items) < 2:
            yield Fault(("items",), "there is only one item", "write at least two")
        known = ", ".join(self.labels)
        for n, item in enumerate(self.items):
            if item.label not in self.labels:
                yield Fault(
                    ("items", n), f'"{item.label}" is not one of the labels', f"use one of: {known}"
                )
            for label in item.slips:
                if label not in self.labels or label == item.label:
                    yield Fault(
                        ("items", n, "slips", label),
                        f'"{label}" is not a wrong label of this item',
                        f"give slips for the other labels of: {known}",
                        at_name=True,
                    )

    @override
    def layout(self, chance: Random) -> Layout:
        # Labels keep the author's order: they are often steps on a scale.
        items = shuffled(len(self.items), chance, keep=not self.shuffle)
        return Layout(items, (tuple(range(len(self.labels))),))

    @override
    def body(self, layout: Layout) -> dict[str, Any]:
        return {
            "items": shown_parts([item.text for item in self.items], layout.parts),
            "choices": shown_parts(self.labels, layout.choices[0]),
        }

    @override
    def judge(self, places: Mapping[int, int]) -> tuple[PartMark, ...]:
        return tuple(self._judge(item, places.get(n)) for n, item in enumerate(self.items))

    def _judge(self, item: Statement, choice: int | None) -> PartMark:
        given = None if choice is None else self.labels[choice]
        slip = item.slips.get(given) if given else None
        return judge_place(item.text, given=given, key=item.label, why=item.why, slip=slip)

    @override
    def offered(self) -> Offered:
        return Offered(tuple(i.text for i in self.items), (self.labels,) * len(self.items))

    @override
    def offered_slips(self) -> frozenset[Slip]:
        return frozenset(slip for item in self.items for slip in item.slips.values())

    @override
    def texts(self) -> Iterator[str]:
        yield from self.labels
        for item in self.items:
            yield from (item.text, item.why or "")
