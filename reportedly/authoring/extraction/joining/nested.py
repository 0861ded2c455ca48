"""Words within words: who passed them on, and where one speaker’s words end and another’s begin."""

from __future__ import annotations

import re
from dataclasses import replace

from reportedly.authoring.extraction.engines.found import Attribution
from reportedly.authoring.extraction.joining.cutting import ended_before
from reportedly.authoring.extraction.texts.trimming import trimmed


def with_according(text: str, group: list[Attribution]) -> list[Attribution]:
    """As in "X said ..., according to Y": Y passed it on. "Y reported that, according to X, ..."."""
    for phrase in [a for a in group if a.lemma == "according"]:
        assert phrase.cue is not None
        at = phrase.cue[0]
        inside = [
            a for a in group if a is not phrase and a.cue is not None and a.lemma != "according"
        ]
        said_before = [
            a for a in inside
            if a.cue is not None and a.cue[0] < at and any(p[0] < at for p in a.pieces) and _near(text, a, at)
        ]  # fmt: skip
        if not said_before and phrase.source is not None:
            group = _halved(text, group, phrase)
        if not said_before or phrase.source is None:
            continue
        outer = said_before[0]
        assert outer.cue is not None
        between = text[outer.cue[1] : at]
        if _ONLY_WHEN.fullmatch(between):
            # "The Courier reported on Monday that, according to Ms Oyelund, ..."
            rest = tuple(p for p in ((phrase.source[1], outer.pieces[-1][1]),) if p[1] > p[0])
            pieces = tuple(trimmed(text, p) for p in rest)
            via = (outer.source,) if outer.source is not None else ()
            made = replace(phrase, pieces=pieces or phrase.pieces, via=(*via, *phrase.via))
            group = [made if a is phrase else a for a in group if a is not outer]
        else:
            chained = replace(ended_before(text, outer, at), via=(phrase.source, *outer.via))
            # "She told members it was lost, according to two of them": the two tell that she said it
            group = [chained if a is outer else a for a in group]
    return group


def _halved(text: str, group: list[Attribution], phrase: Attribution) -> list[Attribution]:
    """As in "It killed 14, according to the mayor, and hurt 40, doctors said": to each his half."""
    assert phrase.cue is not None
    assert phrase.source is not None
    at, end = (
        phrase.cue[0],
        max(phrase.source[1], *(v[1] for v in phrase.via), 0) if phrase.via else phrase.source[1],
    )
    later = _THEN.match(text, end)
    outer = [
        a for a in group if a is not phrase and a.cue is not None and a.cue[0] > end and a.has(at)
    ]
    if later is None or not outer:
        return group
    out = []
    for each in group:
        if each is phrase:
            before = tuple(p for p in each.pieces if p[0] < at)
            each = replace(each, pieces=before or each.pieces)
        elif each in outer:
            rest = tuple(
                trimmed(text, (max(a, later.end()), b)) for a, b in each.pieces if b > later.end()
            )
            each = replace(each, pieces=rest or each.pieces)
        out.append(each)
    return out


_THEN = re.compile(r",\s+(?:and|but|while)\s+")


def parted(text: str, group: list[Attribution]) -> list[Attribution]:
    """As in "X said it was safe, but Y disputes that": what Y says is no part of X's words."""
    for inner in group:
        if inner.source is None or inner.cue is None or inner.lemma == "according":
            continue
        start = min(inner.source[0], inner.pieces[0][0])
        turn = _BUT.search(text, max(0, start - 14), start)
        if turn is None and inner.lemma in _SAID and 0 <= inner.cue[0] - inner.source[1] <= 2:
            turn = _AND.search(text, max(0, start - 14), start)
        if turn is None:
            continue
        group = [
            ended_before(text, a, turn.start())
            if a is not inner
            and a.cue is not None
            and a.cue[0] < turn.start()
            and a.has(inner.cue[0])
            else a
            for a in group
        ]
    return group


_BUT = re.compile(r"(?:,\s+(?:but|while|although|though|whereas|yet)|;(?:\s+\w+,?)?)\s+$")


_AND = re.compile(r",\s+and\s+$")


_SAID = frozenset("say tell claim deny report put estimate".split())


_ONLY_WHEN = re.compile(
    r"\s*(?:(?:on|in|late|early|last|this)?\s*(?:\w+day|week|month|year|yesterday|today|\w+)?)?\s*,?\s*(?:that)?\s*,?\s*"
)


def _near(text: str, each: Attribution, at: int) -> bool:
    """Whether the phrase stands in what was said or right behind it."""
    return each.has(at) or (
        each.pieces[-1][1] <= at and len(text[each.pieces[-1][1] : at].strip()) <= 2
    )


def nested(text: str, group: list[Attribution]) -> list[Attribution]:
    """What somebody says that another one said went through that one's hands."""
    out = []
    for each in group:
        if each.cue is None:
            out.append(each)
            continue
        outer = [
            a for a in group
            if a is not each and a.cue is not None and a.source is not None and a.has(each.cue[0])
            and a.length > each.length
        ]  # fmt: skip
        outer.sort(key=lambda a: -a.length)
        whose = bool(outer) and outer[0].source is not None and _ITS.match(text, *outer[0].source)
        if outer and each.lemma in _COUNTING and (_belongs(text, each) or whose):
            continue  # "the charity says its volunteers counted 46": the charity's own figure
        via = tuple(a.source for a in outer if a.source is not None and a.source != each.source)
        out.append(replace(each, via=(*via, *(v for v in each.via if v not in via))))
    return out


_COUNTING = frozenset(
    "put give count raise revise record register measure list number tally log lower place estimate calculate"
    " assess value document quantify find show know".split()
)


def _belongs(text: str, each: Attribution) -> bool:
    """Whether whoever counts within somebody's words is that one's own: "its volunteers", "they"."""
    if each.source is None:
        return False
    return _OWN.match(text, *each.source) is not None


_ITS = re.compile(r"(?:its|their)\s")
"""As in "The network has logged 40 cases, said its director"."""


_OWN = re.compile(r"(?:(?:its|his|her|their|our|my)\b|(?:it|he|she|they|we|I)$)", re.IGNORECASE)
