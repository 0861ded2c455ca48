"""Sources that a sentence names in two steps, and sources that cannot be any."""

from __future__ import annotations

import re
from dataclasses import replace

from reportedly.authoring.extraction.engines.found import Attribution
from reportedly.authoring.extraction.lexicon.cues import FORMS
from reportedly.authoring.extraction.lexicon.roles import ROLE_WORDS
from reportedly.authoring.extraction.texts.trimming import trimmed

_FULL = r"(?:(?:Dr|Mr|Mrs|Ms|Prof|Sir|Dame)\.?\s+)?(?:[A-Z][\w’'-]+\.?\s+){1,3}[A-Z][\w’'-]+"
_NAME_BEHIND = re.compile(rf",?\s+({_FULL})(?=[,.;])")
_ROLE_OF = re.compile(
    r"(?:(?:[Tt]he|[Aa]n?|[Ii]ts|[Hh]is|[Hh]er|[Tt]heir)\s+)?(?:[a-z-]+\s+){0,3}?([a-z-]+)\s+(?:of|for|at|from|in)\s"
)


def with_name_behind(text: str, each: Attribution) -> Attribution:
    """As in "the mayor of Las Cruces, Ada Brook, said": the name behind a role with its body."""
    if each.source is None:
        return each
    start, end = each.source
    while end > start and text[end - 1] in ", ":
        end -= 1
    role = _ROLE_OF.match(text, start, end)
    if role is None or role[1] not in ROLE_WORDS:
        return each if (start, end) == each.source else replace(each, source=(start, end))
    name = _NAME_BEHIND.match(text, end)
    if name is None or text[end] != ",":
        return each
    return replace(each, source=(start, name.end(1)))


_GATHERED = re.compile(
    r"(?:the\s+|its\s+|their\s+)?(?:[a-z-]+\s+){0,2}?(?:data|figures|statistics|numbers|records|estimates|calculations)"
)
_GATHERED_BY = re.compile(
    r"\s+(?:(?:that|which)\s+(?:was|were)\s+)?(?:compiled|collected|gathered|kept|published|released|issued|provided|supplied)"
    r"\s+by\s+((?:the\s+)?(?:[a-z-]+\s+){0,3}?(?:[A-Z][\w’'&-]+\s+(?:(?:of|for)\s+(?:the\s+)?)?)*[\w’'-]+)(?=[,.;]|$)"
)


def with_gatherer(text: str, each: Attribution) -> Attribution:
    """As in "according to data compiled by Marine Watch": figures are whose who gathered them."""
    if each.source is None or _GATHERED.fullmatch(text, *each.source) is None:
        return each
    by = _GATHERED_BY.match(text, each.source[1])
    return replace(each, source=by.span(1)) if by is not None else each


_PEOPLE = re.compile(
    r"(?:(?:[Ss]ome|[Tt]wo|[Tt]hree|[Ss]everal|[Aa]n?|[Tt]he)\s+)?(?:[a-z-]+\s+){0,2}?(?:people|persons?|officials?|sources?|someone|diplomats?)",
    re.IGNORECASE,
)
_WHO_KNOW = re.compile(
    r"\s+(?:familiar|close|privy|involved|present|acquainted)\s+(?:with|to|in|at)\s+[^,;:.“”\"]{2,60}?(?=\s+$|$)"
)


def with_their_place(text: str, each: Attribution) -> Attribution:
    """As in "people familiar with the talks say": what tells them from other people."""
    if each.source is None or each.cue is None or _PEOPLE.fullmatch(text, *each.source) is None:
        return each
    told = _WHO_KNOW.match(text, each.source[1], max(each.source[1], each.cue[0]))
    return replace(each, source=(each.source[0], told.end())) if told is not None else each


_TOLD_BY = re.compile(
    r"\b(?:been|being|was|were)\s+(told|advised|warned|informed|assured|reassured)\s+by\s+"
    r"((?:(?:the|an?|one|two|three|his|her|its|their)\s+)?(?:[\w’'-]+\s+){0,4}?[\w’'-]+)\s+(?:that|to)\s+((?:[^,;:.“”\"]|[.,](?=\d))+)"
)


def told_within(text: str, group: list[Attribution]) -> list[Attribution]:
    """As in "She said they had been told by an officer that 40 were hurt": the officer's, through her."""
    out = []
    for each in group:
        if each.source is None or each.cue is None:
            continue
        for start, end in each.pieces:
            told = _TOLD_BY.search(text, start, end)
            if told is None or any(
                other.cue is not None and told.start() <= other.cue[0] < told.end()
                for other in group
            ):
                continue
            lemma = FORMS.get(told[1], "tell")
            via = (each.source, *each.via)
            words = trimmed(text, told.span(3))
            out.append(Attribution((words,), told.span(2), told.span(1), lemma, "neutral", via))
    return out


