"""Silence that an article reports: no reply, no comment, nothing said, not to be checked."""

from __future__ import annotations

import re
from dataclasses import dataclass

from reportedly.authoring.extraction.engines.found import Span
from reportedly.authoring.extraction.lexicon.cues import FORMS
from reportedly.authoring.extraction.lexicon.silences import PATTERNS, QUOTED, WHO


@dataclass(frozen=True, slots=True)
class Silence:
    """One report of something not said.

    Attributes:
        who: Where the one who is silent is named, if anybody is.
        what: In plain words what is not said.
        kind: no-reply, no-comment, not-said, unknown, unnamed or unchecked.
        quoted: Whether whoever is quoted refuses in their own words.
    """

    span: Span
    who: Span | None
    what: str
    kind: str
    quoted: bool = False


_COMPILED = tuple((kind, re.compile(pattern)) for kind, pattern in PATTERNS)
_TRIGGER = re.compile(
    r"\b(?:not|\w+n[’']t|no|never|Nor|[Nn]either|Nobody|nothing|little|without|declin\w+|refus\w+|turned|cannot|can[’']t"
    r"|referred|directed|redirected|passed|forwarded|with\w+|anonym\w+|No|un\w+|yet|ignored|dodged|avoided|evaded"
    r"|deflected|brushed|side-?stepped|waved|parried|ducked|silent|silence|quiet|mum|tight-lipped|hung|slammed|shook"
    r"|put|hanging|begged|urged|None|walked|left|departed|drove|hurried|stopped|refrained|omit\w*|leaves|vague|kept|voice-?mail|declined|rang|failed"
    r"|approached|contacted|asked|wanted|wished|preferred|requested|insisted|reluctant|whose|[Aa]ttempts?|[Ee]fforts?)\b"
)
_QUOTED = re.compile(QUOTED)


def silences(text: str, sentences: tuple[Span, ...]) -> tuple[Silence, ...]:
    """What a paragraph reports as not said; at most one for each sentence."""
    out: list[Silence] = []
    for begin, end in sentences:
        stop = min(end, begin + 600)
        if _TRIGGER.search(text, begin, stop) is None:
            continue
        for kind, pattern in _COMPILED:
            # a pattern that begins with whoever is silent begins where the sentence does
            look = pattern.match if pattern.pattern.startswith(WHO) else pattern.search
            match = look(text, begin, stop)
            if match is not None:
                out.append(_silence(kind, match, text, begin))
                break
        else:
            quoted = _QUOTED.search(text, begin, stop)
            if quoted is not None:
                what = " ".join(text[begin:stop].split())
                out.append(Silence((quoted.start() + 1, stop), None, what, "no-comment", True))
    return tuple(out)


def _silence(kind: str, match: re.Match[str], text: str, begin: int) -> Silence:
    groups = match.groupdict()
    who: Span | None = None
    start = match.start()
    if groups.get("who"):
        who = _last_name(text, match.span("who"))
        start = who[0]
    elif groups.get("nor"):
        who = match.span("nor")
    elif groups.get("neither"):
        who = match.span("neither")
        if " nor " in match["neither"]:  # "neither side" names nobody without its first word
            who = who[0] + len("neither "), who[1]
    elif groups.get("asked"):
        who = match.span("asked")
    elif groups.get("there"):
        who = _whom(_FROM, match, "there")
    elif groups.get("tries"):
        who = _whom(_REACHED, match, "tries")
    elif groups.get("calls"):
        who = _whom(_TO, match, "calls")
    elif groups.get("anon"):
        comma = text.find(",", begin, match.start() + 1)
        if 0 < comma - begin < 80:
            who = (begin, comma)
    while start < match.end() and text[start] in " ,":
        start += 1
    what = " ".join(text[start : match.end()].split())
    return Silence((start, match.end()), who, what, kind)


_TO = re.compile(
    r"\b(?:to|at|with)\s+((?:the\s+)?[^,.;]+?)(?=\s+(?:seeking|for|about|on|asking|by|from)\b|$)"
)
_FROM = re.compile(
    r"\b(?:from|by)\s+((?:the\s+)?[^,.;]+?)(?=\s+(?:about|on|to|after|by|for)\b|[,.;]|$)"
)
_REACHED = re.compile(
    r"\b(?:reach|contact|speak\s+to|trace|call)\s+([^,.;]+?)(?=\s+(?:were|was|have|had|proved|failed|came|by|on|for)\b)"
)


def _whom(pattern: re.Pattern[str], match: re.Match[str], group: str) -> Span | None:
    """Who was asked, as "calls to the ministry" and the like name them."""
    found = pattern.search(match[group])
    if found is None:
        return None
    return match.start(group) + found.start(1), match.start(group) + found.end(1)


_TRAILING = re.compile(
    r",?\s+(?:said|says)(?:\s+that)?\s+(?:it|he|she|they|(?:its|his|her|their)\s+\w+)$"
    r"|,?\s+(?:has|have|had|later|also|again|still|then|repeatedly|initially|at\s+first|however|too|now|so\s+far|\w+ly)$"
)


def _last_name(text: str, span: Span) -> Span:
    """Of what stands before the verb, only the last clause names the one who is silent."""
    start, end = _last_clause(text, span)
    while (more := _TRAILING.search(text[start:end])) is not None:
        end = start + more.start()
    return start, end


def _last_clause(text: str, span: Span) -> Span:
    start, end = span
    part = text[start:end]
    cut = 0
    for found in re.finditer(
        r"(?:,\s+(?:but|and|while|though|although)\s+|\s+(?:but|and|while|although)\s+(?=(?:the|it|he|she|they|a)\b)|^(?:But|And|However,|Meanwhile,)\s+)",
        part,
    ):
        cut = found.end()
    words = part[cut:]
    comma = words.rfind(", ")
    if comma > 0 and re.match(
        r"(?:Asked|When|In|On|At|After|Before|While|If|As|By|For|Since|Contacted|Pressed|Questioned|Despite|Until|Although)\b",
        words,
    ):
        cut += comma + 2
        words = part[cut:]
    joined = re.search(r"\s+(?:but|and|while)$", words)
    if joined is not None:
        # "an officer confirmed the incident but had no information": the one who did the first
        verb = _CUE.search(words)
        if verb is not None:
            return start + cut, start + cut + len(words[: verb.start()].rstrip(" ,"))
        return start + cut, start + cut + joined.start()
    return start + cut, end


_CUE = re.compile(r"\b(?:" + "|".join(sorted(FORMS, key=len, reverse=True)) + r")\b")
