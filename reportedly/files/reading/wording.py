"""What pydantic found, in an author's words."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from difflib import get_close_matches
from typing import Any, get_args, get_origin

from pydantic import BaseModel
from pydantic_core import ErrorDetails

from reportedly.files.reading.fields import KNOWN, field_names, models_in
from reportedly.quiz.faults import Fault, Place

_NOUNS = {
    "skills": "skill",
    "slips": "slip",
    "tags": "tag",
    "answer": "answer",
    "why": "answer",
}
_EXAMPLES = {
    "Option": "right: ...` or `wrong: ...",
    "Evidence": "{at: B4, words: ...}",
    "Signature": "{by: Ada, date: 2026-11-22}",
    "Pair": "item: ...` and below it `match: ...",
    "Extra": "wrong: ...",
    "Step": "item: ...",
    "Statement": "claim: ...",
    "Gap": "gap: ...",
    "NearNumber": "answer: ...",
    "NearWords": "answer: ...",
    "RubricLevel": "points: ...` and below it `says: ...",
}


def nearest(word: str, words: Sequence[str]) -> str | None:
    """The word that a misspelt one was meant to be, if one is like it."""
    folded = word.strip().casefold().replace("_", "-").replace(" ", "-")
    by_fold = {known.casefold().replace("_", "-").replace(" ", "-"): known for known in words}
    found = get_close_matches(folded, by_fold, 1, 0.6)
    return by_fold[found[0]] if found else None


def did_you_mean(word: str, words: Sequence[str]) -> tuple[str, str]:
    """The question to put after what was found, and the cure."""
    like = nearest(word, words)
    listed = ", ".join(words)
    if like is not None:
        return f', did you mean "{like}"?', f"write {like}"
    return "", f"use one of: {listed}"


def short(value: object, most: int = 60) -> str:
    """A text of the author's, short enough for a message."""
    text = " ".join(str(value).split())
    return text if len(text) <= most else text[: most - 3].rstrip() + "..."


def value_at(data: Any, place: Place) -> Any:
    """What stands at a place of plain data; single entries count as lists of one."""
    for step in place:
        if isinstance(data, Mapping):
            if isinstance(step, int):
                continue
            data = data.get(step)
        elif isinstance(data, list):
            data = data[step] if isinstance(step, int) and step < len(data) else None
        elif not isinstance(step, int):
            return None
    return data


def model_at(model: type[BaseModel], place: Place) -> type[BaseModel] | None:
    """The type of what stands at a place."""
    annotation: Any = model
    for step in place:
        if isinstance(step, str):
            here = next(models_in(annotation), None)
            if here is None or get_origin(annotation) is dict:
                annotation = _values_of(annotation)
                continue
            by_name = {f.alias or n: f for n, f in here.model_fields.items()}
            if step not in by_name:
                return None
            annotation = by_name[step].annotation
    return next(models_in(annotation), None)


def _values_of(annotation: Any) -> Any:
    """The type of a dict's values."""
    arguments = get_args(annotation)
    return arguments[-1] if arguments else annotation


def _field(place: Place) -> str:
    return next((step for step in reversed(place) if isinstance(step, str)), "value")


def fault_of(error: ErrorDetails, model: type[BaseModel], data: Any) -> Fault:
    """One error of a model, as a fault with a cure."""
    place: Place = tuple(error["loc"])
    kind, given = error["type"], error["input"]
    if "allow" in place and kind != "missing":
        return _not_allowed_so(place, given)
    if kind == "missing":
        return _missing(place, model)
    if kind == "extra_forbidden":
        return _unknown_field(place, model, data)
    if place and place[-1] == "[key]":
        return _not_a_choice(place[:-1], error)
    if kind in ("enum", "literal_error"):
        return _not_a_choice(place, error)
    if kind == "value_error":
        found, _, cure = str(error["ctx"]["error"]).partition("; ")
        if "digits" in found and "limit" in found:
            found, cure = f'"{short(given, 20)}" is too long a number', ""
        return Fault(place, found.rstrip("."), cure or _cure_of(place, model))
    if given == "" and place and isinstance(place[-1], int):
        return Fault(place, "an entry is empty", "write something after the dash, or remove it")
    if kind == "string_too_short" or given == "":
        return Fault(place, f'"{_field(place)}" has no text', _empty_cure(place, model))
    found, cure = _shape(kind, place, given, model)
    return Fault(place, found, cure)


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
    here = model_at(model, place)
    example = _EXAMPLES.get(here.__name__, "") if here else ""
    return f"write `{example}`" if example else "mend the value, or remove the line"


def _missing(place: Place, model: type[BaseModel]) -> Fault:
    name = str(place[-1])
    owner = model_at(model, place[:-1]) or model
    described = next(
        (f.description for n, f in owner.model_fields.items() if (f.alias or n) == name), None
    )
    note = f" - {described}" if described else ""
    return Fault(place[:-1], f'the field "{name}" is missing', f"add a line `{name}: ...`{note}")


def _unknown_field(place: Place, model: type[BaseModel], data: Any) -> Fault:
    name = str(place[-1])
    owner = model_at(model, place[:-1])
    names = field_names(owner) if owner else ()
    present = value_at(data, place[:-1])
    free = [n for n in names if not isinstance(present, Mapping) or n not in present]
    if name.startswith("-") and name[1:] in KNOWN:
        return Fault(place, f'the space between "-" and "{name[1:]}" is missing', _with_space(name))
    value = value_at(data, place)
    if value == "" and "words" in names:
        cure = "put the words in quotes: a comma ends a text between { and }"
        return Fault(place, f'"{short(name)}" was cut off by the comma before it', cure)
    like = nearest(name, free) or nearest(name, names)
    if like is not None:
        return Fault(
            place, f'unknown field "{short(name)}", did you mean "{like}"?', f"write {like}"
        )
    return Fault(
        place, f'unknown field "{short(name)}"', f"remove it, or use one of: {', '.join(names)}"
    )


