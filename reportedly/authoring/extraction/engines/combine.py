"""What both engines' findings have in common afterwards: chains of hands, and quotations that go on."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from reportedly.authoring.extraction.engines.found import Attribution, Found, Span
from reportedly.authoring.extraction.engines.going_on import going_on, place_of
from reportedly.authoring.extraction.lexicon.cues import SPEECH
from reportedly.authoring.extraction.lexicon.roles import GROUP_KINDS, PERSON_WORDS
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
            groups[n] = _with_missed(text, groups[n], others)
            if not groups[n]:
                groups[n] = [
                    replace(a, because=(*a.because, "read by the order of words alone"))
                    for a in others if _is_plain(text, a)
                ]  # fmt: skip
    groups = [[_with_cited(text, _named_fully(text, each)) for each in group] for group in groups]
    out: list[Attribution] = []
    for sentence, group in zip(sentences, groups, strict=False):
        chained = _nested(text, _with_according(text, group))
        out.extend(_with_more(text, sentence, each) for each in chained)
    out.extend(going_on(text, sentences, quoted, out))
    return tuple(sorted(_without_repeats(out), key=lambda a: (a.pieces[0][0], -a.length)))


_FULL = r"(?:[A-Z][\w’'-]+\.?\s+){1,3}[A-Z][\w’'-]+"
_BEHIND = re.compile(rf",?\s+({_FULL})(?=[,.;])")
_BEFORE_CUE = re.compile(rf",\s+({_FULL}),?\s*$")


_DIRECT = re.compile(r"\s+((?:[A-Z][\w’'-]+\s)*[A-Z][\w’'-]+)\s*")

_NAME_GIVEN = re.compile(
    r",?(?:\s+(?:aged\s+)?\d{1,2},)?\s+(?:who\s+)?(?:gave|giving|would\s+give|offered)\s+(?:only\s+)?(?:his|her|their|a)\s+(?:\w+\s+)?names?"
    r"\s+(?:only\s+|just\s+)?as\s+([A-Z][\w’'-]+(?:\s[A-Z][\w.’'-]*)?)"
)
_CALLED = re.compile(
    r",?(?:\s+(?:aged\s+)?\d{1,2},)?\s+who\s+(?:asked|wanted|wished|identified|introduced)\s+(?:to\s+be\s+\w+|\w+self)"
    r"\s+(?:only\s+|just\s+|simply\s+)?(?:as\s+)?([A-Z][\w’'-]+(?:\s[A-Z][\w.’'-]*)?)"
)


_CITING = re.compile(
    r"[\s,]*\b(?:citing|quoting)\s+(?:the\s+)?([^,.;“\"]+)(?:,\s*(?:that\s+)?|(?=\s+that\s)|$|(?=\.))"
)


def _with_cited(text: str, each: Attribution) -> Attribution:
    """Takes "citing two officials" out of what was said; that is whom the source leans on."""
    pieces, cited = [], list(each.cited)
    places = list(each.pieces)
    if each.cue is not None:
        behind = _CITING.match(text, max(each.cue[1], each.source[1] if each.source else 0))
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


def _named_fully(text: str, each: Attribution) -> Attribution:
    """As in "its safety director" with the name that stands behind it: ", Colm Bray,"."""
    source = each.source
    if source is None and each.cue is not None and not each.goes_on:
        match = _BEFORE_CUE.search(text, max(0, each.cue[0] - 60), each.cue[0])
        return replace(each, source=match.span(1), because=()) if match is not None else each
    if source is None:
        return each
    if each.cue is not None and 0 < each.cue[0] - source[1] < 120:
        joined = _DIRECT.fullmatch(text, source[1], each.cue[0])
        if joined is not None and text[source[0] : source[1]].split()[-1].lower() in GROUP_KINDS:
            return replace(each, source=(source[0], joined.end(1)))
        match = _BEFORE_CUE.search(text, source[1], each.cue[0])
        if match is not None and match.start() > source[1]:
            return replace(each, source=match.span(1))
        if match is not None and not text[source[0] : source[1]].split()[-1][:1].isupper():
            return replace(each, source=(source[0], match.end(1)))
    given = _NAME_GIVEN.match(text, source[1]) or _CALLED.match(text, source[1])
    if given is not None:
        return replace(each, source=(source[0], given.end(1)))
    match = _BEHIND.match(text, source[1])
    if match is None:
        return each
    last = re.findall(r"[a-z]+", text[slice(*source)].lower())[-1:]
    known = last and last[0] in PERSON_WORDS
    return replace(each, source=(source[0], match.end(1))) if known else each


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


_OF_THINGS = frozenset("expect believe think know want consider intend plan".split())


def _is_plain(text: str, each: Attribution) -> bool:
    """A short named speaker in front of its verb: what the rules seldom get wrong."""
    if each.source is None or each.cue is None:
        return False
    name = text[slice(*each.source)]
    if each.lemma == "refuse":
        return False
    if each.lemma in _OF_THINGS and "," in text[each.source[1] : each.cue[0]]:
        return False  # "The trial, expected to last five weeks, "
    return 0 <= each.cue[0] - each.source[1] <= 6 and len(name.split()) <= 4 and name[:1].isupper()


def _with_missed(
    text: str, mine: list[Attribution], others: list[Attribution]
) -> list[Attribution]:
    """Cues after what was said that the parser did not see; pieces are cut in front of them."""
    known = {a.cue[0] for a in mine if a.cue is not None}
    for other in others:
        if other.cue is None or other.source is None or other.lemma == "according":
            continue
        after = all(piece[1] <= other.source[0] for piece in other.pieces)
        if not after or other.cue[0] in known or other.lemma not in SPEECH:
            continue
        cut = min(other.source[0], other.cue[0])
        mine = [_cut(text, a, cut) for a in mine if not (a.cue and a.cue[0] == other.cue[0])]
        mine.append(other)
    return mine


def _cut(text: str, each: Attribution, at: int) -> Attribution:
    """An attribution that ends where another one's speaker begins."""
    if not each.has(at):
        return each
    pieces = [p for p in each.pieces if p[0] < at]
    last = trimmed(text, (pieces[-1][0], min(pieces[-1][1], at)))
    return replace(each, pieces=(*pieces[:-1], last))


