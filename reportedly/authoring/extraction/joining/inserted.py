"""Cues set between commas that the parse lost: "In the north, she reckoned, it is half"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from reportedly.authoring.extraction.engines.found import Attribution, Span
from reportedly.authoring.extraction.lexicon.cues import FORMS, SPEECH, VERBS
from reportedly.authoring.extraction.texts.trimming import trimmed


def with_inserted(text: str, sentence: Span, group: list[Attribution]) -> list[Attribution]:
    """A sentence's attributions, with what stands on both sides of a cue between commas."""
    for source, cue, before, after in _inserted(text, sentence):
        lemma = FORMS[text[slice(*cue)].lower()]
        pieces = tuple(p for p in (before, after) if _WORDS.search(text, *p) is not None)
        known = [a for a in group if a.cue is not None and cue[0] <= a.cue[0] < cue[1]]
        if not pieces:
            continue
        if not any(a.source is not None for a in known):
            because = ("read by the order of words alone",)
            kind = VERBS[lemma].kind
            made = Attribution(pieces, source, cue, lemma, kind, (), because)
            group = [made, *(a for a in group if a not in known)]
            continue
        group = [
            replace(a, pieces=(before, *a.pieces))
            if a in known and a.pieces[0][0] >= cue[1] and before in pieces and a.pieces[0] == after
            else replace(a, pieces=(*a.pieces, after))
            if a in known and a.pieces[-1][1] <= cue[0] and _CLINGS.match(text, *after)
            and not any(o.cue is not None and after[0] <= o.cue[0] < after[1] for o in group)
            else a
            for a in group
        ]  # fmt: skip
    return group


def _inserted(text: str, sentence: Span) -> Iterator[tuple[Span, Span, Span, Span]]:
    """The speaker, the cue and the words on both sides of each cue that stands between commas."""
    begin, end = sentence
    commas = [m.start() for m in _COMMA.finditer(text, begin, end)]
    for n in range(len(commas) - 1):
        first, last = commas[n] + 1, commas[n + 1]
        if last - first > 90 or _MARKS.search(text, first, last) is not None:
            continue
        words = [*_WORD.finditer(text, first, last)]
        at = next((k for k, w in enumerate(words) if w[0] in _FINITE), None)
        if at is None or at > 9 or (at == 0 and n < 2):
            continue
        source = (words[0].start(), words[at - 1].end())
        if at == 0:
            # "Closing it, the mayor, Ada Roe, told us, would ruin the town"
            role, name = (
                (commas[n - 2] + 1, commas[n - 1]),
                trimmed(text, (commas[n - 1] + 1, commas[n])),
            )
            if not _ROLE.match(text, *role) or not _NAME.fullmatch(text, *name):
                continue
            source = (trimmed(text, role)[0], name[1])
        lead = _LEAD.match(text, *source)
        source = (lead.end(), source[1]) if lead is not None else source
        if at and not _may_speak(text[slice(*source)]):
            continue
        if _TAIL.fullmatch(text, words[at].end(), last) is None:
            continue
        if _TELLS.fullmatch(words[at][0]) and words[at].end() == last:
            continue
        start = commas[n] if at else commas[n - 2]
        if (
            at
            and n
            and _NAME.fullmatch(text[slice(*source)])
            and _ROLE.match(text, commas[n - 1] + 1, start)
        ):
            start = commas[n - 1]  # "Closing it, the mayor, Ada Roe, told us, would ruin the town"
            source = (trimmed(text, (start + 1, commas[n]))[0], source[1])
        cut = max(text.rfind(mark, begin, start) for mark in (";", ": ", " – ", " — ", " - "))
        before = trimmed(text, (max(begin, cut + 1), start))
        stop = text.find(";", last, end)
        after = trimmed(text, (last + 1, stop if stop > 0 else end))
        if _OPENS.search(text, *before) is not None:
            before = (before[1], before[1])
        if (
            text.count("“", *before) == text.count("”", *before)
            and not text.count('"', *before) % 2
        ):
            yield source, words[at].span(), before, _without_stop(text, after)


def _without_stop(text: str, span: Span) -> Span:
    return (span[0], span[1] - 1) if text[span[1] - 1 : span[1]] == "." else span


def _may_speak(name: str) -> bool:
    return _SPEAKS.match(name) is not None and _NO_SPEAKER.search(name) is None


_FINITE = frozenset(
    form for form, lemma in FORMS.items()
    if (lemma in SPEECH or lemma in ("calculate", "point", "find", "show"))
    and not form.endswith("ing") and form not in ("call", "demand", "hope", "fear", "promise", "comment", "report")
)  # fmt: skip
_COMMA = re.compile(r",(?=\s)")
_MARKS = re.compile('[“”"«»;:()]')
_WORD = re.compile(r"[\w’'.-]+")
_WORDS = re.compile(r"\w+\W+\w+")
_LEAD = re.compile(r"(?:as|so|or so)\s+", re.IGNORECASE)
_SPEAKS = re.compile(
    r"(?:he|she|they|we|it)$|(?:the|an?|one|some|most|his|her|its|their|our|many|several|two|three|four)\s|[A-Z]|[a-z-]+s\b"
)
_NO_SPEAKER = re.compile(
    r"\b(?:who|which|that|when|while|if|whom|whose|where|is|are|was|were|be|been|has|have|had|would|could|will|can|did"
    r"|and|but|or|not|nobody|none|neither|to)\b|^(?:as|in|on|at|by|after|before|with|for|from|this|yes|plus)\b",
)
_TAIL = re.compile(
    r"(?:\s+out)?(?:\s+(?:us|me|them|him|her|reporters|journalists|(?:the|this|local|his|her|their|a|state)\s+[\w-]+(?:\s[\w-]+)?"
    r"|members|colleagues|[A-Z]\w+(?:\s[A-Z]\w+)?|(?:on|last|this|late|early|in|yesterday|later|recently)\b[^,]{0,30}))?"
)
_TELLS = re.compile(r"told|tells|tell")
_NAME = re.compile(r"[A-Z][\w’'.-]+(?:\s[A-Z][\w’'.-]+){0,3}")
_ROLE = re.compile(r"\s(?:the|an?|its|his|her|their)\s[a-z]")
_OPENS = re.compile(r"(?:^|\s)(?:where|which|who|that|whom|and|but|when)$")
_CLINGS = re.compile(
    r"(?:would|could|had|has|have|is|are|was|were|will|can|did|does|may|might|must|should|whose|from|because|since|before"
    r"|until|unless|despite|without|for)\b"
)
"""How goes on what was said, and no account of how it was said."""
