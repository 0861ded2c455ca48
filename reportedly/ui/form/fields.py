"""What a form is made of: fields, and lists of parts that have fields of their own."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

from pydantic import BaseModel

from reportedly.files.reading.fields import models_in

Path = tuple[str, ...]
"""The way to a text inside a question or a part of it: ("ask",), ("why", "true")."""

Plain = dict[str, Any]

Input = Literal["text", "line", "choice", "slip", "skill", "label", "slips", "paragraph"]
"""How a field is filled in; `slips` is one choice of a misreading for each wrong label."""


@dataclass(frozen=True)
class Field:
    """One thing to fill in.

    Attributes:
        path: Where it stands.
        label: What it is called in the form.
        help: What it is for, in the words of the format.
        choices: For `choice`: what is written, and what the form shows for it.
        unset: For `choice`: what holds when nothing is written; "" if something must be.
        required: Whether a question without it does not open.
        unless: Left out where another field of the same group has this value.
        means: The names in the format that it stands for, where they are not its own.
    """

    path: Path
    label: str
    input: Input = "text"
    help: str = ""
    choices: Mapping[str, str] = field(default_factory=dict)
    unset: str = ""
    required: bool = False
    unless: tuple[Path, str] | None = None
    means: tuple[str, ...] = ()


@dataclass(frozen=True)
class Way:
    """How an author writes a part, and how the form has it: with a name for each of its fields."""

    read: Callable[[Plain], Plain] = dict
    write: Callable[[Plain], Plain] = dict


@dataclass(frozen=True)
class Listing:
    """A list of parts.

    Attributes:
        name: The field of the format.
        title: Above the list.
        one: What each is called: "Option".
        fields: Of each; the first is its main one.
        help: What the list is for.
        bare: Whether a part that has only its main field may be written as that text alone.
        lists: Inside each part.
        start: What a new part says.
        usual: What the list holds when it is not written at all.
        sole: A field and its value that only one part has: who gets it takes it from the others.
        grouped: Whether parts share a place with the one before them, by their field `beside`.
        required: Whether a question without it does not open.
        order: The fields of a part as authors write them, one after another.
    """

    name: str
    title: str
    one: str
    fields: tuple[Field, ...]
    help: str = ""
    bare: bool = False
    way: Way = Way()
    lists: tuple[Listing, ...] = ()
    start: Mapping[Path, str] = field(default_factory=dict)
    usual: tuple[str, ...] = ()
    sole: tuple[Path, str] | None = None
    grouped: bool = False
    required: bool = False
    order: tuple[str, ...] = ()

    @property
    def is_plain(self) -> bool:
        """Whether each part is one text and nothing else."""
        return len(self.fields) == 1 and not self.lists

    @property
    def main(self) -> Path:
        """The field that says what the part is."""
        return self.fields[0].path


@dataclass(frozen=True)
class Form:
    """What can be filled in for a kind of question.

    Attributes:
        fields: Of the question itself, above its lists.
        lists: Its parts.
        below: Fields under the lists, that most authors fill in.
        more: Fields that few need.
    """

    fields: tuple[Field, ...]
    lists: tuple[Listing, ...]
    below: tuple[Field, ...] = ()
    more: tuple[Field, ...] = ()

    @property
    def all_fields(self) -> tuple[Field, ...]:
        """All fields of the question itself."""
        return (*self.fields, *self.below, *self.more)

    def listing(self, name: str) -> Listing:
        """The list of that name."""
        return next(listing for listing in self.lists if listing.name == name)


def field_of(
    model: type[BaseModel], name: str, label: str, input: Input = "text", **rest: Any
) -> Field:
    """A field of the format, with what the format says of it."""
    known = model.model_fields[name]
    return Field(
        (name,),
        label,
        input,
        help=known.description or "",
        required=known.is_required(),
        **rest,
    )


def listing_of(
    model: type[BaseModel], name: str, title: str, one: str, fields: tuple[Field, ...], **rest: Any
) -> Listing:
    """A list of the format, with what the format says of it."""
    known = model.model_fields[name]
    return Listing(
        name,
        title,
        one,
        fields,
        known.description or "",
        required=known.is_required(),
        order=tuple(n for inner in models_in(known.annotation) for n in inner.model_fields),
        **rest,
    )
