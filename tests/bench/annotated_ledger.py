"""A ledger of figures as a person annotated them, so that putting them together is measured on its own.

Each figure has its annotated paragraph, value and speaker and is a claim of its own; what it counts is
read from the text as always.
"""

import re
from fractions import Fraction
from pathlib import Path

from extraction_quality import Gold, gold_of

from reportedly.authoring.extraction.alignment.align import aligned
from reportedly.authoring.extraction.article import RawArticle
from reportedly.authoring.extraction.engines.found import Span
from reportedly.authoring.extraction.figures.numbers import numbers
from reportedly.authoring.extraction.figures.slots import slot
from reportedly.authoring.extraction.quotes import quotes
from reportedly.authoring.extraction.segment import Block, sentences
from reportedly.story.ledger import OWN_VOICE, Claim, Ledger, Quantity, Speaker


def annotated_ledger(event: str, paths: list[Path]) -> Ledger:
    """The aligned ledger that the .gold files beside the articles of an event come to."""
    speakers: dict[str, Speaker] = {}
    claims: list[Claim] = []
    paragraphs: dict[str, str] = {}
    for path, letter in zip(paths, "ABCDEF", strict=False):
        article = RawArticle(path.name, path.read_text(encoding="utf-8"))
        paragraphs |= {f"{letter}{b.number}": b.text for b in article.blocks}
        blocks = {f"{letter}{b.number}": b for b in article.blocks}
        used: set[tuple[str, Span]] = set()
        for row in gold_of(path.with_suffix(".gold"), letter):
            if row.kind != "Q":
                continue
            if _is_named(row.who):
                speakers.setdefault(_key(row.who), Speaker(name=row.who, kind="not told"))
            claim = _claim(f"{letter}-{len(claims) + 1:02}", row, blocks[row.at], used)
            if claim is not None:
                claims.append(claim)
    return aligned(Ledger(story=event, speakers=speakers, claims=tuple(claims)), paragraphs)


def _key(who: str) -> str:
    return "-".join(re.findall(r"[a-z0-9]+", who.lower())) if _is_named(who) else OWN_VOICE


def _is_named(who: str) -> bool:
    return who not in ("", "own")


def _claim(id: str, row: Gold, block: Block, used: set[tuple[str, Span]]) -> Claim | None:
    taken = {span for at, span in used if at == row.at}
    value = Fraction(row.what)
    number = next(
        (n for n in numbers(block.text) if n.value == value and n.core not in taken), None
    )
    if number is None:
        return None
    used.add((row.at, number.core))
    parts = sentences(block.text, block.body_start, quotes(block.text))
    place = number.core[0]
    start, end = next((s for s in parts if s[0] <= place < s[1]), (0, len(block.text)))
    found = slot(block.text, number, (start, end))
    topic = f"{found.topic}-other-event" if found.other_event else found.topic
    quantity = Quantity(
        topic=topic,
        of=found.of,
        value=number.value,
        qualifier=number.qualifier,
        unit=found.unit,
        scope=found.scope,
    )
    words = block.text[start:end]
    return Claim(
        id=id, at=row.at, words=words, says=words, speaker=_key(row.who), voice="reported",
        quantity=(quantity,), topic=topic, confidence="high", review="auto",
    )  # fmt: skip
