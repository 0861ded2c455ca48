"""Values of a shape that their field cannot have, in an author's words."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from pydantic import BaseModel

from reportedly.files.reading.fields import KNOWN, field_names, models_in
from reportedly.files.reading.lookup import (
    field_at,
    model_at,
    name_of,
    short,
    takes_a_list,
    value_at,
)
from reportedly.quiz.faults import Place

_EXAMPLES = {
    "Option": "right: ...` or `wrong: ...",
    "Evidence": "{at: B4, words: ...}",
    "Signature": "{by: Ada, date: 2026-11-22}",
    "Pair": "item: ...` and below it `match: ...",
    "Extra": "wrong: ...",
    "Step": "item: ...",
    "Statement": "claim: ...",
    "Piece": "words: ...",
    "Gap": "gap: ...` and below it `options:",
    "NearNumber": "answer: ...",
    "NearWords": "answer: ...",
    "RubricLevel": "points: ...` and below it `says: ...",
    "Origin": "{claims: [...], blueprint: BP12}",
    "Beyond": "says: ...` and below it `source: ...",
}
_NUMBERS = {
    "close": "write 0 or 1",
    "minutes": "write a number of minutes from 1 to 300",
}
_SPAN = "write 42, 42 +- 0.5, 42 +- 5% or 40 to 45"
_DAY = "write year, month and day, such as 2026-11-22"
_LINES = {
    "TrueFalse.why": ("answer", "not stated: the reason"),
    "TrueFalse.slips": ("wrong answer", "not stated: over-claim"),
    "Statement.slips": ("wrong label", "claim: over-claim"),
}
"""Fields with a line for each of something: for what, and how such a line looks."""


def example_of(model: type[BaseModel] | None) -> str:
    """How a group of fields begins, or "" where no example helps."""
    return _EXAMPLES.get(model.__name__, "") if model else ""


def kind_of(value: Any) -> str:
    """What a value is, with its words where it is a text."""
    if isinstance(value, Mapping):
        return "a group of fields"
    return "a list" if isinstance(value, list) else f'the text "{short(value, 40)}"'


def entries(name: str, model: type[BaseModel] | None) -> str:
    """How the entries of a list are written."""
    if name == "questions":
        return "begin each question with `- `, such as `- kind: single`"
    example = example_of(model)
    if example:
        return f"begin each entry with `- `, such as `- {example}`"
    return f"write the entries between brackets, such as `{name}: [..., ...]`"


def empty(kind: str, place: Place, model: type[BaseModel]) -> tuple[str, str]:
    """What was found, and the cure, where nothing stands after a field's name."""
    name = name_of(place)
    field = field_at(model, place)
    inner = next(models_in(field.annotation), None) if field else None
    if takes_a_list(field) and (inner or kind == "tuple_type" or name == "questions"):
        found, cure = f'"{name}" has no entries', entries(name, inner)
    elif inner is not None:
        found, cure = f'"{name}" is empty', f"write `{example_of(inner)}`"
    elif kind.startswith("bool"):
        found, cure = f'"{name}" is empty', "write yes or no"
    elif kind.startswith(("int", "fraction", "decimal", "float")):
        found, cure = f'"{name}" is empty', _a_number(name)
    elif kind == "dict_type":
        found, cure = f'"{name}" is empty', _lines(place, model)[1]
    else:
        found, cure = f'"{name}" has no text', f"write one after `{name}:`"
    return found, cure + or_remove(place, model)


def or_remove(place: Place, model: type[BaseModel]) -> str:
    """The other cure of a field that may be left out."""
    field = field_at(model, place)
    return "" if field is None or field.is_required() else ", or remove the line"


def shape(
    kind: str, place: Place, given: Any, model: type[BaseModel], data: Any
) -> tuple[str, str]:
    """What was found, and the cure, where a value has the wrong shape."""
    name = name_of(place)
    match kind:
        case "string_pattern_mismatch":
            return _pattern(place, given, model)
        case "string_type":
            return _text_needed(place, given, model, data)
        case "model_type" | "model_attributes_type":
            return _fields_needed(place, given, model)
        case "tuple_type" | "list_type":
            return _list_needed(place, given, model)
        case "dict_type":
            each, cure = _lines(place, model)
            return f'"{name}" is {kind_of(given)}, where a line for each {each} is needed', cure
        case "bool_parsing" | "bool_type":
            return f'"{name}" is {kind_of(given)}, neither yes nor no', "write yes or no"
        case "date_type":
            return f'"{name}" is {kind_of(given)}, where a day is needed', _DAY
        case "greater_than" | "greater_than_equal" | "less_than_equal" | "less_than":
            too = "small" if kind.startswith("greater") else "large"
            default = "write a number above 0" if kind == "greater_than" else "write 0 or more"
            cure = _NUMBERS.get(name, default)
            return f'"{name}" is {short(given, 40)}, which is too {too}', cure
        case "too_short":
            if isinstance(place[-1], int):
                found = f'an entry of "{name}" is an empty list'
                return found, "write at least one text into it, or remove it"
            return f'"{name}" is an empty list', "write at least one entry" + or_remove(
                place, model
            )
    if kind.startswith(("int", "fraction", "decimal", "float")):
        whole = "a whole number" if kind.startswith("int") else "a number"
        return f'"{name}" is {kind_of(given)}, not {whole}', _a_number(name)
    return f'"{name}" cannot be {kind_of(given)}', "look it up in the guide, or remove it"


