"""Words and numbers typed into a box: what number, short and open share."""

from __future__ import annotations

from typing import Any

from reportedly.quiz.marking import ONE, ZERO, Mark, PartMark
from reportedly.quiz.response import Response, ResponseRefused, Typed, sent
from reportedly.quiz.taxonomy import Slip

LONGEST = 5_000
"""Characters a typed answer may have; a page of writing is about 3,000."""


def read_typed(payload: object) -> Typed:
    """The words typed on a card.

    Raises: ResponseRefused: if there are none, far too many, or some that no keyboard makes.
    """
    text = sent(payload, "typed")
    if not isinstance(text, str) or not text.strip():
        raise ResponseRefused("nothing was typed")
    if len(text) > LONGEST:
        raise ResponseRefused(f"more than {LONGEST} characters were typed")
    # JSON can carry halves of characters, and NUL; neither can be stored as text everywhere.
    if any("\ud800" <= character <= "\udfff" or character == "\0" for character in text):
        raise ResponseRefused("the text holds something that is no character")
    return Typed(text.strip())


def show_typed(response: Response) -> dict[str, Any]:
    """The payload of stored words."""
    assert isinstance(response, Typed)
    return {"typed": response.text}


def mark_right(response: Typed, *, key: str, why: str | None, note: str = "") -> Mark:
    """Full marks for a typed answer; `note` says how it was read if that is in doubt."""
    return Mark(ONE, (PartMark(response.text, "right", response.text, key, why or ""),), note)


def mark_wrong(response: Typed, *, key: str, whys: list[str | None], slip: Slip | None) -> Mark:
    """No marks for a typed answer, with every reason there is."""
    why = " ".join(reason for reason in whys if reason)
    return Mark(ZERO, (PartMark(response.text, "wrong", response.text, key, why, slip),))
