"""Who gets which form first: in permuted blocks, so that the groups stay even."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from itertools import count
from random import Random

BLOCK = 4
"""Learners in whose midst every order comes up equally often: A or B first, 1 or 2 first."""


@dataclass(frozen=True)
class Order:
    """What a learner gets before; the other of each pair comes after.

    Attributes:
        main: "AB" or "BA".
        transfer: "12" or "21".
    """

    main: str
    transfer: str

    @property
    def main_first(self) -> str:
        """The form that comes before, "A" or "B"."""
        return self.main[0]

    @property
    def transfer_first(self) -> str:
        """The same of the transfer pair."""
        return "A" if self.transfer == "12" else "B"


ORDERS = tuple(Order(main, transfer) for main in ("AB", "BA") for transfer in ("12", "21"))


def order_of(place: int, *, seed: int) -> Order:
    """The order of the learner at a place, from 0; the same for the same seed."""
    block, within = divmod(place, BLOCK)
    orders = list(ORDERS)
    Random(f"order/{seed}/{block}").shuffle(orders)
    return orders[within]


def next_place(taken: Collection[int]) -> int:
    """The place of who comes next: the lowest that nobody holds.

    A place whose learner was forgotten is given out again, so the groups even out.
    """
    held = set(taken)
    return next(place for place in count() if place not in held)
