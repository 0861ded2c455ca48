"""Why an answer was right or not: reasons for what was chosen and missed, and the evidence."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from reportedly.quiz.attempt import Answer
from reportedly.quiz.edition import Edition
from reportedly.quiz.marking import Certainty, Mark, certainty_mark
from reportedly.quiz.question import Evidence, Question
from reportedly.story.words import find_words


@dataclass(frozen=True)
class Piece:
    """A stretch of a paragraph; `marked` where the evidence stands."""

    text: str
    marked: bool = False


@dataclass(frozen=True)
class Quotation:
    """A paragraph with the words that decide."""

    at: str
    article: str
    pieces: tuple[Piece, ...]


@dataclass(frozen=True)
class Explanation:
    """All a learner is told after answering.

    Attributes:
        points, possible: Exact; `points` is the share times what the question is worth.
        certainty_points: Practice marks for being sure, when it was asked and answered.
    """

    question: Question
    mark: Mark
    points: Fraction
    possible: Fraction
    evidence: tuple[Quotation, ...]
    certainty: Certainty | None
    certainty_points: Fraction | None


def explain(edition: Edition, answer: Answer) -> Explanation:
    """What to tell a learner about a complete answer."""
    question = edition.question(answer.question)
    mark = question.mark(answer.response)
    return Explanation(
        question=question,
        mark=mark,
        points=mark.share * question.points,
        possible=question.points,
        evidence=quotations(edition, question.evidence),
        certainty=answer.certainty,
        certainty_points=certainty_mark(mark.share, answer.certainty) if answer.certainty else None,
    )


def quotations(edition: Edition, evidence: tuple[Evidence, ...]) -> tuple[Quotation, ...]:
    """The paragraphs that evidence names, each once, with the words marked."""
    words: dict[str, list[str]] = {}
    for item in evidence:
        words.setdefault(item.at, []).append(item.words)
    found = []
    for at, quoted in words.items():
        paragraph = edition.paragraph(at)
        if paragraph is None:
            continue
        pieces = marked_pieces(paragraph.wording_with(quoted), quoted)
        found.append(Quotation(at, edition.labels[at[0]], pieces))
    return tuple(found)


def marked_pieces(text: str, quoted: list[str]) -> tuple[Piece, ...]:
    """The text cut where the quoted words begin and end; overlapping ones are joined."""
    joined: list[tuple[int, int]] = []
    for start, end in sorted(span for words in quoted if (span := find_words(words, text))):
        if joined and start <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(joined[-1][1], end))
        else:
            joined.append((start, end))
    pieces: list[Piece] = []
    done = 0
    for start, end in joined:
        if start > done:
            pieces.append(Piece(text[done:start]))
        pieces.append(Piece(text[start:end], marked=True))
        done = end
    if done < len(text):
        pieces.append(Piece(text[done:]))
    return tuple(pieces)
