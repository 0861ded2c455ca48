"""What every file that a person writes is made of: texts, names, references, frozen records."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated

from pydantic import BaseModel, ConfigDict, StringConstraints

Text = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]
"""Plain words, shown as they are."""

Slug = Annotated[str, StringConstraints(strip_whitespace=True, pattern=r"^[a-z0-9][a-z0-9-]*$")]
"""A short name: small letters, digits and hyphens."""

Reference = Annotated[str, StringConstraints(strip_whitespace=True, pattern=r"^[A-Z][0-9]{1,4}$")]
"""A paragraph: the article's letter and the paragraph's number, for example B4."""


class Written(BaseModel):
    """Something a person wrote down; frozen, and without fields we do not know."""

    model_config = ConfigDict(frozen=True, extra="forbid")


def one_or_list(value: object) -> object:
    """A single entry where a list is meant: `evidence: {...}` is `evidence: [{...}]`."""
    return [value] if isinstance(value, Mapping | str) else value
