"""An attempt whose marks were corrected: what was, what is, and why."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from reportedly.quiz.attempt import Answer, Attempt
from reportedly.quiz.correcting.carrying import carry
from reportedly.quiz.edition import Edition
from reportedly.quiz.explaining import Explanation, explain


@dataclass(frozen=True)
class Correction:
    """Answers to one question were marked again by another version of it.

    Attributes:
        edition: The key of the edition that holds the new version and the articles of then.
    """

    id: str
    question: str
    edition: str
    reason: str
    made_by: str
    made_at: datetime


@dataclass(frozen=True)
class Corrected:
    """One answer of an attempt under both versions.

    Attributes:
        edition: That of the correction.
        answer: The answer in the new version's terms.
    """

    correction: Correction
    edition: Edition
    answer: Answer
    before: Explanation
    after: Explanation


def corrected(
    attempt: Attempt,
    edition: Edition,
    corrections: Sequence[Correction],
    editions: Mapping[str, Edition],
) -> dict[str, Corrected]:
    """The corrected answers of an attempt by question; of several corrections the latest counts.

    Args:
        attempt: As stored.
        edition: The one it keeps.
        corrections: Those that hold for this attempt, the latest last.
        editions: Theirs, by key.
    """
    found: dict[str, Corrected] = {}
    open_ids = set(attempt.unanswered)
    for correction in corrections:
        answer = attempt.answers.get(correction.question)
        if answer is None or answer.question in open_ids:
            continue
        theirs = editions[correction.edition]
        asked, now = edition.question(answer.question), theirs.question(answer.question)
        response = carry(answer.response, asked, now)
        if response is not None:
            carried = replace(answer, response=response)
            found[answer.question] = Corrected(
                correction, theirs, carried, explain(edition, answer), explain(theirs, carried)
            )
    return found
