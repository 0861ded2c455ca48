"""What stands in a form, from an author's words and back to them."""

from __future__ import annotations

import copy
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from itertools import count, groupby
from typing import Any

from reportedly.ui.form.fields import Field, Form, Listing, Path, Plain

_numbers = count(1)


@dataclass
class Group:
    """A question, or a part of one, as it stands in a form.

    Attributes:
        was: What the author had written: the question's fields, or one entry of a list.
        values: What stands in each field; a field that is not there is empty.
        lists: The parts in each list.
        odd: Fields that mean nothing there and were written all the same: to be seen and removed.
        uid: A name that stays, wherever the part is moved to.
    """

    was: Any = None
    values: dict[Path, str] = field(default_factory=dict)
    lists: dict[str, list[Group]] = field(default_factory=dict)
    odd: set[Path] = field(default_factory=set)
    uid: int = field(default_factory=lambda: next(_numbers))

    def __getitem__(self, path: Path) -> str:
        return self.values.get(path, "")

    def says(self) -> tuple[Any, ...]:
        """What stands there, to compare."""
        values = {path: said for path, said in self.values.items() if said}
        return values, {name: [part.says() for part in self.lists[name]] for name in self.lists}


def opened(question: Plain, form: Form) -> Group:
    """A question in a form."""
    return _opened(question, question, form.all_fields, form.lists)


def written(group: Group, form: Form) -> Plain:
    """A question as its author would write it; what is unchanged, exactly as it was written."""
    return _written(group, dict(group.was), form.all_fields, form.lists)


def new_part(listing: Listing) -> Group:
    """A part that an author has just added."""
    inner = {each.name: [new_part(each), new_part(each)] for each in listing.lists}
    made = Group(values=dict(listing.start), lists=inner)
    for each in listing.lists:
        if each.sole is not None:
            made.lists[each.name][0].values[each.sole[0]] = each.sole[1]
    return made


def is_shown(entry: Field, group: Group) -> bool:
    """Whether a field has a meaning beside what the others say, or was written without one."""
    if entry.path in group.odd:
        return True
    if entry.input == "slips":
        return entry.path[1:] != (group["label",],)
    return entry.unless is None or group[entry.unless[0]] != entry.unless[1]


# --- from an author's words ---------------------------------------------------------------------


def _opened(was: Any, plain: Plain, fields: Iterable[Field], lists: Iterable[Listing]) -> Group:
    group = Group(was)
    for entry in fields:
        for path in _paths(entry, plain):
            said = _at(plain, path)
            if isinstance(said, str):
                group.values[path] = said.strip()
    for entry in fields:
        for path in _paths(entry, plain):
            if group[path] and not is_shown(replace(entry, path=path), group):
                group.odd.add(path)
    for listing in lists:
        group.lists[listing.name] = _parts(plain.get(listing.name), listing)
    return group


def _paths(entry: Field, plain: Plain) -> Iterable[Path]:
    inner = plain.get(entry.path[0])
    if entry.input == "slips":
        return [(*entry.path, name) for name in inner] if isinstance(inner, dict) else []
    return [entry.path]


def _parts(said: Any, listing: Listing) -> list[Group]:
    if said is None:
        return [_part(text, listing) for text in listing.usual]
    parts = []
    for entry in said if isinstance(said, list) else [said]:
        together = entry if listing.grouped and isinstance(entry, list) else [entry]
        for n, each in enumerate(together):
            part = _part(each, listing)
            if n:
                part.values["beside",] = "yes"
            parts.append(part)
    return [part for part in parts if part.was != ""]


def _part(entry: Any, listing: Listing) -> Group:
    return _opened(entry, _regular(entry, listing), listing.fields, listing.lists)


def _regular(entry: Any, listing: Listing) -> Plain:
    """An entry of a list with a name for each of its fields."""
    if isinstance(entry, dict):
        return listing.way.read(entry)
    return {listing.main[0]: entry} if isinstance(entry, str) else {}


def _at(plain: Plain, path: Path) -> Any:
    found: Any = plain
    for step in path:
        found = found.get(step) if isinstance(found, dict) else None
    return found


# --- and back ------------------------------------------------------------------------------------


def _written(
    group: Group, plain: Plain, fields: Iterable[Field], lists: Iterable[Listing]
) -> Plain:
    made = copy.deepcopy(plain)
    for entry in fields:
        must = entry.required and group.was is None
        for path in dict.fromkeys((*_paths(entry, plain), *_under(entry, group))):
            means_something = is_shown(replace(entry, path=path), group)
            _put(made, path, group[path] if means_something else "", must=must)
    for listing in lists:
        parts = [part for part in group.lists[listing.name] if not _is_blank(part, listing)]
        before = _parts(plain.get(listing.name), listing)
        if [part.says() for part in parts] != [part.says() for part in before]:
            entries = _entries(parts, listing)
            made.pop(listing.name, None)
            if entries or listing.required:
                made[listing.name] = entries
    return made


def _is_blank(part: Group, listing: Listing) -> bool:
    """Whether nothing was written yet in a part that is one text."""
    return listing.bare and part.was is None and not any(part.values.values())


def _under(entry: Field, group: Group) -> Iterable[Path]:
    """The fields of a group that belong to an entry of the form."""
    reach = len(entry.path)
    if entry.input != "slips":
        return [entry.path]
    return [path for path in group.values if path[:reach] == entry.path and len(path) > reach]


def _put(made: Plain, path: Path, text: str, *, must: bool) -> None:
    """Write a text, or remove it where it is empty, unless that is what it says already."""
    old = _at(made, path)
    if (old.strip() if isinstance(old, str) else "") == text and not (must and old is None):
        return
    owner = made
    for step in path[:-1]:
        inner = owner.get(step)
        owner[step] = inner if isinstance(inner, dict) else {}
        owner = owner[step]
    if text or must:
        owner[path[-1]] = text
        return
    owner.pop(path[-1], None)
    if not owner and len(path) > 1:
        made.pop(path[0], None)


def _entries(parts: list[Group], listing: Listing) -> list[Any]:
    said = [(part, _entry(part, listing)) for part in parts]
    if not listing.grouped:
        return [entry for _, entry in said if entry != ""]
    starts = 0
    numbered = []
    for n, (part, entry) in enumerate(said):
        starts += n == 0 or not part["beside",]
        numbered.append((starts, entry))
    groups = [[entry for _, entry in each] for _, each in groupby(numbered, lambda one: one[0])]
    return [group if len(group) > 1 else group[0] for group in groups]


def _entry(part: Group, listing: Listing) -> Any:
    regular = _regular(part.was, listing)
    fields = [entry for entry in listing.fields if entry.path != ("beside",)]
    made = _written(part, regular, fields, listing.lists)
    if part.was is not None and made == regular:
        return part.was
    name = listing.main[0]
    if listing.bare and set(made) <= {name} and not isinstance(part.was, dict):
        return made.get(name, "")
    wrote = listing.way.write(made)
    if part.was is not None:
        return wrote
    # What is no field's name is a statement's label, which comes first.
    place = {name: n for n, name in enumerate(listing.order)}
    return dict(sorted(wrote.items(), key=lambda one: place.get(one[0], -1)))
