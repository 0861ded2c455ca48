"""Which of a paragraph's attributed words are claims of their own, and whose figures are whose."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

from reportedly.authoring.extraction.figures.not_counted import Stretches
from reportedly.authoring.extraction.figures.numbers import Number, numbers
from reportedly.authoring.extraction.figures.slots import slot
from reportedly.authoring.extraction.naming.resolve import Speakers
from reportedly.authoring.extraction.nondisclosure import silences
from reportedly.authoring.extraction.own_voice import NOBODYS, OwnVoice
from reportedly.authoring.extraction.reading import ReadBlock
from reportedly.authoring.extraction.row import Figure, Row, anchor, covers, has, length, share


class Sifting(OwnVoice):
    """A paragraph's attributed words, sifted once all of them are known."""

    def __init__(self, read: ReadBlock, published: date | None, speakers: Speakers) -> None:
        super().__init__(read, published)
        self.speakers = speakers
        self.numbers = numbers(self.text)
        self.silences = silences(self.text, read.sentences)
        self.unowned: list[tuple[Figure, Row]] = []

    def without_relays(self, said: list[Row]) -> list[Row]:
        """Drop what only says that somebody said it, and a speaker repeating itself within."""
        out = []
        by_sentence = self.by_sentence(said)
        for row in said:
            near = [said[n] for n in by_sentence[self.sentence_number(anchor(row))]]
            inner = [
                other for other in near
                if other is not row and other.cue is not None and has(row.pieces, other.cue[0])
                and other.speaker is not None
            ]  # fmt: skip
            begins = row.pieces[0][0] + 15
            relays = (
                row.speaker is not None
                and self.speakers.is_outlet(row.speaker)
                and any(
                    row.speaker in other.via
                    and share(other, row) > 0.55
                    and min(other.pieces[0][0], other.source[0] if other.source else begins)
                    < begins
                    for other in inner
                )
            )
            outer = [
                other for other in near
                if other is not row and row.cue is not None and other.speaker is row.speaker
                and row.speaker is not None and has(other.pieces, row.cue[0])
            ]  # fmt: skip
            unnamed = row.speaker is None and not row.goes_on and row.cue is not None
            within = unnamed and any(
                r is not row and r.speaker is not None and has(r.pieces, anchor(row)) for r in near
            )  # "they had been told that": nobody's within somebody's words
            its_own = row.source is not None and _ITS_OWN.fullmatch(self.text, *row.source) and any(
                other is not row and other.speaker is not None and row.cue is not None
                and has(other.pieces, row.cue[0]) and not self.speakers.is_outlet(other.speaker)
                for other in near
            )  # fmt: skip
            dropped = relays or outer or within or its_own
            if not dropped and not self._in_silence(row):
                out.append(row)
        return out

    def in_one_breath(self, said: list[Row]) -> list[Row]:
        """As in `"Never," she said. "Not again."`: what its cue parts is one statement."""
        out: list[Row] = []
        for row in sorted(said, key=lambda row: row.place):
            last = out[-1] if out else None
            if (
                last is not None and row.goes_on and row.cue is None and last.cue is not None
                and row.speaker is last.speaker and row.speaker is not None
                and row.voice == last.voice == "quoted" and last.pieces[-1][1] <= last.cue[0] < row.pieces[0][0]
                and len(row.figures) + len(last.figures) <= 1 and row.via == last.via
                and not re.search(r"[.!?]\s+\w", self.text[last.cue[1] : row.pieces[0][0]])
            ):  # fmt: skip
                out[-1] = replace(
                    last, pieces=(*last.pieces, *row.pieces), figures=(*last.figures, *row.figures),
                    because=_reasons(last, row),
                )  # fmt: skip
            else:
                out.append(row)
        return out

    def _in_silence(self, row: Row) -> bool:
        """As in "who did not want to give her name", "who asked not to be named"."""
        return row.cue is not None and any(
            (s.kind == "unnamed" and row.lemma in _WISHES and s.span[0] <= row.cue[0] < s.span[1])
            or (s.kind == "unnamed" and row.lemma in ("speak", "talk") and covers(row, s.span))
            or (
                s.kind in (*_REFUSALS, "not-said") and not s.quoted and row.source is not None
                and s.span[0] + 8 < row.source[0] and row.cue[0] < s.span[1]
                and self.text[slice(*row.source)].lower() in ("it", "he", "she", "they")
            )  # "would not say when it expects the end"
            or (
                s.kind in _REFUSALS and not s.quoted and row.source is not None and row.voice == "reported"
                and 0 <= row.source[0] - s.span[0] <= 4 and s.span[0] <= row.pieces[0][0]
                and row.pieces[-1][1] <= s.span[1] and not _HABIT.match(self.text, *row.pieces[0])
                and not _THEN.search(self.text, s.span[0], row.cue[0])
            )
            for s in self.silences
        )  # fmt: skip

    def with_figures(self, said: list[Row]) -> list[Row]:
        """The rows with the figures that stand in their words."""
        names = Stretches.of(
            span
            for row in self.read.attributions
            for span in ((row.source,) if row.source else ()) + row.via
        )
        by_sentence = self.by_sentence(said)
        figures: dict[int, list[Figure]] = {}
        for number in self.numbers:
            place = number.core[0]
            if place < self.read.block.body_start:
                continue
            near = by_sentence[self.sentence_number(place)]
            holders = [n for n in near if has(said[n].pieces, place)]
            if not holders and names.covers(place) and not self._counts_speakers(number):
                continue
            if holders:
                # "United said they had been told it was 11": a passive without a name is no speaker
                which = min(holders, key=lambda n: (said[n].speaker is None, length(said[n])))
                clause = next(p for p in said[which].pieces if p[0] <= place < p[1])
                if self._unowned(number, said[which]):
                    self.unowned.append(
                        (Figure(number, slot(self.text, number, clause)), said[which])
                    )
                    continue
                figures.setdefault(which, []).append(
                    Figure(number, slot(self.text, number, clause))
                )
            else:
                clause = self.sentence(place)
                self.own_figures.append(Figure(number, slot(self.text, number, clause)))
        return [self._with(row, tuple(figures.get(n, ()))) for n, row in enumerate(said)]

    def _counts_speakers(self, number: Number) -> bool:
        """As in "Three hospitals said", but not "one of them said": the article tells how many."""
        names = (
            _NAME_BEFORE.search(self.text, max(0, number.core[0] - 30), number.core[0]) is not None
        )
        counted = re.match(r"(?:-|\s+)[\w’']", self.text[number.core[1] :][:4]) is not None
        year = re.fullmatch(r"(?:1[5-9]|20)\d\d", self.text[slice(*number.core)]) is not None
        return number.value != 1 and counted and not names and not year

    def _with(self, row: Row, figures: tuple[Figure, ...]) -> Row:
        """A row with its figures, less sure of those that a clause of its own may take from it."""
        aside = row.voice == "reported" and any(
            _ASIDE.search(self.text, max(a for a, _ in row.pieces if a <= f.number.core[0]),
                          f.number.core[0])
            for f in figures
        )  # fmt: skip
        because = (*row.because, _MAYBE_OWN) if aside else row.because
        if row.speaker is not None and row.voice == "headline":
            because = (*because, _IN_SHORT)
        elif row.speaker is not None and row.speaker.kind != "person" and not figures:
            because = (*because, _NO_PERSON)
        return replace(row, figures=figures, because=because)

    def _unowned(self, number: Number, row: Row) -> bool:
        """As in "confirmed an attack that reportedly killed 50": the figure is nobody's."""
        start = max(a for a, b in row.pieces if a <= number.core[0])
        before = self.text[max(start, number.start - 45) : number.start]
        return row.voice != "quoted" and NOBODYS.search(before) is not None


