"""Whether a ledger agrees with its articles and with itself."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reportedly.files.reading.wording import did_you_mean
from reportedly.quiz.evidence import LONGEST_QUOTATION
from reportedly.quiz.faults import Fault, Place
from reportedly.story.article import Article, Paragraph
from reportedly.story.ledger import OWN_VOICE, Claim, Ledger
from reportedly.story.story import StoryFile
from reportedly.story.words import count_words, nearest_words


def ledger_faults(ledger: Ledger, articles: Sequence[Article]) -> Iterator[Fault]:
    """What is wrong with the claims of a ledger and the speakers they name."""
    by_letter = {article.letter: article for article in articles}
    for key, speaker in ledger.speakers.items():
        if key == OWN_VOICE:
            yield Fault(
                ("speakers", key),
                f'"{key}" is kept for what an article says itself',
                "give the speaker another name",
            )
        if speaker.at is not None and _paragraph(speaker.at, by_letter) is None:
            yield _no_paragraph(("speakers", key, "at"), speaker.at, by_letter)
    first: dict[str, int] = {}
    for n, claim in enumerate(ledger.claims):
        place: Place = ("claims", n)
        if claim.id in first:
            yield Fault(
                (*place, "id"),
                f'the id "{claim.id}" is used twice (lines {{lines}})',
                "give each claim its own id",
                also=(("claims", first[claim.id], "id"), (*place, "id")),
            )
        first.setdefault(claim.id, n)
        for fault in (*_speaker_faults(claim, ledger), *_word_faults(claim, by_letter)):
            yield fault.under(*place)


def _speaker_faults(claim: Claim, ledger: Ledger) -> Iterator[Fault]:
    keys = list(ledger.speakers)
    named: list[tuple[Place, str]] = [(("via", n), key) for n, key in enumerate(claim.via)]
    if claim.speaker != OWN_VOICE:
        named.append((("speaker",), claim.speaker))
    if claim.maybe is not None:
        named.append((("maybe",), claim.maybe))
    for place, key in named:
        if key not in ledger.speakers:
            question, cure = did_you_mean(key, keys)
            if not question:
                cure = "add it to `speakers` at the top of the file"
            yield Fault(place, f'unknown speaker "{key}"{question}', cure)


def _word_faults(claim: Claim, by_letter: dict[str, Article]) -> Iterator[Fault]:
    paragraph = _paragraph(claim.at, by_letter)
    if paragraph is None:
        yield _no_paragraph(("at",), claim.at, by_letter)
        return
    words = count_words(claim.words)
    if words > LONGEST_QUOTATION:
        yield Fault(
            ("words",), f"{words} words are quoted", f"quote at most {LONGEST_QUOTATION} words"
        )
    quoted: list[tuple[Place, str]] = [(("words",), claim.words)]
    quoted += [(("hedges", n), hedge) for n, hedge in enumerate(claim.hedges)]
    quoted += [(("labels", n), label) for n, label in enumerate(claim.labels)]
    if claim.cue is not None:
        quoted.append((("cue", "words"), claim.cue.words))
    for place, text in quoted:
        if not paragraph.has_words(text):
            near = nearest_words(text, paragraph.shown)
            yield Fault(place, f'"{text}" is not in {claim.at}', f'the nearest are "{near.words}"')


def _paragraph(at: str, by_letter: dict[str, Article]) -> Paragraph | None:
    article = by_letter.get(at[:1])
    return article.paragraph(int(at[1:])) if article is not None else None


def _no_paragraph(place: Place, at: str, by_letter: dict[str, Article]) -> Fault:
    article = by_letter.get(at[:1])
    if article is None:
        letters = ", ".join(sorted(by_letter)) or "one whose file is there"
        return Fault(place, f'there is no article "{at[:1]}" in this story', f"use {letters}")
    last = len(article.paragraphs)
    return Fault(place, f"article {at[:1]} has no paragraph {at[1:]}", f"use 1 to {last}")


def conclusion_faults(about: StoryFile, ledger: Ledger) -> Iterator[Fault]:
    """What `firm` and `open` of story.yaml rest on, and is not in the ledger."""
    known = [claim.id for claim in ledger.claims]
    for name, conclusions in (("firm", about.firm), ("open", about.open)):
        for n, conclusion in enumerate(conclusions):
            for c, claim in enumerate(conclusion.claims):
                if claim not in known:
                    question, cure = did_you_mean(claim, known)
                    if not question:
                        cure = "name claims of claims.yaml"
                    found = f'there is no claim "{claim}"{question}'
                    yield Fault((name, n, "claims", c), found, cure)
