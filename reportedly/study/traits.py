"""What two questions are compared by, to make parallel forms of them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from reportedly.quiz.bank import Bank
from reportedly.quiz.kinds import AnyQuestion
from reportedly.quiz.kinds.open import Open
from reportedly.quiz.kinds.truefalse import TrueFalse
from reportedly.quiz.taxonomy import Level, Skill, Slip

ENOUGH = 30
"""Of fewer answers a question's difficulty is not yet known well enough to match by."""

COUNTED = (Slip.OVER_CLAIM, Slip.CYNICISM)
"""The two misreadings whose rates are compared, so that both forms must offer them alike."""

_STEPS = {Level.EASY: 0, Level.MEDIUM: 1, Level.HARD: 2}


@dataclass(frozen=True)
class Traits:
    """What is known of a question.

    Attributes:
        offers: Those of `COUNTED` that a wrong answer to it stands for.
        supported: Of a statement, whether the articles support it; None for other kinds.
        difficulty: Mean share right, 0..1, of at least `ENOUGH` answers; None of fewer.
    """

    id: str
    ask: str
    skills: frozenset[Skill]
    kind: str
    level: Level
    offers: frozenset[Slip]
    supported: bool | None = None
    difficulty: float | None = None

    @property
    def step(self) -> int:
        """The level as a number: easy 0, medium 1, hard 2."""
        return _STEPS[self.level]


def usable(banks: Iterable[Bank]) -> tuple[AnyQuestion, ...]:
    """The ready questions of some banks that a form can hold, each id once.

    Written answers are left out: learners mark them against a model answer, which would explain
    the question before the after part.
    """
    found: dict[str, AnyQuestion] = {}
    for bank in banks:
        for question in bank.ready:
            if not isinstance(question, Open):
                found.setdefault(question.id, question)
    return tuple(found.values())


def traits_of(question: AnyQuestion, difficulty: Mapping[str, float] | None = None) -> Traits:
    """What is known of a question.

    Args:
        question: Of any kind.
        difficulty: By question id, mean shares right of at least `ENOUGH` answers.
    """
    return Traits(
        id=question.id,
        ask=question.ask,
        skills=frozenset(question.skills),
        kind=question.kind,
        level=question.level,
        offers=question.offered_slips() & frozenset(COUNTED),
        supported=question.answer == "true" if isinstance(question, TrueFalse) else None,
        difficulty=(difficulty or {}).get(question.id),
    )


def distance(one: Traits, other: Traits) -> float:
    """How far two questions are from being parallel; 0 is alike in all that is known.

    A different skill weighs most (4; 1 where one of two is shared), then the kind (2); a step of
    level, an offer of only one of the two counted misreadings, a statement supported against one
    that is not, and 0.2 of difficulty weigh 1 each.
    """
    apart = 0.0
    if one.skills != other.skills:
        apart += 1 if one.skills & other.skills else 4
    if one.kind != other.kind:
        apart += 2
    apart += abs(one.step - other.step)
    apart += len(one.offers ^ other.offers)
    if None not in (one.supported, other.supported) and one.supported != other.supported:
        apart += 1
    if one.difficulty is not None and other.difficulty is not None:
        apart += abs(one.difficulty - other.difficulty) / 0.2
    return apart


def differences(one: Traits, other: Traits) -> tuple[str, ...]:
    """In what two questions differ, in words; nothing where they are parallel."""
    found = []
    if one.skills != other.skills:
        found.append("one skill" if one.skills & other.skills else "skill")
    if one.kind != other.kind:
        found.append("kind")
    if one.level != other.level:
        found.append("level")
    if one.offers != other.offers:
        found.append("misreadings on offer")
    if None not in (one.supported, other.supported) and one.supported != other.supported:
        found.append("supported or not")
    if (
        one.difficulty is not None
        and other.difficulty is not None
        and abs(one.difficulty - other.difficulty) > 0.2
    ):
        found.append("share right so far")
    return tuple(found)
