"""Which generated drafts wait for a person, and what keeps one from being accepted."""

from __future__ import annotations

from collections.abc import Sequence

from reportedly.quiz.bank import Bank
from reportedly.quiz.kinds import AnyQuestion
from reportedly.quiz.publishing.signature import folded
from reportedly.quiz.question import TO_WRITE, Question


def drafts_of(bank: Bank) -> list[AnyQuestion]:
    """The bank's questions that were drawn from a ledger and are drafts still."""
    return [
        question
        for question in bank.questions
        if question.from_ is not None and bank.standing(question).status == "draft"
    ]


def has_signed(bank: Bank, question: Question, by: str) -> bool:
    """Whether somebody has signed a question as it now is, reasons included."""
    stands = bank.standing(question)
    return any(folded(s.by) == folded(by) for s in stands.signed if s not in stands.reworded)


def to_write(question: Question) -> str:
    """What a person has yet to do before a question can be ready; "" for nothing."""
    if question.needs is not None:
        return question.needs
    texts = (question.ask, question.explain or "", *question.texts())
    if any(TO_WRITE in text for text in texts):
        return f"put your words in the place of “{TO_WRITE} …]”"
    return ""


def queue(bank: Bank, by: str) -> Sequence[AnyQuestion]:
    """The drafts that wait for one person, in the order of the bank.

    Those that can be accepted as they are come before those that somebody has to write first.
    What this person has signed waits for somebody else, and is left out.
    """
    waiting = [question for question in drafts_of(bank) if not has_signed(bank, question, by)]
    return sorted(waiting, key=lambda question: to_write(question) != "")
