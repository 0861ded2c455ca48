"""Silence that an article reports: no reply, no comment, nothing said, not to be checked."""

from __future__ import annotations

import re
from dataclasses import dataclass

from reportedly.authoring.extraction.engines.found import Span
from reportedly.authoring.extraction.lexicon.cues import FORMS


@dataclass(frozen=True, slots=True)
class Silence:
    """One report of something not said.

    Attributes:
        who: Where the one who is silent is named, if anybody is.
        what: In plain words what is not said.
        kind: no-reply, no-comment, not-said, unknown, unnamed or unchecked.
    """

    span: Span
    who: Span | None
    what: str
    kind: str


_WHO = r"(?P<who>[^.;:“”\"]{2,140}?)"
_SAY = (
    r"say|specify|disclose|reveal|give|name|elaborate|explain|identify|provide|release|publish|state|mention"
    r"|indicate|answer|detail|clarify|confirm|address|describe"
)
_PATTERNS: tuple[tuple[str, str], ...] = (
    ("unnamed", rf"{_WHO}(?:\s+who)?\s+(?:did\s+not\s+(?:want|wish)\s+to\s+be\s+(?:named|identified|quoted)|(?:asked|wanted|wished|requested|preferred|insisted)\s+(?:not\s+to\s+be\s+(?:named|identified|quoted)|to\s+remain\s+anonymous|for\s+anonymity|that\s+(?:his|her|their)\s+names?\b))[^.;,]*"),
    ("no-reply", rf"{_WHO},?\s+(?:could\s+not|couldn[’']t|cannot)\s+(?:immediately\s+)?be\s+(?:immediately\s+)?(?:reached|contacted)(?:\s+for\s+(?:further\s+)?comment)?"),
    ("no-reply", rf"{_WHO},?\s+(?:did|has|have|had|do|does)\s*(?:not|n[’']t)\s+(?:yet\s+|immediately\s+|so\s+far\s+)*(?:respond|replied|reply|responded|answer|answered|return|returned|comment|commented)\b[^.;]*"),
    ("no-reply", r"(?P<calls>(?:(?:Repeated|Phone|Telephone|Several)\s+)?(?:[Cc]alls|[Ee]-?mails|messages|questions|requests|letters|enquiries|inquiries)\b[^.;]{0,100}?)\s+(?:went|were|have\s+gone|had\s+gone|remained)\s+(?:un\w+|not\s+(?:\w+\s+)?(?:answered|returned))"),
    ("no-comment", rf"{_WHO},?\s+(?:has\s+|have\s+|had\s+)?(?:declined|refused)\s+(?:to\s+(?:comment|say|answer|discuss|speak|give|be|talk|respond|elaborate|name|provide|disclose|confirm|reveal|explain|identify|release|specify|state)\b[^.;]*|(?:all\s+)?(?:requests?|comment)[^.;]*)"),
    ("no-comment", rf"{_WHO},?\s+(?:would|will)\s+(?:not|neither)\s+(?:say|comment|discuss|give|name|confirm|be\s+drawn|reveal|explain|disclose|provide|elaborate|speculate|answer|identify)\b[^.;]*"),
    ("no-comment", rf"{_WHO}\s+(?:had|has|have|made|offered|gave|issued|took|answered)\s+no\s+(?:immediate\s+|further\s+|public\s+)?(?:comment|questions|statement|explanation|reply|response|answer)\b[^.;]*"),
    ("no-comment", rf"{_WHO}\s+said\s+(?:that\s+)?(?:it|he|she|they)\s+(?:does|do|did|would|could)\s*(?:not|n[’']t)\s+(?:talk|comment|discuss|speak)\b[^.;]*"),
    ("no-comment", rf"{_WHO}\s+(?:said|had|have|has)\s+(?:that\s+)?(?:it|he|she|they)?\s*(?:had\s+|has\s+)?no\s+(?:further\s+)?information\b[^.;]*"),
    ("no-comment", rf"{_WHO}\s+referred\s+(?:all\s+|our\s+|the\s+)?(?:questions|queries|enquiries|inquiries|requests|reporters|calls)\b[^.;]*"),
    ("not-said", rf"{_WHO},?\s+(?:did|has|have|had|does|do)\s*(?:not|n[’']t|never)\s+(?:yet\s+|immediately\s+|publicly\s+|so\s+far\s+|itself\s+)*(?:{_SAY}|said|given|named|disclosed|published|released|explained|specified|revealed|identified|provided|stated|confirmed|mentioned)\b[^.;]*"),
    ("not-said", r"Nor\s+(?:did|has|have|had|does|do)\s+(?P<nor>[^.;]{2,60}?)\s+(?:say|said|specify|give|given|name|named|disclose|disclosed|explain|explained|reveal|identify|provide)\b[^.;]*"),
    ("not-said", rf"{_WHO}\s+(?:gave|provided|offered|released|published|contained|contains|gives)\s+no\s+(?:\w+\s+)?(?:details?|figures?|reasons?|explanation|evidence|names?|number|estimate|breakdown|cause|date|information|source|total|toll)\b[^.;]*"),
    ("not-said", r"(?P<without>\bwithout\s+(?:elaborating|giving|naming|specifying|saying|explaining|providing|identifying|offering|disclosing|citing)\b[^.;,]*)"),
    ("no-reply", r"Neither\s+(?P<neither>[^.;]{2,90}?)\s+(?:would|had|has|have|did|responded|replied|returned|answered|commented)\b[^.;]*"),
    ("unnamed", r"(?P<anon>\bon\s+(?:the\s+)?condition\s+of\s+anonymity\b[^.;,]*|\bspoke\s+anonymously\b|\bcannot\s+be\s+named\b[^.;,]*)"),
    ("unchecked", r"(?P<check>[^.;:“”\"]{2,120}?\s+(?:could\s+not|cannot|has\s+not|have\s+not|had\s+not|was\s+not|were\s+not)\s+(?:immediately\s+|yet\s+)?(?:be\s+|been\s+)?(?:independently\s+)?(?:verif\w+|confirmed|checked|verify|check|confirm)\b[^.;]*)"),
    ("unknown", r"(?P<unclear>(?:It|What|How|Why|Whether|Who|The\s+\w+|There)\b[^.;]{0,100}?\s+(?:(?:is|was|remains?|remained)\s+(?:still\s+|not\s+(?:immediately\s+|yet\s+)?|un)(?:clear|known)|unclear|not\s+known|is\s+no\s+word|was\s+no\s+word)\b[^.;]*)"),
    ("unknown", r"(?P<nobody>(?:No\s+(?:one|group|cause|explanation|reason|date|figures?|details?|official\s+\w+|\w+)|Nobody)\s+(?:has|had|have|was|were|claimed|is)\b[^.;]{0,20}?\s?(?:claimed|given|been\s+given|published|released|offered|disclosed|named|announced|explained|provided|immediate|identified)\b[^.;]*)"),
    ("unknown", rf"{_WHO}\s+(?:was|were|is|are)\s+not\s+(?:immediately\s+)?(?:available|reachable|named|identified|disclosed|released|made\s+public|published)\b[^.;]*"),
)  # fmt: skip
_COMPILED = tuple((kind, re.compile(pattern)) for kind, pattern in _PATTERNS)
_TRIGGER = re.compile(
    r"\b(?:not|n[’']t|no|never|Nor|[Nn]either|Nobody|without|declined|refused|unanswered|unreturned|unclear|unknown|cannot"
    r"|referred|withheld|anonymity|anonymously|anonymous|No|couldn[’']t|un\w+)\b"
)


