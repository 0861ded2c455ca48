"""A wrong answer does not say which misreading it stands for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from reportedly.authoring.linting.parts import Subject
from reportedly.quiz.faults import Fault, Place
from reportedly.quiz.kinds import (
    AnyQuestion,
    Classify,
    Highlight,
    Match,
    Number,
    Order,
    Short,
    TrueFalse,
)
from reportedly.quiz.kinds.truefalse import ANSWERS
from reportedly.quiz.taxonomy import Slip

LOOKS_AT = "question"


def find(given: Subject) -> Iterator[Fault]:
    """Each question with wrong answers that teach nothing about why they are wrong."""
    lists: dict[int, list[Place]] = {}
    for choice in given.choices:
        silent = [choice.at(n) for n in choice.wrong if choice.options[n].slip is None]
        lists.setdefault(int(choice.place[1]), []).extend(silent)
    for n, question in enumerate(given.bank.questions):
        below = [("questions", n, *place) for place in _silent(question)]
        places = [*lists.get(n, []), *below]
        if places:
            yield _fault(places)


def _fault(places: list[Place]) -> Fault:
    if places[0][2] in ("pairs", "items", "order", "answer", "slips"):
        found = "wrong answers to this question have no slip"
        return Fault(places[0], found, "name the misreading that each wrong answer stands for")
    if len(places) == 1:
        cure = "name the misreading it stands for, for example `slip: over-claim`"
        return Fault(places[0], "a wrong answer has no slip", cure)
    return Fault(
        places[0],
        f"{len(places)} wrong answers have no slip (lines {{lines}})",
        "name the misreading each stands for, for example `slip: over-claim`",
        also=tuple(places),
    )


def _silent_among(slips: Iterable[Slip | None]) -> Iterator[Place]:
    """The foreseen answers without a slip."""
    yield from (("near", n, "answer") for n, slip in enumerate(slips) if slip is None)


def _silent(question: AnyQuestion) -> Iterator[Place]:
    """The wrong answers without a slip, of the kinds that have no list of options."""
    match question:
        case TrueFalse():
            wrong = [a for a in ANSWERS if a != question.answer and a not in question.slips]
            if wrong:
                yield ("slips",) if question.slips else ("answer",)
        case Highlight():
            yield from (
                ("wrong", n, "words") for n, each in enumerate(question.wrong) if each.slip is None
            )
        case Number():
            yield from _silent_among(near.slip for near in question.near)
        case Short():
            yield from _silent_among(near.slip for near in question.near)
        case Match():
            yield from (
                ("extra", n, "wrong") for n, each in enumerate(question.extra) if each.slip is None
            )
            if not question.offered_slips():
                yield ("pairs",)
        case Classify() if not question.offered_slips():
            yield ("items",)
        case Order() if not question.offered_slips():
            yield ("order",)
