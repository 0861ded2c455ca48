"""An article as numbered paragraphs."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from reportedly.story.words import find_words

Role = Literal["headline", "caption", "body"]


@dataclass(frozen=True)
class Paragraph:
    """One paragraph, as a learner reads it.

    Attributes:
        number: From 1, counting every block of the file.
        text: Without the marks that say what it is.
        original: The original's wording, where an instructor has put it beside the retelling.
    """

    number: int
    role: Role
    text: str
    original: str | None = None

    @property
    def shown(self) -> str:
        """What the reader shows: the original where there is one."""
        return self.original or self.text

    def has_words(self, words: str) -> bool:
        """Whether the words stand in it, in our wording or in the original's."""
        return any(find_words(words, wording) for wording in (self.text, self.original or ""))

    def wording_with(self, words: Iterable[str]) -> str:
        """The wording to show with these words marked: the original if it has them all."""
        has_all = all(find_words(each, self.shown) for each in words)
        return self.shown if has_all else self.text


@dataclass(frozen=True)
class Article:
    """One report of the event, in the order printed."""

    letter: str
    paragraphs: tuple[Paragraph, ...]

    def paragraph(self, number: int) -> Paragraph | None:
        """The paragraph of that number, counted from 1, if there is one."""
        return self.paragraphs[number - 1] if 1 <= number <= len(self.paragraphs) else None


def read_article(letter: str, text: str, original: str | None = None) -> Article:
    """The article written as blocks with blank lines between.

    A block beginning with "# " is a headline, one beginning with "Caption: " a picture's caption.
    The n-th block of `original` belongs to the n-th of `text`.
    """
    originals = _blocks(original or "")
    paragraphs = []
    for number, block in enumerate(_blocks(text), start=1):
        role, words = _role(block)
        # An original may be marked up like the retelling, or be the bare text.
        beside = _role(originals[number - 1])[1] if number <= len(originals) else None
        paragraphs.append(Paragraph(number, role, words, beside))
    return Article(letter, tuple(paragraphs))


def _role(block: str) -> tuple[Role, str]:
    """What a block is, and its words without the mark that says so."""
    if block.startswith("# "):
        return "headline", block.removeprefix("# ").strip()
    if block.startswith("Caption: "):
        return "caption", block.removeprefix("Caption: ").strip()
    return "body", block


def _blocks(text: str) -> list[str]:
    """The non-empty blocks, each as one line."""
    blocks: list[list[str]] = [[]]
    for line in text.splitlines():
        if line.strip():
            blocks[-1].append(line.strip())
        elif blocks[-1]:
            blocks.append([])
    return [" ".join(block) for block in blocks if block]
