"""Silence that an article reports: no reply, no comment, nothing said, not to be checked."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

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


_NEEDS = {
    "check": re.compile(r"verif|confirm|check|corrobor"),
    "possible": re.compile(r"erification|onfirmation|orroboration"),
    "hidden": re.compile(
        r"named|identified|disclosed|released|public|published|revealed|explained|given|announced|specified"
    ),
    "kept": re.compile(r"withheld|kept|under\s"),
    "unexplained": re.compile(r"(?:not|n[’']t) .{0,40}?be "),
    "unclear": re.compile(r"clear|known|certain|\bno word"),
    "nobody": re.compile(r"\bNo"),
    "calls": re.compile(r"(?i)call|mail|message|question|request|letter|quir|text"),
}
"""What a pattern that may begin anywhere cannot do without, which is found sooner than the pattern."""
_COMPILED = tuple(
    (kind, made, next((_NEEDS[g] for g in made.groupindex if g in _NEEDS), None))
    for kind, made in ((kind, re.compile(pattern)) for kind, pattern in PATTERNS)
)
_TRIGGER = re.compile(
    r"\b(?:None|none|nobody|Nothing|unclear|telephone|phones?|only\s+(?:his|her|their|a|as|by)|name\s+(?:only|just|as)|stopped|not|\w+n[’']t|no|never|Nor|[Nn]either|Nobody|nothing|little|without|declin\w+|refus\w+|turned|cannot|can[’']t"
    r"|referred|directed|redirected|passed|forwarded|with\w+|anonym\w+|No|un\w+|yet|ignored|dodged|avoided|evaded"
    r"|deflected|brushed|side-?stepped|waved|parried|ducked|silent|silence|counsel|(?:keeps?|held)\s+(?:his|her|their|its)|answering|quiet|mum|tight-lipped|hung|slammed|shook"
    r"|put|hanging|begged|urged|None|walked|left|departed|drove|hurried|stopped|refrained|omit\w*|leaves|vague|kept|voice-?mail|declined|rang|failed"
    r"|approached|contacted|asked|asking|wanted|wanting|wished|wishing|preferred|requested|requesting|insisted|insisting|reluctant|whose|[Aa]ttempts?|[Ee]fforts?)\b"
)
_QUOTED = re.compile(QUOTED)


_TITLE = re.compile(
    r"\b(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec|No|Mr|Mrs|Ms|Dr|Prof|Gen|Col|Lt|Sgt|Capt|Maj|Cmdr|Rev|Sen|Rep|Gov|St|Jr|Sr|Insp|Supt|Hon|[A-Z](?:\.[A-Z])?)\."
    r"(?=\s[A-Za-z0-9]|[A-Z])"
)


def silences(text: str, sentences: tuple[Span, ...]) -> tuple[Silence, ...]:
    """What a paragraph reports as not said; at most one for each sentence."""
    out: list[Silence] = []
    text = _TITLE.sub(lambda m: m[0][:-1] + "\u00b7", text)  # "Mr. Roe" ends no sentence
    masked = _QUOTES.sub(_masked, text)
    for sentence in sentences:
        begin, stop = sentence[0], min(sentence[1], sentence[0] + 600)
        if _TRIGGER.search(text, begin, stop) is None:
            continue
        found = [each for part in _clauses(text, begin, stop) for each in _told(text, *part)]
        quoted = _QUOTED.search(text, begin, stop) if not found else None
        if quoted is not None:
            what = " ".join(text[begin:stop].split()).replace("\u00b7", ".")
            found = [Silence((quoted.start() + 1, stop), None, what, "no-comment", True)]
        # what is quoted speaks for itself, but may stand before what is not said
        if not found and masked != text:
            found = _told(masked, begin, stop)
        out.extend(found)
    return tuple(out)


def _told(text: str, begin: int, stop: int) -> list[Silence]:
    """What a stretch reports as not said, also twice of one subject: "gave no reason and did not say"."""
    cuts = [m.span() for m in _AND_NOT.finditer(text, begin + 8, stop)]
    first = _once(text, begin, cuts[0][0] if cuts else stop)
    out = [first] if first is not None else []
    who = first.who if first is not None else _subject(text, begin, stop) if cuts else None
    ends = [*(cut[0] for cut in cuts[1:]), stop]
    for (_, start), end in zip(cuts, ends, strict=False):
        # somebody stands in front of what goes without a subject of its own
        more = _once(text[: start - 3] + "xx " + text[start:], start - 3, end)
        if more is not None:
            named = text[slice(*who)] + " " if who is not None else ""
            what = named + " ".join(text[start : more.span[1]].split())
            out.append(
                replace(more, span=(start, more.span[1]), who=who, what=what.replace("\u00b7", "."))
            )
    return out


def _once(text: str, begin: int, stop: int) -> Silence | None:
    """The most telling silence of a stretch."""
    for kind, pattern, needs in _COMPILED:
        # a pattern that begins with whoever is silent begins where the sentence does
        look = pattern.match if pattern.pattern.startswith(WHO) else pattern.search
        if needs is not None and needs.search(text, begin, stop) is None:
            continue
        match = look(text, begin, stop)
        if match is not None and not _is_of_things(match):
            return _silence(kind, match, text, begin)
    return None


def _subject(text: str, begin: int, stop: int) -> Span | None:
    """Who stands in front of the first verb that reports, if that is near."""
    verb = _CUE.search(text, begin, stop)
    if verb is None or not 0 < len(text[begin : verb.start()].split()) <= 9:
        return None
    return _last_clause(text, (begin, verb.start() - 1))


_AND_NOT = re.compile(
    r",?\s+(?:and|or|nor|but|though)\s+(?:also\s+|then\s+)?(?=(?:did|has|have|had|would|could|does|do|will)\s+not\s|declin(?:ed|es)\s"
    r"|refus(?:ed|es)\s|(?:gave|offered|provided|named|cited|gives|offers|released|made)\s+no\s)"
)
_QUOTES = re.compile(r"“[^“”]{1,300}”|\"[^\"]{1,300}\"")


def _masked(match: re.Match[str]) -> str:
    return "x" * len(match[0])


_CLAUSE = re.compile(
    r";\s+|,\s+(?:and|but|while)\s+(?=(?:the|an?|its|his|her|their|it|he|she|they|neither|none|nobody|[A-Z]\w+)\b)"
)


def _clauses(text: str, begin: int, stop: int) -> list[tuple[int, int]]:
    """The parts of a sentence of which each may tell of somebody else's silence."""
    cuts = [m.end() for m in _CLAUSE.finditer(text, begin, stop) if m.end() - begin > 12]
    return list(zip([begin, *cuts], [*cuts, stop], strict=True))