def _with_according(text: str, group: list[Attribution]) -> list[Attribution]:
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
            chained = replace(_cut(text, outer, at), via=(phrase.source, *outer.via))
            group = [chained if a is outer else a for a in group if a is not phrase]
    return group


_ONLY_WHEN = re.compile(
    r"\s*(?:(?:on|in|late|early|last|this)?\s*(?:\w+day|week|month|year|yesterday|today|\w+)?)?\s*,?\s*(?:that)?\s*,?\s*"
)


def _near(text: str, each: Attribution, at: int) -> bool:
    """Whether the phrase stands in what was said or right behind it."""
    return each.has(at) or (
        each.pieces[-1][1] <= at and len(text[each.pieces[-1][1] : at].strip()) <= 2
    )


def _nested(text: str, group: list[Attribution]) -> list[Attribution]:
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
        via = tuple(a.source for a in outer if a.source is not None and a.source != each.source)
        out.append(replace(each, via=(*via, *(v for v in each.via if v not in via))))
    return out


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


_MORE = re.compile(
    r",?\s+(?:(?:on|late on|early on)\s+\w+,?\s+)?(?:including|with|leaving|among\s+them|up\s+from|down\s+from|compared\s+(?:with|to)|bringing"
    r"|raising|taking|(?:[\w-]+\s+)?(?:\d[\d,.]*|one|two|three|four|five|six|seven|eight|nine|ten|most|some|many)"
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
        more = trimmed(text, (end, stop if stop > 0 and stop - end < 12 else sentence[1]))
        if any(a < more[1] and more[0] < b for a, b in each.pieces):
            continue
        if end == each.pieces[-1][1]:
            return replace(each, pieces=(*each.pieces[:-1], (each.pieces[-1][0], more[1])))
        return replace(each, pieces=(*each.pieces, more))
    return each
