"""A bank taken apart for the rules: lists of options, and every text with what it does."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate
from typing import Literal, NamedTuple

from reportedly.authoring.linting.wording import unquoted
from reportedly.quiz.bank import Bank
from reportedly.quiz.faults import Place
from reportedly.quiz.kinds import (
    AnyQuestion,
    Classify,
    Cloze,
    Highlight,
    Match,
    Multiple,
    Number,
    Open,
    Order,
    Short,
    Single,
    TrueFalse,
)
from reportedly.quiz.kinds.choice import Option
from reportedly.quiz.taxonomy import Slip
from reportedly.story.story import Story

Role = Literal["ask", "explain", "why", "right", "wrong", "item", "model", "words", "typed"]
"""What a text does; "words" are an article's own, "typed" is what a learner would write."""


@dataclass(frozen=True)
class Choice:
    """A list of options from which to choose.

    Attributes:
        place: Where the list stands in the bank.
        lead: What is read before the options: the question, or the text up to the gap.
        tail: What is read behind them: the text behind the gap.
    """

    question: AnyQuestion
    place: Place
    options: tuple[Option, ...]
    lead: str
    tail: str = ""

    @cached_property
    def right(self) -> tuple[int, ...]:
        """The positions of the right options."""
        return tuple(n for n, option in enumerate(self.options) if option.is_right)

    @cached_property
    def wrong(self) -> tuple[int, ...]:
        """The positions of the wrong options."""
        return tuple(n for n, option in enumerate(self.options) if not option.is_right)

    def at(self, n: int) -> Place:
        """Where the text of an option stands."""
        return (*self.place, n, "right" if self.options[n].is_right else "wrong")


class Said(NamedTuple):
    """One text of a question; a tuple, since a bank has thousands and they are made in no time.

    Attributes:
        slip: The misreading that a wrong part stands for.
        label: The label that a statement belongs under.
    """

    question: AnyQuestion
    place: Place
    text: str
    role: Role
    slip: Slip | None = None
    label: str = ""

    @property
    def unquoted(self) -> str:
        """What it says outside quotation marks, every character in its place."""
        return unquoted(self.text)


class Subject:
    """A bank and its story as rules look at them; taken apart once for all rules."""

    def __init__(self, bank: Bank, story: Story | None) -> None:
        """Takes nothing apart yet."""
        self.bank = bank
        self.story = story

    @cached_property
    def choices(self) -> tuple[Choice, ...]:
        """Every list of options in the bank."""
        return tuple(_choices(self.bank))

    @cached_property
    def texts(self) -> tuple[Said, ...]:
        """Every text that a learner can come to see, or is expected to write."""
        return tuple(_texts(self.bank))

    def texts_with(self, *words: str) -> Iterator[Said]:
        """The texts that hold one of the words, in small letters, or parts of words."""
        # One search through everything is many times faster than one for each text.
        found: set[int] = set()
        for word in words:
            at = self._joined.find(word)
            while at >= 0:
                n = bisect_right(self._starts, at) - 1
                found.add(n)
                after = self._starts[n + 1] if n + 1 < len(self._starts) else len(self._joined)
                at = self._joined.find(word, after)
        return (self.texts[n] for n in sorted(found))

    def texts_like(self, pattern: re.Pattern[str]) -> Iterator[Said]:
        """The texts in which a pattern, that takes no line's end, is found in small letters."""
        places = (bisect_right(self._starts, f.start()) for f in pattern.finditer(self._joined))
        return (self.texts[n - 1] for n in dict.fromkeys(places))

    @cached_property
    def _lowered(self) -> list[str]:
        return [said.text.lower() for said in self.texts]

    @cached_property
    def _joined(self) -> str:
        return "\n".join(self._lowered)

    @cached_property
    def _starts(self) -> list[int]:
        return [0, *accumulate(len(text) + 1 for text in self._lowered[:-1])]


