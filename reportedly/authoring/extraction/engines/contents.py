"""What was said: the words that a reporting verb governs, or stands beside."""

from __future__ import annotations

import re

from reportedly.authoring.extraction.engines.beside import (
    STATES,
    as_clause,
    beside,
    cue_clause,
    rest_of,
    stretch,
)
from reportedly.authoring.extraction.engines.found import Span
from reportedly.authoring.extraction.engines.governed import thing_pieces
from reportedly.authoring.extraction.engines.pieces import clean, with_quotes
from reportedly.authoring.extraction.engines.reach import is_document
from reportedly.authoring.extraction.engines.speakers import Speaker
from reportedly.authoring.extraction.engines.tree import Tree
from reportedly.authoring.extraction.lexicon.cues import FORMS, SPEECH, CueVerb
from reportedly.authoring.extraction.quotes import Quote


def contents(
    t: Tree, verb: int, lemma: str, cue: CueVerb, speaker: Speaker, quoted: tuple[Quote, ...]
) -> tuple[Span, ...]:
    """Where the words stand that the verb hands over; empty when it reports nothing."""
    pieces = _contents(t, verb, lemma, cue, speaker, quoted)
    if not pieces and lemma in STATES and not speaker.passive and speaker.span is not None:
        return rest_of(t, verb)
    if "clause" in cue.takes and speaker.span is not None and not speaker.passive:
        that = _THAT.match(t.text, t.end(verb))
        if that is not None and not any(b > that.start() for _, b in pieces):
            # "it goes further: he estimates that in the north it is less": the parse lost the clause
            return clean(t, [(that.end(), stretch(t, verb)[1])])
    if lemma in _TO_SOMEBODY and not speaker.passive:
        told = _TOLD_THAT.match(t.text, t.end(verb))
        _, end = stretch(t, verb)
        if told is not None and told.end() < end and (not pieces or pieces[0][0] < told.end() - 1):
            if not any(a <= t.end(verb) for a, _ in pieces):
                # "told the radio station Eko that": the parse lost what was told
                return clean(t, [(told.end(), end)])
    return pieces


_THAT = re.compile(
    r"(?:\s+(?:only|merely|simply|just|again|also|\w+ly|yesterday|today|(?:on|in|last|this)\s+\w+))?\s+that\s+(?=[^\s,])"
)
_TO_SOMEBODY = frozenset("tell inform remind assure reassure warn notify advise".split())
_TOLD_THAT = re.compile(r"\s+(?:[\w’'.-]+\s+){1,8}?that\s+")


def _contents(
    t: Tree, verb: int, lemma: str, cue: CueVerb, speaker: Speaker, quoted: tuple[Quote, ...]
) -> tuple[Span, ...]:
    out = any(t.words[c].lower() == "out" for c in t.all_children(verb, "prt"))
    if lemma == "point" and not out:
        return ()
    if lemma == "rule" and out:  # "ruled out foul play"
        ruled = t.child(verb, "dobj")
        if ruled is None or ruled < verb or speaker.span is None or speaker.passive:
            return ()
        return clean(t, [t.span(t.left[ruled], t.right[ruled])])
    if lemma == "put":
        around = _as_put(t, verb)
        if around:
            return around
    clauses = [
        c
        for c in t.all_children(verb, "ccomp")
        if ";" not in t.text[slice(*sorted((t.end(min(c, verb)), t.starts[max(c, verb)])))]
    ]
    clause = clauses[0] if clauses else None
    if (
        clause is not None
        and "clause" in cue.takes
        and _is_content(t, verb, clause, lemma, speaker)
    ):
        return _clause_pieces(t, verb, clause, speaker, quoted)
    if lemma == "tell":
        told = t.child(verb, "dobj", "dative")
        clause = t.child(told, "relcl") if told is not None else None
        if clause is not None and t.child(clause, "nsubj", "nsubjpass", "expl") is not None:
            first = t.left[clause]
            if not t.tags[first].startswith("W") and first > verb:
                return clean(t, [t.span(first, t.right[clause])])
    bare = t.child(verb, "dobj", "attr")
    if lemma in _SAYS and bare is not None and bare > verb and not speaker.passive:
        if any(t.tags[w] == "CD" for w in range(t.left[bare], min(t.right[bare], bare + 3) + 1)):
            return clean(t, [t.span(t.left[bare], t.right[bare])])  # "the government says 38"
    hung = _hung_on_statement(t, verb) if "clause" in cue.takes else None
    if hung is not None:
        return clean(t, [t.span(t.left[hung], t.right[hung])])
    if "act" in cue.takes and lemma == "ask" and t.child(verb, "xcomp") is not None:
        return thing_pieces(t, verb, lemma, cue, speaker, quoted)
    written = speaker.word is not None and is_document(t, speaker.word)
    shown = any(c > verb for c in t.all_children(verb, "dobj", "ccomp"))
    if lemma in SPEECH or (written and not shown and lemma in ("show", "find", "indicate")):
        pieces = beside(t, verb, speaker, quoted)
        if pieces:
            return pieces
    return thing_pieces(t, verb, lemma, cue, speaker, quoted)


