"""What a class report needs to know of each different answer, besides what it is worth."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from reportedly.quiz.comparing import as_asked
from reportedly.quiz.correcting.carrying import carry
from reportedly.quiz.edition import Edition
from reportedly.quiz.kinds import AnyQuestion
from reportedly.quiz.kinds.placing import PlacingQuestion
from reportedly.quiz.response import Response, from_plain
from reportedly.reports.classes.revisit import Asked
from reportedly.reports.classes.support import Support, support_judgements
from reportedly.reports.frame import Marked


@dataclass(frozen=True)
class EachAnswer:
    """One line of the meanings of a marked frame.

    Attributes:
        asked: The question, under the name that it has in the last edition that asks it alike.
        support: The judgements in it on whether the articles support a statement.
        judgements: One, or as many as there are items that were placed.
        right: How many of these are right; NaN where the share tells it.
    """

    asked: Asked
    support: Support
    judgements: int
    right: float


def each_answer(marked: Marked, editions: Mapping[str, Edition]) -> list[EachAnswer]:
    """The lines in their order; `editions` by key, in the order in which they were asked."""
    names = _names(marked, editions)
    lines = marked.meanings
    found = []
    for edition, marked_by, id, text in zip(
        *(lines[c] for c in ("edition", "marked_by", "question", "response")), strict=True
    ):
        asked, counts = (editions[key].question(id) for key in (edition, marked_by))
        response = from_plain(json.loads(text))
        carried = response if edition == marked_by else carry(response, asked, counts)
        question, response = (asked, response) if carried is None else (counts, carried)
        judgements, right = _decided(question, response)
        support = support_judgements(question, response)
        found.append(EachAnswer(names[edition, id], support, judgements, right))
    return found


def _names(marked: Marked, editions: Mapping[str, Edition]) -> dict[tuple[str, str], Asked]:
    order = {key: place for place, key in enumerate(editions)}
    places = set(zip(marked.meanings["edition"], marked.meanings["question"], strict=True))
    stamps: dict[tuple[str, str], tuple[str, str, str]] = {}
    last: dict[tuple[str, str, str], Asked] = {}
    for edition, id in sorted(places, key=lambda place: order[place[0]]):
        bank = editions[edition].bank
        stamps[edition, id] = (bank.story, id, repr(as_asked(editions[edition].question(id))))
        last[stamps[edition, id]] = Asked(edition, id)
    return {place: last[stamp] for place, stamp in stamps.items()}


def _decided(question: AnyQuestion, response: Response) -> tuple[int, float]:
    if not isinstance(question, PlacingQuestion):
        return 1, np.nan
    verdicts = [part.verdict for part in question.mark(response).parts]
    right = verdicts.count("right")
    return right + verdicts.count("wrong"), right
