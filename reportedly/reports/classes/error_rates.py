"""The two ways to go wrong, side by side: claiming too much, and trusting too little."""

from __future__ import annotations

from dataclasses import dataclass

from reportedly.quiz.taxonomy import Slip
from reportedly.reports.intervals import Estimate, share

OVER_CLAIM, TRUST_NOTHING = Slip.OVER_CLAIM, Slip.CYNICISM


@dataclass(frozen=True)
class ErrorRate:
    """How often a misreading was chosen where it was on offer.

    Attributes:
        chosen: Answers that chose it.
        offered: Answers to questions in which some wrong answer stands for it.
        rate: Chosen of offered, with Wilson's interval; None where it was never on offer.
    """

    slip: Slip
    chosen: int
    offered: int

    @property
    def rate(self) -> Estimate | None:
        """Chosen of offered."""
        return share(self.chosen, self.offered) if self.offered else None
