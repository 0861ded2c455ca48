"""One article read by an engine: for each paragraph its sentences, quotations and attributions."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from reportedly.authoring.extraction.engines import engine_rules, engine_spacy, headline
from reportedly.authoring.extraction.engines.found import Attribution, Found, Mention, Span
from reportedly.authoring.extraction.engines.language_model import LanguageModel, Missing
from reportedly.authoring.extraction.joining.combine import combined
from reportedly.authoring.extraction.quotes import Quote, quotes
from reportedly.authoring.extraction.segment import Block, sentences


@dataclass(frozen=True, slots=True)
class ReadBlock:
    """A paragraph with everything found in it.

    Attributes:
        disputed: Cues for which the rules name another speaker than the parser does.
        common: Where words begin that have a capital only because a sentence begins with them.
    """

    block: Block
    sentences: tuple[Span, ...]
    quotes: tuple[Quote, ...]
    attributions: tuple[Attribution, ...]
    mentions: tuple[Mention, ...]
    disputed: frozenset[Span] = frozenset()
    common: frozenset[int] = frozenset()


def read_blocks(blocks: Sequence[Block], model: LanguageModel | Missing) -> tuple[ReadBlock, ...]:
    """The paragraphs that report something, each with what was found in it."""
    prepared = []
    for block in blocks:
        if block.reports:
            found = quotes(block.text)
            prepared.append((block, found, sentences(block.text, block.body_start, found)))
    by_rules = [engine_rules.find(block.text, parts, found) for block, found, parts in prepared]
    if isinstance(model, Missing):
        return tuple(
            _read(block, parts, found, rules, None)
            for (block, found, parts), rules in zip(prepared, by_rules, strict=True)
        )
    trees = model.parse((block.text, parts) for block, _, parts in prepared)
    return tuple(
        _read(block, parts, found, engine_spacy.find(parsed, found), rules)
        for (block, found, parts), parsed, rules in zip(prepared, trees, by_rules, strict=True)
    )


def _read(
    block: Block,
    parts: tuple[Span, ...],
    found: tuple[Quote, ...],
    by_engine: Found,
    by_rules: Found | None,
) -> ReadBlock:
    top = headline.find(block.text) if block.kind == "headline" or is_standfirst(block) else None
    if top is not None and (block.kind == "headline" or not by_engine.attributions):
        return ReadBlock(block, parts, found, top.attributions, by_engine.mentions)
    attributions = combined(block.text, parts, found, by_engine, by_rules)
    disputed = frozenset[Span]()
    if by_rules is not None:
        named = {a.cue: a.source for a in by_rules.attributions if a.cue and a.source}
        disputed = frozenset(
            a.cue for a in attributions
            if a.cue in named and a.source is not None and not _overlap(a.source, named[a.cue])
        )  # fmt: skip
    return ReadBlock(
        block, parts, found, attributions, by_engine.mentions, disputed, by_engine.common
    )


def is_standfirst(block: Block) -> bool:
    """Whether a line near the top reads like a second headline: short, and without a full stop."""
    early = block.kind == "body" and 2 <= block.number <= 4 and block.body_start == 0
    return early and len(block.text.split()) <= 26 and _STOPS.search(block.text) is None


_STOPS = re.compile(r"[.!?:…][”’\"')]*$")


def _overlap(a: Span, b: Span) -> bool:
    return a[0] < b[1] and b[0] < a[1]
