"""Where things stand in a paragraph: in which sentence, beside which dates."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Sequence
from datetime import date

from reportedly.authoring.extraction.engines.found import Attribution, Span
from reportedly.authoring.extraction.reading import ReadBlock
from reportedly.authoring.extraction.row import Row, has
from reportedly.authoring.extraction.times import Time, times
from reportedly.story.ledger import When


class Places:
    """A paragraph with its sentences and dates, looked up by place."""

    def __init__(self, read: ReadBlock, published: date | None) -> None:
        self.read = read
        self.text = read.block.text
        self.times = times(self.text, published)

    def sentence_number(self, place: int) -> int:
        """The number of the sentence that a place is in."""
        return max(0, bisect_right(self.read.sentences, place, key=lambda s: s[0]) - 1)

    def sentence(self, place: int) -> Span:
        """The sentence that a place is in."""
        if not self.read.sentences:
            return 0, len(self.text)
        return self.read.sentences[self.sentence_number(place)]

    def by_sentence(self, rows: Sequence[Row]) -> dict[int, list[int]]:
        """The numbers of the rows that each sentence holds a part of."""
        out: dict[int, list[int]] = defaultdict(list)
        for n, row in enumerate(rows):
            places = [p for piece in row.pieces for p in (piece[0], piece[1] - 1)]
            places += [row.cue[0]] if row.cue is not None else []
            numbers = [self.sentence_number(place) for place in places]
            for number in range(min(numbers), max(numbers) + 1):
                out[number].append(n)
        return out

    def happened(self, pieces: Sequence[Span]) -> When | None:
        """When what stands in some pieces happened, as far as they say."""
        inside = self.times_in(pieces[0][0], pieces[-1][1])
        return _first([t for t in inside if has(pieces, t.span[0])])

    def times_in(self, start: int, end: int) -> tuple[Time, ...]:
        """The time expressions of a stretch."""
        low = bisect_left(self.times, start, key=lambda t: t.span[0])
        return self.times[low : bisect_left(self.times, end, key=lambda t: t.span[0])]

    def said(self, found: Attribution) -> When | None:
        """When it was said, as far as the sentence around the cue says."""
        if found.cue is None:
            return None
        sentence = self.sentence(found.cue[0])
        near = [
            t for t in self.times_in(*sentence)
            if not has(found.pieces, t.span[0]) and (0 <= t.span[0] - found.cue[1] < 45 or self.leads(t, found, sentence))
        ]  # fmt: skip
        return _first(near)

    def leads(self, time: Time, found: Attribution, sentence: Span) -> bool:
        """As in "On Friday, the ministry said "."""
        first = found.source[0] if found.source is not None else found.pieces[0][0]
        return time.span[0] - sentence[0] <= 4 and 0 <= first - time.span[1] <= 3


def _first(found: Sequence[Time]) -> When | None:
    return next((t.when for t in found if not t.ahead), None)
