"""Which questions stand on a sheet, in which order, and by which letters an answer is named."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from fractions import Fraction
from random import Random
from string import ascii_uppercase
from typing import Any

from reportedly.quiz.card import question_card
from reportedly.quiz.drawing import layout_of
from reportedly.quiz.edition import Edition
from reportedly.quiz.kinds import AnyQuestion, Classify, Cloze, Highlight, Match
from reportedly.quiz.kinds.choice import OptionsQuestion
from reportedly.quiz.question import Layout, Render

FORMS = "ABCD"
"""Neighbours get different ones: the same questions in other orders."""

WIDEST_TABLE = 5
"""Labels that fit above one another's boxes on a page held upright; of more, each has a letter."""


@dataclass(frozen=True)
class Form:
    """How the questions of a sheet are ordered.

    Attributes:
        seed: Stands on the sheet; the same seed and letter give the same sheet again.
        letter: One of `FORMS`.
        keeps_order: Whether the questions stand as in the bank. Options are mixed all the same.
    """

    seed: int
    letter: str = "A"
    keeps_order: bool = False

    @property
    def name(self) -> str:
        """As it stands on the sheet and on its answers."""
        return f"Form {self.letter}, order {self.seed}"

    @property
    def chance(self) -> Random:
        """The chance that this form stands for."""
        return Random(f"paper/{self.seed}/{self.letter}")


@dataclass(frozen=True)
class Numbered:
    """A question at its place on the sheet."""

    number: int
    question: AnyQuestion
    layout: Layout


@dataclass(frozen=True)
class Sheet:
    """A quiz to be printed."""

    edition: Edition
    form: Form
    questions: tuple[Numbered, ...]

    @property
    def points(self) -> Fraction:
        """What all answers together are worth."""
        return sum((each.question.points for each in self.questions), Fraction(0))


def draw_sheet(edition: Edition, form: Form, chosen: Collection[str] | None = None) -> Sheet:
    """The sheet of a bank.

    Args:
        edition: The bank with its articles.
        form: The order.
        chosen: The ids of the questions to take; all when None. Only those that learners may see
            are taken.
    """
    ready = [q for q in edition.bank.ready if chosen is None or q.id in chosen]
    chance = form.chance
    seed = chance.getrandbits(48)
    if not form.keeps_order:
        chance.shuffle(ready)
    return Sheet(
        edition,
        form,
        tuple(Numbered(n, q, layout_of(q, seed=seed)) for n, q in enumerate(ready, start=1)),
    )


def card_of(each: Numbered, edition: Edition, render: Render) -> dict[str, Any]:
    """What a learner may see of the question: the card of the screen, which holds no key."""
    return question_card(edition, each.question, each.layout, None, render)


def letter(place: int) -> str:
    """A, B, ... Z, AA, AB, ... for 0, 1, ..."""
    more, last = divmod(place, len(ascii_uppercase))
    return (letter(more - 1) if more else "") + ascii_uppercase[last]


def letters(each: Numbered, edition: Edition) -> Mapping[int, str]:
    """By position in the bank, the letter of each option, piece or choice on the sheet."""
    question, layout = each.question, each.layout
    if isinstance(question, OptionsQuestion):
        return _in_order(layout.parts)
    if isinstance(question, Match) or (
        isinstance(question, Classify) and len(question.labels) > WIDEST_TABLE
    ):
        return _in_order(layout.choices[0])
    if isinstance(question, Highlight):
        # Lettered as they are met in reading, not by the alphabet as the card has them.
        card = card_of(each, edition, str)
        met = dict.fromkeys(
            layout.parts[int(piece["id"])]
            for paragraph in card["body"]["paragraphs"]
            for piece in paragraph["pieces"]
            if "id" in piece
        )
        return _in_order(tuple(met))
    return {}


def gap_letters(each: Numbered, gap: int) -> Mapping[int, str]:
    """By position in the bank, the letter of each option of a gap, itself by its position."""
    assert isinstance(each.question, Cloze)
    return _in_order(each.layout.choices[gap])


def _in_order(positions: tuple[int, ...]) -> dict[int, str]:
    return {n: letter(place) for place, n in enumerate(positions)}
