"""Who has read a question and stands for it, and which wording that was."""

from __future__ import annotations

import json
from datetime import date
from hashlib import sha256
from typing import Annotated, Any

from pydantic import BaseModel, BeforeValidator, Field

from reportedly.story.fields import Text, Written

_NOT_THE_QUESTION = {"id", "status", "reviewed", "author", "notes", "tags"}
_NOT_ASKED = {"explain", "evidence", "skills", "level", "beyond", "shuffle", "near"}
_REASONS = {"why", "slip", "slips"}


def _day(value: object) -> object:
    """A day as authors write it; pydantic alone would take the seconds since 1970 as well."""
    if not isinstance(value, str):
        return value
    try:
        return date.fromisoformat(value.strip())
    except ValueError:
        cure = "write year, month and day, such as 2026-11-22"
        raise ValueError(f'"{value.strip()[:20]}" is not a date; {cure}') from None


Day = Annotated[date, BeforeValidator(_day)]


class Signature(Written):
    """One reviewer's name under a question."""

    by: Text = Field(description="The reviewer's name.")
    date: Day = Field(description="The day it was signed, for example 2026-11-22.")
    wording: Text | None = Field(
        None, description="Stands for the wording that was signed; the page Edit writes it."
    )

    def asks_the_same(self, stamp: str) -> bool:
        """Whether what is asked, and what is right, is as it was signed."""
        return self.wording is None or _first(self.wording) == _first(stamp)

    def says_the_same(self, stamp: str) -> bool:
        """Whether the reasons and the evidence are as they were signed, too."""
        return self.wording in (None, stamp)


def folded(name: str) -> str:
    """A name as it is compared: capitals and spaces make no other person."""
    return " ".join(name.casefold().split())


def wording(question: BaseModel) -> str:
    """A short stamp of a question's words, in two halves with a hyphen between.

    The first is another as soon as what is asked, or what is right and for how many points, is
    another; the second with any word that a learner is shown, reasons and evidence included.
    """
    plain = question.model_dump(mode="json", exclude_defaults=True, exclude=_NOT_THE_QUESTION)
    asked = {name: _without_reasons(said) for name, said in plain.items() if _is_asked(name)}
    return f"{_hash(asked)}-{_hash(plain)}"


def asks_the_same(old: BaseModel, new: BaseModel) -> bool:
    """Whether two versions of a question ask the same, with the same key for as many points."""
    return old == new or _first(wording(old)) == _first(wording(new))


def _is_asked(name: str) -> bool:
    return name not in _NOT_ASKED and name not in _REASONS


def _without_reasons(value: Any) -> Any:
    if isinstance(value, dict):
        return {k: _without_reasons(v) for k, v in value.items() if k not in _REASONS}
    return [_without_reasons(part) for part in value] if isinstance(value, list) else value


def _hash(value: Any) -> str:
    return sha256(json.dumps(value, sort_keys=True).encode()).hexdigest()[:8]


def _first(stamp: str) -> str:
    return stamp.partition("-")[0]
