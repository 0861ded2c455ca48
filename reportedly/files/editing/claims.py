"""The claims of a ledger, changed in its text: comments, order and all else stay."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from reportedly.files.editing.sheet import CannotEdit, Sheet
from reportedly.files.editing.values import add_field, set_value

_CLAIMS = ("claims",)


def claims_of(text: str) -> list[dict[str, Any]]:
    """The claims as they are written.

    Raises: CannotEdit: if the text has no list of claims.
    """
    data = Sheet.of(text).data
    listed = data.get("claims") if isinstance(data, dict) else None
    if not isinstance(listed, list) or not all(isinstance(claim, dict) for claim in listed):
        raise CannotEdit("There is no list of claims; mend the file as text first.")
    return listed


def with_claims(text: str, claims: Sequence[Mapping[str, Any]]) -> str:
    """The text with these claims; where one is as it was, no byte is touched.

    Raises: CannotEdit: if it cannot be done without touching other words.
    """
    before = claims_of(text)
    if len(before) != len(claims):
        return set_value(text, _CLAIMS, [dict(claim) for claim in claims])
    for n, (old, new) in enumerate(zip(before, claims, strict=True)):
        if old != new:
            text = set_value(text, (*_CLAIMS, n), dict(new))
    return text


def with_speaker(text: str, key: str, speaker: Mapping[str, Any]) -> str:
    """The text with one more speaker.

    Raises: CannotEdit: if there is one of that key already.
    """
    return add_field(text, ("speakers",), key, dict(speaker))
