"""Where a figure stands in a ledger."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Place:
    """A claim and which of its figures."""

    claim: str
    number: int
