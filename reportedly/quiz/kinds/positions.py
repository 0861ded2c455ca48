"""Parts by their position on the screen, which is all that a browser is told of them."""

from __future__ import annotations

from collections.abc import Sequence

from reportedly.quiz.response import ResponseRefused


def shown_parts(texts: Sequence[str], order: Sequence[int]) -> list[dict[str, str]]:
    """The texts as a card shows them in an order; ids are positions on the screen."""
    return [{"id": str(place), "text": texts[n]} for place, n in enumerate(order)]


def read_position(value: object, order: Sequence[int]) -> int:
    """The bank's position behind an id on the screen.

    Raises: ResponseRefused: if there is no such id.
    """
    # Compared as text: int() would also take "٣", "007" and a string that is too long for it.
    by_id = {str(place): n for place, n in enumerate(order)}
    if isinstance(value, str) and value in by_id:
        return by_id[value]
    raise ResponseRefused("no part has this id")
