"""Who says what in an article: marks in its paragraphs and the claims below them."""

from __future__ import annotations

from calendar import month_name
from collections import Counter, defaultdict
from dataclasses import dataclass
from html import escape

from reportedly.quiz.card import points_text
from reportedly.story.article import Paragraph
from reportedly.story.ledger import OWN_VOICE, Claim, Quantity, When
from reportedly.story.story import Story
from reportedly.story.words import find_words

COLOURS = 8
"""How many colours there are; the tag tells the speaker, the colour only helps."""


@dataclass(frozen=True)
class Tag:
    """How a speaker's words are marked."""

    text: str
    colour: int


def speaker_tags(story: Story) -> dict[str, Tag]:
    """A tag for each speaker of a claim, those with most claims first."""
    counts = Counter(c.speaker for c in story.ledger.claims if c.speaker != OWN_VOICE)
    speakers = story.ledger.speakers
    return {
        key: Tag(speakers[key].tag or speakers[key].name, n % COLOURS)
        for n, (key, _) in enumerate(counts.most_common())
    }


class Annotations:
    """The marks and claims of one story's articles."""

    def __init__(self, story: Story) -> None:
        self.story = story
        self.tags = speaker_tags(story)
        self._claims: dict[str, list[Claim]] = defaultdict(list)
        for claim in story.ledger.claims:
            self._claims[claim.at].append(claim)

    def words(self, at: str, paragraph: Paragraph) -> str:
        """The paragraph with the words of attributed claims marked by their speaker's tag."""
        text, done, parts = paragraph.shown, 0, []
        spans = sorted(
            (*span, claim.speaker)
            for claim in self._claims[at]
            if claim.speaker in self.tags and (span := find_words(claim.words, text))
        )
        for start, end, speaker in spans:
            if start < done:
                continue
            tag, name = self.tags[speaker], self.story.ledger.speakers[speaker].name
            parts.append(escape(text[done:start]))
            parts.append(
                f'<mark class="said c{tag.colour}">{escape(text[start:end])}'
                f'<abbr class="tag" title="{escape(name)}">{escape(tag.text)}</abbr></mark>'
            )
            done = end
        return "".join(parts) + escape(text[done:])

    def under(self, at: str) -> str:
        """The claims of a paragraph, closed until asked for."""
        claims = self._claims[at]
        if not claims:
            return ""
        label = "1 claim" if len(claims) == 1 else f"{len(claims)} claims"
        items = "".join(f"<li>{self.claim(claim)}</li>" for claim in claims)
        return f'<details class="claims"><summary>{label}</summary><ul>{items}</ul></details>'

    def key(self) -> str:
        """Who each tag stands for."""
        rows = []
        for key, tag in self.tags.items():
            speaker = self.story.ledger.speakers[key]
            told = f"; {escape(speaker.described)}" if speaker.described else ""
            rows.append(
                f'<li><mark class="said c{tag.colour}">'
                f'<span class="tag">{escape(tag.text)}</span></mark> {escape(speaker.name)} '
                f'<span class="fine">{escape(speaker.kind)}{told}</span></li>'
            )
        return (
            f'<ul class="key">{"".join(rows)}<li><span class="fine">'
            "No mark: the article’s own voice.</span></li></ul>"
        )

    def claim(self, claim: Claim) -> str:
        """What a claim says and who says it, with every limit."""
        rows = [("Who says it", self._chain(claim))]
        if claim.cue:
            rows.append(("Reporting words", f"“{claim.cue.words}”"))
        if claim.hedges:
            rows.append(("Limits", ", ".join(f"“{hedge}”" for hedge in claim.hedges)))
        if claim.quantity:
            rows.append(("Counts", "; ".join(map(quantity_text, claim.quantity))))
        if claim.labels:
            rows.append(("Labels used", ", ".join(f"“{label}”" for label in claim.labels)))
        if claim.happened:
            rows.append(("Happened", when_text(claim.happened)))
        if claim.said:
            rows.append(("Said", when_text(claim.said)))
        if claim.not_said:
            rows.append(("Does not say", "; ".join(claim.not_said)))
        details = "".join(f"<dt>{name}</dt><dd>{escape(text)}</dd>" for name, text in rows)
        return f"<p>{escape(claim.says)}.</p><dl>{details}</dl>"

    def _chain(self, claim: Claim) -> str:
        speaker = self.story.speaker(claim)
        if claim.speaker == OWN_VOICE:
            speaker += ", in its own voice"
            if claim.maybe:
                speaker += f" (by context perhaps {self.story.ledger.speakers[claim.maybe].name})"
        hands = [self.story.ledger.speakers[key].name for key in reversed(claim.via)]
        return " → ".join([speaker, *hands])


def quantity_text(quantity: Quantity) -> str:
    """A quantity in words: at least 50 people: people at the mine."""
    amount = points_text(quantity.value) if quantity.value is not None else quantity.amount or ""
    qualifier = "" if quantity.qualifier == "exactly" else f"{quantity.qualifier} "
    part = ", a part of the whole" if quantity.scope == "subset" else ""
    return f"{qualifier}{amount} ({quantity.of}{part})"


def when_text(when: When) -> str:
    """A date in words, with its reason when it is worked out."""
    text = date_text(when.when)
    return text if when.basis == "stated" else f"{text} (worked out: {when.because})"


def date_text(when: str) -> str:
    """An ISO date, month, year or span as people write it."""
    if "/" in when:
        first, last = when.split("/")
        return f"between {date_text(first)} and {date_text(last)}"
    year, *rest = when.split("-")
    if not rest:
        return year
    month = month_name[int(rest[0])]
    return f"{month} {year}" if len(rest) == 1 else f"{int(rest[1])} {month} {year}"