_ITS_OWN = re.compile(r"(?:its|their|his|her)\s[\w\s-]{2,30}|it|they", re.IGNORECASE)
"""As in "the union said its members had warned": within somebody's words, one's own people."""


_THEN = re.compile(r"\b(?:but|and)\s+(?:\w+\s+)?$")
"""As in "declined to say how many, but said it was over"."""

_HABIT = re.compile(
    r"(?:it|he|she|they)\s+(?:do(?:es)?|did|never|would|will)\s+(?:not\s+(?:discuss|speculate|answer|take|give|share|disclose)|take\s+no)\b"
)
"""As in "said it did not discuss drafts": a rule of whoever is silent, which tells something too."""

_REFUSALS = ("no-comment", "no-reply")
"""Silences that "she said she would not comment" is all about."""


_WISHES = frozenset("want wish ask request insist prefer beg urge".split())


_ASIDE = re.compile(r",\s+(?:who|which|where|whose|when|after|as|an?)\b[^,]*$")


_NAME_BEFORE = re.compile(
    r"\b(?!(?:The|An?|But|And|Yet|Some|About|Around|Nearly|Almost|Over|At|Of|From|These|Those|Its|His|Her|Their)\s)"
    r"[A-Z][\w’']*\s+$"
)

_MAYBE_OWN = "the figure stands in a clause that may be the article’s own"
_IN_SHORT = "a headline names its speaker in short"
_NO_PERSON = "its speaker is no named person, and whose words they are is told less surely"


def _reasons(*rows: Row) -> tuple[str, ...]:
    return tuple(dict.fromkeys(reason for row in rows for reason in row.because))
