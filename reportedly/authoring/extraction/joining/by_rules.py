"""What the order of words tells where the parse lost a speaker or a cue."""

from __future__ import annotations

import re
from dataclasses import replace

from reportedly.authoring.extraction.engines.found import Attribution
from reportedly.authoring.extraction.joining.cutting import ended_before
from reportedly.authoring.extraction.lexicon.cues import SPEECH

_OF_THINGS = frozenset("expect believe think know want consider intend plan".split())


def is_plain(text: str, each: Attribution) -> bool:
    """A short named speaker in front of its verb: what the rules seldom get wrong."""
    if each.source is None or each.cue is None:
        return False
    name = text[slice(*each.source)]
    if _OF_NOBODY.match(name) is not None:
        return False  # "Neither side has said when"
    if each.lemma == "refuse" or _NO_SOURCE.search(name) is not None:
        return False
    if each.lemma in _OF_THINGS and "," in text[each.source[1] : each.cue[0]]:
        return False  # "The trial, expected to last five weeks, "
    if re.match(r"\s+by\s", text[each.cue[1] :][:4]):
        return False  # "returns described by an aide"
    if each.lemma in ("admit", "claim", "recall") and re.match(
        r"\s+(?:the|an?|his|her|its|\d)", text[each.cue[1] :][:5]
    ):
        return False  # "the clinic admitted 23 people"
    if each.lemma == "ask" and re.match(
        r"\s+(?:if|whether|to|about|why|how|when)\b", text[each.cue[1] :][:10]
    ):
        return False
    return 0 <= each.cue[0] - each.source[1] <= 6 and len(name.split()) <= 4 and name[:1].isupper()


_OF_NOBODY = re.compile(r"(?:No|Nobody|None|Neither|Nothing|Few)\b")


def with_sources(
    text: str, mine: list[Attribution], others: list[Attribution]
) -> list[Attribution]:
    """A speaker that the parse hung elsewhere, taken from the words in front of the same cue."""
    named = {a.cue: a.source for a in others if a.cue is not None and a.source is not None}
    mine = [_with_lead(text, a) if a.source is None else a for a in mine]
    return [
        replace(a, source=named[a.cue], because=("read by the order of words alone",))
        if a.source is None and a.cue in named and _is_lost(text, a)
        else a
        for a in mine
    ]


def _with_lead(text: str, each: Attribution) -> Attribution:
    """As in "An adviser, granted anonymity, said it was over", of which the parse makes two pieces."""
    if len(each.pieces) != 2 or each.cue is None or not _is_lost(text, each):
        return each
    (start, end), content = each.pieces
    lead = _LEAD.fullmatch(text, start, end)
    if lead is None or each.cue[0] - end > 3 or content[0] - each.cue[1] > 8:
        return each
    because = ("read by the order of words alone",)
    return replace(each, source=lead.span(1), pieces=(content,), because=because)


_LEAD = re.compile(r"((?:An?|The|One|His|Her|Its|Their|[A-Z])[^,;:“”\"]{2,70}),\s[^;:“”\"]{2,110}")


def _is_lost(text: str, each: Attribution) -> bool:
    """Whether a speaker was not found, and not left out by "was said"."""
    assert each.cue is not None
    if any(b.startswith("no subject stands") for b in each.because):
        return True
    if each.lemma in ("ask", "tell", "question", "quote"):
        return False
    passive = _PASSIVE.search(text, max(0, each.cue[0] - 24), each.cue[0])
    return passive is None and any(b.startswith("a passive") for b in each.because)


_PASSIVE = re.compile(r"\b(?:is|are|was|were|be|been|being|gets?|got|as|when|if)\s+(?:\w+\s+)?$")


def with_missed(text: str, mine: list[Attribution], others: list[Attribution]) -> list[Attribution]:
    """Cues after what was said that the parser did not see; pieces are cut in front of them."""
    known = {a.cue[0] for a in mine if a.cue is not None}
    for other in others:
        if other.cue is None or other.source is None or other.lemma == "according":
            continue
        after = all(piece[1] <= other.source[0] for piece in other.pieces)
        if _NO_SOURCE.search(text[slice(*other.source)]) is not None:
            continue  # "a doctor who asked not to be named"
        if other.lemma in _NEVER_TURNED and other.source[0] > other.cue[0]:
            continue  # "he told local radio": those who are told
        if not after or other.cue[0] in known or other.lemma not in SPEECH:
            continue
        cut = min(other.source[0], other.cue[0])
        mine = [
            ended_before(text, a, cut) for a in mine if not (a.cue and a.cue[0] == other.cue[0])
        ]
        mine.append(other)
    return mine


_NEVER_TURNED = frozenset("tell inform remind assure notify warn ask urge advise".split())


_NO_SOURCE = re.compile(
    r"\b(?:who|which|that)$|^(?:whose|which|who)\b|\w\s(?:it|he|she|they)$|^(?:to|at|in|on|by|for|from|with|of|about|as)\s"
    r"|\b(?!(?:of|for|by|in|at|from|with|to|on|and|or|near|between|over|under|outside|inside)\s)[a-z]+\s+"
    r"(?:the|an?|his|her|its|their)\s"
)
"""What the order of words takes for a speaker and is none."""