_SAYS = frozenset("say claim insist suggest report guess believe reckon expect predict".split())


def _hung_on_statement(t: Tree, verb: int) -> int | None:
    """As in "said in a statement that it had sold 112 tickets", where the clause hangs on the noun."""
    for prep in t.all_children(verb, "prep"):
        noun = t.child(prep, "pobj")
        clause = (
            t.child(noun, "acl", "relcl", "ccomp") if noun is not None and prep > verb else None
        )
        if clause is not None:
            mark = t.child(clause, "mark")
            if mark is not None and t.words[mark].lower() == "that":
                return clause
    return None


def _as_put(t: Tree, verb: int) -> tuple[Span, ...]:
    """As in "a graveyard, as the driver put it, for tyres": what stands around the phrase."""
    thing = t.child(verb, "dobj")
    if thing is None or t.words[thing].lower() != "it" or not as_clause(t, verb):
        return ()
    begin, end = t.sentences[t.sentence[verb]]
    pieces = [(begin, t.starts[t.left[verb]]), (t.end(thing), end)]
    return clean(t, [p for p in pieces if len(t.text[slice(*p)].split()) >= 2])


def _is_content(t: Tree, verb: int, clause: int, lemma: str, speaker: Speaker) -> bool:
    if lemma in ("show", "find", "suggest", "indicate", "know", "consider", "feel", "call"):
        finite = t.tags[clause] in ("VBD", "VBZ", "VBP", "MD") or t.child(
            clause, "aux", "auxpass", "cop"
        )
        written = speaker.word is not None and is_document(t, speaker.word)
        return (bool(finite) or (written and t.tags[clause] == "VBG")) and t.child(
            clause, "nsubj", "nsubjpass", "expl"
        ) is not None
    if lemma in ("allow", "grant"):
        mark = t.child(clause, "mark")
        return mark is not None and t.words[mark].lower() == "that"
    # "said how much it would cost" tells that something was said, not what
    return True


def _clause_pieces(
    t: Tree, verb: int, clause: int, speaker: Speaker, quoted: tuple[Quote, ...]
) -> tuple[Span, ...]:
    first, last = t.left[clause], t.right[clause]
    if clause > verb and _is_outer(t, verb, clause):
        return clean(t, [t.span(verb + 1, first - 1)])
    last = _with_joined(t, verb, clause, last)
    if first <= verb <= last:  # the cue stands within what was said
        own_first, own_last = cue_clause(t, verb, speaker)
        pieces = [t.span(first, own_first - 1)] if own_first > first else []
        if own_last < last and not _TURNS.match(t.text, t.end(own_last)):
            pieces.append(t.span(own_last + 1, last))
    elif clause < verb:
        pieces = [t.span(first, last)]
        begin, end = stretch(t, verb)
        colon = t.text.rfind(": ", begin, t.starts[verb])
        if colon >= 0 and _REPORTS.search(t.text, begin, colon):
            begin = colon + 1  # "X denied it: it had worked, its director said"
        if (
            (speaker.word is not None and last < speaker.word < verb)
            or speaker.word is None
            or (speaker.word is not None and speaker.word > verb)
        ):
            within = t.deps[verb] == "ccomp" and t.heads[verb] < first
            start = pieces[0][0] if within else begin
            pieces = [(start, _to_cue(t, verb, speaker, pieces[0][1]))]
        after = _rest_after(t, verb, speaker, end)
        if after is not None and (
            _quote_in(quoted, after)
            or _trails(t, verb, speaker, after)
            or _AND_HAD.match(t.text, *after)
        ):
            pieces.append(after)
    else:
        cut_off = t.child(verb, "dobj")
        if (
            cut_off is not None and verb < cut_off < first and t.lemmas[verb] != "tell"
            and t.child(clause, "nsubj", "nsubjpass", "expl") is None and t.tags[clause] in _FINITE
        ):  # fmt: skip
            first = t.left[cut_off]  # "warned the cuts were": the parse took their subject away
        for other in t.all_children(verb, "ccomp"):
            if t.left[other] == last + 1:
                last = max(
                    last, t.right[other]
                )  # "declared her re-elected", taken apart by the parse
        while last + 1 < len(t.words) and _goes_on(t, verb, last):
            last = max(last + 1, _to_comma(t, last + 1))
        pieces = [t.span(first, last)]
        pieces = with_quotes(t, verb, pieces, quoted)
        _, end = stretch(t, verb)
        if t.text[pieces[0][1] : pieces[0][1] + 2] == ": " and not _REPORTS.search(
            t.text, pieces[0][1], end
        ):
            pieces = [(pieces[0][0], end)]  # "concluded that neither was right: they found 33"
        before = _quote_before(t, verb, quoted)
        if before is not None:
            pieces.insert(0, before)
    return clean(t, pieces)


def _to_cue(t: Tree, verb: int, speaker: Speaker, end: int) -> int:
    """The end of what stands in front of "officials say", which the parse may break off too soon."""
    named = speaker.word is not None and speaker.word < verb
    stop = t.starts[t.left[speaker.word] if named and speaker.word is not None else verb]
    more = t.text[end:stop].rstrip()
    whole = more.endswith((",", "—", "–", "”", '"')) and ";" not in more
    return stop if stop > end and whole else end


