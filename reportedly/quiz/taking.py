"""What a learner can do next at each moment of an attempt."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from reportedly.quiz.attempt import Attempt


class Do(StrEnum):
    """What a button asks for."""

    ANSWER = "answer"
    NEXT = "next"
    SKIP = "skip"
    FINISH = "finish"
    STOP = "stop"
    GO_TO = "go-to"


LABELS = {
    Do.ANSWER: "Check answer",
    Do.NEXT: "Next question",
    Do.SKIP: "Skip",
    Do.FINISH: "Finish",
    Do.STOP: "Stop here",
}


@dataclass(frozen=True)
class Action:
    """A button under a question; `needs_response` asks for an answer before it does anything."""

    do: Do
    primary: bool = False
    needs_response: bool = False


@dataclass(frozen=True)
class Step:
    """A question in the row of all questions; the number counts from 1."""

    number: int
    answered: bool
    current: bool


def is_explained(attempt: Attempt, question: str) -> bool:
    """Whether the learner may see why: at once in practice, in a test once it is finished.

    While explanations are withheld, never.
    """
    answer = attempt.answers.get(question)
    if answer is None or not answer.is_complete or attempt.is_withheld:
        return False
    return attempt.mode == "practice" or attempt.is_finished


def actions(attempt: Attempt) -> tuple[Action, ...]:
    """The buttons under the current question, the obvious one first."""
    answer = attempt.answers.get(attempt.current)
    is_answered = answer is not None and answer.is_complete
    if attempt.mode == "practice":
        if is_answered:
            more = attempt.next_unanswered() is not None
            return (Action(Do.NEXT if more else Do.FINISH, primary=True),)
        return (Action(Do.ANSWER, primary=True, needs_response=True), Action(Do.SKIP))
    if attempt.position == len(attempt.questions) - 1:
        return (Action(Do.FINISH, primary=True),)
    onward = Action(Do.NEXT, primary=True, needs_response=not is_answered)
    return (onward,) if is_answered else (onward, Action(Do.SKIP))


def steps(attempt: Attempt) -> tuple[Step, ...]:
    """All questions in order, for going back to any of them."""
    unanswered = set(attempt.unanswered)
    return tuple(
        Step(n + 1, question not in unanswered, n == attempt.position)
        for n, question in enumerate(attempt.questions)
    )
