"""What has changed between two versions of a bank, and whether two questions ask the same."""

from __future__ import annotations

import json
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from typing import Any, Literal

from pydantic import BaseModel

from reportedly.quiz.bank import Bank
from reportedly.quiz.faults import Place
from reportedly.quiz.question import Question

Kind = Literal["added", "removed", "moved", "changed"]


@dataclass(frozen=True)
class FieldChange:
    """One field that says something else.

    Attributes:
        field: Its name in an author's words, such as "options 2, why".
        old, new: What it said and says; "" where it was or is not there.
    """

    field: str
    old: str
    new: str

    @property
    def text(self) -> str:
        """The change on one line."""
        if not self.old:
            return f"{self.field}: added “{self.new}”"
        if not self.new:
            return f"{self.field}: removed “{self.old}”"
        return f"{self.field}: “{self.old}” is now “{self.new}”"


@dataclass(frozen=True)
class Change:
    """What happened to one question, or to what stands above the questions.

    Attributes:
        question: Its id; "" for the bank's own fields.
        what: "changed" also where it was moved as well; `old` and `new` tell.
        old, new: Where it stood and stands, from 1; None where it was or is not.
    """

    question: str
    what: Kind
    fields: tuple[FieldChange, ...] = ()
    old: int | None = None
    new: int | None = None

    @property
    def text(self) -> str:
        """The change in a line, and a line for each field."""
        about = f'question "{self.question}"' if self.question else "the bank"
        match self.what:
            case "added":
                head = f"{about} was added as number {self.new}"
            case "removed":
                head = f"{about} was removed; it was number {self.old}"
            case "moved":
                head = f"{about} was moved from {self.old} to {self.new}"
            case "changed":
                moved = f" and moved from {self.old} to {self.new}" if self.old != self.new else ""
                head = f"{about} was changed{moved}"
        return "\n".join([head, *(f"  {field.text}" for field in self.fields)])


_BESIDE = frozenset(
    {
        *("id", "explain", "evidence", "skills", "level", "points", "shuffle", "beyond"),
        *("status", "reviewed", "needs", "from_", "author", "allow", "notes", "tags"),
    }
)
"""Fields that change neither what learners read before they answer nor what is right."""

_REASONS = frozenset({"why", "slip", "slips"})
"""The same, wherever they stand in a question."""


def as_asked(question: Question) -> object:
    """The words a learner is asked in, what can be answered, and the key with its rule.

    Two questions are asked alike if these are equal, whatever they are called, and whatever is
    explained afterwards.
    """
    return _as_asked(question, _BESIDE | _REASONS)


def _as_asked(value: Any, left_out: frozenset[str] = _REASONS) -> object:
    if isinstance(value, BaseModel):
        return {name: _as_asked(part) for name, part in value if name not in left_out}
    if isinstance(value, Mapping):
        return {name: _as_asked(part) for name, part in value.items()}
    if isinstance(value, list | tuple):
        return [_as_asked(part) for part in value]
    return value


def changes(old: Bank, new: Bank) -> tuple[Change, ...]:
    """What is different, the bank's own fields first, then in the new order, then what is gone.

    Questions are known by their ids; one whose id alone has changed is told as changed.
    """
    renamed = _renamed(old.questions, new.questions)
    known = {renamed.get(q.id, q.id): (n, q) for n, q in enumerate(old.questions)}
    kept = [known[question.id][0] for question in new.questions if question.id in known]
    still = _longest_rising(kept)
    told = []
    head = tuple(_compared(_plain(old, {"questions"}), _plain(new, {"questions"}), ()))
    if head:
        told.append(Change("", "changed", head))
    for n, question in enumerate(new.questions, start=1):
        if question.id not in known:
            told.append(Change(question.id, "added", new=n))
            continue
        before, asked = known[question.id]
        fields = tuple(_compared(_plain(asked), _plain(question), ()))
        stands = before in still
        change = Change(question.id, "changed", fields, before + 1, n)
        if fields:
            told.append(replace(change, old=n) if stands else change)
        elif not stands:
            told.append(replace(change, what="moved"))
    there = {question.id for question in new.questions}
    for n, question in enumerate(old.questions, start=1):
        if renamed.get(question.id, question.id) not in there:
            told.append(Change(question.id, "removed", old=n))
    return tuple(told)


