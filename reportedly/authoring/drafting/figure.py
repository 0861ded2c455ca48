"""A number with the claim that gives it."""

from __future__ import annotations

from dataclasses import dataclass

from reportedly.story.ledger import Claim, Quantity


@dataclass(frozen=True)
class Figure:
    """A number that a claim gives."""

    claim: Claim
    quantity: Quantity

    @property
    def said(self) -> tuple[object, str]:
        """What makes two figures one and the same."""
        return self.quantity.value, self.quantity.qualifier
