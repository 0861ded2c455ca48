"""What the two engines find in a paragraph, in the same terms."""

from __future__ import annotations

from dataclasses import dataclass

from reportedly.authoring.extraction.lexicon.cues import CueClass

Span = tuple[int, int]
"""Where something begins and ends in its paragraph."""


@dataclass(frozen=True, slots=True)
class Attribution:
    """Words that somebody is said to have said.

    Attributes:
        pieces: Where the words stand; two pieces where the cue stands between them.
        source: Where the speaker is named; None where nobody is.
        cue: The words that hand them over.
        lemma: The cue's verb or noun in its basic form.
        via: Who passed it on, nearest the reader first.
        because: What makes it unsure.
        goes_on: Whether it has no cue of its own and continues the one before.
        cited: Whom the source names as its own source ("citing two officials").
    """

    pieces: tuple[Span, ...]
    source: Span | None
    cue: Span | None
    lemma: str
    kind: CueClass
    via: tuple[Span, ...] = ()
    because: tuple[str, ...] = ()
    goes_on: bool = False
    cited: tuple[Span, ...] = ()

    @property
    def start(self) -> int:
        """Where its first piece begins."""
        return self.pieces[0][0]

    @property
    def length(self) -> int:
        """How many characters it spans from first to last."""
        return self.pieces[-1][1] - self.pieces[0][0]

    def has(self, position: int) -> bool:
        """Whether a position is in one of its pieces."""
        return any(start <= position < end for start, end in self.pieces)


@dataclass(frozen=True, slots=True)
class Mention:
    """Somebody or something named that could speak.

    Attributes:
        subject: Whether the sentence is about it.
    """

    span: Span
    subject: bool


@dataclass(frozen=True, slots=True)
class Found:
    """What an engine found in one paragraph.

    Attributes:
        common: Where words begin that have a capital only because a sentence begins with them.
    """

    attributions: tuple[Attribution, ...]
    mentions: tuple[Mention, ...]
    common: frozenset[int] = frozenset()