_NO_SPEAKER = re.compile(r"(?:according\s+to|in|on|at|by|from|with|during|after|before)\s")
_OWNERS = re.compile(r"Its|His|Her|Their|its|his|their")
_BEFORE_CUE = re.compile(rf",\s+({_FULL}),?\s*$")


def without_misread(text: str, group: list[Attribution]) -> list[Attribution]:
    """The attributions without what no speaker is: "in an email", "Its shares rose"."""
    out = []
    for each in group:
        if each.source is None or each.cue is None:
            out.append(each)
            continue
        owner = _OWNERS.fullmatch(text, *each.source) is not None
        if owner and each.source[1] <= each.cue[0] <= each.source[1] + 1 and each.lemma == "share":
            continue
        if _holds_a_cue(text, each, group):
            continue
        if _NO_SPEAKER.match(text, *each.source) is not None:
            name = _BEFORE_CUE.search(text, max(0, each.cue[0] - 60), each.cue[0])
            if name is None:
                continue
            begins = name.start()
            pieces = tuple((a, min(b, begins)) for a, b in each.pieces if a < begins)
            if not pieces:
                continue
            each = replace(each, source=name.span(1), pieces=pieces)
        out.append(each)
    return out


def _holds_a_cue(text: str, each: Attribution, group: list[Attribution]) -> bool:
    """As in "The mayor will ask for time, his office said, in a letter": what she asks is no "his office"."""
    start = each.pieces[0][0]
    return any(
        other is not each and other.source is not None and other.cue is not None
        and other.source[0] == start and other.source[1] <= other.cue[0] <= other.source[1] + 2
        and each.cue is not None and other.has(each.cue[0]) and other.pieces[-1][1] <= start
        for other in group
    )  # fmt: skip


_JOINED = re.compile(
    r",?\s+and\s+(?:(?:that|he|she|it|they)\s+)?(?:had|would|could|might)\s+(?!(?:said|told|denied)\b)(?:[^.;:“”\"]|\.(?=\d)){3,160}?(?=[.;](?!\d)|$)"
)
_THOSE = re.compile(r"\s+(?:and\s+)?(?:those|that)\s+[^,.;:“”\"]{2,80}?\d[\d.,]*\d?(?=[.;,\s]|$)")
_SAID = re.compile(r"\b(?:said|says|told|added|according|replied|insisted|denied|claimed|warned)\b")


def spread(text: str, end: int, each: Attribution) -> Attribution:
    """As in "said it was over and had cost 40": what is joined in the same tense was said as well."""
    start, last = each.pieces[-1]
    if each.cue is None or each.cue[0] > start or text[last - 1 : last] in '.!?”"’':
        return each
    more = _JOINED.match(text, last, end)
    if more is None and text[start:last].endswith(" and"):
        more = _THOSE.match(text, last, end)
    if more is None or _SAID.search(more[0]) is not None:
        return each
    return replace(each, pieces=(*each.pieces[:-1], (start, more.end())))


_BEHIND = re.compile(r";\s+(?!(?:it|he|she|they)\s)([^;:“”\"]*?\d[^;:“”\"]*?)(?=\.?\s*$)")


def behind_semicolon(
    text: str, end: int, each: Attribution, group: list[Attribution]
) -> Attribution:
    """As in "The survey put support at 22 per cent; 61 per cent were against": both are the survey's."""
    last = each.pieces[-1][1]
    if each.cue is None or each.source is None or each.cue[0] > each.pieces[-1][0]:
        return each
    more = _BEHIND.match(text, last, end)
    if more is None or _SAID.search(more[1]) is not None:
        return each
    if any(a.pieces[-1][1] > more.start(1) or (a.cue and a.cue[0] > last) for a in group):
        return each
    because = (*each.because, "what follows the semicolon may be the article’s own")
    return replace(each, pieces=(*each.pieces, more.span(1)), because=because)


_TAIL = re.compile(
    r",\s+(?:just\s+|only\s+|barely\s+)?(?:\d+|an?|one|two|three|four|five|six|seven|eight|nine|ten)\s+"
    r"(?:hours?|days?|weeks?|months?|years?)\s+(?:before|after|ahead\s+of)\b[^,;“”\"]*$"
)


def without_tail(text: str, each: Attribution) -> Attribution:
    """As in "accused him of lying on Sunday, two weeks before a vote": when it was said is nobody's words."""
    start, end = each.pieces[-1]
    if each.cue is None or each.cue[0] > start:
        return each
    tail = _TAIL.search(text[start:end])
    if tail is None or len(text[start : start + tail.start()].split()) < 2:
        return each
    return replace(each, pieces=(*each.pieces[:-1], (start, start + tail.start())))
