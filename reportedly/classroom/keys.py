"""What is right, in words, whatever anybody answered."""

from __future__ import annotations

from dataclasses import dataclass

from reportedly.quiz.kinds.choice import ChoosingQuestion
from reportedly.quiz.kinds.number import Number
from reportedly.quiz.kinds.open import Open
from reportedly.quiz.kinds.order import Order
from reportedly.quiz.kinds.short import Short
from reportedly.quiz.question import Question
from reportedly.quiz.response import Placed, Sequence


@dataclass(frozen=True)
class KeyLine:
    """A part of the key: `text` goes with `place`, or is right by itself where that is None.

    Attributes:
        is_markdown: Whether the text was written with Markdown.
    """

    text: str
    place: str | None = None
    is_markdown: bool = False


def key_lines(question: Question) -> tuple[KeyLine, ...]:
    """The key of a question of any kind."""
    match question:
        case ChoosingQuestion():
            parts = question.judged(frozenset())
            return tuple(KeyLine(part.text) for part in parts if part.verdict == "missed")
        case Number():
            return (KeyLine(question.key),)
        case Short():
            return (KeyLine(question.accept[0]),)
        case Open():
            return (KeyLine(question.model, is_markdown=True),)
        case Order():
            in_order = question.mark(Sequence(tuple(range(len(question.steps)))))
            return tuple(KeyLine(part.text, part.key) for part in in_order.parts)
    placed = question.mark(Placed(()))
    return tuple(KeyLine(part.text, part.key) for part in placed.parts)
