"""Answers of many learners to the questions of one bank, marked as each was asked."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from reportedly.quiz.bank import Bank
from reportedly.quiz.edition import Edition
from reportedly.quiz.kinds import AnyQuestion
from reportedly.quiz.kinds.choice import OptionsQuestion
from reportedly.quiz.kinds.open import Open
from reportedly.quiz.kinds.truefalse import TrueFalse
from reportedly.quiz.marking import Certainty
from reportedly.quiz.response import Response

_SAID_AFTERWARDS = frozenset(
    {
        "status",
        "reviewed",
        "explain",
        "evidence",
        "skills",
        "level",
        "points",
        "author",
        "beyond",
        "why",
    }
    | {"slip", "slips"}
)
"""Fields that change neither what a learner is asked nor what an answer is worth."""


@dataclass(frozen=True)
class Given:
    """An answer as it is kept.

    Attributes:
        edition: The key of the edition that the attempt keeps.
    """

    attempt: str
    edition: str
    question: str
    response: Response
    certainty: Certainty | None


@dataclass(frozen=True)
class Judged:
    """An answer with what it is worth.

    Attributes:
        share: 0..1.
        chosen: The texts of the options that were chosen, for kinds that have options.
        sure: Whether the learner said to be as good as certain.
    """

    attempt: str
    question: str
    share: float
    chosen: tuple[str, ...] = ()
    sure: bool = False


def judge(given: Iterable[Given], bank: Bank, editions: Mapping[str, Edition]) -> list[Judged]:
    """The answers to questions that the bank still asks in the same words with the same key.

    What learners wrote is left out, for they marked it themselves.

    Args:
        given: The answers, each marked by the edition that its attempt keeps.
        bank: The bank as it is now.
        editions: By key; answers of one that is missing are left out.
    """
    now = {q.id: _as_asked(q) for q in bank.questions if not isinstance(q, Open)}
    asked: dict[tuple[str, str], AnyQuestion | None] = {}
    marked: dict[tuple[str, str, Response], tuple[float, tuple[str, ...]]] = {}
    judged = []
    for answer in given:
        place = (answer.edition, answer.question)
        if place not in asked:
            asked[place] = _still_asked(answer, now, editions)
        question = asked[place]
        if question is None:
            continue
        # Learners give the same few answers over and over: each is marked once.
        key = (*place, answer.response)
        if key not in marked:
            marked[key] = _mark(question, answer.response)
        share, chosen = marked[key]
        sure = answer.certainty is Certainty.NINETY_FIVE
        judged.append(Judged(answer.attempt, answer.question, share, chosen, sure))
    return judged


def options_of(question: AnyQuestion) -> tuple[tuple[str, bool], ...]:
    """The options of a question, each with whether it is right; none for other kinds."""
    if not isinstance(question, OptionsQuestion | TrueFalse):
        return ()
    return tuple((p.text, p.verdict == "missed") for p in question.judged(frozenset()))


def _still_asked(
    answer: Given, now: Mapping[str, object], editions: Mapping[str, Edition]
) -> AnyQuestion | None:
    edition = editions.get(answer.edition)
    if edition is None or answer.question not in now:
        return None
    try:
        then = edition.question(answer.question)
    except KeyError:
        return None
    return then if _as_asked(then) == now[answer.question] else None


def _as_asked(question: AnyQuestion) -> object:
    return _without_reasons(question.model_dump())


def _without_reasons(value: Any) -> Any:
    if isinstance(value, dict):
        return {k: _without_reasons(v) for k, v in value.items() if k not in _SAID_AFTERWARDS}
    if isinstance(value, list | tuple):
        return [_without_reasons(one) for one in value]
    return value


def _mark(question: AnyQuestion, response: Response) -> tuple[float, tuple[str, ...]]:
    mark = question.mark(response)
    chosen: tuple[str, ...] = ()
    if isinstance(question, OptionsQuestion | TrueFalse):
        chosen = tuple(p.text for p in mark.parts if p.verdict in ("right", "wrong"))
    return float(mark.share), chosen
