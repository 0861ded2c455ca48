"""Headlines: "X says ...", "..., says X", "X: ...", "Police count 120,000"."""

from __future__ import annotations

import re

from reportedly.authoring.extraction.engines.found import Attribution, Found, Span
from reportedly.authoring.extraction.lexicon.cues import FORMS, SPEECH, VERBS
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
    made = _tail(text) or _front(text) or _colon(text)
    return Found((made,) if made else (), ())


def _front(text: str) -> Attribution | None:
    for match in _CUE.finditer(text):
        lemma = FORMS[match[1].lower()]
        source = trimmed(text, (0, match.start()))
        name = text[slice(*source)]
        if (
            not name
            or name.lower().strip("'‘“\"") in ("i", "we", "you")
            or len(name.split()) > 7
            or _NO_NAME.search(name)
        ):
            return None
        rest = text[match.end() :]
        good = lemma in SPEECH or (
            (lemma in _NUMERIC and re.search(r"\d", rest)) or lemma in ("reject", "dismiss", "condemn", "dispute",
                "accuse", "blame", "criticise", "criticize", "want", "urge", "call")
        )  # fmt: skip
        if not good or match[1].lower().endswith("ing") or len(rest.split()) < 2:
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
    last = match[1].split()[-1].lower()
    single = last[:-1] if last.endswith("s") else last
    known = single in ROLE_WORDS or single in GROUP_KINDS or last in GROUP_KINDS
    if not known and len(match[1].split()) > 1 and not match[1].istitle():
        return None  # "Ferry disaster: ..." names no speaker
    return _made(text, (match.end(), len(text)), match.span(1), match.span(1), "say")


_ASKS = re.compile(
    r"(?:What|How|Why|Who|When|Where|Which|Is|Are|Was|Did|Does|Can|Live|Latest|The|Five|Key)\b"
)


def _made(text: str, content: Span, source: Span, cue: Span, lemma: str) -> Attribution | None:
    piece = trimmed(text, content)
    if piece[1] - piece[0] < 4:
        return None
    return Attribution((piece,), source, cue, lemma, VERBS[lemma].kind)
