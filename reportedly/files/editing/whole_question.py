"""One question as its author wrote it, in plain values: taken out of a bank and put back."""

from __future__ import annotations

import copy
from functools import lru_cache
from typing import Any

from reportedly.files.banks.bank_ids import make_ids
from reportedly.files.editing.part import Part
from reportedly.files.editing.plain import Value, same, tidy
from reportedly.files.editing.sheet import MARK, CannotEdit, Sheet
from reportedly.files.editing.values import set_in

Mapping = dict[str, Any]
"""A question in plain values: texts, lists and dicts of them, under its author's words."""


def question_ids(text: str) -> list[str]:
    """The id of each question of a bank: its own, or the one it goes by.

    Raises: CannotEdit: if the text has a fault in its shape.
    """
    return make_ids(_questions(text))


def question_mapping(text: str, index: int) -> Mapping:
    """What the author wrote of a question.

    Raises: CannotEdit: if there is no such question, or it is not made of fields.
    """
    listed = _questions(text)
    if not 0 <= index < len(listed):
        raise CannotEdit("This question is not in the file any more.")
    if not isinstance(listed[index], dict):
        raise CannotEdit("This question has no fields; write `kind: ...` and `ask: ...` as text.")
    return copy.deepcopy(listed[index])


def replace_question(text: str, index: int, question: Mapping) -> str:
    """The text with a question that says something else; only what differs in it is touched.

    A question without an id of its own is given the one it has gone by before its `ask`, from
    which that was made, changes.

    Args:
        text: A whole bank.
        index: Of the question, from 0.
        question: All it is to say, as `question_mapping` gives it.

    Raises: CannotEdit: if it cannot be done without touching other words.
    """
    old = question_mapping(text, index)
    if same(old, tidy(question)):
        return text
    question = dict(question)
    if "id" not in old and "id" not in question and not same(old.get("ask"), question.get("ask")):
        question["id"] = question_ids(text)[index]
    place = ("questions", index)
    part = Part(text, (*place, "ask"))
    set_in(part, part.within(place), tidy(question))
    return part.text()


def bank_story(text: str) -> str:
    """The story that a bank names; "" if it names none.

    Raises: CannotEdit: if the text has a fault in its shape.
    """
    data = _data(text)
    story = data.get("story") if isinstance(data, dict) else None
    return story.strip() if isinstance(story, str) else ""


def _questions(text: str) -> list[Value]:
    data = _data(text)
    listed = data.get("questions") if isinstance(data, dict) else None
    return listed if isinstance(listed, list) else []


@lru_cache(maxsize=8)
def _data(text: str) -> Value:
    """The plain values of a text, to look at only; a page asks several things of the same text."""
    return Sheet.of(text.removeprefix(MARK)).data
