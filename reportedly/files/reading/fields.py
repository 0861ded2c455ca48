"""The names of all fields, and which of them hold prose."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, get_args

from pydantic import BaseModel

from reportedly.quiz.bank import Bank
from reportedly.story.ledger import Ledger
from reportedly.story.story import StoryFile


def models_in(annotation: Any) -> Iterator[type[BaseModel]]:
    """The types with fields that a field's type names."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for part in get_args(annotation):
        yield from models_in(part)


def field_names(model: type[BaseModel]) -> tuple[str, ...]:
    """The fields as authors write them."""
    return tuple(field.alias or name for name, field in model.model_fields.items())


def _all_names(model: type[BaseModel], seen: set[type[BaseModel]]) -> Iterator[str]:
    if model in seen:
        return
    seen.add(model)
    yield from field_names(model)
    for field in model.model_fields.values():
        for part in models_in(field.annotation):
            yield from _all_names(part, seen)


KNOWN = frozenset(
    name for model in (Bank, StoryFile, Ledger) for name in _all_names(model, set())
) | {"skills", "slips", "name", "title", "meaning", "tip", "fix"}
"""Every field's name in any file of ours."""

WORD_LISTS = frozenset({"skills", "tags", "accept", "labels", "claims", "drafted"})
"""Fields that hold a list of single words or texts."""

ENTRY_LISTS = frozenset(
    {"questions", "options", "evidence", "pairs", "extra", "order", "items", "near", "rubric"}
    | {"gaps", "reviewed"}
)
"""Fields that hold a list of entries with fields of their own."""

OUTERMOST = frozenset(
    name for model in (Bank, StoryFile, Ledger) for name in field_names(model)
) | {"skills", "slips"}
"""Fields that stand at the margin of a file."""

ANY_FIELD = "|".join(sorted(map(re.escape, KNOWN), key=len, reverse=True))
"""The same as a part of a regular expression."""

STRUCTURE = frozenset(
    {
        *("id", "kind", "level", "skills", "slip", "slips", "points", "scoring", "shuffle"),
        *("status", "pin", "at", "passage", "minutes", "ages", "tags", "story", "close", "case"),
        *("answer", "language", "gap", "letter", "retold", "invented", "basis", "link", "claims"),
        *("reviewed", "by", "date", "wording"),
        *("speaker", "via", "voice", "class", "value", "qualifier", "scope", "when", "topic"),
        *("maybe", "confidence", "review", "happened", "said", "name"),
        *("from", "blueprint", "made", "ledger", "drafted"),
    }
)
"""Fields that hold names, numbers and choices, after which a comment may stand."""
