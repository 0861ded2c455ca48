"""What is handed to the extraction, and what comes back: a draft for a person to go over."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from functools import cached_property

from reportedly.authoring.extraction.segment import Block, blocks
from reportedly.story.ledger import Ledger
from reportedly.story.story import StoryFile


@dataclass(frozen=True)
class Hints:
    """What stands beside an article's text, for example in the head of an HTML page."""

    outlet: str | None = None
    byline: str | None = None
    published: str | None = None
    link: str | None = None


@dataclass(frozen=True)
class RawArticle:
    """An article as it was brought in.

    Attributes:
        file: What it is called in messages.
        published: The date that a person gave for it, as YYYY-MM-DD; "unknown" if nobody knows.
    """

    file: str
    text: str
    hints: Hints = field(default_factory=Hints)
    published: str | None = None

    @cached_property
    def blocks(self) -> tuple[Block, ...]:
        """Its numbered paragraphs."""
        return blocks(self.text)


@dataclass(frozen=True)
class Draft:
    """A story as it was drawn out of raw articles; every claim awaits a person's review.

    Attributes:
        articles: The articles in the order of their letters, as Markdown.
        notes: Sentences for the person who brought them in.
    """

    about: StoryFile
    ledger: Ledger
    articles: tuple[tuple[str, str], ...]
    notes: tuple[str, ...]

    def named(self, story: str, title: str) -> Draft:
        """The same draft as the story of that name and title."""
        about = self.about.model_copy(update={"story": story, "title": title})
        ledger = self.ledger.model_copy(update={"story": story})
        return replace(self, about=about, ledger=ledger)


class Refused(Exception):
    """The articles cannot be read; the message is one sentence with its cure."""
