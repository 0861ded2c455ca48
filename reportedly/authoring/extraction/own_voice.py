"""What an article says itself: sentences nobody is named for, and figures left to nobody."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from datetime import date

from reportedly.authoring.extraction.engines.found import Span
from reportedly.authoring.extraction.places import Places
from reportedly.authoring.extraction.reading import ReadBlock
from reportedly.authoring.extraction.row import Figure, Row, anchor, covers
from reportedly.authoring.extraction.texts.trimming import trimmed
from reportedly.story.ledger import Voice

NOBODYS = re.compile(
    r"\b(?:reportedly|allegedly|supposedly|is said to|are said to|was said to|were said to)\b"
)


class OwnVoice(Places):
    """A paragraph's own claims, made once everybody else's are known."""

    def __init__(self, read: ReadBlock, published: date | None) -> None:
        super().__init__(read, published)
        self.own_figures: list[Figure] = []

    def own(self, others: list[Row]) -> Iterator[Row]:
        """What the article says itself: sentences nobody is named for, and figures outside of words."""
        last: Row | None = None
        by_sentence = self.by_sentence(others)
        figures_in: dict[int, list[Figure]] = defaultdict(list)
        for figure in self.own_figures:
            figures_in[self.sentence_number(figure.number.core[0])].append(figure)
        for number, sentence in enumerate(self.read.sentences):
            near = [others[n] for n in by_sentence[number]]
            here = [
                r for r in near if sentence[0] <= anchor(r) < sentence[1] or covers(r, sentence)
            ]
            figures = tuple(figures_in[number])
            if not here or figures:
                piece = trimmed(self.text, self._own_part(sentence, figures, here))
                if piece[1] - piece[0] < 3 or not re.search(r"\w", self.text[slice(*piece)]):
                    continue
                yield self._own_row(sentence, piece, figures, here, last)
            attributed = [r for r in here if r.speaker is not None and r.silence is None]
            last = attributed[-1] if attributed else None

    def _own_part(self, sentence: Span, figures: tuple[Figure, ...], here: list[Row]) -> Span:
        """The stretch of a sentence around a figure that nobody else's words take up."""
        start, end = sentence
        if not figures:
            return sentence
        place = figures[0].number.core[0]
        taken = [p for row in here for p in row.pieces]
        taken += [s for row in here for s in (row.source, row.cue) if s is not None]
        for a, b in taken:
            if b <= place:
                start = max(start, b)
            elif a > place:
                end = min(end, a)
        return start, end

    def unowned_row(self, figure: Figure, row: Row) -> Row:
        """The claim for a figure that "reportedly" and the like leave to nobody."""
        place = figure.number.core[0]
        piece = next(p for p in row.pieces if p[0] <= place < p[1])
        start = max(
            (m.start() for m in NOBODYS.finditer(self.text, piece[0], figure.number.start)),
            default=piece[0],
        )
        return Row(
            row.paragraph, ((start, piece[1]),), None, "reported", self.text, figures=(figure,),
            happened=self.happened([piece]), maybe=row.speaker,
            because=("a word such as “reportedly” gives the figure to nobody",),
        )  # fmt: skip

    def _own_row(
        self,
        sentence: Span,
        piece: Span,
        figures: tuple[Figure, ...],
        here: list[Row],
        last: Row | None,
    ) -> Row:
        kind = self.read.block.kind
        voice: Voice = (
            "headline" if kind == "headline" else "caption" if kind == "caption" else "own"
        )
        because: tuple[str, ...] = ()
        maybe = None
        if figures and last is not None and not here and voice == "own":
            maybe = last.speaker
            assert maybe is not None
            because = (f"the sentence names nobody; the one before it gives {maybe.name}",)
        elif figures and any(r.speaker is not None and r.silence is None for r in here):
            because = ("the sentence also gives words to a speaker, who may have given the figure",)
        elif not here and _unread_cue(self.text[slice(*sentence)]):
            because = ("no speaker was found for a word that reports",)
        happened = self.happened([piece])
        return Row(
            self.read.block.number, (piece,), None, voice, self.text, figures=figures, happened=happened,
            because=because, maybe=maybe,
        )  # fmt: skip


_REPORTS = re.compile(
    r"\b(?:said|says|told|claimed|claims|denied|denies|according to|announced|insisted|warned)\b"
)


def _unread_cue(text: str) -> bool:
    return _REPORTS.search(text) is not None and not re.search(
        r"\b(?:not|never|nor)\b", text, re.IGNORECASE
    )
