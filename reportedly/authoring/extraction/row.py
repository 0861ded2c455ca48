"""One claim of an article, before it gets its place in the ledger."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from reportedly.authoring.extraction.engines.found import Span
from reportedly.authoring.extraction.figures.numbers import Number
from reportedly.authoring.extraction.figures.slots import Slot
from reportedly.authoring.extraction.lexicon.cues import CueClass
from reportedly.authoring.extraction.naming.entity import Entity
from reportedly.authoring.extraction.nondisclosure import Silence
from reportedly.story.ledger import Voice, When


@dataclass(frozen=True)
class Figure:
    """A number with what it counts."""

    number: Number
    slot: Slot


@dataclass(frozen=True)
class Row:
    """One claim of an article."""

    paragraph: int
    pieces: tuple[Span, ...]
    speaker: Entity | None
    voice: Voice
    text: str
    via: tuple[Entity, ...] = ()
    cue: Span | None = None
    cue_kind: CueClass = "neutral"
    lemma: str = ""
    figures: tuple[Figure, ...] = ()
    happened: When | None = None
    said: When | None = None
    because: tuple[str, ...] = ()
    maybe: Entity | None = None
    silence: Silence | None = None
    silent: Entity | None = None
    source: Span | None = None
    goes_on: bool = field(default=False)

    @property
    def place(self) -> tuple[int, int]:
        """Where it stands in the article."""
        return self.paragraph, self.pieces[0][0]


def covers(row: Row, sentence: Span) -> bool:
    """Whether a row has most of a sentence, its cue being in another one."""
    shared = sum(max(0, min(b, sentence[1]) - max(a, sentence[0])) for a, b in row.pieces)
    return shared * 2 > sentence[1] - sentence[0]


def anchor(row: Row) -> int:
    """Where a row is anchored: at its cue, or where its words begin."""
    return row.cue[0] if row.cue is not None else row.pieces[0][0]


def has(pieces: Sequence[Span], place: int) -> bool:
    """Whether a place is in one of the pieces."""
    return any(start <= place < end for start, end in pieces)


def length(row: Row) -> int:
    """How many characters a row spans."""
    return row.pieces[-1][1] - row.pieces[0][0]


def share(inner: Row, outer: Row) -> float:
    """How much of a row another one within it takes up, speaker and all."""
    first = min(inner.pieces[0][0], inner.source[0] if inner.source else inner.pieces[0][0])
    return (inner.pieces[-1][1] - first) / max(1, length(outer))
