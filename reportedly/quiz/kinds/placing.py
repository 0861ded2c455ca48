"""Putting things where they belong: what match, classify and cloze share."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Mapping
from typing import Any, ClassVar

from typing_extensions import override

from reportedly.quiz.kinds.positions import read_position
from reportedly.quiz.marking import Mark, PartMark, mark_of_places
from reportedly.quiz.question import Layout, Question
from reportedly.quiz.response import Placed, Response, ResponseRefused, sent
from reportedly.quiz.taxonomy import Scoring


class PlacingQuestion(Question):
    """A question that is answered by giving each item, or gap, one of the choices.

    Its layout holds the items in the order drawn, and the choices in the order drawn: one list for
    all items, or one for each by its position in the bank.
    """

    scorings: ClassVar[tuple[Scoring, ...]] = (Scoring.SHARE, Scoring.EXACT)

    @override
    def read(self, payload: object, layout: Layout) -> Placed:
        """The placing made on a card, {"placed": {item id: choice id}}, of at least one item."""
        placed = sent(payload, "placed")
        if not isinstance(placed, dict) or not placed:
            raise ResponseRefused("nothing was placed")
        places = {}
        for item_id, choice_id in placed.items():
            item = read_position(item_id, layout.parts)
            places[item] = read_position(choice_id, _choices_of(item, layout))
        return Placed.of(places)

    @override
    def show(self, response: Response, layout: Layout) -> dict[str, Any]:
        assert isinstance(response, Placed)
        return {
            "placed": {
                str(layout.parts.index(item)): str(_choices_of(item, layout).index(choice))
                for item, choice in response.places
            }
        }

    @override
    def mark(self, response: Response) -> Mark:
        assert isinstance(response, Placed)
        return mark_of_places(self.rule, self.judge(dict(response.places)))

    @abstractmethod
    def judge(self, places: Mapping[int, int]) -> tuple[PartMark, ...]:
        """How each item is judged, by the choice put there; items left open are absent."""


def _choices_of(item: int, layout: Layout) -> tuple[int, ...]:
    return layout.choices[item] if len(layout.choices) > 1 else layout.choices[0]
