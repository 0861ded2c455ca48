"""Words that stand beside "X said" without the parse putting them under it."""

from __future__ import annotations

import re

from reportedly.authoring.extraction.engines.found import Span
from reportedly.authoring.extraction.engines.pieces import IS_ASKED, clean
from reportedly.authoring.extraction.engines.speakers import Speaker
from reportedly.authoring.extraction.engines.tree import Tree
from reportedly.authoring.extraction.lexicon.cues import SPEECH, VERBS
from reportedly.authoring.extraction.quotes import Quote


def cue_clause(t: Tree, verb: int, speaker: Speaker) -> tuple[int, int]:
    """First and last word of "the ministry said on Friday"."""
    first, last = verb, verb
    for child in t.children[verb]:
        if _set_off(t, child, speaker):
            continue
        other = speaker.word is not None and child < speaker.word < verb
        if other and t.deps[child] in ("nsubj", "csubj"):
            continue  # the subject of what is said, lost to the cue
        if t.deps[child] in ("ccomp", "punct", "conj", "cc", "parataxis", "intj"):
            continue
        if t.deps[child] == "dep" and child < verb:
            continue  # `"None," said the clerk`: a quoted word the parse makes nothing of
        first, last = min(first, t.left[child]), max(last, t.right[child])
    if speaker.word is not None and t.heads[speaker.word] == verb:
        first, last = min(first, t.left[speaker.word]), max(last, t.right[speaker.word])
    return first, last


def _set_off(t: Tree, child: int, speaker: Speaker) -> bool:
    """As in "There was none so far, she said": what a comma parts from the speaker is what was said."""
    if speaker.word is None or t.right[child] >= t.left[speaker.word]:
        return False
    leads = t.left[child] == 0 or t.sentence[t.left[child] - 1] != t.sentence[child]
    gap = t.text[t.end(t.right[child]) : t.starts[t.left[speaker.word]]]
    return not leads and "," in gap


def stretch(t: Tree, verb: int) -> tuple[int, int]:
    """The part of a sentence that a verb stands in, between semicolons."""
    begin, end = t.sentences[t.sentence[verb]]
    place = t.starts[verb]
    before, after = t.text.rfind(";", begin, place), t.text.find(";", place, end)
    return (before + 1 if before >= 0 else begin), (after if after >= 0 else end)


def beside(t: Tree, verb: int, speaker: Speaker, quoted: tuple[Quote, ...]) -> tuple[Span, ...]:
    """Words beside "X said" that the parse did not put under it."""
    begin, end = stretch(t, verb)
    first, last = cue_clause(t, verb, speaker)
    if speaker.word is not None and speaker.span is not None:
        # an inverted cue: `"No," said the mayor, Ana Leite.`
        if speaker.word > verb:
            last = max(last, _last_word_at(t, last, speaker.span[1]))
        else:
            first = min(first, t.left[speaker.word])
    if t.deps[verb] == "ccomp" and t.heads[verb] < first and t.lemmas[t.heads[verb]] in VERBS:
        return ()  # "Kolb said the association had asked": what stands before is no content
    outer = t.heads[verb]
    its_own = (
        t.child(outer, "nsubj") if t.deps[verb] == "ccomp" and t.lemmas[outer] in SPEECH else None
    )
    if its_own is not None and last < its_own < outer:
        return ()  # "Roe will ask for powers, his office said": the office says all of it
    if speaker.passive and speaker.word is None and not _near_quote(t, quoted, first, last):
        return _reported_passive(t, verb, first, begin)
    if t.deps[verb] in ("parataxis", "ccomp", "dep") or (
        t.deps[verb] == "advcl" and as_clause(t, verb)
    ):
        begin = _after_colon(t, begin, t.starts[first])
        about = t.heads[verb]
        if t.deps[verb] == "parataxis" and t.deps[about] == "relcl":
            # "a report which, he said, showed it": only the clause is his
            begin, end = t.starts[t.left[about]], t.end(t.right[about])
        pieces = [(begin, t.starts[first]), (t.end(last), end)]
        return clean(t, [p for p in pieces if len(t.text[slice(*p)].split()) >= 2])
    near = [
        q for q in quoted
        if (begin <= q.start < end) and (q.kind == "full" or _touches(t, q, first, last))
    ]  # fmt: skip
    before = [q for q in near if q.end <= t.starts[first] + 1]
    after = [q for q in near if q.start >= t.end(last) - 1]
    if before and t.text[before[-1].end : t.starts[first]].strip(" ,") == "":
        pieces = [(begin, before[-1].end)]
        if after and _is_gap(t.text[t.end(last) : after[0].start]):
            pieces.append((after[0].start, min(end, after[-1].end)))
        return clean(t, pieces)
    if after and _is_gap(t.text[t.end(last) : after[0].start]):
        return clean(t, [(after[0].start, end)])
    head = t.text[begin : t.starts[first]]
    if IS_ASKED.match(head):
        return ()  # "Asked whether he knew, the mayor repeated it": the question is nobody's answer
    inherits = t.child(verb, "nsubj", "nsubjpass") is None and speaker.word is not None and (
        t.deps[verb] in ("conj", "xcomp", "advcl") and speaker.word < verb
    )  # fmt: skip
    if (
        not inherits
        and not (t.deps[verb] == "relcl" and t.tags[t.left[verb]].startswith("W"))
        and head.rstrip().endswith((",", "—", "–", "-"))
        and len(head.split()) >= 3
        and (t.lemmas[verb] in SPEECH or t.lemmas[verb] in ("show", "find", "indicate"))
    ):
        if t.tags[t.left[verb]] not in ("IN", "WRB") or speaker.word is None:
            if _ends(t, last, end):
                return clean(t, [(begin, t.starts[first])])
            if speaker.word is not None and _set_between(t, verb, end):
                stop = t.text.find(",", t.end(verb), end)
                rest = (
                    (stop, end)
                    if _GOES_ON.match(t.text, stop) and stop - t.end(verb) < 24
                    else None
                )
                return clean(t, [(begin, t.starts[first]), *([rest] if rest is not None else [])])
    return ()


