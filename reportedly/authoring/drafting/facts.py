"""A story's ledger with its claims looked up by topic, speaker and paragraph."""

from __future__ import annotations

import hashlib
import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import date
from functools import cached_property
from random import Random

from reportedly.authoring.drafting.dates import last_day
from reportedly.authoring.drafting.figure import Figure
from reportedly.authoring.drafting.hedging import words_of
from reportedly.authoring.drafting.speakers import Speakers
from reportedly.authoring.drafting.wording import lowered
from reportedly.authoring.reviewing import is_settled
from reportedly.quiz.evidence import LONGEST_QUOTATION
from reportedly.story.ledger import OWN_VOICE, Claim, first_day
from reportedly.story.story import Story
from reportedly.story.words import count_words, find_words

_INNER_NAME = re.compile(r"(?<=[\w,;] )[A-Z][^\W_]+")
_FEW = 8
"""Figures on one topic that are compared with one another; more would be pairs without end."""


class Facts:
    """What blueprints ask of a story; every question is answered from a table made once."""

    def __init__(self, story: Story, seed: int) -> None:
        """Reads the ledger; dropped claims and those whose words stand nowhere are left out.

        So are claims of which the extraction was not sure, until a person has decided on them.
        They are kept apart as `undecided`: nothing is drawn from them, yet what would be wrong if
        they turn out to be right is held back.
        """
        self.story = story
        self.seed = seed
        usable = [claim for claim in story.ledger.claims if self._is_usable(claim)]
        self.claims = tuple(claim for claim in usable if is_settled(claim))
        self.undecided = tuple(claim for claim in usable if not is_settled(claim))
        self.letters = tuple(dict.fromkeys(claim.letter for claim in self.claims))

    def chance(self, *about: str) -> Random:
        """Chance for one question: the same each time, whatever else there is in the ledger."""
        text = "/".join((str(self.seed), *about))
        return Random(int.from_bytes(hashlib.sha256(text.encode()).digest()[:8], "big"))

    def _is_usable(self, claim: Claim) -> bool:
        paragraph = self.story.paragraph(claim.at)
        return (
            claim.review != "dropped"
            and paragraph is not None
            and count_words(claim.words) <= LONGEST_QUOTATION
            and paragraph.has_words(claim.words)
            and (claim.speaker == OWN_VOICE or claim.speaker in self.story.ledger.speakers)
            and all(hand in self.story.ledger.speakers for hand in claim.via)
        )

    # --- tables ---------------------------------------------------------------------------------

    @cached_property
    def by_topic(self) -> dict[str, tuple[Claim, ...]]:
        """The claims on each topic, in the ledger's order."""
        table: dict[str, list[Claim]] = defaultdict(list)
        for claim in self.claims:
            table[claim.topic].append(claim)
        return {topic: tuple(claims) for topic, claims in table.items()}

    @cached_property
    def undecided_on(self) -> dict[str, tuple[Claim, ...]]:
        """The undecided claims on each topic."""
        table: dict[str, list[Claim]] = defaultdict(list)
        for claim in self.undecided:
            table[claim.topic].append(claim)
        return {topic: tuple(claims) for topic, claims in table.items()}

    @cached_property
    def by_paragraph(self) -> dict[str, tuple[Claim, ...]]:
        """The claims of each paragraph, in the order of the paragraphs."""
        table: dict[str, list[Claim]] = defaultdict(list)
        for claim in sorted(self.claims, key=lambda claim: (claim.letter, claim.paragraph)):
            table[claim.at].append(claim)
        return {at: tuple(claims) for at, claims in table.items()}

    @cached_property
    def by_letter(self) -> dict[str, tuple[Claim, ...]]:
        """The claims of each article, paragraph by paragraph."""
        table: dict[str, list[Claim]] = defaultdict(list)
        for claims in self.by_paragraph.values():
            table[claims[0].letter].extend(claims)
        return {letter: tuple(claims) for letter, claims in table.items()}

    @cached_property
    def figures(self) -> tuple[Figure, ...]:
        """Every number with its claim."""
        return tuple(
            Figure(claim, quantity)
            for claim in self.claims
            for quantity in claim.quantity
            if quantity.value is not None
        )

    @cached_property
    def speakers(self) -> Speakers:
        """Who says what."""
        labels = {about.letter: about.label for about in self.story.about.articles}
        return Speakers(self.story.ledger.speakers, labels, self.claims, self.undecided)

    def lowered(self, text: str) -> str:
        """A statement as it goes on after "said that"."""
        return lowered(text, self.small_words, self.names)

    @cached_property
    def figure_topics(self) -> dict[str, tuple[Figure, ...]]:
        """The figures on each topic, each speaker's figure once; at most a few."""
        table: dict[str, dict[object, Figure]] = defaultdict(dict)
        for figure in self.figures:
            told = (figure.claim.speaker, figure.claim.letter, figure.said, figure.quantity.of)
            if len(table[figure.quantity.topic]) < _FEW:
                table[figure.quantity.topic].setdefault(told, figure)
        return {topic: tuple(figures.values()) for topic, figures in table.items()}

    def figure_pairs(self) -> Iterator[tuple[Figure, Figure]]:
        """Two figures on one topic, the one printed first coming first."""
        for figures in self.figure_topics.values():
            for n, one in enumerate(figures):
                for other in figures[n + 1 :]:
                    yield one, other

    @cached_property
    def names(self) -> frozenset[str]:
        """Words that the articles or the ledger write with a capital within a sentence."""
        texts = [
            paragraph.shown
            for article in self.story.articles
            for paragraph in article.paragraphs
            if paragraph.role != "headline"
        ]
        texts += [claim.says for claim in self.claims]
        texts += [speaker.name for speaker in self.story.ledger.speakers.values()]
        inner = {word.casefold() for text in texts for word in _INNER_NAME.findall(text)}
        first = {
            words_of(speaker.name)[0].casefold()
            for speaker in self.story.ledger.speakers.values()
            if speaker.name[0].isupper() and words_of(speaker.name)
        }
        return frozenset(inner | first)

    @cached_property
    def small_words(self) -> frozenset[str]:
        """Words that the articles or the ledger write with a small letter."""
        texts = [p.shown for article in self.story.articles for p in article.paragraphs]
        texts += [claim.says for claim in self.claims]
        return frozenset(word for text in texts for word in words_of(text) if word[0].islower())

    # --- articles -------------------------------------------------------------------------------

    def article(self, letter: str) -> str:
        """What to call an article."""
        return self.story.label(letter)

    def published(self, letter: str) -> date | None:
        """The day on which an article appeared, if it is known to the day."""
        for about in self.story.about.articles:
            if about.letter == letter and about.published.is_ is not None:
                text = about.published.is_
                try:
                    first = first_day(text)
                except ValueError:
                    return None
                return first if first == last_day(text) else None
        return None

    def published_is_inferred(self, letter: str) -> bool:
        """Whether the day of an article was worked out and stands nowhere."""
        return any(
            about.letter == letter and about.published.basis != "stated"
            for about in self.story.about.articles
        )

    @cached_property
    def _places(self) -> dict[str, list[str]]:
        """For each word of the articles the paragraphs that have it."""
        table: dict[str, list[str]] = defaultdict(list)
        for article in self.story.articles:
            for paragraph in article.paragraphs:
                text = f"{paragraph.text}\n{paragraph.original or ''}"
                for word in {word.casefold() for word in words_of(text)}:
                    table[word].append(f"{article.letter}{paragraph.number}")
        return table

    def _with_all(self, words: str) -> list[str]:
        """The few paragraphs that may have some words: those with the rarest of them."""
        lists = [self._places.get(word.casefold(), []) for word in words_of(words)]
        return min(lists, key=len, default=[])

    def prints(self, letter: str, words: str) -> bool:
        """Whether words, in any case, stand somewhere in an article."""
        wanted = words.casefold()
        for at in self._with_all(words):
            paragraph = self.story.paragraph(at) if at[0] == letter else None
            if paragraph is not None:
                texts = (paragraph.text, paragraph.original or "")
                if any(find_words(wanted, text.casefold()) for text in texts):
                    return True
        return False

    def place_of(self, words: str) -> str | None:
        """The first paragraph in which words stand, letter for letter."""
        return next((at for at in self._with_all(words) if self.stands_in(words, at)), None)

    def stands_in(self, words: str, at: str) -> bool:
        """Whether words stand in a paragraph, letter for letter."""
        paragraph = self.story.paragraph(at)
        return paragraph is not None and paragraph.has_words(words)

    @cached_property
    def labels(self) -> frozenset[str]:
        """Every word of the ledger that takes a side."""
        return frozenset(label.casefold() for claim in self.claims for label in claim.labels)


def in_groups(claims: Sequence[Claim], size: int) -> Iterator[Sequence[Claim]]:
    """The claims in groups of one size, the last of which may be smaller."""
    for start in range(0, len(claims), size):
        yield claims[start : start + size]
