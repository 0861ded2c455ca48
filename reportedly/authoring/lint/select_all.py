"""Choosing everything is worth half of the points or more."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from reportedly.authoring.linting.parts import Subject
from reportedly.quiz.faults import Fault
from reportedly.quiz.kinds import Highlight, Multiple
from reportedly.quiz.marking import value_of_choices
from reportedly.quiz.taxonomy import Scoring

LOOKS_AT = "question"

_HALF = Fraction(1, 2)


def find(given: Subject) -> Iterator[Fault]:
    """Each question to choose several from that pays for choosing without reading."""
    for n, question in enumerate(given.bank.questions):
        if isinstance(question, Multiple):
            right = sum(option.is_right for option in question.options)
            wrong, place = len(question.options) - right, "options"
        elif isinstance(question, Highlight):
            right, wrong, place = len(question.right), len(question.wrong), "right"
        else:
            continue
        if not right:
            continue
        share = _worth(question.rule, right, wrong)
        if share >= _HALF:
            yield Fault(
                ("questions", n, place),
                f"choosing everything earns {float(share):.0%} of the points, "
                f"with {right} right and {wrong} wrong",
                _cure(question.rule, right, wrong),
            )


def _worth(rule: Scoring, right: int, wrong: int) -> Fraction:
    """What choosing all that can be chosen is worth."""
    return value_of_choices(rule, right=right, wrong=wrong, all_right=right, all_wrong=wrong)


def _cure(rule: Scoring, right: int, wrong: int) -> str:
    more = next(n for n in range(1, right + wrong + 2) if _worth(rule, right, wrong + n) < _HALF)
    cure = f"add {more} more wrong {'one' if more == 1 else 'ones'}"
    return f"{cure}, or use `scoring: balanced`" if wrong else cure