def silences(text: str, sentences: tuple[Span, ...]) -> tuple[Silence, ...]:
    """What a paragraph reports as not said; at most one for each sentence."""
    out: list[Silence] = []
    for begin, end in sentences:
        stop = min(end, begin + 600)
        if _TRIGGER.search(text, begin, stop) is None:
            continue
        for kind, pattern in _COMPILED:
            # a pattern that begins with whoever is silent begins where the sentence does
            look = pattern.match if pattern.pattern.startswith(_WHO) else pattern.search
            match = look(text, begin, stop)
            if match is not None:
                out.append(_silence(kind, match, text, begin))
                break
    return tuple(out)


def _silence(kind: str, match: re.Match[str], text: str, begin: int) -> Silence:
    groups = match.groupdict()
    who: Span | None = None
    start = match.start()
    if groups.get("who"):
        who = _last_name(text, match.span("who"))
        start = who[0]
    elif groups.get("nor") or groups.get("neither"):
        who = match.span("nor" if groups.get("nor") else "neither")
    elif groups.get("calls"):
        to = re.search(
            r"\bto\s+((?:the\s+)?[^,.;]+?)(?=\s+(?:seeking|for|about|on|asking|by|from)\b|$)",
            match["calls"],
        )
        if to is not None:
            who = (match.start("calls") + to.start(1), match.start("calls") + to.end(1))
    elif groups.get("anon"):
        comma = text.find(",", begin, match.start() + 1)
        if 0 < comma - begin < 80:
            who = (begin, comma)
    while start < match.end() and text[start] in " ,":
        start += 1
    what = " ".join(text[start : match.end()].split())
    return Silence((start, match.end()), who, what, kind)


def _last_name(text: str, span: Span) -> Span:
    """Of what stands before the verb, only the last clause names the one who is silent."""
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
