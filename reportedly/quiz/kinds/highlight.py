"""Tap the words of a passage that fit."""

from __future__ import annotations

from collections.abc import Iterator
from random import Random
from typing import Annotated, Any, ClassVar, Literal

from pydantic import BeforeValidator, Field
from typing_extensions import override

from reportedly.quiz.faults import Fault
from reportedly.quiz.kinds.choice import ChoosingQuestion, read_chosen
from reportedly.quiz.kinds.positions import shown_parts
from reportedly.quiz.marking import PartMark, judge_choice
from reportedly.quiz.question import Layout, Markdown, Offered
from reportedly.quiz.response import Chosen
from reportedly.quiz.taxonomy import SCORINGS_OF_CHOICES, Scoring, Slip
from reportedly.story.fields import Reference, Text, Written, one_or_list


class Piece(Written):
    """Words of the passage that can be tapped."""

    words: Text = Field(description="The exact words of the passage.")
    slip: Slip | None = Field(None, description="The misreading behind tapping wrong words.")
    why: Markdown | None = Field(None, description="Why they fit, or do not.")


def _piece(value: object) -> object:
    """A bare text is a piece without a reason."""
    return {"words": value} if isinstance(value, str) else value


Pieces = Annotated[
    tuple[Annotated[Piece, BeforeValidator(_piece)], ...], BeforeValidator(one_or_list)
]


class Highlight(ChoosingQuestion):
    """Tap the right ones among marked pieces of one or more paragraphs.

    The pieces that can be tapped are those listed; they stand in the passage where the words do.
    """

    scorings: ClassVar[tuple[Scoring, ...]] = SCORINGS_OF_CHOICES
    instruction: ClassVar[str] = "Tap every marked piece that fits."

    kind: Literal["highlight"]
    passage: Annotated[tuple[Reference, ...], BeforeValidator(one_or_list)] = Field(
        description="The paragraph, or a list of them, for example A8."
    )
    right: Pieces = Field(description="The words to tap.")
    wrong: Pieces = Field((), description="Words that can be tapped but should not.")

    @property
    def pieces(self) -> tuple[Piece, ...]:
        """All that can be tapped: the right ones first."""
        return (*self.right, *self.wrong)

    @override
    def kind_faults(self) -> Iterator[Fault]:
        if not self.passage:
            yield Fault(("passage",), "no paragraph is named", "name at least one, for example A8")
        if not self.right:
            yield Fault(("right",), "no words are marked right", "write at least one under `right`")
        for n, piece in enumerate(self.right):
            if piece.slip is not None:
                yield Fault(("right", n, "slip"), "right words have a slip", "remove the slip")
        seen: set[str] = set()
        for n, piece in enumerate(self.pieces):
            place = ("right", n) if n < len(self.right) else ("wrong", n - len(self.right))
            if piece.words in seen:
                yield Fault(place, "the same words stand twice", "change or remove one")
            seen.add(piece.words)

    @override
    def layout(self, chance: Random) -> Layout:
        """In the order of the words' first letters: the text decides where each is seen."""
        return Layout(tuple(sorted(range(len(self.pieces)), key=lambda n: self.pieces[n].words)))

    @override
    def body(self, layout: Layout) -> dict[str, Any]:
        """The pieces only; `card.question_card` cuts the passage at them."""
        return {
            "passage": list(self.passage),
            "pieces": shown_parts([piece.words for piece in self.pieces], layout.parts),
        }

    @override
    def read(self, payload: object, layout: Layout) -> Chosen:
        return read_chosen(payload, layout.parts)

    @override
    def judged(self, picks: frozenset[int]) -> tuple[PartMark, ...]:
        return tuple(
            judge_choice(
                piece.words,
                is_right=n < len(self.right),
                chosen=n in picks,
                why=piece.why,
                slip=piece.slip,
            )
            for n, piece in enumerate(self.pieces)
        )

    @override
    def offered(self) -> Offered:
        return Offered(tuple(piece.words for piece in self.pieces))

    @override
    def offered_slips(self) -> frozenset[Slip]:
        return frozenset(piece.slip for piece in self.pieces if piece.slip is not None)

    @override
    def texts(self) -> Iterator[str]:
        for piece in self.pieces:
            yield from (piece.words, piece.why or "")
