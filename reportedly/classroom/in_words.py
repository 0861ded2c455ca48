"""What a learner answered, in the words they saw."""

from __future__ import annotations

from reportedly.quiz.question import Question
from reportedly.quiz.response import Chosen, Placed, Response, Sequence
from reportedly.story.plain import plain


def in_words(question: Question, response: Response) -> str:
    """The answer on one line: what was chosen, placed or put in order, or what was written."""
    offered = question.offered()
    parts = [plain(part) for part in offered.parts]
    if isinstance(response, Chosen):
        return " | ".join(parts[n] for n in sorted(response.picks))
    if isinstance(response, Placed):
        return " | ".join(
            f"{parts[item]}: {plain(offered.choices[item][choice])}"
            for item, choice in response.places
        )
    if isinstance(response, Sequence):
        return " > ".join(parts[n] for n in response.items)
    return response.text
