"""The paragraphs of a highlight question, and where in them its pieces stand."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from reportedly.story.article import Paragraph
from reportedly.story.words import find_words


@dataclass(frozen=True)
class Spot:
    """A place where a piece stands.

    Attributes:
        piece: Its position among the pieces.
        paragraph: The position of the paragraph in the passage.
        start: Where it begins in that paragraph.
        end: Behind its last character.
    """

    piece: int
    paragraph: int
    start: int
    end: int

    def overlaps(self, other: Spot) -> bool:
        """Whether the two share any character."""
        return (
            self.paragraph == other.paragraph and self.start < other.end and other.start < self.end
        )


@dataclass(frozen=True)
class Passage:
    """A passage as it is shown.

    Attributes:
        texts: The wording of each paragraph.
        spots: Every place where a piece stands, piece by piece, in the order of the text.
    """

    texts: tuple[str, ...]
    spots: tuple[Spot, ...]


def find_pieces(pieces: Sequence[str], paragraphs: Sequence[Paragraph]) -> Passage:
    """The passage in the wording that has the pieces, and where they stand."""
    texts = tuple(
        paragraph.wording_with(words for words in pieces if paragraph.has_words(words))
        for paragraph in paragraphs
    )
    return Passage(
        texts,
        tuple(
            Spot(n, place, start, end)
            for n, words in enumerate(pieces)
            for place, text in enumerate(texts)
            for start, end in _find_all(words, text)
        ),
    )


def _find_all(words: str, text: str) -> Iterator[tuple[int, int]]:
    """Every place where words stand in a text."""
    done = 0
    while found := find_words(words, text[done:]):
        yield done + found[0], done + found[1]
        done += found[1]
