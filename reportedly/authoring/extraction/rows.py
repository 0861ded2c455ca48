"""The claims of one article before they are lettered: who says what, with which figures."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from reportedly.authoring.extraction.engines.found import Attribution, Mention, Span
from reportedly.authoring.extraction.figures.not_counted import Stretches
from reportedly.authoring.extraction.headline_quotes import said_below
from reportedly.authoring.extraction.naming.entity import Entity
from reportedly.authoring.extraction.naming.resolve import Resolved, Speakers
from reportedly.authoring.extraction.nondisclosure import Silence
from reportedly.authoring.extraction.quotes import is_inside
from reportedly.authoring.extraction.reading import ReadBlock, is_standfirst
from reportedly.authoring.extraction.row import Row, has, length
from reportedly.authoring.extraction.sifting import Sifting
from reportedly.story.ledger import Voice


def rows(
    read: Sequence[ReadBlock], letter: str, published: date | None, outlet: str | None
) -> tuple[list[Row], Speakers]:
    """The claims of an article in the order of its text, and its speakers."""
    speakers = Speakers(outlet)
    out: list[Row] = []
    quoted_on: Row | None = None
    count = 0
    # a headline says "company" or "mayor" of those whom only the text below it names
    for each in sorted(read, key=lambda block: _is_above(block)):
        if _is_above(each):
            count += _FAR_FROM_ALL
            speakers.above()
            quoted_on = None
        below = out if _is_above(each) else ()
        made = _ReadParagraph(each, letter, published, speakers, quoted_on, count).rows(below)
        count += len(each.sentences)
        out.extend(made)
        last_quote = each.quotes[-1] if each.quotes else None
        open_end = last_quote is not None and (
            last_quote.open or last_quote.end >= len(each.block.text) - 1
        )
        spoken = [row for row in made if row.speaker is not None]
        quoted_on = spoken[-1] if spoken and (open_end or spoken[-1].silence is None) else None
    return sorted(out, key=lambda row: row.paragraph), speakers


def _is_above(read: ReadBlock) -> bool:
    return read.block.kind == "headline" or is_standfirst(read.block)


_FAR_FROM_ALL = 1_000
"""Sentences between a text and its headline, which no pronoun reaches across."""


class _ReadParagraph(Sifting):
    """One paragraph on its way to claims."""

    def __init__(
        self,
        read: ReadBlock,
        letter: str,
        published: date | None,
        speakers: Speakers,
        quoted_on: Row | None,
        before: int,
    ) -> None:
        super().__init__(read, published, speakers)
        self.at = f"{letter}{read.block.number}"
        self.quoted_on = quoted_on
        self.before = before
        self.known: dict[Span, Resolved] = {}
        self.silent: dict[Span, Resolved] = {}
        found = [(a.source, a) for a in read.attributions if a.source is not None]
        self.sources = {source[0]: source for source, _ in found}
        self.spoken_of = Stretches.of(
            p for source, a in found for p in a.pieces if p[0] > source[1]
        )

    def rows(self, below: Sequence[Row]) -> list[Row]:
        """Its claims: attributed, silent, and in the article's own voice."""
        said = self.without_relays([*self._attributed()])
        said += said_below(self.read, said, below)
        said = self.in_one_breath(self.with_figures(said))
        quiet = [*self._silent(said)]
        own = [*self.own([*said, *quiet])]
        own += [self.unowned_row(figure, row) for figure, row in self.unowned]
        return sorted([*said, *quiet, *own], key=lambda row: (row.place, row.speaker is None))

    # --- who says it ---------------------------------------------------------------------------

    def _attributed(self) -> Iterator[Row]:
        # Where two begin alike, whoever is named first comes first, so that a later "she" finds her.
        events: list[tuple[int, int, int, Attribution | Mention | Silence]] = []
        for found in self.read.attributions:
            first = min(found.pieces[0][0], found.source[0] if found.source else found.pieces[0][0])
            events.append((first, 0, found.source[0] if found.source else first, found))
        events += [(m.span[0], 1, m.span[0], m) for m in self.read.mentions]
        events += [(s.who[0], 2, s.who[0], s) for s in self.silences if s.who is not None]
        before: dict[int, Row] = {}
        for first, *_, event in sorted(events, key=lambda e: e[:3]):
            self.speakers.begin(self.before + self.sentence_number(first))
            if isinstance(event, Attribution):
                row = self._row(event, before)
                if row is not None:
                    before[event.pieces[0][0]] = row
                    yield row
            elif isinstance(event, Silence):
                assert event.who is not None
                # the sentence may name them more fully: "A nurse, who gave her name as Ada"
                who = self.sources.get(event.who[0], event.who)
                self.silent[event.span] = self.speakers.speaker(self.phrase(who), self.at)
            else:
                quoted = is_inside(event.span[0], self.read.quotes)
                # "X demanded that the minister go": what X speaks of is not what is spoken of
                within = self.spoken_of.covers(event.span[0])
                self.speakers.mention(
                    self.phrase(event.span),
                    self.at,
                    subject=event.subject and not quoted and not within,
                )

    def phrase(self, span: Span) -> str:
        """The words that name somebody, without the capital that only begins a sentence."""
        words = self.text[slice(*span)]
        listed = _LISTED_KIN.search(words)
        if listed is not None and self.text[span[1] : span[1] + 5] == " and ":
            return words[: listed.start()]  # "Roe, his wife and three friends"
        if (
            " " not in words
            or span[0] not in self.read.common
            or self.speakers.knows(words.split(" ", 1)[0])
        ):
            return words
        return words[:1].lower() + words[1:]

    def _spoken(self, span: Span) -> Resolved:
        if span not in self.known:
            self.known[span] = self.speakers.speaker(self.phrase(span), self.at)
        return self.known[span]

    def _row(self, found: Attribution, before: dict[int, Row]) -> Row | None:
        because = list(found.because)
        speaker: Entity | None = None
        if found.goes_on and found.source is None and self._continues(found):
            assert self.quoted_on is not None
            speaker, because = (
                self.quoted_on.speaker,
                ["a quotation that goes on from the paragraph before"],
            )
        elif found.goes_on and found.source is not None:
            same = [r for r in before.values() if r.source == found.source]
            speaker = same[-1].speaker if same else None
            because += [b for r in same[-1:] for b in r.because if b not in because]
        elif found.source is not None:
            source = found.source
            says_it = found.cue is not None and _SAYS_IT.match(self.text, found.cue[1]) is not None
            follows = found.cue is not None and found.cue[0] - source[1] < 3
            if self.text[source[1] : source[1] + 7] == ", which" or (
                says_it and follows and self.text[source[0] : source[0] + 1].isupper()
                and " " not in self.text[slice(*source)]
            ):  # fmt: skip
                self.speakers.no_person(self.phrase(source))
            resolved = self._spoken(source)
            speaker = resolved.entity
            if (
                found.lemma == "ask"
                and found.cue is not None
                and source[0] > found.cue[0]
                and speaker
            ):
                speaker.spoke, speaker.turn = (
                    speaker.spoke - 1,
                    speaker.turn - 1,
                )  # who asks is not the topic
            because += resolved.because
        if speaker is not None and _COUNTED.match(speaker.name):
            # "54 per cent of voters oppose": counted people, who speak through whoever counted them
            survey = _SURVEY.search(self.text, 0, found.pieces[0][0])
            nested = found.cue is not None and self.spoken_of.covers(found.cue[0])
            if survey is None or found.source is None or nested:
                return None
            speaker = self._spoken(survey.span(1)).entity
            whole = (min(found.source[0], found.pieces[0][0]), found.pieces[-1][1])
            found = replace(found, pieces=(whole,), source=survey.span(1))
        if found.source is not None and re.match(r"whose\b", self.text[found.source[0] :][:6]):
            return None
        if speaker is None and found.lemma in (
            "show",
            "suggest",
            "indicate",
            "find",
            "describe",
            "put",
            "give",
        ):
            return None
        if speaker is not None and self.speakers.is_this_outlet(speaker):
            speaker, because = None, []
        if found.cue in self.read.disputed:
            because.append("its speaker is read in two ways")
        via = tuple(
            e for span in found.via
            if (e := self._spoken(span).entity) is not None
            and e is not speaker
        )  # fmt: skip
        if via and found.cue is not None and speaker is not None:
            because.append("it stands within somebody else’s words")
        if found.cited and speaker is not None:
            cited = self.speakers.speaker(self.phrase(found.cited[0]), self.at).entity
            listed = re.match(
                r",\s+(?:an?|the)\s", self.text[found.cited[0][1] : found.cited[0][1] + 6]
            )
            if listed is not None:
                because.append("whom the medium cites is not clear")
            elif cited is not None and cited is not speaker and self.speakers.is_outlet(speaker):
                # a medium that names its own source has passed it on
                via, speaker = (speaker, *via), cited
                because = ["whom the medium cites is taken for the speaker"]
        return Row(
            self.read.block.number, found.pieces, speaker, self._voice(found, speaker), self.text,
            _once(via), found.cue, found.kind, found.lemma,
            because=tuple(dict.fromkeys(because)), source=found.source, goes_on=found.goes_on,
            said=self.said(found), happened=self.happened(found.pieces),
        )  # fmt: skip

    def _continues(self, found: Attribution) -> bool:
        """Whether a paragraph begins with the quotation that the one before left open."""
        return self.quoted_on is not None and found.pieces[0][0] <= 3

    def _voice(self, found: Attribution, speaker: Entity | None) -> Voice:
        kind = self.read.block.kind
        if kind == "headline" or kind == "caption":
            return "headline" if kind == "headline" else "caption"
        low = max(0, bisect_left(self.read.quotes, found.pieces[0][0], key=lambda q: q.start) - 1)
        high = bisect_left(self.read.quotes, found.pieces[-1][1], key=lambda q: q.start)
        full = [q for q in self.read.quotes[low:high] if q.kind == "full"]
        inside = sum(
            max(0, min(end, q.end) - max(start, q.start))
            for start, end in found.pieces
            for q in full
        )
        whole = sum(end - start for start, end in found.pieces)
        return "quoted" if inside * 2 > whole else "reported"

    # --- silence and the article's own voice ---------------------------------------------------

    def _silent(self, said: list[Row]) -> Iterator[Row]:
        by_sentence = self.by_sentence(said)
        for silence in self.silences:
            if is_inside(silence.span[0], self.read.quotes) and not silence.quoted:
                continue
            speaker: Entity | None = None
            near = by_sentence[self.sentence_number(silence.span[0] + 1)]
            held = [
                row
                for row in (said[n] for n in near)
                if has(row.pieces, silence.span[0] + 1) and row.speaker
            ]
            who: Entity | None = None
            because: tuple[str, ...] = ()
            if silence.span in self.silent:
                resolved = self.silent[silence.span]
                who, because = resolved.entity, resolved.because
            if silence.quoted:
                if not held:
                    continue
                who = min(held, key=length).speaker
            elif held:
                speaker = min(held, key=length).speaker
            yield Row(
                self.read.block.number, (silence.span,), speaker, "reported" if speaker else "own",
                self.text, because=because, silence=silence, silent=who,
                happened=self.happened([silence.span]),
            )  # fmt: skip


_COUNTED = re.compile(
    r"(?:(?:almost|nearly|about|around|some|just|only|fewer|more|less|over|under)\s+(?:than\s+)?)?(?:\d|(?:half|most)\s+of\s)",
    re.I,
)
_SURVEY = re.compile(
    r"\b(?:[Ii]n|[Aa]ccording\s+to)\s+((?:an?|the|its|their|another)\s+(?:[\w-]+\s+){0,3}?(?:survey|poll|study|questionnaire)"
    r"(?:\s+(?:by|for|from)\s+(?:the\s+)?[\w’'&-]+(?:\s[A-Z][\w’'&-]+){0,3})?)"
)

_LISTED_KIN = re.compile(r",\s+(?:his|her|their)\s+[a-z-]+$")
_SAYS_IT = re.compile(r"\s+(?:that\s+)?its?\s+(?:had|has|would|will|is|was|own)\b")
"""As in "Brightline said it would": the name is a body's."""


def _once(entities: Sequence[Entity]) -> tuple[Entity, ...]:
    out: list[Entity] = []
    for entity in entities:
        if entity not in out:
            out.append(entity)
    return tuple(out)
