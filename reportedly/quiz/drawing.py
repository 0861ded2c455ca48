"""Which questions a learner gets, in which order, and how each is laid out. Chance is a seed."""

from __future__ import annotations

from collections import defaultdict
from itertools import zip_longest
from random import Random

from reportedly.quiz.bank import Bank
from reportedly.quiz.kinds import AnyQuestion
from reportedly.quiz.question import Layout, Question
from reportedly.quiz.taxonomy import Level

_STEPS = {Level.EASY: 0, Level.MEDIUM: 1, Level.HARD: 2}


def draw(bank: Bank, *, seed: int, size: int | None = None) -> tuple[str, ...]:
    """The ids of the questions for one attempt, easier ones first.

    Args:
        bank: Only its ready questions are drawn.
        seed: The same seed draws the same questions in the same order.
        size: How many; all when None or more than there are. A smaller draw takes the skills in
            turn, so that a short quiz is not five questions on one skill.
    """
    chance = Random(f"draw/{seed}")
    by_skill: dict[str, list[AnyQuestion]] = defaultdict(list)
    for question in bank.ready:
        by_skill[question.skills[0] if question.skills else ""].append(question)
    piles = list(by_skill.values())
    for pile in piles:
        chance.shuffle(pile)
    chance.shuffle(piles)
    in_turn = [
        question for turn in zip_longest(*piles) for question in turn if question is not None
    ]
    drawn = in_turn[: len(in_turn) if size is None else size]
    chance.shuffle(drawn)
    return tuple(question.id for question in sorted(drawn, key=lambda q: _STEPS[q.level]))


def layout_of(question: Question, *, seed: int) -> Layout:
    """How this attempt shows the question: neighbours differ, a reload does not."""
    return question.layout(Random(f"layout/{seed}/{question.id}"))
