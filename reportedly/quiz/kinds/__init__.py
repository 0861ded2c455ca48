"""One file a question kind: its fields, how it is laid out, read and marked."""

from __future__ import annotations

from typing import Annotated

from pydantic import Discriminator

from reportedly.quiz.kinds.classify import Classify
from reportedly.quiz.kinds.cloze import Cloze
from reportedly.quiz.kinds.highlight import Highlight
from reportedly.quiz.kinds.match import Match
from reportedly.quiz.kinds.multiple import Multiple
from reportedly.quiz.kinds.number import Number
from reportedly.quiz.kinds.open import Open
from reportedly.quiz.kinds.order import Order
from reportedly.quiz.kinds.short import Short
from reportedly.quiz.kinds.single import Single
from reportedly.quiz.kinds.truefalse import TrueFalse
from reportedly.quiz.question import Question

__all__ = [
    "KINDS",
    "AnyQuestion",
    "Classify",
    "Cloze",
    "Highlight",
    "Match",
    "Multiple",
    "Number",
    "Open",
    "Order",
    "Short",
    "Single",
    "TrueFalse",
]

AnyQuestion = Annotated[
    Single
    | Multiple
    | TrueFalse
    | Match
    | Order
    | Number
    | Classify
    | Highlight
    | Cloze
    | Short
    | Open,
    Discriminator("kind"),
]

KINDS: dict[str, type[Question]] = {
    "single": Single,
    "multiple": Multiple,
    "truefalse": TrueFalse,
    "match": Match,
    "order": Order,
    "number": Number,
    "classify": Classify,
    "highlight": Highlight,
    "cloze": Cloze,
    "short": Short,
    "open": Open,
}
"""The kinds by the name that authors write."""
