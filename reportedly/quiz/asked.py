"""What of a question its answers depend on: two that are alike in this can be compared."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from pydantic import BaseModel

from reportedly.quiz.question import Question

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
    return _plain(question, _BESIDE | _REASONS)


def _plain(value: Any, left_out: frozenset[str] = _REASONS) -> object:
    if isinstance(value, BaseModel):
        return {name: _plain(part) for name, part in value if name not in left_out}
    if isinstance(value, Mapping):
        return {name: _plain(part) for name, part in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(part) for part in value]
    return value
