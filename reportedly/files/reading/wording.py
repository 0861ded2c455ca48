"""What pydantic found, in an author's words."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from difflib import SequenceMatcher, get_close_matches
from typing import Any

from pydantic import BaseModel
from pydantic_core import ErrorDetails

from reportedly.files.reading.fields import KNOWN, field_names
from reportedly.files.reading.lookalikes import only_alike
from reportedly.files.reading.lookup import (
    field_at,
    model_at,
    name_of,
    short,
    takes_a_list,
    value_at,
)
from reportedly.files.reading.shapes import (
    empty,
    example_of,
    kind_of,
    or_remove,
    shape,
    with_space,
)
from reportedly.quiz.faults import Fault, Place

_NOUNS = {
    "skills": "skill",
    "slips": "slip",
    "tags": "tag",
    "answer": "answer",
    "why": "answer",
}
_SYNONYMS = {
    "correct": "right",
    "incorrect": "wrong",
    "feedback": "why",
    "because": "why",
    "reason": "why",
    "rationale": "explain",
    "difficulty": "level",
    "choices": "options",
    "prompt": "ask",
    "text": "ask",
    "type": "kind",
    "score": "points",
    "quote": "words",
    "paragraph": "at",
    "comment": "notes",
    "mcq": "single",
    "radio": "single",
    "checkbox": "multiple",
    "checkboxes": "multiple",
    "boolean": "truefalse",
    "numerical": "number",
    "essay": "open",
    "sequence": "order",
    "ranking": "order",
    "sort": "classify",
    "yes": "true",
    "no": "false",
    "not-given": "not stated",
    "not-said": "not stated",
    "unknown": "not stated",
}
"""What fields, kinds and answers are called elsewhere."""
_SURE = 0.74
"""Likeness from which a misspelt word was surely meant to be the other."""


def nearest(word: str, words: Sequence[str], likeness: float = 0.6) -> str | None:
    """The word that a misspelt one was meant to be, if one is like it or means the same."""
    by_fold = {_folded(known): known for known in words}
    synonym = _SYNONYMS.get(_folded(word), "")
    if synonym in words and _folded(word) not in by_fold:
        return synonym
    found = get_close_matches(_folded(word), by_fold, 1, likeness)
    return by_fold[found[0]] if found else None


def _folded(word: str) -> str:
    return word.strip().casefold().replace("_", "-").replace(" ", "-")


def nearestname_of(name: str, names: Sequence[str]) -> str | None:
    """The field that a misspelt one was meant to be.

    A field of another group is not misspelt, unless it is one letter away, as slip is from slips.
    """
    return nearest(name, names, 0.85 if name in KNOWN else 0.6)


def did_you_mean(word: str, words: Sequence[str]) -> tuple[str, str]:
    """The question to put after what was found, and the cure."""
    like = nearest(word, words)
    cure = f"use one of: {', '.join(words)}" if len(words) > 1 else f"write {''.join(words)}"
    if like is None:
        return "", cure
    if alike := only_alike(word, like):
        return f', did you mean "{like}"?', f"write {like}{alike}"
    likeness = SequenceMatcher(None, _folded(word), _folded(like)).ratio()
    is_sure = likeness >= _SURE or _SYNONYMS.get(_folded(word)) == like
    return f', did you mean "{like}"?', f"write {like}" if is_sure or len(words) > 20 else cure


def fault_of(error: ErrorDetails, model: type[BaseModel], data: Any) -> Fault:
    """One error of a model, as a fault with a cure."""
    place: Place = _as_written(tuple(error["loc"]), data)
    kind, given = error["type"], error["input"]
    if "allow" in place and kind != "missing":
        return _not_allowed_so(place, given)
    if kind == "missing":
        return _missing(place, model)
    if kind == "extra_forbidden":
        return _unknownname_of(place, model, data)
    if place and place[-1] == "[key]":
        return _not_a_choice(place[:-1], error, model, at_name=True)
    if kind in ("enum", "literal_error"):
        return _not_a_choice(place, error, model)
    if kind == "value_error":
        found, _, cure = str(error["ctx"]["error"]).partition("; ")
        if "digits" in found and "limit" in found:
            found, cure = f'"{short(given, 20)}" is too long a number', ""
        return Fault(place, found.rstrip("."), cure or _cure_of(place, model))
    if given == "" and isinstance(place[-1], int) and value_at(data, place[:-1]) == "":
        place = place[:-1]  # not an entry, but nothing at all
    if given == "" and isinstance(place[-1], int):
        return Fault(place, "an entry is empty", "write something after the dash, or remove it")
    if kind == "string_too_short" or given == "":
        return Fault(place, *empty(kind, place, model))
    return Fault(place, *shape(kind, place, given, model, data))


def _as_written(place: Place, data: Any) -> Place:
    """The place of a statement by the label that stands before it in the file."""
    if len(place) == 3 and place[0] == "items" and place[2] in ("label", "text"):
        entry = value_at(data, place[:2])
        if isinstance(entry, Mapping):
            label = next((name for name in entry if name not in ("slips", "why")), "")
            return (*place[:2], label) if label.strip() else place[:2]
    return place


def _not_allowed_so(place: Place, given: Any) -> Fault:
    """Something under `allow` that is not the name of a rule with a reason."""
    if place[-1] == "allow":
        rule = given if isinstance(given, str) and given.strip() else "key-longest"
        cure = f"write the rule and below it the reason: `{short(rule, 40)}: the reason`"
        return Fault(place, '"allow" needs a rule and the reason for it', cure)
    rule = next(str(step) for step in place[place.index("allow") + 1 :] if step != "[key]")
    return Fault(
        place[: place.index("allow") + 2],
        f'no reason is given why "{short(rule)}" is allowed here',
        f"write it on the same line: `{short(rule, 40)}: the reason`",
    )


def _cure_of(place: Place, model: type[BaseModel]) -> str:
    example = example_of(model_at(model, place))
    return f"write `{example}`" if example else "mend the value, or remove the line"


def _missing(place: Place, model: type[BaseModel]) -> Fault:
    name = str(place[-1])
    owner = model_at(model, place[:-1]) or model
    described = next(
        (f.description for n, f in owner.model_fields.items() if (f.alias or n) == name), None
    )
    note = f" - {described}" if described else ""
    return Fault(place[:-1], f'the field "{name}" is missing', f"add a line `{name}: ...`{note}")


def _unknownname_of(place: Place, model: type[BaseModel], data: Any) -> Fault:
    name = str(place[-1])
    owner = model_at(model, place[:-1])
    names = field_names(owner) if owner else ()
    present = value_at(data, place[:-1])
    free = [n for n in names if not isinstance(present, Mapping) or n not in present]
    if name.startswith("-") and name[1:] in KNOWN:
        return Fault(
            place,
            f'the space between "-" and "{name[1:]}" is missing',
            with_space(name),
            at_name=True,
        )
    value = value_at(data, place)
    if value == "" and (run := run_together(name, names)):
        found = f'"{short(name)}" is not divided into a field and its text'
        return Fault(place, found, f"write `{run[0]}: {short(run[1])}`", at_name=True)
    if value == "" and "words" in names:
        cure = "put the words in quotes: a comma ends a text between { and }"
        found = f'"{short(name)}" was cut off by the comma before it'
        return Fault(place, found, cure, at_name=True)
    like = meant(model, data, place) or nearestname_of(name, free) or nearestname_of(name, names)
    found = f'unknown field "{short(name)}"'
    if like is not None:
        cure = f"write {like}{only_alike(name, like)}"
        return Fault(place, f'{found}, did you mean "{like}"?', cure, at_name=True)
    cure = f"remove it, or use one of: {', '.join(names)}"
    if is_strange(model, data, place[:-1]):
        cure = f"write `{example_of(owner)}`"
    return Fault(place, found, cure, at_name=True)


def meant(model: type[BaseModel], data: Any, place: Place) -> str | None:
    """The field that an unknown one was meant to be, if the author has not written that too.

    It is the one most like it, or else the only one that is missing beside the only unknown one.
    """
    owner = model_at(model, place[:-1])
    present = value_at(data, place[:-1])
    if owner is None or not isinstance(present, Mapping):
        return None
    names = field_names(owner)
    like = nearestname_of(str(place[-1]), [name for name in names if name not in present])
    if like is not None:
        return like
    missing = _missing_in(owner, present)
    unknown = [name for name in present if name not in names]
    is_text = isinstance(present.get(str(place[-1])), str)
    return missing[0] if is_text and len(missing) == len(unknown) == 1 else None


def run_together(name: str, names: Sequence[str]) -> tuple[str, str] | None:
    """The field and its text that became one name, as in {at:A3, words: ...}."""
    found = re.match(r"([a-z]+)(?:[:=]|\s)\s*(\S.*)$", name)
    return (found[1], found[2]) if found and found[1] in names else None


def is_strange(model: type[BaseModel], data: Any, place: Place) -> bool:
    """Whether a group has none of the fields it needs, so that one example says more than each."""
    owner = model_at(model, place)
    present = value_at(data, place)
    if owner is None or not isinstance(present, Mapping) or not example_of(owner):
        return False
    needed = [f.alias or n for n, f in owner.model_fields.items() if f.is_required()]
    return bool(needed) and not any(name in present for name in needed)


def _missing_in(owner: type[BaseModel], present: Mapping[str, Any]) -> list[str]:
    names = [f.alias or n for n, f in owner.model_fields.items() if f.is_required()]
    return [name for name in names if name not in present]


def _not_a_choice(
    place: Place, error: ErrorDetails, model: type[BaseModel], *, at_name: bool = False
) -> Fault:
    name = name_of(place)
    given = error["input"]
    allowed = re.findall(r"'([^']*)'", str(error.get("ctx", {}).get("expected", "")))
    listed = f"write one of: {', '.join(allowed)}"
    if not isinstance(given, str):
        found = f'"{name}" is {kind_of(given)}, where one word is needed'
        return Fault(place, found, listed + or_remove(place, model))
    if not given.strip():
        return Fault(place, f'"{name}" is empty', listed + or_remove(place, model))
    several = [each.strip() for each in given.split(",")]
    if len(several) > 1 and takes_a_list(field_at(model, place)) and set(several) <= set(allowed):
        found = f'"{name}" is the text "{short(given)}", where a list is needed'
        return Fault(place, found, f"write `{name}: [{', '.join(several)}]`")
    noun = _NOUNS.get(name, name)
    if len(place) > 1 and place[-2] in ("slips", "why"):
        noun = "answer" if at_name else "slip"
    question, cure = did_you_mean(given, allowed)
    return Fault(place, f'unknown {noun} "{short(given)}"{question}', cure, at_name=at_name)
