"""Numbers with their nouns."""

from __future__ import annotations


def counted(number: int, thing: str) -> str:
    """How many there are: "1 draft", "2 drafts"."""
    return f"{number:,} {thing}" if number == 1 else f"{number:,} {thing}s"
