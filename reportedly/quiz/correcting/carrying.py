"""An answer to one version of a question, in the terms of another version.

Answers are kept as positions, and an author may have moved, added or removed options since. So
what was chosen is found again by its words. Where they are not there any more, or where what is
right now was not on offer then, the answer cannot be marked by the new version without being
unfair to whoever gave it; its mark stays as it was.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction

from reportedly.quiz.question import Question
from reportedly.quiz.response import (
    Chosen,
    Placed,
    Response,
    ResponseUnclear,
    SelfMarked,
    Sequence,
    Typed,
)

_ALIKE = {"single": "options", "multiple": "options"}
"""Kinds that are answered alike: a question with two right options becomes `multiple`."""


@dataclass(frozen=True)
class Worth:
    """What an answer earned, of what could be earned; exact."""

    points: Fraction
    possible: Fraction


def worth(question: Question, response: Response) -> Worth:
    """What a complete response earns by a question's key."""
    return Worth(question.mark(response).share * question.points, question.points)


def carry(response: Response, old: Question, new: Question) -> Response | None:
    """The response to `old` as a response to `new`; None if it cannot be marked by it."""
    if _ALIKE.get(old.kind, old.kind) != _ALIKE.get(new.kind, new.kind):
        return None
    match response:
        case Chosen(picks):
            return _chosen(picks, old, new)
        case Placed(places):
            return _placed(places, old, new)
        case Sequence(items):
            return _sequence(items, old, new)
        case SelfMarked(text, level):
            there = _found_again(old.offered().parts, new.offered().parts)
            return None if level not in there else SelfMarked(text, there[level])
        case Typed():
            try:
                new.mark(response)
            except ResponseUnclear:
                return None  # A number that the new language or unit reads otherwise.
            return response


def _chosen(picks: frozenset[int], old: Question, new: Question) -> Chosen | None:
    there = _found_again(old.offered().parts, new.offered().parts)
    right = {
        n for n, part in enumerate(new.mark(Chosen(frozenset())).parts) if _is_key(part.verdict)
    }
    if not picks <= there.keys() or not right <= set(there.values()):
        return None
    carried = Chosen(frozenset(there[pick] for pick in picks))
    return None if new.kind == "single" and len(carried.picks) != 1 else carried


def _is_key(verdict: str) -> bool:
    return verdict == "missed"  # of a part that was not chosen


def _placed(places: Iterable[tuple[int, int]], old: Question, new: Question) -> Placed | None:
    before, after = old.offered(), new.offered()
    items = _found_again(before.parts, after.parts)
    back = {there: item for item, there in items.items()}
    keys = [part.key for part in new.mark(Placed(())).parts]
    for there, key in enumerate(keys):
        if there not in back or key not in before.choices[back[there]]:
            return None
    carried = {}
    for item, choice in places:
        if item not in items:
            continue  # The author has taken it out of the question.
        choices = _found_again(before.choices[item], after.choices[items[item]])
        if choice not in choices:
            return None
        carried[items[item]] = choices[choice]
    return Placed.of(carried)


def _sequence(items: Iterable[int], old: Question, new: Question) -> Sequence | None:
    there = _found_again(old.offered().parts, new.offered().parts)
    if len(there) != len(new.offered().parts):
        return None
    return Sequence(tuple(there[item] for item in items if item in there))


def _found_again(old: tuple[str, ...], new: tuple[str, ...]) -> dict[int, int]:
    """Where the old parts stand among the new ones, of those whose words are there once."""
    if old == new:
        return {n: n for n in range(len(old))}
    return {
        n: new.index(text)
        for n, text in enumerate(old)
        if new.count(text) == 1 and old.count(text) == 1
    }