def _with_space(name: str) -> str:
    return f"write `- {name[1:]}: ...`"


def _not_a_choice(place: Place, error: ErrorDetails) -> Fault:
    name = _field(place)
    if len(place) > 1 and place[-2] in ("slips", "why"):
        name = "slip" if place[-2] == "slips" and error["loc"][-1] != "[key]" else "answer"
    noun = _NOUNS.get(name, name)
    given = error["input"]
    allowed = re.findall(r"'([^']*)'", str(error.get("ctx", {}).get("expected", "")))
    if not isinstance(given, str):
        return Fault(place, f"the {noun} is a list, where one word is needed", "write one word")
    if not given.strip():
        return Fault(place, f'"{name}" is empty', f"write one of: {', '.join(allowed)}")
    question, cure = did_you_mean(given, allowed)
    return Fault(place, f'unknown {noun} "{short(given)}"{question}', cure)


def _empty_cure(place: Place, model: type[BaseModel]) -> str:
    name = _field(place)
    owner = model_at(model, place[:-1]) or model
    needed = any((f.alias or n) == name and f.is_required() for n, f in owner.model_fields.items())
    return f"write one after `{name}:`" + ("" if needed else ", or remove the line")


def _kind_of(value: Any) -> str:
    if isinstance(value, Mapping):
        return "a group of fields"
    return "a list" if isinstance(value, list) else f'the text "{short(value, 40)}"'


def _shape(kind: str, place: Place, given: Any, model: type[BaseModel]) -> tuple[str, str]:
    """What was found, and the cure, where a value has the wrong shape."""
    name = _field(place)
    shown = short(given, 40)
    match kind:
        case "string_pattern_mismatch":
            return _pattern(name, given)
        case "string_type":
            cure = "write one text; one that begins with [ or { must stand in quotes"
            return f'"{name}" is {_kind_of(given)}, where a text is needed', cure
        case "model_type" | "model_attributes_type":
            return _fields_needed(place, given, model)
        case "tuple_type" | "list_type":
            return _list_needed(name, given)
        case "dict_type":
            cure = "write one line for each answer or label below it, indented by two spaces"
            return f'"{name}" is {_kind_of(given)}, where fields are needed', cure
        case "bool_parsing" | "bool_type":
            return f'"{name}" is {_kind_of(given)}, neither yes nor no', "write yes or no"
        case "greater_than" | "greater_than_equal" | "less_than_equal" | "less_than":
            return f'"{name}" is {shown}, which is too {_too(kind)}', _bound(kind, name)
        case "too_short":
            return f'"{name}" is an empty list', "write at least one entry, or remove it"
    if kind.startswith(("int", "fraction", "decimal", "float")):
        return f'"{name}" is {_kind_of(given)}, not a number', "write a number, such as 1 or 2"
    return f'"{name}" cannot be {_kind_of(given)}', "look it up in the guide, or remove it"


def _too(kind: str) -> str:
    return "small" if kind.startswith("greater") else "large"


def _bound(kind: str, name: str) -> str:
    limits = {"close": "write 0 or 1", "minutes": "write a number of minutes from 1 to 300"}
    default = "write a number above 0" if kind == "greater_than" else "write 0 or more"
    return limits.get(name, default)


def _pattern(name: str, given: Any) -> tuple[str, str]:
    if name in ("at", "passage"):
        cure = "write the article's letter and the paragraph's number, for example B4"
        return f'"{short(given)}" does not name a paragraph', cure
    if name == "letter":
        return f'"{short(given)}" is not an article\'s letter', "write one capital letter"
    slug = re.sub(r"[^a-z0-9]+", "-", str(given).casefold()).strip("-") or "a-name"
    cure = f"use small letters, digits and hyphens, for example {short(slug, 40)}"
    return f'"{short(given)}" is not a short name', cure


def _fields_needed(place: Place, given: Any, model: type[BaseModel]) -> tuple[str, str]:
    here = model_at(model, place)
    names = field_names(here) if here else ()
    if isinstance(given, str):
        glued = re.match(r"-?([A-Za-z_]+):?(?=\S)", given)
        if glued and glued[1] in names and given.lstrip("-")[len(glued[1]) :].startswith(":"):
            return f'the space after "{glued[1]}:" is missing', f"write `{glued[1]}: ...`"
    name = _field(place)
    example = _EXAMPLES.get(here.__name__, "") if here else ""
    listed = ", ".join(names)
    cure = f"write `{example}`" if example else f"use the fields {listed}"
    return f'{_kind_of(given)} stands under "{name}", where fields are needed', cure


def _list_needed(name: str, given: Any) -> tuple[str, str]:
    if isinstance(given, Mapping):
        dashed = next((k for k in given if k.startswith("-") and k[1:] in KNOWN), None)
        if dashed is not None:
            found = f'the space between "-" and "{dashed[1:]}" is missing'
            return found, _with_space(dashed)
    if given == "":
        return f'"{name}" has no entries', "write each entry on a line of its own after `- `"
    found = f'"{name}" is {_kind_of(given)}, where a list is needed'
    return found, "write each entry on a line of its own after `- `"
