"""How sure the extraction is of a claim, from what made it unsure."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

Confidence = Literal["high", "medium", "low"]

_GRAVE = (
    "it could also be",
    "nobody before it",
    "beside which nobody is named",
    "stands for nobody",
    "without what it stands for",
    "no subject stands",
    "a passive that names nobody",
    "is read in two ways",
    "no speaker was found",
    "the words around",
)


def confidence(because: Sequence[str], *, rules_only: bool) -> Confidence:
    """High without a reason for doubt, low with a grave one or with three."""
    if any(reason.startswith(_GRAVE) or " stands for nobody " in reason for reason in because):
        return "low"
    if len(because) >= 3:
        return "low"
    return "medium" if because or rules_only else "high"
