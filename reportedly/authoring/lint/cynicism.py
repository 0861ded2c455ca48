"""Trusting nothing is hardly ever offered as a wrong answer, so doubt always pays."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from reportedly.authoring.linting.parts import Subject
from reportedly.quiz.faults import Fault
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
from reportedly.quiz.taxonomy import Slip

LOOKS_AT = "bank"

LEAST = 4
"""Wrong answers with a slip below which a share tells nothing."""


def find(given: Subject) -> Iterator[Fault]:
    """The bank, if cynicism is offered never, or less than half as often as over-claim."""
    offered = Counter(slip for question in given.bank.ready for slip in _slips(question))
    if offered.total() < LEAST:
        return
    cynicism, over_claim = offered[Slip.CYNICISM], offered[Slip.OVER_CLAIM]
    cure = "add wrong answers with `slip: cynicism` that doubt what the articles do support"
    if not cynicism:
        found = "no wrong answer stands for trusting nothing (`cynicism`)"
        yield Fault(("questions",), found, cure)
    elif 2 * cynicism < over_claim:
        times = "once" if cynicism == 1 else f"{cynicism} times"
        found = f"`cynicism` is offered {times}, `over-claim` {over_claim} times"
        yield Fault(("questions",), found, cure)


def _slips(question: AnyQuestion) -> Iterator[Slip]:
    """The slip of every wrong answer that has one, each as often as it is offered."""
    match question:
        case Single() | Multiple():
            yield from (option.slip for option in question.options if option.slip)
        case Cloze():
            yield from (o.slip for gap in question.gaps for o in gap.options if o.slip)
        case TrueFalse():
            yield from question.slips.values()
        case Match():
            yield from (pair.slip for pair in question.pairs if pair.slip)
            yield from (extra.slip for extra in question.extra if extra.slip)
        case Classify():
            yield from (slip for item in question.items for slip in item.slips.values())
        case Order():
            yield from (step.slip for step in question.steps if step.slip)
        case Highlight():
            yield from (piece.slip for piece in question.wrong if piece.slip)
        case Number():
            yield from (near.slip for near in question.near if near.slip)
        case Short():
            yield from (near.slip for near in question.near if near.slip)
        case Open():
            yield from (level.slip for level in question.rubric if level.slip)