_GOES_ON = re.compile(
    r",\s+(?:before|until|unless|because|if|since|for|without|despite|except|even|only|but only|not|or|nor|than|to)\s"
)
"""What behind "he told members," still belongs to what was said."""


def _set_between(t: Tree, verb: int, end: int) -> bool:
    """As in "It was shut, the clerk said on Sunday, for the first time": a cue between commas."""
    rest = t.text[t.end(verb) : end].split(",")
    return (
        len(rest) > 1
        and len(rest[0].split()) <= 7
        and not re.search(r"\bthat\b|[“”\":]", rest[0])
        and t.child(verb, "ccomp") is None
    )


def _near_quote(t: Tree, quoted: tuple[Quote, ...], first: int, last: int) -> bool:
    return any(_touches(t, q, first, last) for q in quoted)


def _reported_passive(t: Tree, verb: int, first: int, begin: int) -> tuple[Span, ...]:
    """As in "..., a jury was told": what stands in front, when it is a sentence of its own."""
    head = t.text[begin : t.starts[first]].rstrip()
    if t.lemmas[verb] != "tell" or not head.endswith(",") or len(head.split()) < 4:
        return ()
    return clean(t, [(begin, t.starts[first])])


def _last_word_at(t: Tree, word: int, end: int) -> int:
    while word + 1 < len(t.words) and t.starts[word + 1] < end:
        word += 1
    return word


def _after_colon(t: Tree, begin: int, stop: int) -> int:
    """Where a sentence's last part begins that a colon or semicolon sets off."""
    marks = [m.end() for m in re.finditer(r"[:;]\s", t.text[begin:stop])]
    return begin + marks[-1] if marks else begin


def _is_gap(text: str) -> bool:
    return len(text.split()) <= 8 and "." not in text.strip().rstrip(".")


def _touches(t: Tree, quote: Quote, first: int, last: int) -> bool:
    return (
        t.text[quote.end : t.starts[first]].strip(" ,") == "" if quote.end <= t.starts[first] + 1
        else t.text[t.end(last) : quote.start].strip(" ,:–—-") == ""
    )  # fmt: skip


def _ends(t: Tree, last: int, end: int) -> bool:
    return len(t.text[t.end(last) : end].split()) <= 1


def as_clause(t: Tree, verb: int) -> bool:
    """Whether a verb stands in "as the driver put it"."""
    return any(t.words[c].lower() == "as" for c in t.all_children(verb, "mark", "advmod", "prep"))


STATES = frozenset(
    "say add claim insist argue warn announce suggest note explain admit concede allege".split()
)


def rest_of(t: Tree, verb: int) -> tuple[Span, ...]:
    """What follows "saying" at once where the parse makes no clause of it."""
    _, end = stretch(t, verb)
    following = verb + 1
    if following >= len(t.words) or t.sentence[following] != t.sentence[verb]:
        return ()
    if t.tags[following] not in (
        "DT",
        "NN",
        "NNS",
        "NNP",
        "PRP",
        "PRP$",
        "JJ",
        "CD",
        "EX",
        "IN",
        "$",
    ):
        return ()
    low = t.words[following].lower()
    if t.tags[following] == "IN" and low != "that":
        return ()
    last = following
    while last + 1 < len(t.words) and t.starts[last + 1] < end:
        last += 1
    finite = any(t.tags[w] in _FINITE for w in range(following + 1, last + 1))
    if last - following < 4 or not finite:
        return ()
    return clean(t, [(t.starts[following], end)])


_FINITE = ("VBD", "VBZ", "VBP", "MD")
