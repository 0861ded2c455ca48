"""Options to choose among: what single, multiple and cloze share."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Iterator, Sequence
from random import Random
from typing import Any, Literal, Self

from pydantic import Field, model_validator
from typing_extensions import override

from reportedly.quiz.faults import Fault
from reportedly.quiz.kinds.positions import read_position, shown_parts
from reportedly.quiz.marking import Mark, PartMark, judge_choice, mark_of_choices
from reportedly.quiz.question import Layout, Markdown, Offered, Question
from reportedly.quiz.response import Chosen, Response, ResponseRefused, sent
from reportedly.quiz.taxonomy import Slip
from reportedly.story.fields import Text, Written


class Option(Written):
    """One option; the word before its text says whether it is right."""

    right: Text | None = Field(None, description="An option that is right.")
    wrong: Text | None = Field(None, description="An option that is wrong.")
    slip: Slip | None = Field(None, description="The misreading a wrong option stands for.")
    why: Markdown | None = Field(None, description="Shown to those who chose or missed it.")
    pin: Literal["last"] | None = Field(None, description="last keeps the option at the end.")

    @model_validator(mode="after")
    def _one_word(self) -> Self:
        if (self.right is None) == (self.wrong is None):
            raise ValueError("an option needs exactly one of `right` and `wrong`")
        return self

    @property
    def text(self) -> str:
        """What the learner sees."""
        return self.right or self.wrong or ""

    @property
    def is_right(self) -> bool:
        """Whether it is (part of) the key."""
        return self.right is not None


class ChoosingQuestion(Question):
    """A question that is answered by choosing some of its parts."""

    @abstractmethod
    def judged(self, picks: frozenset[int]) -> tuple[PartMark, ...]:
        """How each part is judged when those at the positions `picks` are chosen."""

    @override
    def show(self, response: Response, layout: Layout) -> dict[str, Any]:
        return show_chosen(response, layout.parts)

    @override
    def mark(self, response: Response) -> Mark:
        assert isinstance(response, Chosen)
        return mark_of_choices(self.rule, self.judged(response.picks))


class OptionsQuestion(ChoosingQuestion):
    """A question that is answered by choosing among options."""

    options: tuple[Option, ...] = Field(description="The options.")

    @override
    def layout(self, chance: Random) -> Layout:
        return Layout(option_layout(self.options, chance, keep=not self.shuffle))

    @override
    def body(self, layout: Layout) -> dict[str, Any]:
        return {"options": shown_options(self.options, layout.parts)}

    @override
    def judged(self, picks: frozenset[int]) -> tuple[PartMark, ...]:
        return tuple(judge_option(o, n in picks) for n, o in enumerate(self.options))

    @override
    def offered(self) -> Offered:
        return Offered(tuple(option.text for option in self.options))

    @override
    def offered_slips(self) -> frozenset[Slip]:
        return slips_of(self.options)

    @override
    def texts(self) -> Iterator[str]:
        return option_texts(self.options)


def option_faults(options: Sequence[Option], *place: str | int) -> Iterator[Fault]:
    """Faults of a list of options whatever the kind; `place` is where the list stands."""
    if len(options) < 2:
        yield Fault(place, "there is only one option", "write at least two")
    seen: dict[str, int] = {}
    for n, option in enumerate(options):
        if option.is_right and option.slip is not None:
            yield Fault(
                (*place, n, "slip"),
                "a right option has a slip",
                "remove the slip; only wrong options stand for a misreading",
            )
        folded = " ".join(option.text.casefold().split())
        if folded in seen:
            yield Fault(
                (*place, n),
                "the same option stands twice (lines {lines})",
                "change or remove one",
                also=((*place, seen[folded]), (*place, n)),
            )
        seen.setdefault(folded, n)


def one_right_faults(options: Sequence[Option], *place: str | int) -> Iterator[Fault]:
    """Faults of a list of which exactly one must be right."""
    right = [n for n, option in enumerate(options) if option.is_right]
    if not right:
        yield Fault(
            place, "no option is marked right", "write `right:` before the option that is right"
        )
    if len(right) > 1:
        yield Fault(
            (*place, right[1]),
            f"{len(right)} options are marked right (lines {{lines}}), where exactly 1 is needed",
            "mark one of them `wrong:`, or use `kind: multiple` if all are right",
            also=tuple((*place, n) for n in right),
        )


def option_layout(options: Sequence[Option], chance: Random, *, keep: bool) -> tuple[int, ...]:
    """A random order in which the options pinned last stay at the end."""
    loose = [n for n, option in enumerate(options) if option.pin is None]
    if not keep:
        chance.shuffle(loose)
    return (*loose, *(n for n, option in enumerate(options) if option.pin == "last"))


def shown_options(options: Sequence[Option], order: Sequence[int]) -> list[dict[str, str]]:
    """The options as a card shows them."""
    return shown_parts([option.text for option in options], order)


def read_chosen(payload: object, order: Sequence[int]) -> Chosen:
    """The parts chosen on a card, at least one.

    Raises: ResponseRefused: if the payload has another shape or names no part.
    """
    ids = sent(payload, "chosen")
    if not isinstance(ids, list) or not ids:
        raise ResponseRefused("nothing was chosen")
    return Chosen(frozenset(read_position(value, order) for value in ids))


def read_one_chosen(payload: object, order: Sequence[int]) -> Chosen:
    """The only part chosen on a card.

    Raises: ResponseRefused: as `read_chosen`, and if more than one was chosen.
    """
    response = read_chosen(payload, order)
    if len(response.picks) != 1:
        raise ResponseRefused("more than one option was chosen")
    return response


def show_chosen(response: Response, order: Sequence[int]) -> dict[str, Any]:
    """The payload of a stored choice."""
    assert isinstance(response, Chosen)
    return {"chosen": [str(place) for place, n in enumerate(order) if n in response.picks]}


def judge_option(option: Option, chosen: bool) -> PartMark:
    """How choosing, or not choosing, one option is judged."""
    return judge_choice(
        option.text, is_right=option.is_right, chosen=chosen, why=option.why, slip=option.slip
    )


def slips_of(options: Sequence[Option]) -> frozenset[Slip]:
    """The slips of the wrong options."""
    return frozenset(option.slip for option in options if option.slip is not None)


def option_texts(options: Sequence[Option]) -> Iterator[str]:
    """The words of the options and their reasons."""
    for option in options:
        yield option.text
        if option.why:
            yield option.why
