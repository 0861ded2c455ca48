"""A study: its forms, its two parts, and which of them a learner can do when."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from reportedly.study.orders import Order


@dataclass(frozen=True)
class Forms:
    """Two parallel forms; the n-th question of `a` stands for the n-th of `b`.

    Attributes:
        spare: Questions that went into neither.
    """

    a: tuple[str, ...]
    b: tuple[str, ...]
    spare: tuple[str, ...] = ()


class Part(StrEnum):
    """What a learner does in one go: a form on the story, or a form on the other story."""

    BEFORE = "before"
    BEFORE_TRANSFER = "before-transfer"
    AFTER = "after"
    AFTER_TRANSFER = "after-transfer"

    @property
    def is_after(self) -> bool:
        """Whether it belongs to the second half."""
        return self in AFTER

    @property
    def is_transfer(self) -> bool:
        """Whether it is on the other story."""
        return self in (Part.BEFORE_TRANSFER, Part.AFTER_TRANSFER)


AFTER = frozenset({Part.AFTER, Part.AFTER_TRANSFER})


class Phase(StrEnum):
    """Where a study is."""

    BEFORE = "before"
    AFTER = "after"
    CLOSED = "closed"


@dataclass(frozen=True)
class Plan:
    """What the instructor decided when the study was opened.

    Attributes:
        banks: The file names, without their endings, of the banks that the forms are made of.
        transfer: The forms on the other story; None without one.
        transfer_banks: The banks that they are made of.
        seed: Decides the learners' orders.
    """

    title: str
    banks: tuple[str, ...]
    forms: Forms
    transfer: Forms | None
    transfer_banks: tuple[str, ...]
    asks_certainty: bool
    seed: int

    @property
    def parts(self) -> tuple[Part, ...]:
        """What each learner does, in order."""
        if self.transfer is None:
            return (Part.BEFORE, Part.AFTER)
        return tuple(Part)

    def questions(self, part: Part, order: Order) -> tuple[str, ...]:
        """The questions that a learner of this order gets in a part."""
        forms = self.transfer if part.is_transfer else self.forms
        assert forms is not None
        first = order.transfer_first if part.is_transfer else order.main_first
        return forms.a if (first == "A") != part.is_after else forms.b


def phase(after_from: datetime | None, closed_at: datetime | None, now: datetime) -> Phase:
    """Where a study is at a moment."""
    if closed_at is not None and closed_at <= now:
        return Phase.CLOSED
    if after_from is not None and after_from <= now:
        return Phase.AFTER
    return Phase.BEFORE


def next_part(plan: Plan, at: Phase, finished: Collection[Part]) -> Part | None:
    """What a learner can do now; None when there is nothing to do, or not yet.

    Once the after part is open, the before part is over: what is answered then was no longer
    answered before.
    """
    if at is Phase.CLOSED:
        return None
    open_now = [part for part in plan.parts if part.is_after == (at is Phase.AFTER)]
    return next((part for part in open_now if part not in finished), None)
