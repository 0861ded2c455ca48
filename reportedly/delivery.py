"""Delivering an attempt: what a card sent becomes what it shows next.

Pages and routes both deliver. A route answers a card at once and without a run of the page; a
page does the same for a browser that keeps no cookie, which no route can know again.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from reportedly.files.markdown import to_html
from reportedly.quiz import card, taking
from reportedly.quiz.attempt import Answer, Attempt
from reportedly.quiz.drawing import layout_of
from reportedly.quiz.edition import Edition
from reportedly.quiz.explaining import explain
from reportedly.quiz.marking import Certainty
from reportedly.quiz.response import ResponseRefused, ResponseUnclear
from reportedly.quiz.taking import Do
from reportedly.quiz.taxonomy import Slip, SlipText
from reportedly.store.attempts import Attempts
from reportedly.store.errors import AttemptFinished

UNREADABLE = "That answer could not be read. Please choose again."


@dataclass(frozen=True)
class Turn:
    """What came of a message.

    Attributes:
        attempt: As stored.
        message: A sentence for the card, where the learner has to do something again.
        is_closing: The learner asks to finish with questions left open.
    """

    attempt: Attempt
    message: str | None = None
    is_closing: bool = False


def take_turn(
    store: Attempts, attempt_id: str, learner: str, message: object, now: datetime
) -> Turn:
    """Carries out what a card sent: stores an answer, moves on, finishes.

    A message from a tab that another one has left behind stores its answer, and moves nobody.

    Raises: StoreError: with a sentence; then nothing of it is stored.
    """
    attempt = store.load(attempt_id, learner)
    sent: Mapping[str, Any] = message if isinstance(message, dict) else {}
    question = str(sent.get("id")).removeprefix(f"{attempt.id}:")
    if attempt.is_finished or question not in attempt.questions:
        return Turn(attempt)
    try:
        do = Do(str(sent.get("action")))
        answers = sent.get("response") is not None and do in (Do.ANSWER, Do.NEXT, Do.FINISH)
        # The card sends what is chosen on it along, also when the explanation is there already.
        if answers and not taking.is_explained(attempt, question):
            attempt = _store_answer(store, attempt, question, sent, now)
            if not attempt.answers[question].is_complete:
                return Turn(attempt)
        if question != attempt.current:
            return Turn(attempt)
        return _move(store, attempt, do, sent, now)
    except ResponseUnclear as unclear:
        return Turn(attempt, message=str(unclear))
    except AttemptFinished:
        return Turn(store.load(attempt_id, learner))  # Another tab has just finished it.
    except (ResponseRefused, ValueError):
        return Turn(attempt, message=UNREADABLE)


def _store_answer(
    store: Attempts, attempt: Attempt, question_id: str, sent: Mapping[str, Any], now: datetime
) -> Attempt:
    question = store.edition(attempt.edition).question(question_id)
    layout = layout_of(question, seed=attempt.seed)
    certainty = sent.get("certainty")
    answer = Answer(
        question.id,
        question.read(sent["response"], layout),
        Certainty(certainty) if certainty and attempt.asks_certainty else None,
        now,
    )
    return store.answer(attempt.id, attempt.learner, answer)


def _move(
    store: Attempts, attempt: Attempt, do: Do, sent: Mapping[str, Any], now: datetime
) -> Turn:
    position: int | None = None
    match do:
        case Do.NEXT if attempt.mode == "test":
            position = min(attempt.position + 1, len(attempt.questions) - 1)
        case Do.NEXT | Do.SKIP:
            position = attempt.next_unanswered()
            if position is None:
                return Turn(attempt, is_closing=True)
        case Do.GO_TO:
            number = sent.get("number")
            if isinstance(number, int) and 1 <= number <= len(attempt.questions):
                position = number - 1
        case Do.FINISH if not attempt.unanswered:
            return Turn(store.finish(attempt.id, attempt.learner, now))
        case Do.FINISH | Do.STOP:
            return Turn(attempt, is_closing=True)
    if position is None:
        return Turn(attempt)
    moved = store.move_to(attempt.id, attempt.learner, position, leaving=attempt.position)
    return Turn(moved)


def shown(
    attempt: Attempt, edition: Edition, question_id: str, slips: Mapping[Slip, SlipText]
) -> dict[str, Any]:
    """A question of an attempt as the card draws it; the key only where it may be seen."""
    question = edition.question(question_id)
    answer = attempt.answers.get(question_id)
    explanation = None
    if answer is not None and taking.is_explained(attempt, question_id):
        explanation = card.explanation_card(explain(edition, answer), slips, to_html)
    layout = layout_of(question, seed=attempt.seed)
    return card.question_card(
        edition, question, layout, answer.response if answer else None, to_html
    ) | {
        "id": f"{attempt.id}:{question_id}",
        "progress": None,
        "certainty": card.certainty_choices() if attempt.asks_certainty else None,
        "certainty_chosen": answer.certainty if answer else None,
        "locked": explanation is not None,
        "message": None,
        "explanation": explanation,
        "actions": [],
        "steps": [],
    }


def current_card(turn: Turn, edition: Edition, slips: Mapping[Slip, SlipText]) -> dict[str, Any]:
    """The question that the learner is at, with all that can be done there."""
    attempt = turn.attempt
    return shown(attempt, edition, attempt.current, slips) | {
        "progress": {"number": attempt.position + 1, "of": len(attempt.questions)},
        "message": turn.message,
        "actions": [
            {
                "id": action.do,
                "label": taking.LABELS[action.do],
                "primary": action.primary,
                "needs_response": action.needs_response,
            }
            for action in taking.actions(attempt)
        ],
        "steps": [
            {"number": step.number, "answered": step.answered, "current": step.current}
            for step in taking.steps(attempt)
        ],
        "stop": taking.LABELS[Do.STOP],
    }
