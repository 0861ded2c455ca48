"""One run through a quiz by one learner: a value that each step replaces by a new one."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from reportedly.quiz.marking import Certainty
from reportedly.quiz.response import Response, SelfMarked

Mode = Literal["practice", "test"]
"""practice explains after each question; test explains at the end and lets answers be changed."""


@dataclass(frozen=True)
class Answer:
    """What a learner answered to one question."""

    question: str
    response: Response
    certainty: Certainty | None
    answered_at: datetime

    @property
    def is_complete(self) -> bool:
        """Whether it can be marked: a written answer first waits for the learner's own level."""
        return not isinstance(self.response, SelfMarked) or self.response.level is not None


@dataclass(frozen=True)
class Attempt:
    """An attempt as stored.

    Attributes:
        bank: The bank's file name without its ending, to find a newer edition by.
        edition: The key of the edition it keeps.
        questions: Ids in the order drawn.
        position: Which of them the learner is at, from 0.
        answers: By question id.
        is_withheld: Whether its explanations wait until the learner has done the last part of a
            study that asks the same questions.
    """

    id: str
    learner: str
    bank: str
    edition: str
    mode: Mode
    asks_certainty: bool
    seed: int
    questions: tuple[str, ...]
    position: int
    started_at: datetime
    finished_at: datetime | None
    answers: dict[str, Answer]
    is_withheld: bool = False

    @property
    def is_finished(self) -> bool:
        """Whether the result is final."""
        return self.finished_at is not None

    @property
    def current(self) -> str:
        """The id of the question the learner is at."""
        return self.questions[self.position]

    @property
    def unanswered(self) -> tuple[str, ...]:
        """Ids of the questions without a complete answer, in order."""
        return tuple(
            q for q in self.questions if q not in self.answers or not self.answers[q].is_complete
        )

    def next_unanswered(self) -> int | None:
        """The position of the next question without an answer, going round to skipped ones.

        None when there is no other than the present one.
        """
        count = len(self.questions)
        open_ids = set(self.unanswered)
        for step in range(1, count):
            position = (self.position + step) % count
            if self.questions[position] in open_ids:
                return position
        return None
