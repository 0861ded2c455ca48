"""Learners made up from a seed, who answer as their ability lets them."""

from __future__ import annotations

from random import Random

from reportedly.quiz.edition import Edition
from reportedly.quiz.marking import Certainty
from reportedly.reports.frame import Marked
from tests.builders import a_question, an_edition, chose
from tests.reports.rows import a_row, marked_by

KEY, FIRST, SECOND = "The organiser", "Nobody", "The police"


def a_choice(id: str, **fields):
    """A question with one right and two wrong options."""
    options = [{"right": KEY}, {"wrong": FIRST}, {"wrong": SECOND}]
    return a_question(id, **{"options": options, **fields})


def a_quiz(*ids: str, **fields) -> Edition:
    """An edition of such questions."""
    return an_edition(*(a_choice(id, **fields) for id in ids))


def answers_of(
    edition: Edition, learners: int, seed: int, *, odd: dict[str, str] | None = None
) -> Marked:
    """What that many learners answer, each to all questions.

    `odd` says of a question how it misbehaves: "flipped" is got right by those who otherwise fail,
    "blind" by chance alone, "dead" never sees its last option chosen, "hard" is got by hardly
    anybody and "easy" by nearly all.
    """
    chance = Random(seed)
    answers = []
    for n, ability in enumerate(chance.random() for _ in range(learners)):
        for question in edition.bank.questions:
            pick = _pick(chance, ability, (odd or {}).get(question.id, ""))
            sure = [None, Certainty.SIXTY] + [Certainty.NINETY_FIVE] * (pick == 0)
            answers.append(
                a_row(
                    learner=f"learner-{n}",
                    question=question.id,
                    response=chose(pick),
                    certainty=chance.choice(sure),
                )
            )
    return marked_by(edition, *answers)


def _pick(chance: Random, ability: float, odd: str) -> int:
    is_right = {
        "flipped": 0.9 - 0.8 * ability,
        "blind": 0.5,
        "hard": 0.12 * ability,
        "easy": 0.98,
    }.get(odd, 0.1 + 0.8 * ability)
    if chance.random() < is_right:
        return 0
    return 1 if odd == "dead" else chance.choice([1, 2])
