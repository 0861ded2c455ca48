"""What came of a learner's answers, one by one."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, tzinfo
from fractions import Fraction
from functools import cache

from reportedly.quiz.attempt import Answer
from reportedly.quiz.correcting.carrying import carry
from reportedly.quiz.edition import Edition
from reportedly.quiz.kinds.open import Open
from reportedly.quiz.marking import ONE, Certainty
from reportedly.quiz.question import Question
from reportedly.quiz.response import Response
from reportedly.quiz.taxonomy import Skill
from reportedly.reports.progress.luck import luck

_SURE_ENOUGH = Fraction(2, 3)
"""Who says less than this is not sure: the first threshold of the practice marks."""


@dataclass(frozen=True)
class Kept:
    """A final answer as it is kept.

    Attributes:
        bank: The file name of the bank, without its ending.
        edition: The key of the edition that was asked.
        marked_by: The key of the edition whose key counts: the same, or that of a correction.
    """

    bank: str
    edition: str
    marked_by: str
    answer: Answer


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
    share: Fraction
    luck: Fraction
    by_self: bool
    certainty: Certainty | None
    answered_at: datetime

    @property
    def is_right(self) -> bool:
        """Whether all of it was right."""
        return self.share == ONE

    @property
    def is_sure(self) -> bool:
        """Whether the learner did not say to be unsure."""
        return self.certainty is None or self.certainty.probability >= _SURE_ENOUGH

    @property
    def is_firm(self) -> bool:
        """Right, and not by the learner's own word unsure."""
        return self.is_right and self.is_sure

    def day(self, zone: tzinfo) -> date:
        """The day of the answer where the learner is."""
        return self.answered_at.astimezone(zone).date()


def outcomes(
    kept: Iterable[Kept], edition_of: Callable[[str], Edition | None]
) -> tuple[Outcome, ...]:
    """What came of these answers, the oldest first, by the keys that count at present.

    Left out are answers that wait for the learner's own level, and those to a question that
    cannot be read any more.

    Args:
        kept: In any order.
        edition_of: The edition of a key; None if it cannot be read any more.
    """

    @cache
    def asked(edition: str, question: str) -> Question | None:
        found = edition_of(edition)
        try:
            return found.question(question) if found else None
        except KeyError:
            return None

    @cache
    def lucky(edition: str, question: str) -> Fraction:
        found = asked(edition, question)
        return luck(found) if found else ONE

    # A learner who repeats a quiz gives many answers twice: each is marked once.
    @cache
    def share(edition: str, marked_by: str, question: str, response: Response) -> Fraction | None:
        old = asked(edition, question)
        new = asked(marked_by, question)
        if old is None:
            return None
        carried = carry(response, old, new) if new and marked_by != edition else None
        if new and carried is not None:
            return new.mark(carried).share
        return old.mark(response).share

    found = []
    for one in kept:
        answer = one.answer
        question = asked(one.edition, answer.question)
        edition = edition_of(one.edition)
        if question is None or edition is None or not answer.is_complete:
            continue
        worth = share(one.edition, one.marked_by, answer.question, answer.response)
        if worth is not None:
            found.append(
                Outcome(
                    bank=one.bank,
                    question=answer.question,
                    story=edition.bank.story,
                    kind=question.kind,
                    skills=question.skills,
                    share=worth,
                    luck=lucky(one.edition, answer.question),
                    by_self=isinstance(question, Open),
                    certainty=answer.certainty,
                    answered_at=answer.answered_at,
                )
            )
    return tuple(sorted(found, key=lambda o: (o.answered_at, o.bank, o.question)))


def of_skill(all: Sequence[Outcome], skill: Skill) -> tuple[Outcome, ...]:
    """Those of the outcomes that tell of a skill, in the same order."""
    return tuple(one for one in all if skill in one.skills)