_REPORTS = re.compile(r"\b(?:" + "|".join(f for f, v in FORMS.items() if v in SPEECH) + r")\b")

_TURNS = re.compile(r",?\s+(?:while|but|although|though|whereas)\s+(?!that\b)")
"""What begins something of somebody else behind "the ministry said"."""

_FINITE = ("VBD", "VBZ", "VBP", "MD")


def _goes_on(t: Tree, verb: int, last: int) -> bool:
    """Whether a clause was cut off from its own verb."""
    following = last + 1
    if t.sentence[following] != t.sentence[verb] or t.tags[last] in (",", ":", "."):
        return False
    if t.tags[following] not in ("VBZ", "VBP", "VBD", "MD") or following == verb:
        return False
    return t.tags[last].startswith(("N", "PRP", "CD", "``", "''"))


def _to_comma(t: Tree, word: int) -> int:
    """The last word before the next comma or the end of the sentence."""
    at = word
    while (
        at + 1 < len(t.words)
        and t.sentence[at + 1] == t.sentence[word]
        and t.tags[at + 1] not in (",", ":", ".")
    ):
        at += 1
    return at


def _is_outer(t: Tree, verb: int, clause: int) -> bool:
    """As in "They found 40, their teacher told the radio": the second verb governs the first."""
    if t.lemmas[clause] not in SPEECH or t.left[clause] <= verb + 1:
        return False
    before = t.text[t.starts[verb] : t.starts[t.left[clause]]].rstrip()
    subject = t.child(clause, "nsubj")
    return before.endswith(",") and subject is not None and t.child(clause, "mark", "ccomp") is None


def _with_joined(t: Tree, verb: int, clause: int, last: int) -> int:
    """Clauses joined to the reporting verb that still belong to what was said."""
    for joined in (
        t.all_children(verb, "conj")
        + (t.all_children(t.heads[verb], "conj") if t.deps[verb] in ("relcl",) else [])
        + _root_joined(t, verb)
    ):
        if joined <= last or joined < verb:
            continue
        subject = t.child(joined, "nsubj", "nsubjpass", "expl")
        if subject is None or subject < last:
            continue
        helpers = {t.words[c].lower() for c in t.all_children(joined, "aux", "auxpass")}
        reduced = (
            t.tags[joined] in ("VBN", "VBD")
            and not helpers
            and t.child(clause, "auxpass") is not None
        )
        shifted = bool(helpers & {"would", "had", "could", "might"})
        comma = "," in t.text[t.end(last) : t.starts[t.left[joined]]]
        if reduced or shifted or (not comma and t.sentence[joined] == t.sentence[verb]):
            last = max(last, t.right[joined])
    return last


def _root_joined(t: Tree, verb: int) -> list[int]:
    """What is joined to the sentence's root when the reporting clause hangs below it."""
    if t.deps[verb] != "relcl":
        return []
    at, steps = verb, 0
    while t.heads[at] != at and steps < 12:
        at, steps = t.heads[at], steps + 1
    return [c for c in t.all_children(at, "conj") if c > verb] if at != verb else []


def _rest_after(t: Tree, verb: int, speaker: Speaker, end: int) -> Span | None:
    _, last = cue_clause(t, verb, speaker)
    start = t.end(last)
    return (start, end) if end - start > 3 else None


_AND_HAD = re.compile(
    r",\s+(?:and|but)\s+(?:that\s+)?(?!(?:he|she|it|they)\s)(?!.*\b(?:said|told|says|added|according)\b)[^;:“\"]{4,120}?"
    r"\b(?:had|would|could|might|was|were)\b"
)
"""As in "It was over, she said, and the square had been cleared": the tense tells that it is hers."""

_NOT_TRAILING = re.compile(
    r",\s+(?:while|but|although|though|whereas|and|who|which|whose|when|after|before|as|in|on|at|during|from|speaking|a|an|the"
    r"|\w+ing)\b"
)


def _trails(t: Tree, verb: int, speaker: Speaker, after: Span) -> bool:
    """As in "the doses came in November, she said, six weeks late": what follows is hers as well."""
    if speaker.word is None or speaker.word > verb or t.text[t.end(verb)] != ",":
        return False
    return after[0] == t.end(verb) and _NOT_TRAILING.match(t.text, after[0]) is None


def _quote_in(quoted: tuple[Quote, ...], span: Span) -> bool:
    return any(span[0] <= q.start < span[1] for q in quoted)


def _quote_before(t: Tree, verb: int, quoted: tuple[Quote, ...]) -> Span | None:
    """As in "Not true," he said, adding ...: a quotation in front of its own cue."""
    begin, _ = t.sentences[t.sentence[verb]]
    first = t.starts[t.left[verb]]
    for quote in quoted:
        if begin <= quote.start and quote.end <= first + 2 and quote.kind == "full":
            gap = t.text[quote.end : t.starts[verb]]
            if len(gap.split()) <= 12:
                return quote.start, quote.end
    return None
