"""Which answers tell of a bank's questions as they are now."""

from __future__ import annotations

from collections.abc import Mapping

from reportedly.quiz.bank import Bank
from reportedly.quiz.comparing import as_asked
from reportedly.quiz.edition import Edition
from reportedly.quiz.kinds.choice import OptionsQuestion
from reportedly.quiz.kinds.truefalse import TrueFalse
from reportedly.quiz.question import Question
from reportedly.reports.frame import Marked


def still_asked(answers: Marked, bank: Bank, editions: Mapping[str, Edition]) -> Marked:
    """The answers to questions that the bank still asks in the same words with the same key.

    An answer given before a key was fixed, and marked again since, is one of them.

    Args:
        answers: To questions of the bank, of any edition.
        bank: The bank as it is now.
        editions: Those by which the answers are marked.
    """
    now = {question.id: as_asked(question) for question in bank.questions}
    known: dict[tuple[str, str, str], bool] = {}

    def is_asked(edition: str, marked_by: str, id: str) -> bool:
        place = (edition, marked_by, id)
        if place not in known:
            asked = editions[edition].question(id)
            counts = editions[marked_by].question(id)
            known[place] = now.get(id) == as_asked(counts) and _words(asked) == _words(counts)
        return known[place]

    lines = answers.meanings
    asked = [
        is_asked(*place)
        for place in zip(lines["edition"], lines["marked_by"], lines["question"], strict=True)
    ]
    if all(asked):
        return answers
    return answers.only(answers.rows["meaning"].isin(lines.index[asked]))


def options_of(question: Question) -> tuple[tuple[str, bool], ...]:
    """The options of a question, each with whether it is right; none for other kinds."""
    if not isinstance(question, OptionsQuestion | TrueFalse):
        return ()
    return tuple((p.text, p.verdict == "missed") for p in question.judged(frozenset()))


def _words(question: Question) -> object:
    """What a learner reads, in whatever order."""
    offered = question.offered()
    return question.ask, sorted(offered.parts), sorted(map(sorted, offered.choices))
