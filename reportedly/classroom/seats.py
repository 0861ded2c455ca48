"""Who sits in a lesson: under which name, and with how much time."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from itertools import count, product
from random import Random


class PersonalTime(StrEnum):
    """How much time one learner has, as a multiple of the class's; it changes no points."""

    USUAL = "1"
    HALF_MORE = "1.5"
    TWICE = "2"
    TEN_TIMES = "10"
    UNLIMITED = "none"

    def seconds(self, usual: int | None) -> float | None:
        """How long that is; None for as long as the question is open."""
        if usual is None or self is PersonalTime.UNLIMITED:
            return None
        return usual * float(self.value)


@dataclass(frozen=True)
class Seat:
    """A learner's place in a lesson.

    Attributes:
        name: As chosen or drawn; None in an anonymous lesson.
        round: Of a homework: which try this is.
        unlisted: Whether it wants to be left out of the standings.
    """

    id: str
    name: str | None
    time: PersonalTime
    round: int
    joined_at: datetime
    unlisted: bool = False


class NameRefused(ValueError):
    """The name cannot be had; the text says why, and what would do."""


LONGEST = 24

# Crude enough that no class needs them; anything subtler is for the host, who can send out.
_CRUDE = re.compile(
    r"fuck|shit(?!ak)|(?<!s)cunt|bitch|nigg(?:er|a)|faggot|whore|slut|hitler|rapist|wanker|asshole|arschloch"
)
_LOOKS_LIKE = str.maketrans("013457@$!", "oieastasi")
_FOR_OTHERS = {"teacher", "host", "instructor", "admin", "the teacher", "the host"}


def clean_name(written: str) -> str:
    """A name as it is kept.

    Raises: NameRefused: if it is empty, too long, or not for a classroom.
    """
    name = " ".join(unicodedata.normalize("NFC", written).split())
    if not name:
        raise NameRefused("Please give a name to be called by.")
    if len(name) > LONGEST:
        raise NameRefused(f"Please take a name of at most {LONGEST} characters.")
    if not name.isprintable() or not any(c.isalnum() for c in name):
        raise NameRefused("Please take a name of letters or digits.")
    letters = re.sub(r"[\W_]+", "", folded(name).translate(_LOOKS_LIKE))
    if _CRUDE.search(letters):
        raise NameRefused("Please take another name.")
    if folded(name) in _FOR_OTHERS:
        raise NameRefused("This name would be mistaken for the teacher; please take another.")
    return name


def folded(name: str) -> str:
    """What makes two names the same: neither capitals nor kinds of letters tell them apart."""
    return " ".join(unicodedata.normalize("NFKC", name).casefold().split())


_FIRST = """
Amber Blue Bright Calm Clever Copper Early Fair Gentle Golden Green Grey Happy Indigo Jolly Keen
Kind Lively Lucky Mellow Merry Mint Navy Noble Olive Patient Plum Proud Quick Quiet Red Rosy
Silver Steady Sunny Swift Teal Warm White Wise
"""
_SECOND = """
Badger Beaver Bison Crane Deer Dolphin Eagle Falcon Finch Fox Gecko Hare Hawk Heron Ibis Jay
Koala Lark Lemur Lynx Magpie Marten Moth Newt Orca Otter Owl Panda Puffin Raven Robin Seal
Sparrow Stork Swan Tapir Tiger Turtle Wolf Wren
"""


def draw_name(taken: Collection[str], seed: int) -> str:
    """A name from the list that nobody has yet; after 1,600 learners, one with a number."""
    names = [f"{first} {second}" for first, second in product(_FIRST.split(), _SECOND.split())]
    Random(f"names/{seed}").shuffle(names)
    used = {folded(name) for name in taken}
    for turn in count(1):
        for name in names:
            drawn = name if turn == 1 else f"{name} {turn}"
            if folded(drawn) not in used:
                return drawn
    raise AssertionError("count() has no end")
