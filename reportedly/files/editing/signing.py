"""Signing a question, in its file: the record travels with the text."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from reportedly.files.editing.sheet import CannotEdit
from reportedly.files.editing.values import add_field, remove_field, set_value
from reportedly.quiz.bank import Bank
from reportedly.quiz.faults import Place
from reportedly.quiz.publishing.signature import Signature, folded, wording
from reportedly.quiz.question import Question


class ReadItAgain(CannotEdit):
    """The question was changed meanwhile, so it is not signed. Read it again, then sign."""


def sign(text: str, bank: Bank, question_id: str, seen: str, by: str, today: date) -> str:
    """The text with one more signature under a question; with enough of them a draft is ready.

    Signatures that have lapsed go.

    Args:
        text: A whole bank.
        bank: What it says.
        question_id: Which question.
        seen: The stamp of the wording that the reviewer has read (`signature.wording`).
        by: The reviewer.
        today: The date.

    Raises:
        ReadItAgain: if the question says something else by now.
        CannotEdit: if it cannot be done without touching other words.
    """
    index, question = _find(bank, question_id)
    if wording(question) != seen:
        raise ReadItAgain
    lapsed = bank.standing(question).lapsed
    kept = [s for s in question.reviewed if s not in lapsed and folded(s.by) != folded(by)]
    return _signed(text, bank, index, [*kept, Signature(by=by, date=today, wording=seen)])


def withdraw(text: str, bank: Bank, question_id: str, by: str) -> str:
    """The text without somebody's signature; with too few left, the question is a draft again.

    Raises: CannotEdit: if it cannot be done without touching other words.
    """
    index, question = _find(bank, question_id)
    return _signed(text, bank, index, [s for s in question.reviewed if folded(s.by) != folded(by)])


def set_back(text: str, bank: Bank, question_id: str) -> str:
    """The text with a question as a draft that nobody has signed.

    Raises: CannotEdit: if it cannot be done without touching other words.
    """
    index, question = _find(bank, question_id)
    text = _with_signatures(text, index, question, ())
    return _with_status(text, index, question, "draft")


def _find(bank: Bank, question_id: str) -> tuple[int, Question]:
    for index, question in enumerate(bank.questions):
        if question.id == question_id:
            return index, question
    raise CannotEdit(f"There is no question “{question_id}” in the file any more.")


def _signed(text: str, bank: Bank, index: int, signatures: Sequence[Signature]) -> str:
    question = bank.questions[index]
    text = _with_signatures(text, index, question, signatures)
    status = bank.standing(question).status
    if status is None:
        return text  # Shown without signatures too; they are a record and nothing more.
    changed = {"status": "ready", "reviewed": tuple(signatures)}
    enough = bank.standing(question.model_copy(update=changed)).has_enough
    return _with_status(text, index, question, "ready" if enough else "draft")


def _with_signatures(
    text: str, index: int, question: Question, signatures: Sequence[Signature]
) -> str:
    place: Place = ("questions", index)
    if not signatures:
        return remove_field(text, (*place, "reviewed")) if question.reviewed else text
    written = [_written(signature) for signature in signatures]
    if question.reviewed:
        return set_value(text, (*place, "reviewed"), written)
    return add_field(text, place, "reviewed", written)


def _written(signature: Signature) -> dict[str, str]:
    return {name: str(value) for name, value in signature if value is not None}


def _with_status(text: str, index: int, question: Question, status: str) -> str:
    place: Place = ("questions", index)
    if question.status is None:
        return add_field(text, place, "status", status)
    return set_value(text, (*place, "status"), status)
