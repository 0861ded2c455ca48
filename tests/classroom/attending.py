"""A made-up class that answers any bank: each learner as their ability lets them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from random import Random

from sqlalchemy import Engine, insert

from reportedly.classroom.tallies import Vote
from reportedly.quiz.edition import Edition
from reportedly.quiz.kinds import AnyQuestion
from reportedly.quiz.kinds.choice import ChoosingQuestion
from reportedly.quiz.kinds.multiple import Multiple
from reportedly.quiz.kinds.placing import PlacingQuestion
from reportedly.quiz.marking import Certainty
from reportedly.quiz.response import Chosen, Placed, Response
from reportedly.store.database import transaction
from reportedly.store.lessons import Kept
from reportedly.store.rows import as_text
from reportedly.store.tables import lesson_answer, lesson_seat
from tests.builders import NOON

_SURE = {True: [Certainty.EIGHTY, Certainty.NINETY_FIVE], False: [Certainty.GUESS, Certainty.SIXTY]}


def votes_of_a_class(
    edition: Edition,
    questions: Sequence[str],
    *,
    learners: int,
    seed: int = 1,
    rounds: int = 1,
    seats: str = "seat",
) -> list[Vote]:
    """All answer all of these questions that are chosen or placed, surer where they are able.

    In a second round they know a little more. Seats are called `seats`-0 and so on.
    """
    chance = Random(seed)
    ability = [chance.betavariate(4, 3) for _ in range(learners)]
    return [
        Vote(
            f"{seats}-{n}",
            id,
            round,
            response,
            chance.choice(_SURE[chance.random() < able]),
        )
        for id in questions
        for round in range(1, rounds + 1)
        for n, able in enumerate(ability)
        if (response := respond(edition.question(id), able + 0.15 * (round - 1), chance))
    ]


def respond(question: AnyQuestion, able: float, chance: Random) -> Response | None:
    """An answer whose parts are each right with this chance; none to what is typed or ordered."""
    if isinstance(question, Multiple):
        parts = question.judged(frozenset())
        picks = {n for n, p in enumerate(parts) if (p.verdict == "missed") is _hits(able, chance)}
        return Chosen(frozenset(picks or {0}))
    if isinstance(question, ChoosingQuestion):
        right = [p.verdict == "missed" for p in question.judged(frozenset())]
        wanted = _hits(able, chance)
        return Chosen(
            frozenset({chance.choice([n for n, is_ in enumerate(right) if is_ is wanted])})
        )
    if isinstance(question, PlacingQuestion):
        return Placed.of(
            {
                item: chance.choice(_choices(question, item, _hits(able, chance)))
                for item in range(len(question.offered().parts))
            }
        )
    return None


def _hits(able: float, chance: Random) -> bool:
    return chance.random() < able


def _choices(question: PlacingQuestion, item: int, wanted: bool) -> list[int]:
    count = len(question.offered().choices[item])
    found = [
        choice
        for choice in range(count)
        if (question.judge({item: choice})[item].verdict == "right") is wanted
    ]
    return found or list(range(count))


def keep(engine: Engine, kept: Kept, votes: Iterable[Vote]) -> None:
    """Puts seats and votes into the database, all at once."""
    votes = list(votes)
    seats = [
        {
            "id": seat,
            "lesson": kept.id,
            "token": f"token of {seat}",
            "client": f"client of {seat}",
            "name": f"Name of {seat}",
            "folded_name": f"name of {seat}",
            "time": "1",
            "round": 1,
            "joined_at": NOON,
        }
        for seat in dict.fromkeys(vote.seat for vote in votes)
    ]
    answers = [
        {
            "lesson": kept.id,
            "seat": vote.seat,
            "question": vote.question,
            "round": vote.round,
            "response": as_text(vote.response),
            "certainty": vote.certainty,
            "sent": 1,
            "answered_at": NOON,
        }
        for vote in votes
    ]
    with transaction(engine) as connection:
        if votes:
            connection.execute(insert(lesson_seat), seats)
            connection.execute(insert(lesson_answer), answers)
