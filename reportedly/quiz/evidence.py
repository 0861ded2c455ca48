"""Whether what a bank quotes stands where it says."""

from __future__ import annotations

from collections.abc import Iterator

from reportedly.quiz.bank import Bank
from reportedly.quiz.faults import Fault
from reportedly.quiz.kinds.highlight import Highlight
from reportedly.quiz.passage import Spot, find_pieces
from reportedly.story.story import Story
from reportedly.story.words import count_words, nearest_words

LONGEST_QUOTATION = 12
"""Words that may be quoted in a row."""


def evidence_faults(bank: Bank, story: Story) -> Iterator[Fault]:
    """Evidence and passages that do not stand in the paragraph they name."""
    for n, question in enumerate(bank.questions):
        for e, evidence in enumerate(question.evidence):
            place = ("questions", n, "evidence", e)
            yield from (
                f.under(*place) for f in _quotation_faults(evidence.at, evidence.words, story)
            )
        if isinstance(question, Highlight):
            for fault in _passage_faults(question, story):
                yield fault.under("questions", n)


def _quotation_faults(at: str, words: str, story: Story) -> Iterator[Fault]:
    paragraph = story.paragraph(at)
    if paragraph is None:
        yield _no_paragraph(at, story, ("at",))
        return
    if count_words(words) > LONGEST_QUOTATION:
        yield Fault(
            ("words",),
            f"{count_words(words)} words are quoted",
            f"quote at most {LONGEST_QUOTATION} words",
        )
    if not paragraph.has_words(words):
        yield Fault(("words",), f"these words are not in {at}", _where_instead(words, at, story))


def _no_paragraph(at: str, story: Story, place: tuple[str | int, ...]) -> Fault:
    article = story.article(at[:1])
    if article is None:
        letters = ", ".join(a.letter for a in story.articles)
        return Fault(place, f'there is no article "{at[:1]}" in this story', f"use {letters}")
    last = len(article.paragraphs)
    return Fault(
        place, f"{story.label(article.letter)} has no paragraph {at[1:]}", f"use 1 to {last}"
    )


def _where_instead(words: str, at: str, story: Story) -> str:
    """The cure: the paragraph where the words do stand, or the nearest ones."""
    by_place = {
        f"{article.letter}{paragraph.number}": paragraph
        for article in story.articles
        for paragraph in article.paragraphs
    }
    for place, paragraph in by_place.items():
        if paragraph.has_words(words):
            return f"they stand in {place}: write `at: {place}`"
    nearest = {place: nearest_words(words, p.text) for place, p in by_place.items()}
    # The paragraph named wins over one that is hardly nearer.
    best = max(nearest, key=lambda place: nearest[place].likeness + 0.1 * (place == at))
    return f'the nearest are "{nearest[best].words}" ({best})'


def _passage_faults(question: Highlight, story: Story) -> Iterator[Fault]:
    paragraphs = []
    for n, at in enumerate(question.passage):
        paragraph = story.paragraph(at)
        if paragraph is None:
            yield _no_paragraph(at, story, ("passage", n))
        else:
            paragraphs.append((at, paragraph))
    if not paragraphs or len(paragraphs) < len(question.passage):
        return
    found = find_pieces([piece.words for piece in question.pieces], [p for _, p in paragraphs])
    taken: list[Spot] = []
    for n, piece in enumerate(question.pieces):
        right = len(question.right)
        place = ("right", n, "words") if n < right else ("wrong", n - right, "words")
        spots = [spot for spot in found.spots if spot.piece == n]
        if not spots:
            nearest = max(
                (nearest_words(piece.words, text) for text in found.texts),
                key=lambda near: near.likeness,
            )
            named = ", ".join(question.passage)
            yield Fault(
                place, f"these words are not in {named}", f'the nearest are "{nearest.words}"'
            )
            continue
        if len(spots) > 1:
            yield Fault(
                place,
                f"these words stand {len(spots)} times in the passage",
                "add the words before or after, so that they stand there once",
            )
        clash = next((other for other in taken if other.overlaps(spots[0])), None)
        # That the same words stand twice was said by the question itself.
        if clash and question.pieces[clash.piece].words != piece.words:
            yield Fault(
                place,
                f'these words overlap with "{question.pieces[clash.piece].words}"',
                "choose words that do not share any",
            )
        taken.append(spots[0])
