"""A question as learners will see it, to try out; nothing of it is stored."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

from reportedly import resources
from reportedly.files.markdown import to_html
from reportedly.quiz import card
from reportedly.quiz.attempt import Answer
from reportedly.quiz.drawing import layout_of
from reportedly.quiz.edition import Edition
from reportedly.quiz.explaining import explain
from reportedly.quiz.kinds import AnyQuestion
from reportedly.quiz.response import ResponseRefused, ResponseUnclear
from reportedly.ui.parts import question_card

_CHECK = {"id": "answer", "label": "Check answer", "primary": True, "needs_response": True}
_AGAIN = {"id": "again", "label": "Try again", "primary": False, "needs_response": False}


def now() -> datetime:
    """The time; previews are not stored, versions are."""
    return datetime.now(UTC)


def show(
    edition: Edition,
    question: AnyQuestion,
    payload: object,
    key: str,
    on_answer: Callable[[dict[str, Any]], None] | None,
) -> None:
    """Draws the card with its explanation once something was answered in it.

    Args:
        edition: The bank and its story.
        question: One of its questions.
        payload: What was answered; None for nothing.
        key: A name of its own on the page.
        on_answer: Gets what is answered; without it the card is only to be looked at.
    """
    layout = layout_of(question, seed=0)
    explanation, message, response = None, None, None
    if payload is not None:
        try:
            response = question.read(payload, layout)
        except ResponseUnclear as unclear:
            message = str(unclear)
        except ResponseRefused:
            response = None
    if response is not None:
        answer = Answer(question.id, response, None, now())
        if answer.is_complete:
            explained = explain(edition, answer)
            explanation = card.explanation_card(explained, resources.slips(), to_html)
    data = card.question_card(edition, question, layout, response, to_html) | {
        "id": key,
        "progress": None,
        "certainty": None,
        "certainty_chosen": None,
        "locked": explanation is not None,
        "message": message,
        "explanation": explanation,
        "actions": [_AGAIN if explanation else _CHECK] if on_answer else [],
        "steps": [],
    }

    def sent(sent_message: dict[str, Any]) -> None:
        again = sent_message.get("action") == "again"
        if on_answer is not None:
            on_answer({"response": None if again else sent_message.get("response")})

    question_card.show(data, key=key, on_sent=sent)
