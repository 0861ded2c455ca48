"""Plain values to types; what is wrong is put aside, so that the rest can be checked too."""

from __future__ import annotations

import copy
from dataclasses import dataclass, field
from typing import Any, Generic, TypeVar

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from reportedly.files.reading.fields import field_names
from reportedly.files.reading.lookup import model_at, value_at
from reportedly.files.reading.reports import Finding
from reportedly.files.reading.tree import Tree
from reportedly.files.reading.wording import fault_of, is_strange, meant, run_together
from reportedly.quiz.faults import Fault, Place

M = TypeVar("M", bound=BaseModel)

_TRIES = 4
"""Mending one fault can bring another to light, but not often."""

_OTHERS_REST_ON = ("labels",)
"""Fields that may be left out, but without which what was written cannot be judged."""


@dataclass
class Typed(Generic[M]):
    """A value of a type, as far as it could be read.

    Attributes:
        value: None when something it cannot do without is missing.
        faults: Each with whether a line that was left out may have caused it.
        aside: Places whose values were left out, so that nothing more is said of them.
    """

    value: M | None
    faults: list[tuple[Fault, bool]] = field(default_factory=list)
    aside: list[Place] = field(default_factory=list)

    def findings(self, tree: Tree, place: Place) -> list[Finding]:
        """The faults with their places, apart from those that reading has caused."""
        if not self.faults:
            return []
        found = []
        low, high = tree.whole(place)
        for fault, structural in self.faults:
            moved = fault.under(*place)
            finding = tree.finding(moved)
            if tree.is_veiled(finding.start):
                continue
            if structural and tree.is_damaged(low, high):
                continue
            found.append(finding)
        return found


def read_typed(model: type[M], data: Any) -> Typed[M]:
    """The value that plain data stands for, with everything that is wrong with it."""
    try:
        return Typed(model.model_validate(data))
    except ValidationError as error:
        return _mend(model, data, error)


def _mend(model: type[M], data: Any, error: ValidationError) -> Typed[M]:
    result: Typed[M] = Typed(None)
    data = copy.deepcopy(data)
    for _ in range(_TRIES):
        errors = error.errors(include_url=False)
        _add_faults(result, model, data, errors)
        # Misspelt fields first: the right name may be one that is missed.
        errors.sort(key=lambda each: each["type"] != "extra_forbidden")
        mended = [_put_aside(result, model, data, each) for each in errors]
        if not all(mended):
            return result
        try:
            result.value = model.model_validate(data)
            return result
        except ValidationError as next_error:
            error = next_error
    return result


def _add_faults(result: Typed[M], model: type[M], data: Any, errors: list[ErrorDetails]) -> None:
    renamed = {
        (*loc[:-1], like)
        for e in errors
        if e["type"] == "extra_forbidden"
        for loc in [tuple(e["loc"])]
        if (like := meant(model, data, loc)) is not None
    }
    strange = {
        place
        for e in errors
        if e["type"] == "extra_forbidden"
        for place in [tuple(e["loc"])[:-1]]
        if is_strange(model, data, place)
    }
    for each in errors:
        place = tuple(each["loc"])
        missing = each["type"] == "missing"
        structural = missing or each["type"] == "value_error"
        if missing and place in renamed:
            continue
        if missing and place[:-1] in strange:
            continue
        # A whole is not blamed for a part that was put aside.
        if any(aside[: len(place)] == place for aside in result.aside):
            continue
        result.faults.append((fault_of(each, model, data), structural))


def _put_aside(result: Typed[M], model: type[M], data: Any, error: ErrorDetails) -> bool:
    """Take a faulty value out of the data; False when the type cannot do without."""
    place = tuple(error["loc"])
    if place and place[-1] == "[key]":
        place = place[:-1]
    if error["type"] == "extra_forbidden":
        owner = value_at(data, place[:-1])
        if not isinstance(owner, dict) or place[-1] not in owner:
            return False
        like = meant(model, data, place)
        value = owner.pop(place[-1])
        here = model_at(model, place[:-1])
        if value == "" and here and (run := run_together(str(place[-1]), field_names(here))):
            like, value = run
        if like is not None:
            owner[like] = value
        result.aside.append(place)
        return True
    while place and isinstance(place[-1], int):
        place = place[:-1]
    owner = value_at(data, place[:-1])
    if error["type"] == "missing" and isinstance(owner, dict) and place[-1] in owner:
        return True
    if not place or not isinstance(owner, dict) or place[-1] not in owner:
        return False
    if _is_needed(model, place) or place[-1] in _OTHERS_REST_ON:
        return False
    del owner[place[-1]]
    result.aside.append(place)
    return True


def _is_needed(model: type[BaseModel], place: Place) -> bool:
    owner = model_at(model, place[:-1])
    if owner is None:
        return False
    for name, known in owner.model_fields.items():
        if (known.alias or name) == place[-1]:
            return known.is_required()
    return False