_THINGS = re.compile(
    r"\b(?:sirens?|alarms?|guns?|bells?|phones?|radios?|engines?|streets?|towns?|villages?|cit(?:y|ies)|roads?|night|seas?"
    r"|markets?|squares?|houses?|speakers|loudspeakers?|machines?|airports?|stations?|ports?|crowds?|halls?|lines?)$"
)


def _is_of_things(match: re.Match[str]) -> bool:
    """As in "the sirens stayed silent"."""
    who = match.groupdict().get("who")
    return who is not None and " silent" in match[0][len(who) :] and _THINGS.search(who) is not None


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
    elif groups.get("nobody") or groups.get("noone"):
        of = _NOBODY_AT.match(text, match.start(), match.end())
        who = of.span(1) if of is not None else None
    elif groups.get("anon"):
        comma = text.find(",", begin, match.start() + 1)
        spoke = _SPOKE.match(text, begin, match.start())
        if 0 < comma - begin < 80:
            who = (begin, comma)
        elif spoke is not None:
            who = spoke.span(1)
        elif 0 < len(text[begin : match.start()].split()) <= 6:
            who = (begin, match.start() - 1)
    elif groups.get("without"):
        who = _subject(text, begin, match.start())
    elif groups.get("phone"):
        who = match.start(), match.start() + len(match["phone"].split()[0])
    elif groups.get("nonewould"):
        who = match.start(), match.start() + 4
    while start < match.end() and text[start] in " ,":
        start += 1
    what = " ".join(text[start : match.end()].split()).replace("\u00b7", ".")
    return Silence((start, match.end()), who, what, kind)


_NOBODY_AT = re.compile(
    r"(?:[Nn]o\s+one|[Nn]obody)\s+(?:at|from|with|in|on)\s+((?:the\s+)?[\w’' -]{2,40}?)"
    r"(?=,|\s(?:was|were|could|can|would|has|had|is|answered|picked)\b)"
)
_SPOKE = re.compile(
    r"([A-Za-z][^,.;:“”\"]{1,70}?)\s+(?:who\s+)?(?:all\s+|both\s+)?(?:spoke|talked|agreed|said|told)\b"
)
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
    r"|,?\s+(?:has|have|had|later|also|again|still|then|repeatedly|initially|at\s+first|however|too|now|so\s+far|himself|herself|itself|themselves|,?\s*who|\w+ly)$"
)


def _last_name(text: str, span: Span) -> Span:
    """Of what stands before the verb, only the last clause names the one who is silent."""
    start, end = _last_clause(text, span)
    while (more := _TRAILING.search(text[start:end])) is not None:
        end = start + more.start()
    pronoun = _ENDS_IN_PRONOUN.search(text[start:end])
    return (start + pronoun.start(1), end) if pronoun is not None else (start, end)


_ENDS_IN_PRONOUN = re.compile(r"\s(he|she|it|they)$")
"""As in "In two later interviews he": the rest tells when."""


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
    named = re.search(
        r"\b(?:according\s+to|said\s+by|told\s+by|[,”\"]\s*(?:said|says|added|recalled|explained))\s+(?=\S)",
        words,
    ) or re.search(
        r"[,”\"x]\s*\b(?:said|says|added|recalled|explained)\s+(?=(?:an?|the|one)\s|[A-Z])", words
    )
    if named is not None:
        return start + cut + named.end(), end
    joined = re.search(r"\s+(?:but|and|while)$", words)
    if joined is not None:
        # "an officer confirmed the incident but had no information": the one who did the first
        verb = _CUE.search(words)
        if verb is not None:
            return start + cut, start + cut + len(words[: verb.start()].rstrip(" ,"))
        return start + cut, start + cut + joined.start()
    return start + cut, end


_CUE = re.compile(r"\b(?:" + "|".join(sorted(FORMS, key=len, reverse=True)) + r")\b")
