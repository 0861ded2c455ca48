"""What stands at a place of plain data, and what its type is."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, get_args, get_origin

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from reportedly.files.reading.fields import models_in
from reportedly.quiz.faults import Place


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


def field_at(model: type[BaseModel], place: Place) -> FieldInfo | None:
    """The field that a value at a place belongs to, as an entry or as the whole."""
    while place and isinstance(place[-1], int):
        place = place[:-1]
    owner = model_at(model, place[:-1]) if place else None
    if owner is None:
        return None
    by_name = {known.alias or name: known for name, known in owner.model_fields.items()}
    return by_name.get(str(place[-1]))


def takes_a_list(field: FieldInfo | None) -> bool:
    """Whether a field holds several entries."""
    return field is not None and get_origin(field.annotation) is tuple


def name_of(place: Place) -> str:
    """The name of the field that a place lies in."""
    return next((step for step in reversed(place) if isinstance(step, str)), "value")
