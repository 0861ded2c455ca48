"""What came of a learner's answers, one by one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, tzinfo
from fractions import Fraction
from math import isnan
from typing import TYPE_CHECKING

from reportedly.quiz.edition import Edition
from reportedly.quiz.marking import Certainty
from reportedly.quiz.taxonomy import Skill
from reportedly.reports.progress.luck import luck

if TYPE_CHECKING:
    from reportedly.reports.frame import Marked

_SURE_ENOUGH = Fraction(2, 3)
"""Who says less than this is not sure: the first threshold of the practice marks."""


@dataclass(frozen=True)
class Outcome:
    """What came of an answer.

    Attributes:
        story: The folder of the articles that were read for it.
        share: How much of it was right, 0..1.
        luck: What guessing would have earned on average, 0..1.
        by_self: Whether the learner marked it.
        certainty: How sure the learner said to be, where it was asked.
    """

    bank: str
    question: str
    story: str
    kind: str
    skills: tuple[Skill, ...]
    share: float
    luck: float
    by_self: bool
    certainty: Certainty | None
    answered_at: datetime

    @property
    def is_right(self) -> bool:
        """Whether all of it was right."""
        return self.share == 1

    @property
    def is_sure(self) -> bool:
        """Whether the learner did not say to be unsure."""
        return self.certainty is None or self.certainty.probability >= _SURE_ENOUGH

    @property
    def is_firm(self) -> bool:
        """Right, and not by the learner's own word unsure."""
        return self.is_right and self.is_sure

    @property
    def is_sure_error(self) -> bool:
        """Whether the learner said to be sure and was not right: explained, these stick best."""
        return self.certainty is not None and self.is_sure and not self.is_right

    def day(self, zone: tzinfo) -> date:
        """The day of the answer where the learner is."""
        return self.answered_at.astimezone(zone).date()


def outcomes(
    given: Marked, editions: Mapping[str, Edition], banks: Mapping[str, str]
) -> tuple[Outcome, ...]:
    """What came of a learner's answers, the oldest first, by the keys that count at present.

    Answers that wait for the learner's own level are left out.

    Args:
        given: The answers, marked.
        editions: By key, all that were asked or that count.
        banks: By sitting, the bank's file name without its ending.
    """
    told = ("edition", "marked_by", "question", "kind", "skills")
    lines = [
        (editions[edition].bank.story, kind, skills, luck(editions[marked_by].question(question)))
        for edition, marked_by, question, kind, skills in zip(
            *(given.meanings[name].tolist() for name in told), strict=True
        )
    ]
    wanted = ("sitting", "question", "meaning", "share", "certainty", "answered_at")
    found = []
    for sitting, question, meaning, share, certainty, answered_at in zip(
        *(given.rows[name].tolist() for name in wanted), strict=True
    ):
        # An attempt may have been begun, or forgotten, since its bank was looked up.
        if isnan(share) or sitting not in banks:
            continue
        story, kind, skills, lucky = lines[meaning]
        found.append(
            Outcome(
                bank=banks[sitting],
                question=question,
                story=story,
                kind=kind,
                skills=skills,
                share=share,
                luck=float(lucky),
                by_self=kind == "open",
                certainty=Certainty(certainty) if isinstance(certainty, str) else None,
                answered_at=answered_at.to_pydatetime().astimezone(UTC),
            )
        )
    return tuple(sorted(found, key=lambda one: (one.answered_at, one.bank, one.question)))


def of_skill(all: Sequence[Outcome], skill: Skill) -> tuple[Outcome, ...]:
    """Those of the outcomes that tell of a skill, in the same order."""
    return tuple(one for one in all if skill in one.skills)
