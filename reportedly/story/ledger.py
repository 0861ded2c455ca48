"""The claim ledger: one thing one speaker says, through named hands, at one paragraph."""

from __future__ import annotations

import re
from datetime import date
from fractions import Fraction
from typing import Annotated, Literal, Self

from pydantic import AfterValidator, BeforeValidator, Field, model_validator

from reportedly.story.fields import Reference, Slug, Text, Written, one_or_list

Qualifier = Literal["exactly", "at least", "more than", "up to", "about"]
Voice = Literal["own", "reported", "quoted", "headline", "caption"]
Basis = Literal["stated", "inferred", "unknown"]


_DATE = re.compile(r"[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?")
_DATE_FORMS = "a date is written 2015-09-18, 2015-09 or 2015; a span 2015-09-12/2015-09-13"


def date_text(text: str) -> str:
    """The text, if it is a year, month, day or a span of two joined by a slash.

    Raises: ValueError: with the forms that a date has.
    """
    parts = text.split("/")
    if len(parts) > 2 or not all(_DATE.fullmatch(part) for part in parts):
        raise ValueError(_DATE_FORMS)
    if first_day(parts[0]) > first_day(parts[-1]):
        raise ValueError(f'the span "{text}" runs backwards; write the earlier date first')
    return text


def first_day(text: str) -> date:
    """The first day that a date, month, year or span covers.

    Raises: ValueError: if there is no such day.
    """
    year, *rest = text.split("/")[0].split("-")
    month, day = [*rest, "1", "1"][:2]
    return date(int(year), int(month), int(day))


DateText = Annotated[Text, AfterValidator(date_text)]


class When(Written):
    """A date with its footing in the text."""

    when: DateText
    basis: Basis = "stated"
    because: Text | None = None

    @model_validator(mode="after")
    def _reasoned(self) -> Self:
        if self.basis != "stated" and self.because is None:
            raise ValueError("an inferred date needs `because`")
        return self

    @property
    def first_day(self) -> date:
        """The first day it covers."""
        return first_day(self.when)


def _when(value: object) -> object:
    """A bare date is a stated one."""
    return {"when": value} if isinstance(value, str) else value


WhenField = Annotated[When, BeforeValidator(_when)]


class Speaker(Written):
    """Somebody who says something: a person, body, paper, poster or diary.

    Attributes:
        tag: A short name to mark words with; the name itself where it is left out.
        described: What the articles tell of the speaker, at the paragraph of `at`.
    """

    name: Text
    tag: Text | None = None
    kind: Text
    aliases: tuple[Text, ...] = ()
    described: Text | None = None
    at: Reference | None = None


class Cue(Written):
    """The words that hand a claim to its speaker."""

    words: Text
    kind: Literal["neutral", "doubt", "insist", "denial", "confirm", "evaluative"] = Field(
        alias="class"
    )


class Quantity(Written):
    """A number with what it counts."""

    topic: Slug
    of: Text
    value: Fraction | None = None
    amount: Text | None = None
    qualifier: Qualifier = "exactly"
    unit: Text | None = None
    scope: Literal["total", "subset"] = "total"
    not_counted: tuple[Text, ...] = ()

    @model_validator(mode="after")
    def _some_amount(self) -> Self:
        if (self.value is None) == (self.amount is None):
            raise ValueError("a quantity needs a `value`, or an `amount` in words")
        return self

    @property
    def span(self) -> tuple[Fraction, Fraction | None] | None:
        """The numbers it allows, lowest and highest; None above for no ceiling.

        None altogether when it gives no number. "about" is taken as a tenth either way.
        """
        if self.value is None:
            return None
        match self.qualifier:
            case "at least" | "more than":
                return self.value, None
            case "up to":
                return Fraction(0), self.value
            case "about":
                return self.value * Fraction(9, 10), self.value * Fraction(11, 10)
            case "exactly":
                return self.value, self.value


class Claim(Written):
    """One row of the ledger."""

    id: Text
    at: Reference
    words: Text
    says: Text
    speaker: Slug
    via: tuple[Slug, ...] = ()
    voice: Voice
    cue: Cue | None = None
    hedges: tuple[Text, ...] = ()
    quantity: Annotated[tuple[Quantity, ...], BeforeValidator(one_or_list)] = ()
    happened: WhenField | None = None
    said: WhenField | None = None
    labels: tuple[Text, ...] = ()
    not_said: tuple[Text, ...] = ()
    topic: Slug
    maybe: Slug | None = None
    notes: Text | None = None
    confidence: Literal["high", "medium", "low"]
    because: Annotated[tuple[Text, ...], BeforeValidator(one_or_list)] = ()
    review: Literal["auto", "ok", "edited", "dropped"]

    @property
    def letter(self) -> str:
        """The article it stands in."""
        return self.at[0]

    @property
    def paragraph(self) -> int:
        """The number of its paragraph."""
        return int(self.at[1:])


OWN_VOICE = "none"
"""The speaker of what an article says itself."""


class Ledger(Written):
    """All claims of a story's articles and who makes them."""

    story: Slug
    speakers: dict[Slug, Speaker]
    claims: tuple[Claim, ...]
