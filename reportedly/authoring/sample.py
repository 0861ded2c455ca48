"""Answers made up for showing to an author: one that is right, and one that is not."""

from __future__ import annotations

import re

from reportedly.quiz.kinds.choice import ChoosingQuestion, OptionsQuestion
from reportedly.quiz.kinds.classify import Classify
from reportedly.quiz.kinds.cloze import Cloze
from reportedly.quiz.kinds.highlight import Highlight
from reportedly.quiz.kinds.match import Match
from reportedly.quiz.kinds.number import Number
from reportedly.quiz.kinds.open import Open
from reportedly.quiz.kinds.order import Order
from reportedly.quiz.kinds.short import Short
from reportedly.quiz.kinds.truefalse import ANSWERS, TrueFalse
from reportedly.quiz.numbers import COMMA_LANGUAGES, parse_span
from reportedly.quiz.question import Question
from reportedly.quiz.response import Chosen, Placed, Response, SelfMarked, Sequence, Typed

_FIRST_NUMBER = re.compile(r"\s*[+-]?\d+(\.\d+)?")


def right_response(question: Question) -> Response:
    """A response that is wholly right."""
    match question:
        case ChoosingQuestion():
            return Chosen(_right_picks(question))
        case Match() | Classify() | Cloze():
            return Placed.of(dict(enumerate(_right_choices(question))))
        case Order():
            return Sequence(tuple(range(len(question.steps))))
        case Number():
            return Typed(_as_typed(question.answer, question))
        case Short():
            return Typed(question.accept[0])
        case Open():
            points = [level.points for level in question.rubric]
            return SelfMarked(question.model, points.index(max(points)))
    raise TypeError(f"no sample for {question.kind}")


def wrong_response(question: Question) -> Response | None:
    """A response that is not wholly right, a foreseen one if there is any; None if none can be."""
    match question:
        case ChoosingQuestion():
            wrong = sorted(set(range(_count(question))) - _right_picks(question))
            return Chosen(frozenset(wrong[:1])) if wrong else None
        case Match() | Classify() | Cloze():
            return _misplaced(question)
        case Order():
            return Sequence(tuple(reversed(range(len(question.steps)))))
        case Number():
            if question.near:
                return Typed(_as_typed(question.near[0].answer, question))
            return Typed(str(int(parse_span(question.answer).high) + 2))
        case Short():
            return Typed(question.near[0].answer if question.near else "Something else")
        case Open():
            points = [level.points for level in question.rubric]
            return SelfMarked("What a learner has written.", points.index(min(points)))
    raise TypeError(f"no sample for {question.kind}")


def _right_picks(question: ChoosingQuestion) -> frozenset[int]:
    match question:
        case OptionsQuestion():
            return frozenset(n for n, option in enumerate(question.options) if option.is_right)
        case TrueFalse():
            return frozenset({ANSWERS.index(question.answer)})
        case Highlight():
            return frozenset(range(len(question.right)))
    raise TypeError(f"no sample for {question.kind}")


def _count(question: ChoosingQuestion) -> int:
    match question:
        case OptionsQuestion():
            return len(question.options)
        case Highlight():
            return len(question.pieces)
    return len(ANSWERS)


def _right_choices(question: Match | Classify | Cloze) -> list[int]:
    """For each item, or gap, the choice that fits."""
    match question:
        case Match():
            return [question.choices.index(pair.match) for pair in question.pairs]
        case Classify():
            return [question.labels.index(item.label) for item in question.items]
        case Cloze():
            return [
                next(n for n, option in enumerate(gap.options) if option.is_right)
                for gap in question.gaps
            ]


def _misplaced(question: Match | Classify | Cloze) -> Placed:
    """Every item with the choice after the one that fits."""
    places = {}
    for item, choice in enumerate(_right_choices(question)):
        match question:
            case Match():
                count = len(question.choices)
            case Classify():
                count = len(question.labels)
            case Cloze():
                count = len(question.gaps[item].options)
        places[item] = (choice + 1) % count
    return Placed.of(places)


def _as_typed(answer: str, question: Number) -> str:
    """The first number of a span, as somebody types it who writes the question's language."""
    found = _FIRST_NUMBER.match(answer)
    assert found is not None
    number = found[0].strip()
    # Three decimals could be thousands as well; a nought more is read in one way only.
    whole, point, decimals = number.partition(".")
    if len(decimals) == 3:
        decimals += "0"
    mark = "," if question.language in COMMA_LANGUAGES else point
    return whole + mark + decimals if point else whole
