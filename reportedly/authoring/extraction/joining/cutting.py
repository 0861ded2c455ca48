"""Attributions cut where another speaker begins."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from reportedly.authoring.extraction.engines.found import Attribution
from reportedly.authoring.extraction.texts.trimming import trimmed


def ended_before(text: str, each: Attribution, at: int) -> Attribution:
    """An attribution that ends where another one's speaker begins."""
    if not each.has(at):
        return each
    pieces = [p for p in each.pieces if p[0] < at]
    if not pieces:
        return each  # a stray mark of quotation puts words in front of themselves
    last = trimmed(text, (pieces[-1][0], min(pieces[-1][1], at)))
    return replace(each, pieces=(*pieces[:-1], last))


def cut_before(text: str, each: Attribution, more: Sequence[Attribution]) -> Attribution:
    """An attribution without what a later speaker of the same verb says."""
    for other in more:
        if other.cue == each.cue and other.source is not None and each.has(other.source[0]):
            each = ended_before(text, each, other.source[0])
    return each
