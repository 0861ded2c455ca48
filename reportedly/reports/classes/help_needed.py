"""Which learners may need help, said only where there is enough to go by."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from reportedly.reports.classes.discernment import Discernment, discernment
from reportedly.reports.classes.error_rates import ErrorRate
from reportedly.reports.classes.support import Support
from reportedly.reports.intervals import Estimate, share

FEWEST_JUDGEMENTS = 40
"""Of a learner who made fewer nothing is said: d' would be uncertain by more than half a unit."""


@dataclass(frozen=True)
class LearnerCounts:
    """What one learner did.

    Attributes:
        learner: Stands for a seat in one lesson; no name.
        judgements: Answers, where each statement or item that was placed is one of its own.
        right: Of those, how many were right; a partly right answer counts in part.
        support: Judgements on whether the articles support a statement.
    """

    learner: str
    judgements: int
    right: float
    over_claim: ErrorRate
    trust_nothing: ErrorRate
    support: Support


@dataclass(frozen=True)
class Class:
    """The figures of all learners together that one is compared with."""

    right: float
    over_claim: float | None
    trust_nothing: float | None


@dataclass(frozen=True)
class MayNeedHelp:
    """A learner whose figures lie, with their whole interval, on the wrong side of the class's.

    Attributes:
        right: With its interval.
        less_right, over_claims, trusts_too_little: What speaks for it; at least one does.
        discernment: Where they made enough judgements on support as well.
    """

    counts: LearnerCounts
    right: Estimate
    less_right: bool
    over_claims: bool
    trusts_too_little: bool
    discernment: Discernment | None


def may_need_help(learners: Sequence[LearnerCounts], of_all: Class) -> tuple[MayNeedHelp, ...]:
    """Those who may need help, in the order given: this is no ranking.

    Somebody is named whose share right lies below the class's with its whole 95 % interval, or
    whose rate of one of the two misreadings lies above the class's in the same way. How sure they
    were is left out: that is not told of single learners.
    """
    found = []
    for one in learners:
        if one.judgements < FEWEST_JUDGEMENTS:
            continue
        right = share(one.right, one.judgements)
        case = MayNeedHelp(
            counts=one,
            right=right,
            less_right=right.interval.high < of_all.right,
            over_claims=_exceeds(one.over_claim, of_all.over_claim),
            trusts_too_little=_exceeds(one.trust_nothing, of_all.trust_nothing),
            discernment=discernment(one.support)
            if one.support.judgements >= FEWEST_JUDGEMENTS
            else None,
        )
        if case.less_right or case.over_claims or case.trusts_too_little:
            found.append(case)
    return tuple(found)


def _exceeds(own: ErrorRate, of_class: float | None) -> bool:
    return own.rate is not None and of_class is not None and own.rate.interval.low > of_class
