"""Ids for questions whose author gave none."""

from __future__ import annotations

import re
import unicodedata
from typing import Any


def make_ids(listed: list[Any]) -> list[str]:
    """An id for each question: its own, or one made from what it asks."""
    given = [entry.get("id") if isinstance(entry, dict) else None for entry in listed]
    taken = {name for name in given if isinstance(name, str)}
    ids = []
    for n, entry in enumerate(listed):
        name = given[n]
        if not isinstance(name, str):
            ask = entry.get("ask") if isinstance(entry, dict) else None
            name = _unused(_slug(ask) if isinstance(ask, str) else "", n, taken)
            taken.add(name)
        ids.append(name)
    return ids


def _slug(ask: str) -> str:
    plain = unicodedata.normalize("NFKD", ask).encode("ascii", "ignore").decode().casefold()
    words = re.sub(r"[^a-z0-9]+", "-", plain.replace("'", "")).strip("-")
    return words if len(words) <= 48 else words[:48].rsplit("-", 1)[0]


def _unused(slug: str, n: int, taken: set[str]) -> str:
    slug = slug or f"question-{n + 1}"
    name, count = slug, 1
    while name in taken:
        count += 1
        name = f"{slug}-{count}"
    return name
