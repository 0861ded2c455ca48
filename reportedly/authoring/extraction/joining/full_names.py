"""Speakers named more fully by the words beside them, and whom a medium cites."""

from __future__ import annotations

import re
from dataclasses import replace

from reportedly.authoring.extraction.engines.found import Attribution
from reportedly.authoring.extraction.joining.cutting import ended_before
from reportedly.authoring.extraction.lexicon.roles import (
    ADJECTIVES,
    GROUP_KINDS,
    PERSON_WORDS,
    ROLE_WORDS,
)
from reportedly.authoring.extraction.texts.trimming import trimmed

_FULL = r"(?:[A-Z][\w’'-]+\.?\s+){1,3}[A-Z][\w’'-]+"


_BEHIND = re.compile(rf",?\s+({_FULL})(?=[,.;])")


_BEFORE_CUE = re.compile(rf",\s+({_FULL}),?\s*$")


_OF_SOME_BODY = re.compile(
    r"(?:An?|The|Its|His|Her|Their|One|an?|the|its|his|her|their)\s(?:[a-z-]+\s){1,4}(?:of|for|at|from|to|in|with)\s"
)
"""As in "A spokesman for Acme, Ada Brook, said"."""


_JOINED_TO = re.compile(r",\s+((?:[Tt]he\s+)?(?:[A-Z][\w’'-]+\s+){1,5}and\s+)$")


_DIRECT = re.compile(r"\s+((?:[A-Z][\w’'-]+\s)*[A-Z][\w’'-]+)\s*")


_NAME_GIVEN = re.compile(
    r",?(?:\s+(?:aged\s+)?\d{1,2},)?\s+(?:who\s+)?(?:gave|giving|would\s+give|offered)\s+(?:only\s+)?(?:his|her|their|a)\s+(?:\w+\s+)?names?"
    r"\s+(?:only\s+|just\s+)?as\s+([A-Z][\w’'-]+(?:\s[A-Z][\w.’'-]*)?)"
)


_CALLED = re.compile(
    r",?(?:\s+(?:aged\s+)?\d{1,2},)?\s+who\s+(?:asked|wanted|wished|identified|introduced)\s+(?:to\s+be\s+\w+|\w+self"
    r"|that\s+(?:only\s+)?(?:his|her|their)\s+(?:\w+\s+){1,2}?names?,)"
    r"\s+(?:only\s+|just\s+|simply\s+)?(?:as\s+)?([A-Z][\w’'-]+(?:\s[A-Z][\w.’'-]*)?)"
)


_CITING = re.compile(
    r"[\s,]*\b(?:citing|quoting|(?:which|who)\s+(?:cit|quot)(?:ed|es))\s+(?:the\s+)?([^,.;“\"]+)(?:,\s*(?:that\s+)?|(?=\s+that\s)|$|(?=\.))"
)


_THE = re.compile(r"(?:[Tt]he|[Aa]n?|[Ii]ts|[Hh]is|[Hh]er|[Tt]heir)\s")


def with_cited(text: str, each: Attribution) -> Attribution:
    """Takes "citing two officials" out of what was said; that is whom the source leans on."""
    pieces, cited = [], list(each.cited)
    places = list(each.pieces)
    if each.cue is not None:
        behind = _CITING.match(text, max(each.cue[1], each.source[1] if each.source else 0))
        if behind is None and each.source is not None and each.source[1] < each.cue[0]:
            behind = _CITING.match(text, each.source[1], each.cue[0])
        if behind is not None:
            cited.append(behind.span(1))
    for start, end in places:
        at_start = _CITING.match(text, start, end)
        if at_start is not None:
            cited.append(at_start.span(1))
            start = at_start.end()
        else:
            within = _CITING.search(text, start, end)
            if within is not None and within.end() >= end - 1 and within.start() > start:
                cited.append(within.span(1))
                end = within.start()
        piece = trimmed(text, (start, end))
        if piece[1] > piece[0]:
            pieces.append(piece)
    if not pieces or not cited:
        return each
    return replace(each, pieces=tuple(pieces), cited=tuple(dict.fromkeys(cited)))


def named_fully(text: str, each: Attribution) -> Attribution:
    """As in "its safety director" with the name that stands behind it: ", Colm Bray,"."""
    source = each.source
    if source is None and each.cue is not None and not each.goes_on:
        match = _BEFORE_CUE.search(text, max(0, each.cue[0] - 60), each.cue[0])
        return replace(each, source=match.span(1), because=()) if match is not None else each
    if source is None:
        return each
    joined_to = _JOINED_TO.search(text, max(0, source[0] - 90), source[0])
    if joined_to is not None and any(p[0] < joined_to.start() for p in each.pieces):
        cut = ended_before(text, each, joined_to.start())  # "Ada Hospital and two others said"
        return replace(cut, source=(joined_to.start(1), source[1]))
    if each.cue is not None and 0 < each.cue[0] - source[1] < 120:
        joined = _DIRECT.fullmatch(text, source[1], each.cue[0])
        if joined is not None and text[source[0] : source[1]].split()[-1].lower() in GROUP_KINDS:
            return replace(each, source=(source[0], joined.end(1)))
        match = _BEFORE_CUE.search(text, source[1], each.cue[0])
        if match is not None and match.start() > source[1]:
            return replace(each, source=match.span(1))
        words = text[source[0] : source[1]]
        if match is not None and (
            not words.split()[-1][:1].isupper() or _OF_SOME_BODY.match(words) is not None
        ):
            return replace(each, source=(source[0], match.end(1)))
    given = _NAME_GIVEN.match(text, source[1]) or _CALLED.match(text, source[1])
    if given is not None:
        return replace(each, source=(source[0], given.end(1)))
    match = _BEHIND.match(text, source[1])
    if match is None:
        return each
    last = re.findall(r"[a-z]+", text[slice(*source)].lower())[-1:]
    named_by_role = last and last[0] in ROLE_WORDS - ADJECTIVES and _THE.match(text, source[0])
    known = named_by_role or (last and last[0] in PERSON_WORDS)
    return replace(each, source=(source[0], match.end(1))) if known else each
