"""How sure a learner was and how right, week by week."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta, tzinfo

from reportedly.reports.progress.outcomes import Outcome


@dataclass(frozen=True)
class Said:
    """What was said about some answers, and what came of them.

    Attributes:
        sure: The mean chance of being right that was said, 0..1.
        right: The mean share that was right, 0..1.
        brier: The mean squared distance of the two, answer by answer, 0..1; lower is better.
            Source: Brier (1950).
    """

    answers: int
    sure: float
    right: float
    brier: float


@dataclass(frozen=True)
class CertaintyOverTime:
    """What was said and what came of it.

    Attributes:
        weeks: Each by its Monday, the earliest first; weeks without an answer are left out.
    """

    overall: Said
    weeks: tuple[tuple[date, Said], ...]


def certainty_over_time(all: Sequence[Outcome], zone: tzinfo) -> CertaintyOverTime | None:
    """How sure and how right, of the answers whose learner said so; None if there are none.

    Args:
        all: A learner's outcomes, in any order.
        zone: Where the learner is, which decides what is a week.
    """
    by_week: dict[date, list[tuple[float, float]]] = defaultdict(list)
    for one in all:
        if one.certainty is not None:
            day = one.day(zone)
            by_week[day - timedelta(days=day.weekday())].append(
                (float(one.certainty.probability), one.share)
            )
    if not by_week:
        return None
    return CertaintyOverTime(
        overall=_said([one for week in by_week.values() for one in week]),
        weeks=tuple((monday, _said(by_week[monday])) for monday in sorted(by_week)),
    )


def _said(given: Sequence[tuple[float, float]]) -> Said:
    count = len(given)
    return Said(
        answers=count,
        sure=sum(sure for sure, _ in given) / count,
        right=sum(share for _, share in given) / count,
        brier=sum((sure - share) ** 2 for sure, share in given) / count,
    )
