"""Quotations without a cue of their own, given to whoever is quoted beside them."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import replace

from reportedly.authoring.extraction.engines.found import Attribution, Span
from reportedly.authoring.extraction.joining.cutting import ended_before
from reportedly.authoring.extraction.lexicon.cues import FORMS
from reportedly.authoring.extraction.quotes import Quote
from reportedly.authoring.extraction.texts.trimming import trimmed


def place_of(each: Attribution) -> int:
    """Where an attribution is anchored: at its cue, or where its words begin."""
    return each.cue[0] if each.cue is not None else each.pieces[0][0]


def going_on(
    text: str, sentences: tuple[Span, ...], quoted: tuple[Quote, ...], found: list[Attribution]
) -> list[Attribution]:
    """Quotations without a cue of their own, given to whoever is quoted beside them."""
    out: list[Attribution] = []
    ordered = sorted(found, key=place_of)
    places = [place_of(a) for a in ordered]
    for quote in quoted:
        low = bisect_left(places, quote.start - _FAR)
        high = bisect_left(places, quote.end + _FAR)
        near = ordered[low:high]
        if quote.kind != "full":
            continue
        whole = _begun_later(text, quote, near)
        if whole is not None:
            for n, each in enumerate(found):
                if each is whole[0]:
                    found[n] = whole[1]
            continue
        told = _before_colon(text, sentences, quote)
        if told is not None and _ANSWER_OF.match(text, told[1]) is not None:
            # "Roe's answer, an aide said, was brief:": the quotation is Roe's
            found[:] = [
                ended_before(text, a, quote.start) if a.has(quote.inner[0]) else a for a in found
            ]
            out.append(Attribution((trimmed(text, quote.inner),), told, None, "reply", "neutral"))
            continue
        left = _uncovered(text, quote, [*near, *out[-3:]])
        if left is None:
            continue
        before = [a for a in near if place_of(a) < quote.start and a.source is not None]
        if text[: quote.start].rstrip().endswith(":") and _before_colon(text, sentences, quote):
            before = [a for a in before if place_of(a) >= _sentence_of(sentences, quote.start)[0]]
        beside = [a for a in before if text[a.pieces[-1][1] : quote.start].count(".") <= 2]
        named = _NAMED_AFTER.match(text, quote.end)
        if named is not None and named[2] in FORMS:
            out.append(
                Attribution((left,), named.span(1), named.span(2), FORMS[named[2]], "neutral")
            )
            continue
        replied = _WAS_REPLY.match(text, quote.end) or _CAME_FROM.match(text, quote.end)
        if replied is not None:
            span = replied.span(1)
            out.append(Attribution((left,), span, None, "reply", "neutral"))
            continue
        if beside:
            last = max(beside, key=place_of)
            if _runs_on(text, quote, last, left) and last in found:
                # one quotation of several sentences is one statement
                whole_piece = (last.pieces[-1][0], left[1])
                found[found.index(last)] = replace(last, pieces=(*last.pieces[:-1], whole_piece))
                continue
            is_next = _is_next_sentence(sentences, last, quote)
            quotes_too = any(text[p[0] : p[1]].lstrip()[:1] in "\"“'‘" for p in last.pieces)
            because = (
                ()
                if is_next and quotes_too
                else ("a quotation that goes on without naming its speaker",)
            )
            out.append(
                Attribution(
                    (left,), last.source, None, last.lemma, "neutral", last.via, because, True
                )
            )
        elif (introducer := _before_colon(text, sentences, quote)) is not None:
            because = ("the words before the colon name nobody outright",)
            out.append(Attribution((left,), introducer, None, "say", "neutral", (), because, False))
        else:
            because = ("a quotation beside which nobody is named",)
            out.append(Attribution((left,), None, None, "say", "neutral", (), because, True))
    return out


_NAMED_AFTER = re.compile(
    r",?\s+((?:[A-Z][\w’'-]+\s+){0,3}[A-Z][\w’'-]+),\s[^,“”\";]{2,110},\s+(\w+(?:ed|id|old|es|ys))\b"
)
"""As in `"Not yet," Ada Brook, who leads the union, joked`."""

_ANSWERS = (
    r"(?:reply|response|answer|verdict|comment|message|view|assessment|retort|explanation|reaction|advice|warning"
    r"|plea|summary|description|conclusion|words|riposte|opinion|take|promise|prediction|excuse|defence|boast)"
)
_ANSWER_OF = re.compile(rf"[’']s?\s+(?:\w+\s+){{0,2}}?{_ANSWERS}\b")
_WAS_REPLY = re.compile(
    rf",?\s+(?:was|is|were|came|ran)\s+((?:[\w.-]+\s+){{0,6}}?[\w.-]+)[’']s?\s+(?:\w+\s+){{0,2}}?{_ANSWERS}\b"
)
_CAME_FROM = re.compile(
    rf"[,:;]?\s+(?:such\s+|this\s+|that\s+|so\s+)?(?:was|is|were|came)\s+(?:the|an?|one)\s+(?:\w+\s+){{0,2}}?{_ANSWERS}\s+(?:of|from|by)\s+((?:[\w-]+\s+){{0,6}}?[\w-]+)"
    r"(?=[,.;]|\s+(?:when|to|on|in|after|at|as|who)\b|$)"
)
"""As in `"Never," was the captain's reply`, `"No," came the answer from the ministry`."""


def _runs_on(text: str, quote: Quote, last: Attribution, left: Span) -> bool:
    """Whether what is left of a quotation follows upon what its cue already has of it."""
    start, end = last.pieces[-1]
    return (
        quote.start <= start and end <= left[0] and len(text[end : left[0]].strip(' .!?…’”"')) == 0
    )


_OWNER = re.compile(r"(?:But |And )?((?:The |An? |Its )?[\w .-]{2,50}?)[’']s?\s+\w+")


_OF_WHOM = re.compile(r".*\b(?:of|from|by)\s+((?:the\s+)?[\w ]{2,40}(?:,\s+[A-Z][\w .-]+)?)$")


_HIS = re.compile(r"(His|Her|Their|Its)\s")


def _before_colon(text: str, sentences: tuple[Span, ...], quote: Quote) -> Span | None:
    """Who is named by "The captain's answer was short:" in front of a quotation."""
    begin, _ = _sentence_of(sentences, quote.start)
    lead = text[begin : quote.start].rstrip()
    if not lead.endswith(":") or len(lead) > 160:
        return None
    lead = lead.rstrip(": ")
    for pattern in (_OWNER, _HIS, _OF_WHOM):
        match = pattern.match(lead)
        if match is not None:
            return begin + match.start(1), begin + match.end(1)
    return None


def _sentence_of(sentences: tuple[Span, ...], place: int) -> Span:
    return sentences[_number_of(sentences, place)] if sentences else (0, place)


def _number_of(sentences: tuple[Span, ...], place: int) -> int:
    return max(0, bisect_right(sentences, place, key=lambda s: s[0]) - 1)


_FAR = 1500
"""How many characters from a quotation its cue may stand."""


def _begun_later(
    text: str, quote: Quote, found: list[Attribution]
) -> tuple[Attribution, Attribution] | None:
    """A quotation whose cue stands in its second sentence: the first belongs to it as well."""
    for each in found:
        first = each.pieces[0]
        if quote.inner[0] < first[0] < quote.inner[1] and first[1] >= quote.inner[1] - 2:
            if not any(a.has(quote.inner[0] + 1) for a in found):
                return each, replace(each, pieces=((quote.inner[0], first[1]), *each.pieces[1:]))
    return None


def _is_next_sentence(sentences: tuple[Span, ...], last: Attribution, quote: Quote) -> bool:
    return _number_of(sentences, quote.start) - _number_of(sentences, place_of(last)) <= 1


def _uncovered(text: str, quote: Quote, found: list[Attribution]) -> Span | None:
    """The stretch of a quotation that no attribution has, if it has a few words."""
    start, end = quote.inner
    for each in found:
        for a, b in each.pieces:
            if a <= start + 1 and b > start:
                start = max(start, b)
            elif start <= a < end and b >= end - 2:
                end = min(end, a)
    words = re.findall(r"\w+", text[start:end])
    return trimmed(text, (start, end)) if len(words) >= 2 else None
