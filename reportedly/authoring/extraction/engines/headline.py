"""Headlines: "X says ...", "..., says X", "X: ...", "Police count 120,000"."""

from __future__ import annotations

import re
from dataclasses import replace

from reportedly.authoring.extraction.engines.found import Attribution, Found, Span
from reportedly.authoring.extraction.joining.gapped import gapped
from reportedly.authoring.extraction.lexicon.counting import EVENTS
from reportedly.authoring.extraction.lexicon.cues import DOCUMENTS, FORMS, SPEECH, VERBS
from reportedly.authoring.extraction.lexicon.roles import GROUP_KINDS, ROLE_WORDS
from reportedly.authoring.extraction.texts.trimming import trimmed

_CUE = re.compile(r"\b(" + "|".join(sorted(FORMS, key=len, reverse=True)) + r")\b", re.IGNORECASE)
_NUMERIC = frozenset("put count estimate revise raise record".split())
_NO_NAME = re.compile(
    r"\b(?:killed|dead|die|dies|died|after|as|in|at|over|to|is|are|was|were|hit|hits|kills?)\b|\d",
    re.IGNORECASE,
)


def find(text: str) -> Found:
    """Whom a headline gives its words to, if it does."""
    made = _quoted(text) or _tail(text)
    if made is not None:
        return Found((made,), ())
    # "Leader edges ahead; mayor alleges fraud as rival says": each part may have a speaker
    starts = [0, *(part.start(1) for part in _PARTS.finditer(text))]
    parts = [m for start in starts if (m := _front(text, start)) is not None]
    if not parts:
        made = _colon(text)
        return Found((made,) if made else (), ())
    out: list[Attribution] = []
    for each in parts:
        assert each.source is not None
        if out and each.cue == out[-1].cue:
            continue
        if out and out[-1].pieces[0][1] > each.source[0]:
            whole = out[-1].pieces[0]
            cut = trimmed(text, (whole[0], each.source[0]))
            words = re.sub(r"[;,]?\s*(?:as|while|but|and|after)?\s*$", "", text[slice(*cut)])
            out[-1] = replace(out[-1], pieces=((cut[0], cut[0] + len(words)),))
        out.append(each)
    more = [*gapped(text, out, len(text))]
    for other in more:
        assert other.source is not None
        start, end = out[-1].pieces[0]
        if start < other.source[0] < end:
            out[-1] = replace(out[-1], pieces=(trimmed(text, (start, other.source[0])),))
    return Found((*out, *more), ())


_NOUNS_TOO = frozenset(
    "volunteer volunteers figure figures note notes document documents value values names name texts text posts ruling"
    " rules crow crows bark barks roar echo echoes log logs list lists rate rates measure measures places place".split()
)
"""Forms that in a headline are nouns."""

_PARTS = re.compile(r"(?:;|,\s+but|\b(?:as|while|after|but))\s+(\S)")
_QUOTED = re.compile(
    r"[‘'“\"](?P<words>[^“”\"]{4,160}?)[,?!]?[’'”\"],?\s+(?P<cue>[a-z]+)\s+(?P<who>[^,;:]{2,70}?)"
    r"(?=\s+(?:over|after|as|about|in|on|at|amid|following|while|when|during|ahead|before|of|to|because)\b|$)"
)


def _quoted(text: str) -> Attribution | None:
    """As in "'I won't resign,' says mayor after vote": what is quoted, wherever it begins."""
    match = _QUOTED.search(text)
    if match is None or FORMS.get(match["cue"]) not in SPEECH:
        return None
    lemma = FORMS[match["cue"]]
    return _made(text, match.span("words"), match.span("who"), match.span("cue"), lemma)