def _a_number(name: str) -> str:
    return _NUMBERS.get(name, "write a number, such as 1 or 2")


def _lines(place: Place, model: type[BaseModel]) -> tuple[str, str]:
    """What each line stands for, and how the lines are written."""
    owner = model_at(model, place[:-1]) or model
    each, line = _LINES.get(f"{owner.__name__}.{place[-1]}", ("of them", "name: ..."))
    return each, f"write a line for each {each} below it, such as `{line}`"


def _text_needed(place: Place, given: Any, model: type[BaseModel], data: Any) -> tuple[str, str]:
    name = name_of(place)
    if isinstance(place[-1], int) and takes_a_list(field_at(model, place)):
        if isinstance(value_at(data, place[:-1]), Mapping):  # a single entry where a list may stand
            found = f'"{name}" is {kind_of(given)}, where a text or a list of texts is needed'
            return found, f"write one text, or texts between brackets: `{name}: [..., ...]`"
        found = f'an entry of "{name}" is {kind_of(given)}, where a text is needed'
        return found, "write the text alone; one that begins with [ or { must stand in quotes"
    found = f'"{name}" is {kind_of(given)}, where a text is needed'
    match name:
        case "at":
            cure = "name one paragraph, such as `at: B4`; each further one is an entry of its own"
        case "by":
            cure = "name one person; each further one is an entry of its own"
        case "answer" if "number" in _owner(place, model):
            cure = _SPAN
        case _ if isinstance(given, list):
            cure = (
                "write one text without dashes or brackets; if it begins with [, put it in quotes"
            )
        case _:
            cure = f"write one text after `{name}:`; if it begins with {{, put it in quotes"
    return found, cure


def _owner(place: Place, model: type[BaseModel]) -> str:
    return (model_at(model, place[:-1]) or model).__name__.casefold()


def _pattern(place: Place, given: Any, model: type[BaseModel]) -> tuple[str, str]:
    name = name_of(place)
    if name in ("at", "passage"):
        cure = "write the article's letter and the paragraph's number, for example B4"
        several = re.split(r"[\s,;]+", str(given).strip())
        if takes_a_list(field_at(model, place)) and all(
            re.fullmatch("[A-Z][0-9]{1,4}", each) for each in several
        ):
            cure = f"write several between brackets: `{name}: [{', '.join(several)}]`"
        return f'"{short(given)}" does not name a paragraph', cure
    if name == "letter":
        return f'"{short(given)}" is not an article\'s letter', "write one capital letter"
    if name == "blueprint":
        return f'"{short(given)}" is not the name of a blueprint', (
            "write BP and two digits, for example BP12"
        )
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
    example = example_of(here)
    cure = f"write `{example}`" if example else f"use the fields {', '.join(names)}"
    return f'{kind_of(given)} stands under "{name_of(place)}", where fields are needed', cure


def _list_needed(place: Place, given: Any, model: type[BaseModel]) -> tuple[str, str]:
    if isinstance(given, Mapping):
        dashed = next((k for k in given if k.startswith("-") and k[1:] in KNOWN), None)
        if dashed is not None:
            found = f'the space between "-" and "{dashed[1:]}" is missing'
            return found, with_space(dashed)
    name = name_of(place)
    inner = model_at(model, place)
    cure = entries(name, inner)
    if (
        inner is None
        and isinstance(given, str)
        and "," in given
        and takes_a_list(field_at(model, place))
    ):
        cure = f"write the entries between brackets: `{name}: [{short(given, 40)}]`"
    return f'"{name}" is {kind_of(given)}, where a list is needed', cure


def with_space(name: str) -> str:
    """The cure for a dash and a name without a space between them."""
    return f"write `- {name[1:]}: ...`"
