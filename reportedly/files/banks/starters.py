"""The first words of a new question: a draft of each kind that opens, to be written over."""

from __future__ import annotations

import re
from typing import Any

from reportedly.files.editing.writing import block_lines
from reportedly.quiz.kinds import KINDS
from reportedly.story.story import Story
from reportedly.story.words import find_words

_ASK = "Write the question here"
_WRONG = {"wrong": "A wrong answer", "why": "Say why it is wrong"}
_OPTIONS: list[dict[str, Any]] = [{"right": "The right answer", "why": "Say why"}, _WRONG]

STARTS: dict[str, dict[str, Any]] = {
    "single": {"options": _OPTIONS},
    "multiple": {"options": [*_OPTIONS, {"right": "Another right answer", "why": "Say why"}]},
    "truefalse": {"answer": "not stated", "why": {"not stated": "Say why"}},
    "match": {
        "pairs": [
            {"item": "First item", "match": "What belongs to the first"},
            {"item": "Second item", "match": "What belongs to the second"},
        ]
    },
    "order": {"order": [{"item": "What comes first"}, {"item": "What comes second"}]},
    "number": {"answer": "1", "why": "Say where the number stands"},
    "classify": {
        "labels": ["firm", "limited"],
        "items": [{"firm": "First"}, {"limited": "Second"}],
    },
    "highlight": {},
    "cloze": {
        "text": "Somebody said [what].",
        "gaps": [{"gap": "what", "options": _OPTIONS}],
    },
    "short": {"accept": ["The right answer"], "why": "Say why"},
    "open": {
        "rubric": [
            {"points": "2", "says": "What a full answer does"},
            {"points": "0", "says": "What an empty answer does"},
        ],
        "model": "Write a model answer here",
    },
}
"""What stands in a new question of each kind, beside what all have."""


def starter(kind: str, question_id: str, story: Story) -> str:
    """The fields of a new draft as YAML, without the dash that stands before them in a bank."""
    own = _highlight(story) if kind == "highlight" else STARTS[kind]
    fields = {"id": question_id, "kind": kind, "ask": _ASK, **own, "status": "draft"}
    return question_yaml(fields)


def question_yaml(question: dict[str, Any]) -> str:
    """The fields of a question as YAML, without the dash that stands before them in a bank."""
    return "\n".join(block_lines(question, 0, 2)) + "\n"


def free_id(kind: str, taken: list[str]) -> str:
    """An id for a new question of a kind that no question of the bank has."""
    assert kind in KINDS
    number, made = 1, f"new-{kind}"
    while made in taken:
        number += 1
        made = f"new-{kind}-{number}"
    return made


def _highlight(story: Story) -> dict[str, Any]:
    """A paragraph of the story and two words that stand in it once."""
    for article in story.articles:
        for paragraph in article.paragraphs:
            words = [
                word
                for word in dict.fromkeys(re.findall(r"[A-Za-z]{4,}", paragraph.text))
                if _stands_once(word, paragraph.text)
            ]
            if len(words) > 1:
                at = f"{article.letter}{paragraph.number}"
                return {"passage": at, "right": [words[0]], "wrong": [words[-1]]}
    return {"passage": "A1", "right": ["Words to tap"]}


def _stands_once(word: str, text: str) -> bool:
    found = find_words(word, text)
    return found is not None and find_words(word, text[found[1] :]) is None
