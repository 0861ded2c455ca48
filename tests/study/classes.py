"""Classes made up from a seed, which answer two forms as they are told to."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from random import Random
from typing import Any

import pandas as pd

from reportedly.quiz.edition import Edition
from reportedly.reports.frame import Marked, marked, rows_of
from reportedly.study.orders import order_of
from reportedly.study.outcome import Outcome, Taker, outcome
from reportedly.study.plan import Forms, Part, Plan
from tests.builders import a_question, a_statement, an_edition

# Half are choices that offer both misreadings, a quarter supported and a quarter other statements.
IDS = tuple(f"q{n:02}" for n in range(24))
KEY, MUCH, LITTLE = 0, 1, 2


def _question(id: str, n: int) -> dict[str, Any]:
    if n % 2 == 0:
        options = [
            {"right": "The organiser"},
            {"wrong": "The organiser, who is certain", "slip": "over-claim"},
            {"wrong": "Nobody can know", "slip": "cynicism"},
        ]
        return a_question(id, options=options)
    return a_statement("true" if n % 4 == 1 else "not stated", id=id)


EDITION: Edition = an_edition(*(_question(id, n) for n, id in enumerate(IDS)))
FORMS = Forms(a=IDS[:12], b=IDS[12:])
PLAN = Plan("Spring", ("lantern-walk",), FORMS, FORMS, ("abroad",), True, 5)
"""For the transfer pair the same questions serve again."""


@dataclass(frozen=True)
class Manner:
    """How a class answers: the chances of what it does at each question.

    Attributes:
        right: Of the key, where a question is a choice.
        much: Of claiming too much, where it is not the key.
        accepts: Of calling a statement true, supported or not.
        skips: Of leaving a question out.
    """

    right: float = 0.5
    much: float = 0.5
    accepts: tuple[float, float] = (0.7, 0.3)
    skips: float = 0.0


def a_study(
    before: Manner,
    after: Manner,
    *,
    learners: int = 24,
    seed: int = 1,
    parts: Sequence[Part] = (Part.BEFORE, Part.AFTER),
) -> Outcome:
    """What a study shows of learners who all did these parts."""
    chance = Random(seed)
    takers, rows = [], []
    for place in range(learners):
        order = order_of(place, seed=PLAN.seed)
        ability = chance.uniform(-0.1, 0.1)
        done = {}
        for part in parts:
            done[part] = f"{part}-{place}"
            manner = after if part.is_after else before
            for id in PLAN.questions(part, order):
                if chance.random() >= manner.skips:
                    rows.append((f"learner-{place}", done[part], id, *_answer(
                        chance, manner, ability, int(id[1:]))))  # fmt: skip
        takers.append(Taker(order, done))
    return outcome(PLAN, takers, marks(rows), {EDITION.key: EDITION})


def _answer(chance: Random, manner: Manner, ability: float, n: int) -> tuple[str, str]:
    if n % 2 == 0:
        pick = KEY
        if chance.random() >= manner.right + ability:
            pick = MUCH if chance.random() < manner.much else LITTLE
    else:
        accepts = chance.random() < manner.accepts[0 if n % 4 == 1 else 1]
        pick = 0 if accepts else 2
    return json.dumps({"chosen": [pick]}), chance.choice(["60", "95"])


def marks(rows: list[tuple[str, str, str, str, str]]) -> Marked:
    """The rows marked."""
    learners, sittings, questions, responses, certainties = zip(*rows, strict=True)
    frame: pd.DataFrame = rows_of(
        {
            "learner": learners,
            "sitting": sittings,
            "edition": [EDITION.key] * len(rows),
            "question": questions,
            "response": responses,
            "certainty": certainties,
            "answered_at": ["2026-03-04 12:00:00"] * len(rows),
        }
    )
    return marked(frame, {EDITION.key: EDITION})