def _front(text: str, begin: int = 0) -> Attribution | None:
    for match in _CUE.finditer(text, begin):
        lemma = FORMS[match[1].lower()]
        source = trimmed(text, (begin, match.start()))
        name = text[slice(*source)]
        if (
            not name
            or name.lower().strip("'‘“\"") in ("i", "we", "you")
            or len(name.split()) > 7
            or _NO_NAME.search(name)
            or ";" in name
        ):
            return None
        rest = text[match.end() :]
        finds = lemma in ("find", "show") and _is_known(name)
        good = finds or lemma in SPEECH or (
            (lemma in _NUMERIC and re.search(r"\d", rest)) or lemma in ("reject", "dismiss", "condemn", "dispute",
                "accuse", "blame", "threaten", "refuse", "urge", "denounce", "oppose", "criticise", "criticize", "want", "urge", "call")
        )  # fmt: skip
        alone = rest.strip()[:1] in "‘'“\"" and bool(rest.strip())
        if not good or match[1].lower().endswith("ing") or (len(rest.split()) < 2 and not alone):
            continue
        if match[1].lower() in _NOUNS_TOO:
            continue
        # "Told to leave" and "killed, ministry said to ..." are no cues
        if match[1].lower() in (
            "report",
            "claim",
            "call",
            "count",
            "demand",
            "protest",
            "estimate",
            "record",
        ) and not (
            re.search(r"\d", rest) or name.lower().endswith("s") or name.lower() == "police"
        ):
            continue
        return _made(text, (match.end(), len(text)), source, match.span(1), lemma)
    return None


def _tail(text: str) -> Attribution | None:
    comma = max(text.rfind(", "), text.rfind(" – "), text.rfind(" - "), text.rfind(" — "))
    if comma < 8:
        return None
    tail = text[comma:]
    if ";" in tail or re.match(r",?\W*(?:but|as|while|and|after|though)\b", tail):
        return None
    match = _CUE.search(tail)
    if (
        match is None
        or FORMS[match[1].lower()] not in SPEECH | {"find", "show"}
        or len(tail.split()) > 9
    ):
        return None
    at = comma + match.start()
    before, after = trimmed(text, (comma, at)), trimmed(text, (comma + match.end(), len(text)))
    source = before if before[1] > before[0] else after
    if source[1] <= source[0] or (before[1] > before[0] and len(text[slice(*after)].split()) > 3):
        return None
    return _made(text, (0, comma), source, (at, comma + match.end()), FORMS[match[1].lower()])


def _colon(text: str) -> Attribution | None:
    match = re.match(r"([A-Z][\w’' ]{1,40}):\s+(?=\S)", text)
    if match is None or _ASKS.match(text, match.end()) or match[1].split()[-1].endswith("ing") or len(match[1].split()) > 4 or match[1].lower() in (
        "analysis", "opinion", "explainer", "update", "live", "watch", "breaking", "factbox", "exclusive",
    ):  # fmt: skip
        return None
    if {word.lower().rstrip("s") for word in match[1].split()} & EVENTS:
        return None  # "Cyclone Ada: 'we lost everything'" names what happened
    if not _is_known(match[1]) and len(match[1].split()) > 1 and not match[1].istitle():
        return None  # "Ferry disaster: ..." names no speaker
    return _made(text, (match.end(), len(text)), match.span(1), match.span(1), "say")


def _is_known(name: str) -> bool:
    """Whether a name ends in a word for a role, a body or a document."""
    last = name.split()[-1].lower()
    single = last[:-1] if last.endswith("s") else last
    return single in DOCUMENTS | ROLE_WORDS or single in GROUP_KINDS or last in GROUP_KINDS


_ASKS = re.compile(
    r"(?:What|How|Why|Who|When|Where|Which|Is|Are|Was|Did|Does|Can|Live|Latest|The|Five|Key)\b"
)


def _made(text: str, content: Span, source: Span, cue: Span, lemma: str) -> Attribution | None:
    piece = trimmed(text, content)
    if piece[1] - piece[0] < 4:
        return None
    return Attribution((piece,), source, cue, lemma, VERBS[lemma].kind)
