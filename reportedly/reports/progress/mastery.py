"""How firmly each skill stands: secure, developing, or too little evidence to say.

The rule: what the learner is right in is a share that nobody knows; after so many right and wrong
answers it is distributed as Beta(1 + right, 1 + wrong). A skill is secure when its lower 10 percent
bound, with the luck of guessing taken out, is at least 0.65, and when the answers are of two kinds
of question and of two days. So 5 of 5 (.68) or 9 of 10 (.69) are enough where nothing can be
guessed, 7 of 8 (.63) are not; where one answer in three is lucky, it takes 8 of 8.

Luck is taken out of the bound, not of the counts: whoever knows a share k and guesses the rest is
right in g + (1 - g) k, where g is what guessing earns, so k = (bound - g) / (1 - g) (Abbott 1925).
To take it out of the counts, right - wrong * g / (1 - g), would let five guesses that all went well
stand as five things known. With answers of several kinds, g is their mean. Partly right answers
count with their share, so the parameters need not be whole.

No question proves a skill alone, nor does asking it again: each counts once, with its latest
answer; and of the answers of one day the first counts, for later ones come after its explanation.
What learners marked themselves is left out.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, tzinfo
from enum import StrEnum

from reportedly.quiz.taxonomy import Skill
from reportedly.reports.progress.beta import beta_quantile
from reportedly.reports.progress.outcomes import Outcome, of_skill

SECURE_FROM = 0.65
TAIL = 0.10
KINDS = 2
DAYS = 2


class Standing(StrEnum):
    """What can be said about a skill."""

    SECURE = "secure"
    DEVELOPING = "developing"
    TOO_LITTLE = "too little evidence"


class Lack(StrEnum):
    """What is missing before anything can be said."""

    QUESTIONS = "questions"
    KIND = "kind"
    DAY = "day"


@dataclass(frozen=True)
class SkillStanding:
    """How firmly a skill stands.

    Attributes:
        questions: How many different questions tell of it.
        right: How many of them were right, partly right ones with their share.
        bound: The share known that is passed with 90 percent probability, 0..1.
        lacks: What is missing for saying anything; only where there is too little evidence.
    """

    skill: Skill
    standing: Standing
    questions: int
    right: float
    bound: float
    lacks: tuple[Lack, ...]


def standings(all: Sequence[Outcome], zone: tzinfo) -> tuple[SkillStanding, ...]:
    """How firmly each of all skills stands.

    Args:
        all: A learner's outcomes, the oldest first.
        zone: Where the learner is, which decides what is a day.
    """
    marked = [one for one in all if not one.by_self]
    return tuple(_standing(skill, of_skill(marked, skill), zone) for skill in Skill)


def known_share(right: float, wrong: float, luck: float) -> float:
    """The share known that is passed with 90 percent probability, 0..1.

    Args:
        right: How many answers were right.
        wrong: How many were not.
        luck: What guessing earns on average, 0..1; at 1 nothing can be known.
    """
    if luck >= 1:
        return 0.0
    return max(0.0, (beta_quantile(TAIL, 1 + right, 1 + wrong) - luck) / (1 - luck))


def _standing(skill: Skill, told: tuple[Outcome, ...], zone: tzinfo) -> SkillStanding:
    first_of_day: dict[tuple[str, str, date], Outcome] = {}
    for one in told:
        first_of_day.setdefault((one.bank, one.question, one.day(zone)), one)
    latest = {(one.bank, one.question): one for one in first_of_day.values()}
    count = len(latest)
    right = sum(one.share for one in latest.values())
    luck = sum(one.luck for one in latest.values()) / count if count else 0.0
    found = {
        # As long as not even right answers throughout would do, wrong ones prove nothing either.
        Lack.QUESTIONS: known_share(count, 0, luck) < SECURE_FROM,
        Lack.KIND: len({one.kind for one in latest.values()}) < KINDS,
        Lack.DAY: len({one.day(zone) for one in told}) < DAYS,
    }
    lacks = tuple(lack for lack, is_so in found.items() if is_so)
    bound = known_share(right, count - right, luck)
    if lacks:
        standing = Standing.TOO_LITTLE
    else:
        standing = Standing.SECURE if bound >= SECURE_FROM else Standing.DEVELOPING
    return SkillStanding(skill, standing, count, right, bound, lacks)