def _choices(bank: Bank) -> Iterator[Choice]:
    for n, question in enumerate(bank.questions):
        place: Place = ("questions", n)
        if isinstance(question, Single | Multiple):
            yield Choice(question, (*place, "options"), question.options, question.ask)
        elif isinstance(question, Cloze):
            for g, gap in enumerate(question.gaps):
                before, _, after = question.text.partition(f"[{gap.gap}]")
                where = (*place, "gaps", g, "options")
                yield Choice(question, where, gap.options, before, after)


def _texts(bank: Bank) -> Iterator[Said]:
    for n, question in enumerate(bank.questions):
        place: Place = ("questions", n)
        yield Said(question, (*place, "ask"), question.ask, "ask")
        if question.explain:
            yield Said(question, (*place, "explain"), question.explain, "explain")
        if question.beyond:
            yield Said(question, (*place, "beyond", "says"), question.beyond.says, "explain")
        yield from _own_texts(question, place)


def _own_texts(question: AnyQuestion, place: Place) -> Iterator[Said]:
    match question:
        case Single() | Multiple():
            yield from _of_options(question, (*place, "options"), question.options)
        case Cloze():
            yield Said(question, (*place, "text"), question.text, "item")
            for n, gap in enumerate(question.gaps):
                yield from _of_options(question, (*place, "gaps", n, "options"), gap.options)
        case TrueFalse():
            for answer, why in question.why.items():
                slip = question.slips.get(answer)
                yield Said(question, (*place, "why", answer), why, "why", slip)
        case Match():
            yield from _of_match(question, place)
        case Classify():
            for n, label in enumerate(question.labels):
                yield Said(question, (*place, "labels", n), label, "item")
            for n, item in enumerate(question.items):
                where = (*place, "items", n)
                yield Said(
                    question, (*where, item.label), item.text, "item", None, label=item.label
                )
                yield from _why(question, where, item.why)
        case Order():
            for g, group in enumerate(question.order):
                for s, step in enumerate(group):
                    where = (*place, "order", g, s)
                    yield Said(question, (*where, "item"), step.item, "item")
                    yield from _why(question, where, step.why)
        case Highlight():
            for word in ("right", "wrong"):
                for n, piece in enumerate(getattr(question, word)):
                    where = (*place, word, n)
                    yield Said(question, (*where, "words"), piece.words, "words", piece.slip)
                    yield from _why(question, where, piece.why)
        case Number():
            yield from _why(question, place, question.why)
            for n, number in enumerate(question.near):
                yield from _why(question, (*place, "near", n), number.why, number.slip)
        case Short():
            yield from _why(question, place, question.why)
            for n, words in enumerate(question.accept):
                yield Said(question, (*place, "accept", n), words, "typed")
            for n, near in enumerate(question.near):
                where = (*place, "near", n)
                yield Said(question, (*where, "answer"), near.answer, "typed", near.slip)
                yield from _why(question, where, near.why, near.slip)
        case Open():
            yield Said(question, (*place, "model"), question.model, "model")
            for n, level in enumerate(question.rubric):
                where = (*place, "rubric", n)
                yield Said(question, (*where, "says"), level.says, "item", level.slip)
                yield from _why(question, where, level.why)


def _of_match(question: Match, place: Place) -> Iterator[Said]:
    for n, pair in enumerate(question.pairs):
        where = (*place, "pairs", n)
        yield Said(question, (*where, "item"), pair.item, "item")
        yield Said(question, (*where, "match"), pair.match, "item")
        yield from _why(question, where, pair.why)
    for n, extra in enumerate(question.extra):
        where = (*place, "extra", n)
        yield Said(question, (*where, "wrong"), extra.wrong, "wrong", extra.slip)
        yield from _why(question, where, extra.why, extra.slip)


def _of_options(question: AnyQuestion, place: Place, options: Sequence[Option]) -> Iterator[Said]:
    for n, option in enumerate(options):
        role: Literal["right", "wrong"] = "right" if option.is_right else "wrong"
        yield Said(question, (*place, n, role), option.text, role, option.slip)
        yield from _why(question, (*place, n), option.why, option.slip)


def _why(
    question: AnyQuestion, place: Place, why: str | None, slip: Slip | None = None
) -> Iterator[Said]:
    if why:
        yield Said(question, (*place, "why"), why, "why", slip)
