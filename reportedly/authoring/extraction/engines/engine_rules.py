"""Attributions by the order of words alone: for when no language model is installed.

It knows the commonest shapes: "X said that ...", "..., X said", "..., said X", "..., X said, ...",
"according to X". It sees each sentence once and no more than a fixed stretch around each cue.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from reportedly.authoring.extraction.engines.found import Attribution, Found, Mention, Span
from reportedly.authoring.extraction.lexicon.cues import FORMS, SPEECH, VERBS
from reportedly.authoring.extraction.quotes import Quote, is_inside
from reportedly.authoring.extraction.texts.trimming import trimmed

_BASE = frozenset("say argue believe claim think deny insist want warn fear hope".split())
"""Verbs whose plain form is seldom a noun."""
_NEVER = frozenset(
    "answer attack back challenge comment continue decide feel find gather give hear know learn lower place"
    " post question raise record request seek set show talk understand wonder worry hear number mention"
    " publish broadcast suspect list determine establish consider order invite beg".split()
)
"""Verbs too often something else for a reader without grammar."""
_CUES = frozenset(
    form for form, verb in FORMS.items()
    if verb not in _NEVER and (form != verb or verb in _BASE or verb == "put")
    and not form.endswith("ing")
)  # fmt: skip
# Each word is looked up: an expression of all cues would be tried at every word.
_WORD = re.compile(r"\b(\w+)\b")
_LONGEST_NAME = 150
"""How many characters before or after a cue its speaker may begin or end."""


def find(text: str, sentences: tuple[Span, ...], quoted: tuple[Quote, ...]) -> Found:
    """The attributions of a paragraph and who is mentioned in it."""
    found: list[Attribution] = []
    for sentence in sentences:
        found.extend(_in_sentence(text, sentence, quoted))
    return Found(tuple(found), tuple(_mentions(text, sentences)))


def _in_sentence(text: str, sentence: Span, quoted: tuple[Quote, ...]) -> Iterator[Attribution]:
    yield from _according(text, sentence, quoted)
    taken = -1
    for match in _WORD.finditer(text, *sentence):
        if match[1] not in _CUES or is_inside(match.start(), quoted):
            continue
        if match.start() < taken and tail_cue(text, sentence, match) is None:
            continue
        found = _of_cue(text, sentence, match, quoted)
        if found is not None:
            taken = found.pieces[-1][1] if found.pieces[-1][0] > match.end() else match.end()
            yield found


_NO_REPORT = re.compile(
    r"(?:\b(?:not|never|n[’']t|to|would|could|should|must|can|may|might|be|been|being|is|are|was|were|the"
    r"|a|an|its|his|her|their|this|that|no|nobody|declined to|refused to|of|in|any)|[’']s)\s+$",
    re.IGNORECASE,
)


def _of_cue(
    text: str, sentence: Span, match: re.Match[str], quoted: tuple[Quote, ...]
) -> Attribution | None:
    begin, _end = sentence
    before = text[max(begin, match.start() - 20) : match.start()]
    if _NO_REPORT.search(before):
        return None
    lemma = FORMS[match[1]]
    made = (
        tail_cue(text, sentence, match)
        or _inverted(text, sentence, match)
        or _inserted(text, sentence, match)
        or _in_front(text, sentence, match, lemma)
    )
    if made is None:
        return None
    pieces, source = made
    pieces = tuple(p for p in (trimmed(text, _closed(text, p)) for p in pieces) if p[1] - p[0] > 3)
    if not pieces or not _may_speak(text[slice(*source)]):
        return None
    return Attribution(pieces, source, match.span(1), lemma, VERBS[lemma].kind)


def _closed(text: str, span: Span) -> Span:
    inside = text[slice(*span)]
    if inside.count("“") > inside.count("”") or inside.count('"') % 2:
        match = re.compile(r"[.,!?]?[\"”]").match(text, span[1])
        if match is not None:
            return span[0], match.end()
    return span


_Made = tuple[tuple[Span, ...], Span]

_ADVERBS = r"(?:(?:also|later|then|earlier|now|still|repeatedly|publicly|previously|today|yesterday|first|has|have|had|already|once)\s+)*"
_PAUSE = re.compile(r"(?:[,;–—]|[.,!?]?[\"”’'](?=\s))\s*")
_WHEN = re.compile(
    r"(?:\s+(?:on|in|at|to|late|early|last|this|yesterday|today|earlier|by|via|during|after|before|when"
    r"|afterwards|later|again|recently|through)\b[^,;“\"]{0,90}|\s+(?:reporters|journalists|the\s[^,;“\"]{1,60}))?[.!?]?[\"”]?\s*"
)


def tail_cue(text: str, sentence: Span, match: re.Match[str]) -> _Made | None:
    """As in "..., the ministry said on Friday"."""
    begin, end = sentence
    if not _WHEN.fullmatch(text, match.end(), end):
        return None
    pause = _last_pause(text, max(begin, match.start() - _LONGEST_NAME), match.start())
    if pause is None:
        return None
    source = _without_adverbs(text, (pause[1], match.start()))
    if source is None or pause[0] - begin < 8:
        return None
    if re.match(
        r"(?:which|who|and|but|as|while|that|where|when|because|if)\b", text[source[0] : source[1]]
    ):
        return None
    return ((begin, _keep_mark(text, pause)),), source


def _keep_mark(text: str, pause: Span) -> int:
    """A closing quotation mark belongs to what stands before the pause."""
    marks = re.match(r"[.,!?]?[\"”’']", text[slice(*pause)])
    return pause[0] + marks.end() if marks else pause[0]


def _last_pause(text: str, start: int, end: int) -> Span | None:
    last = None
    for match in _PAUSE.finditer(text, start, end):
        last = match.span()
    return last


def _inverted(text: str, sentence: Span, match: re.Match[str]) -> _Made | None:
    """As in "..., said the mayor, Ana Leite"."""
    begin, end = sentence
    if FORMS[match[1]] not in SPEECH:
        return None
    head = text[begin : match.start()].rstrip()
    if not head or head[-1] not in ",\"”’'–—" or len(head) < 4:
        return None
    after = re.compile(
        r"\s+((?:[^,;.“\"]|\.(?=\s?[A-Z]\.|[a-z]))+(?:,\s+[^,;.“\"]{2,80}(?=[,.]))?)"
    ).match(text, match.end(), min(end, match.end() + _LONGEST_NAME))
    if after is None or re.match(r"(?:that|the\s+\w+\s+was|it|he|she|they)\b", after[1]):
        return None
    follows = text[after.end() : after.end() + 1]
    if (
        len(after[1].split()) > 12
        or _VERBISH.search(after[1])
        or follows not in ("", ",", ".", ";", " ")
    ):
        return None
    source = after.span(1)
    cut = re.search(
        r"\s+(?:on|in a|at a|last|yesterday|after|when|as|during|late|early|adding|referring|who|whose)\b",
        text[source[0] : source[1]],
    )
    if cut is not None:
        source = source[0], source[0] + cut.start()
    pieces = [(begin, begin + len(head))]
    rest = text[source[1] : end]
    if re.match(r"\s*[,:.]\s*[\"“]", rest):
        pieces.append((source[1], end))
    return tuple(pieces), source


def _inserted(text: str, sentence: Span, match: re.Match[str]) -> _Made | None:
    """As in "Much of the unrest, they argue, is due to "."""
    begin, end = sentence
    if match.end() >= end or text[match.end()] != ",":
        return None
    pause = _last_pause(text, max(begin, match.start() - 60), match.start())
    if pause is None or pause[0] - begin < 8:
        return None
    source = _without_adverbs(text, (pause[1], match.start()))
    if source is None or len(text[slice(*source)].split()) > 8:
        return None
    return ((begin, _keep_mark(text, pause)), (match.end(), end)), source


_BREAK = re.compile(
    r"(?:^|[;:]\s|,?\s(?:but|and|while|although|because|after|when|as)\s(?=[A-Zt]))", re.IGNORECASE
)


def _in_front(text: str, sentence: Span, match: re.Match[str], lemma: str) -> _Made | None:
    """As in "The ministry said (that) ...", "The company, which runs the line, denied "."""
    begin, end = sentence
    start = max(begin, match.start() - 2 * _LONGEST_NAME)
    named = text[start : match.start()]
    relative = re.search(r",\s+(?:which|who)\s+(?:\w+\s+)?$", named)
    if relative is not None:
        named = named[: relative.start()]
    breaks = [
        m.end() for m in re.finditer(r"(?:[;:]\s|,\s(?:but|and|while)\s|\s(?:but|while)\s)", named)
    ]
    if breaks:
        start, named = start + breaks[-1], named[breaks[-1] :]
    lead = re.match(
        r"(?:On|In|At|After|Before|Since|Last|Earlier|Later|Meanwhile|But|And|Yesterday|Today|However|By|For)\b[^,]{0,60}?(?:,\s+|(?<=But|And)\s+)",
        named,
    )
    if lead is not None:
        start, named = start + lead.end(), named[lead.end() :]
    source = _without_adverbs(text, (start, start + len(named)))
    if source is None or len(text[slice(*source)].split()) > 26:
        return None
    takes = VERBS[lemma].takes
    content = (match.end(), end)
    follows = text[match.end() : match.end() + 40]
    if "clause" not in takes:
        if "number" in takes and not re.search(
            r"\d|\b(?:two|three|four|five|six|seven|eight|nine|ten)\b",
            text[match.end() : min(end, match.end() + 60)],
        ):
            return None
        if (
            "act" in takes
            and not {"thing", "number", "thing-as"} & takes
            and " to " not in text[match.end() : end]
        ):
            return None
        if (
            {"on", "for", "of"} & takes
            and "thing" not in takes
            and not re.match(r"\s+(?:on|for|of|about|against|\w+\s+(?:for|of))\b", follows)
        ):
            return None
    if lemma in ("tell",):
        addressee = re.match(
            r"\s+(?:the\s+)?(?:[A-Z][\w’'.-]*\s?|reporters|journalists|a\s+\w+\s+\w+|a\s+\w+|\w+)(?:[A-Z][\w’'.-]*\s?)*(?:\s+(?:that|on\s+\w+))?,?\s*",
            text[match.end() : end],
        )
        if addressee is not None:
            content = (match.end() + addressee.end(), end)
    when = re.match(
        r"\s+(?:on|in|late on|early on|last|this|yesterday|today)\s+(?:\w+\s){0,3}?(?:that|“|\")",
        text[match.end() : end],
    )
    if when is not None:
        content = (
            match.end() + when.end() - (1 if text[match.end() + when.end() - 1] in '“"' else 0),
            end,
        )
    if len(text[slice(*content)].split()) < 2:
        return None
    return (content,), source


def _without_adverbs(text: str, span: Span) -> Span | None:
    """The name without what stands between it and its verb."""
    words = text[slice(*span)]
    words = re.sub(r"[\s,]+" + _ADVERBS + "$", "", words + " ")
    start = span[0] + len(words) - len(words.lstrip(' ,"“'))
    end = span[0] + len(words)
    return (start, end) if end > start else None


_PRONOUN = re.compile(r"(?:he|she|it|they|who|which|I|we)", re.IGNORECASE)
_VERBISH = re.compile(
    r"\b(?:is|are|was|were|has|had|have|will|would|did|does|could|can|killed|died|went|came|took|made|fled"
    r"|said|told|which|because|if)\b"
)


def _may_speak(name: str) -> bool:
    """Whether words look like a name or a noun phrase, and not like a clause."""
    if _PRONOUN.fullmatch(name):
        return True
    if name.lower() in ("when", "if", "as", "while", "after", "before", "once", "and", "but"):
        return False
    head = name.split(",")[0]
    return bool(re.search(r"[A-Za-z]{2}", name)) and not _VERBISH.search(head)


_ACCORDING = re.compile(
    r"\b[Aa]ccording\s+to\s+((?:[^,;.“\"]|\.(?=[A-Za-z\d])|(?<=\b[A-Z])\.|(?<=Mr|Ms|Dr)\.|(?<=Mrs)\.)+)"
)


def _according(text: str, sentence: Span, quoted: tuple[Quote, ...]) -> Iterator[Attribution]:
    begin, end = sentence
    for match in _ACCORDING.finditer(text, begin, end):
        if is_inside(match.start(), quoted):
            continue
        source = match.span(1)
        before, after = trimmed(text, (begin, match.start())), trimmed(text, (match.end(), end))
        pieces = tuple(p for p in (before, after) if len(text[slice(*p)].split()) >= 2)
        if before in pieces and before[1] - before[0] > 25:
            pieces = (before,)
        if pieces:
            cue = (match.start(), match.start(1))
            yield Attribution(pieces, source, trimmed(text, cue), "according", "neutral")


_NAME = re.compile(r"(?:[A-Z][\w’'-]*\.?\s+(?:(?:of|the|for|and|de|van|al)\s+){0,2})*[A-Z][\w’'-]+")
_FIRST = re.compile(
    r"(?:The|A|An|Its|His|Her|Their|Some|Many|Most)?\s*[\w’'-]+(?:\s+[\w’'-]+){0,4}?(?=\s+(?:is|are|was|were|has|have|had|will|\w+ed|said|told|did)\b)"
)


def _mentions(text: str, sentences: tuple[Span, ...]) -> Iterator[Mention]:
    for begin, end in sentences:
        first = _FIRST.match(text, begin, min(end, begin + 120))
        if first is not None and first[0].split()[0].lower() not in (
            "it",
            "he",
            "she",
            "they",
            "there",
        ):
            yield Mention(first.span(), True)
        for match in _NAME.finditer(text, begin, end):
            if match.start() > begin and (first is None or match.start() >= first.end()):
                yield Mention(match.span(), False)