def _renamed(old: Sequence[Question], new: Sequence[Question]) -> dict[str, str]:
    """For questions that differ in nothing but their id: the new one."""
    before, after = {q.id for q in old}, {q.id for q in new}
    fresh = {_stamp(_plain(q, {"id"})): q.id for q in new if q.id not in before}
    found = {}
    for question in old:
        if question.id not in after:
            name = fresh.pop(_stamp(_plain(question, {"id"})), None)
            if name is not None:
                found[question.id] = name
    return found


def _longest_rising(numbers: Sequence[int]) -> set[int]:
    """The most numbers that stand in order, so that as few questions as can be are called moved."""
    tops: list[int] = []
    ends: list[int] = []
    before: dict[int, int | None] = {}
    for number in numbers:
        at = bisect_left(tops, number)
        before[number] = ends[at - 1] if at else None
        tops[at : at + 1] = [number]
        ends[at : at + 1] = [number]
    found: set[int] = set()
    last: int | None = ends[-1] if ends else None
    while last is not None:
        found.add(last)
        last = before[last]
    return found


def _plain(value: BaseModel, without: set[str] | None = None) -> Any:
    """The fields that say something, as plain values."""
    return value.model_dump(mode="json", exclude=without, exclude_defaults=True)


def _stamp(value: Any) -> str:
    return json.dumps(value, sort_keys=True)


def _compared(old: Any, new: Any, place: Place) -> Iterator[FieldChange]:
    """The fields that differ below a place."""
    if old == new:
        return
    if isinstance(old, dict) and isinstance(new, dict):
        if renamed := _answer_word(old, new):
            yield FieldChange(_name((*place, "answer")), *renamed)
        for name in dict.fromkeys([*old, *new]):
            if not (renamed and name in ("right", "wrong")):
                yield from _compared(old.get(name), new.get(name), (*place, name))
    elif isinstance(old, list) and isinstance(new, list) and _has_groups(old + new):
        yield from _lists(old, new, place)
    elif isinstance(old, dict | list) and new is None and _has_groups([old]):
        parts = [((*place, n), part) for n, part in enumerate(old)] if isinstance(old, list) else []
        for where, part in parts or [(place, old)]:
            yield FieldChange(_name(where), _words(part), "")
    else:
        yield FieldChange(_name(place), _words(old), _words(new))


def _answer_word(old: dict[str, Any], new: dict[str, Any]) -> tuple[str, str] | None:
    """`right: ...` that has become `wrong: ...`, in both wordings."""
    before = next((word for word in ("right", "wrong") if word in old), None)
    after = next((word for word in ("right", "wrong") if word in new), None)
    if before is None or after is None or before == after:
        return None
    return f"{before}: {old[before]}", f"{after}: {new[after]}"


def _has_groups(parts: Sequence[Any]) -> bool:
    return any(isinstance(part, dict | list) for part in parts)


def _lists(old: list[Any], new: list[Any], place: Place) -> Iterator[FieldChange]:
    """Entries that differ; one that was put between others does not make those differ."""
    before, after = [_stamp(part) for part in old], [_stamp(part) for part in new]
    if sorted(before) == sorted(after):
        yield FieldChange(_name((*place, "order")), _listed(old), _listed(new))
        return
    for word, low, high, new_low, new_high in SequenceMatcher(
        None, before, after, autojunk=False
    ).get_opcodes():
        if word == "equal":
            continue
        paired = min(high - low, new_high - new_low)
        for n in range(paired):
            yield from _compared(old[low + n], new[new_low + n], (*place, new_low + n))
        for n in range(low + paired, high):
            yield FieldChange(_name((*place, n)), _words(old[n]), "")
        for n in range(new_low + paired, new_high):
            yield FieldChange(_name((*place, n)), "", _words(new[n]))


def _listed(parts: list[Any]) -> str:
    return "; ".join(_words(next(iter(p.values())) if isinstance(p, dict) else p) for p in parts)


def _name(place: Place) -> str:
    """The place in an author's words, counted from 1."""
    parts: list[str] = []
    for step in place:
        if isinstance(step, int) and parts:
            parts[-1] += f" {step + 1}"
        else:
            parts.append(str(step))
    return ", ".join(parts)


def _words(value: Any) -> str:
    """A value on one line."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, dict):
        return "; ".join(f"{name}: {_words(part)}" for name, part in value.items())
    if isinstance(value, list):
        return ", ".join(_words(part) for part in value)
    return str(value)
