"""What both engines’ findings have in common afterwards: chains of hands, and quotations that go on."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from reportedly.authoring.extraction.engines.found import Attribution, Found, Span
from reportedly.authoring.extraction.joining.by_rules import is_plain, with_missed, with_sources
from reportedly.authoring.extraction.joining.cutting import cut_before
from reportedly.authoring.extraction.joining.full_names import named_fully, with_cited
from reportedly.authoring.extraction.joining.gapped import gapped
from reportedly.authoring.extraction.joining.going_on import going_on, place_of
from reportedly.authoring.extraction.joining.inserted import with_inserted
from reportedly.authoring.extraction.joining.nested import nested, parted, with_according
from reportedly.authoring.extraction.joining.sources import (
    behind_semicolon,
    spread,
    told_within,
    with_gatherer,
    with_name_behind,
    with_their_place,
    without_misread,
    without_tail,
)
from reportedly.authoring.extraction.quotes import Quote
from reportedly.authoring.extraction.texts.trimming import trimmed


def combined(
    text: str,
    sentences: tuple[Span, ...],
    quoted: tuple[Quote, ...],
    found: Found,
    by_rules: Found | None,
) -> tuple[Attribution, ...]:
    """The attributions of a paragraph with their chains, in the order of the text.

    Args:
        by_rules: What the rules found, when `found` comes from the parser: a cue at a sentence's
            end that the parser missed is taken from them.
    """
    groups = _by_sentence(sentences, found.attributions)
    if by_rules is not None:
        for n, others in enumerate(_by_sentence(sentences, by_rules.attributions)):
            groups[n] = with_missed(text, with_sources(text, groups[n], others), others)
            if not groups[n]:
                groups[n] = [
                    replace(a, because=(*a.because, "read by the order of words alone"))
                    for a in others if is_plain(text, a)
                ]  # fmt: skip
    groups = [
        [with_cited(text, _fully(text, each)) for each in without_misread(text, group)]
        for group in groups
    ]
    out: list[Attribution] = []
    for sentence, group in zip(sentences, groups, strict=False):
        more = [*gapped(text, group, sentence[1])]
        group = [spread(text, sentence[1], cut_before(text, each, more)) for each in group]
        group = [*group, *told_within(text, group)]
        group = with_inserted(text, sentence, group)
        group = [behind_semicolon(text, sentence[1], each, group) for each in group]
        chained = nested(text, with_according(text, parted(text, group)))
        out.extend(_with_more(text, sentence, each) for each in chained)
        out.extend(more)
    out.extend(going_on(text, sentences, quoted, out))
    return tuple(sorted(_without_repeats(out), key=lambda a: (a.pieces[0][0], -a.length)))


def _fully(text: str, each: Attribution) -> Attribution:
    each = with_their_place(text, with_gatherer(text, with_name_behind(text, each)))
    return without_tail(text, named_fully(text, each))


def _by_sentence(
    sentences: tuple[Span, ...], found: Sequence[Attribution]
) -> list[list[Attribution]]:
    groups: list[list[Attribution]] = [[] for _ in sentences]
    at = 0
    for each in sorted(found, key=place_of):
        place = place_of(each)
        while at + 1 < len(sentences) and place >= sentences[at + 1][0]:
            at += 1
        if groups:
            groups[at].append(each)
    return groups


def _without_repeats(found: list[Attribution]) -> list[Attribution]:
    """The same words from the same cue, or given twice to the same source, count once."""
    out: list[Attribution] = []
    for each in sorted(found, key=lambda a: (place_of(a), a.source is None)):
        same = any(
            (other.pieces == each.pieces and (other.source == each.source or each.source is None))
            or (other.cue == each.cue and other.cue is not None and other.pieces == each.pieces)
            for other in out[-12:]
        )  # fmt: skip
        if not same:
            out.append(each)
    return out


_CHANGE = (
    r"an?\s+(?:\w+\s+){0,2}?(?:increase|rise|jump|drop|fall|decrease|decline|gain|reduction|surge|growth|loss"
    r"|rate|share|proportion|average)\s+(?:of|from|on)\b"
)

_CHANGED = re.compile(rf",\s+({_CHANGE})")

_MORE = re.compile(
    rf"(?:\s+(?:in|on|at|during|late|early|by)\s[^,;.“\"]{{1,60}})?,\s+{_CHANGE}"
    r"|,?\s+(?:(?:on|late on|early on)\s+\w+,?\s+)?(?:including|with|leaving|among\s+them|up\s+from|down\s+from|compared\s+(?:with|to)|bringing"
    r"|raising|taking|of\s+(?:which|whom)\s+(?:[£$€]\s?)?\d|(?:[\w-]+\s+)?(?:\d[\d,.]*|one|two|three|four|five|six|seven|eight|nine|ten|most|some|many)"
    r"\s+(?:of\s+(?:them|whom|which|those)|(?:more|fewer|less)\s+than))\b"
)


def _with_more(text: str, sentence: Span, each: Attribution) -> Attribution:
    """As in "..., nine of them children", "..., up from 14": figures that still belong to what was said."""
    ends = [each.pieces[-1][1]]
    if each.source is not None and each.cue is not None:
        ends.append(max(each.source[1], each.cue[1]))
    for end in sorted(set(ends)):
        match = _MORE.match(text, end, sentence[1])
        if match is None:
            continue
        stop = text.find(" said", match.end(), sentence[1])
        changed = _CHANGED.search(text, end, match.end())
        begin = changed.start(1) if changed is not None else end
        more = trimmed(text, (begin, stop if stop > 0 and stop - end < 12 else sentence[1]))
        if any(a < more[1] and more[0] < b for a, b in each.pieces):
            continue
        if end == each.pieces[-1][1]:
            return replace(each, pieces=(*each.pieces[:-1], (each.pieces[-1][0], more[1])))
        return replace(each, pieces=(*each.pieces, more))
    return each
