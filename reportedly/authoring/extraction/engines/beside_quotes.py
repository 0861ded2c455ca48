"""Quotations beside a verb that is no verb of speech: "he barked", "the council hit back: ..."."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from reportedly.authoring.extraction.engines.found import Attribution
from reportedly.authoring.extraction.engines.pieces import noun_phrase
from reportedly.authoring.extraction.engines.speakers import Speaker, speaker_of
from reportedly.authoring.extraction.engines.tree import Tree
from reportedly.authoring.extraction.quotes import Quote
from reportedly.authoring.extraction.texts.trimming import trimmed

_FINITE = ("VBD", "VBZ", "VBP")
_NO_ACT = frozenset("be have do seem appear become remain".split())
_MAIN = ("ROOT", "conj", "ccomp", "parataxis", "dep")


def by_quotes(
    t: Tree, quoted: tuple[Quote, ...], found: Sequence[Attribution]
) -> Iterator[Attribution]:
    """Whole quotations that no verb of speech takes, given to the subject of the verb beside them."""
    for quote in quoted:
        place = quote.inner[0] + 1
        if quote.kind != "full" or any(a.has(place) for a in found):
            continue
        first = bisect_left(t.starts, quote.start)
        if first >= len(t.words):
            continue
        verb = _in_front(t, quote, first) or _behind(t, quote)
        if verb is None or any(a.cue is not None and a.cue[0] == t.starts[verb] for a in found):
            continue
        speaker = speaker_of(t, verb)
        turned = t.child(verb, "dobj")
        if turned is not None and t.starts[turned] > quote.end and not _has_subject(t, verb, quote):
            speaker = Speaker(
                turned, noun_phrase(t, turned)
            )  # `"Stay away," urged Sergeant Ada Brook`
        if speaker.span is None or speaker.passive:
            continue
        if quote.start < speaker.span[1] and speaker.span[0] < quote.end:
            continue
        piece = trimmed(t.text, quote.inner)
        yield Attribution((piece,), speaker.span, t.span(verb, verb), t.lemmas[verb], "neutral")


def _has_subject(t: Tree, verb: int, quote: Quote) -> bool:
    """Whether a verb has a subject of its own, and not one that is quoted."""
    subject = t.child(verb, "nsubj", "nsubjpass")
    return subject is not None and not quote.start <= t.starts[subject] < quote.end


def _in_front(t: Tree, quote: Quote, first: int) -> int | None:
    """The main verb of "One mother posted a picture with the words:" in front of a quotation."""
    lead = t.text[max(0, quote.start - 3) : quote.start].rstrip()
    if not lead.endswith((":", ",")):
        return None
    verbs = [
        w for w in range(first - 1, max(-1, first - 45), -1)
        if t.sentence[w] == t.sentence[first] and t.tags[w] in _FINITE and t.deps[w] in _MAIN
        and (t.lemmas[w] not in _NO_ACT or (t.lemmas[w] == "have" and lead.endswith(":")))
    ]  # fmt: skip
    # a comma must follow the verb at once; a colon may stand after more of the sentence
    if lead.endswith(","):
        verbs = [w for w in verbs if quote.start - t.end(w) < 4]
    return verbs[0] if verbs else None


def _behind(t: Tree, quote: Quote) -> int | None:
    """The verb of `"Speak to my solicitor," he barked` right behind a quotation."""
    inner = t.text[slice(*quote.inner)].rstrip()
    start = bisect_left(t.starts, quote.end)
    if not inner.endswith((",", "?", "!")) or start >= len(t.words):
        return None
    for word in range(start, min(start + 9, len(t.words))):
        if t.words[word] in (".", ";", ":", "”", '"') or t.starts[word] - quote.end > 70:
            return None
        if t.tags[word] in _FINITE and t.lemmas[word] not in _NO_ACT:
            subject = t.child(word, "nsubj")
            if t.starts[word] - quote.end < 3 and not _has_subject(t, word, quote):
                subject = t.child(word, "dobj")
            beside = subject is not None and t.starts[subject] >= quote.end
            return word if beside else None
    return None
