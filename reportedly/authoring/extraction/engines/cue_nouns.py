"""Speakers that no verb names: "according to X", "X's claim that", "in X's view"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reportedly.authoring.extraction.engines.found import Attribution, Span
from reportedly.authoring.extraction.engines.pieces import noun_phrase
from reportedly.authoring.extraction.engines.tree import Tree
from reportedly.authoring.extraction.lexicon.cues import (
    CUE_NOUNS,
    NUMBER_NOUNS,
    VERBS,
)
from reportedly.authoring.extraction.lexicon.roles import GROUP_KINDS
from reportedly.authoring.extraction.quotes import Quote, is_inside
from reportedly.authoring.extraction.texts.trimming import trimmed

_SEEN = ("see", "obtain", "carry", "publish", "quote", "report", "cite", "broadcast", "release")


def by_according(t: Tree, quoted: tuple[Quote, ...]) -> Iterator[Attribution]:
    """As in "..., according to X"; also "in the words of X" and "in X's view"."""
    for word, text in enumerate(t.words):
        if text.lower() != "according" or is_inside(t.starts[word], quoted):
            continue
        to = t.child(word, "prep", "prt", "pcomp", "aux")
        holder = to if to is not None else word
        named = t.child(holder, "pobj", "nsubj", "pcomp", "dobj")
        if named is None:
            following = word + 2
            if following >= len(t.words):
                continue
            named = following
            while t.deps[named] in ("compound", "det", "amod", "poss", "nummod", "case") and (
                t.heads[named] > named
            ):
                named = t.heads[named]
        source = _with_name(t, noun_phrase(t, named))
        via: tuple[Span, ...] = ()
        if t.lemmas[named] in ("report", "account", "dispatch", "story", "article"):
            by = next(
                (
                    c
                    for c in t.all_children(named, "prep", "agent")
                    if t.words[c] in ("by", "from", "in")
                ),
                None,
            )
            of = t.child(by, "pobj", "nsubj") if by is not None else None
            if of is not None:
                source = noun_phrase(t, of)
        seen = next((c for c in t.all_children(named, "acl") if t.lemmas[c] in _SEEN), None)
        if seen is not None:
            agent = t.child(seen, "agent", "prep")
            by_whom = t.child(agent, "pobj") if agent is not None else None
            if by_whom is not None:
                via = (noun_phrase(t, by_whom),)
        first, last = t.sentences[t.sentence[word]]
        about = _ABOUT_IT.match(t.text, source[1], last)
        end = about.end() if about is not None else source[1]
        end = max(end, *(span[1] for span in via)) if via else end
        before = trimmed(t.text, (first, t.starts[word]))
        after = trimmed(t.text, (end, last))
        pieces = tuple(p for p in (before, after) if len(t.text[slice(*p)].split()) >= 2)
        if not pieces:
            continue
        joined = t.text[end : end + 8].lstrip(" ,").startswith(("and ", "but "))
        joined = joined or _VERB_NEXT.match(t.text, end) is not None
        main_after = _LEADS.match(t.text, *before) is not None and t.text[end : end + 1] == ","
        if joined and after in pieces:
            aside = _WHICH.search(t.text, *after)
            cut = trimmed(t.text, (after[0], aside.start() if aside is not None else after[1]))
            pieces = tuple(cut if p == after else p for p in pieces)
        if before[1] - before[0] > 25 and before in pieces and not joined and not main_after:
            pieces = (before,)
        cue = (t.starts[word], t.end(min(word + 1, len(t.words) - 1)))
        yield Attribution(pieces, source, cue, "according", "neutral", via)


_ABOUT_IT = re.compile(
    r"\s+(?:dated|seen|obtained|reviewed|published|released|issued|signed|written|compiled|prepared|circulated|shared"
    r"|leaked|filed|read|conducted|commissioned|drawn\s+up|made\s+public)\b[^,;:“”\"]{1,90}(?=,)"
)
"""What is told of a document between its name and what it says."""

_WHICH = re.compile(r",\s+(?:which|who|where|whose)\b")
_VERB_NEXT = re.compile(
    r",\s+(?:is|are|was|were|has|have|had|will|would|could|may|might|must|can|should|did|does)\b"
)
"""As in "The rate, according to its website, is 40"."""

_LEADS = re.compile(
    r"(?:By|When|If|As|After|Before|While|In|On|At|Under|Since|Until|For|With|Although|Though)\b[^,]*$"
)
"""What stands in front of the main clause, so that what was said goes on behind the source."""

_NAME_BEHIND = re.compile(r",\s+((?:[A-Z][\w.’'-]+\s+){0,3}[A-Z][\w’'-]+)(?=[,.;]|$)")


def _with_name(t: Tree, source: Span) -> Span:
    """As in "according to the laboratory, Kestrel Analytics": the name may hang elsewhere."""
    words = t.text[slice(*source)]
    match = _NAME_BEHIND.match(t.text, source[1])
    if (
        match is None
        or any(word[:1].isupper() for word in words.split()[1:])
        or not words.islower()
    ):
        return source
    return source[0], match.end(1)


def by_nouns(t: Tree, quoted: tuple[Quote, ...]) -> Iterator[Attribution]:
    """As in "the minister's claim that ...", "a statement by X said", "X's figure is 40"."""
    for noun, lemma in enumerate(t.lemmas):
        if lemma not in CUE_NOUNS and lemma not in NUMBER_NOUNS:
            continue
        if not t.tags[noun].startswith("NN") or is_inside(t.starts[noun], quoted):
            continue
        owner = _owner(t, noun)
        if owner is None:
            continue
        source = noun_phrase(t, owner)
        clause = None
        if lemma in CUE_NOUNS:
            clause = t.child(noun, "acl", "ccomp", "relcl") or t.child(
                owner, "acl", "ccomp", "relcl"
            )
            governor = t.heads[noun]
            if clause is None and t.deps[noun] == "pobj":
                # "opened the debate with the allegation that it was sold", hung on "opened"
                hung = [
                    c for c in t.all_children(t.heads[governor], "ccomp") if t.left[c] == noun + 1
                ]
                clause = hung[0] if hung else None
            if clause is None and t.deps[noun] == "nsubj" and t.lemmas[governor] == "be":
                clause = t.child(governor, "ccomp")
            if (
                clause is not None
                and t.left[clause] > owner
                and source[1] > t.starts[t.left[clause]]
            ):
                source = t.span(t.left[owner], owner)
        to_do = (
            clause is not None and t.tags[clause] == "VB" and clause > noun and lemma in _PROMISES
        )
        if clause is not None and (_is_told(t, clause) or to_do):
            piece = trimmed(t.text, t.span(t.left[clause], t.right[clause]))
            yield _noun_claim(t, noun, lemma, source, piece)
        elif lemma in NUMBER_NOUNS or lemma in ("estimate", "report"):
            governor = t.heads[noun]
            of = next((c for c in t.all_children(noun, "prep") if t.words[c] in ("of", "at")), None)
            if t.deps[noun] == "nsubj" and t.lemmas[governor] in (
                "be",
                "stand",
                "rise",
                "reach",
                "climb",
                "come",
            ):
                begin = noun
                while (
                    begin - 1 > owner
                    and t.heads[begin - 1] == noun
                    and t.deps[begin - 1] in ("compound", "amod")
                ):
                    begin -= 1
                piece = trimmed(t.text, t.span(begin, _clause_end(t, governor)))
                if any(c.isdigit() for c in t.text[slice(*piece)]) or _has_number(t, governor):
                    yield _noun_claim(t, noun, lemma, source, piece)
            elif of is not None and _has_number(t, of):
                yield _noun_claim(t, noun, lemma, source, t.span(noun, t.right[of]))
    yield from _came_from(t, quoted)
    yield from _in_their_view(t, quoted)


def _is_told(t: Tree, clause: int) -> bool:
    """Whether "that" begins what was said, also where the parse takes it for a second subject."""
    if t.child(clause, "mark") is not None:
        return True
    subjects = t.all_children(clause, "nsubj", "nsubjpass")
    return len(subjects) > 1 and t.words[t.left[clause]].lower() == "that"


_PROMISES = frozenset(
    "pledge promise vow threat offer demand request plan call appeal proposal plea".split()
)
"""What may be followed by "to do it"."""


def _came_from(t: Tree, quoted: tuple[Quote, ...]) -> Iterator[Attribution]:
    """As in "A third figure, 118, came from the institute"."""
    for noun, lemma in enumerate(t.lemmas):
        verb = t.heads[noun]
        if lemma not in NUMBER_NOUNS or t.deps[noun] != "nsubj" or t.lemmas[verb] != "come":
            continue
        from_ = next(
            (c for c in t.all_children(verb, "prep") if t.words[c].lower() == "from"), None
        )
        whom = t.child(from_, "pobj") if from_ is not None else None
        if whom is None or is_inside(t.starts[noun], quoted) or not _has_number(t, noun):
            continue
        piece = trimmed(t.text, t.span(t.left[noun], t.right[noun]))
        yield _noun_claim(t, noun, lemma, noun_phrase(t, whom), piece)


_VIEWS = frozenset(
    "view opinion word words estimation eyes account telling reading assessment count estimate reckoning tally"
    " calculation figures calculations estimates records".split()
)


def _in_their_view(t: Tree, quoted: tuple[Quote, ...]) -> Iterator[Attribution]:
    """As in "In her view, the number is closer to 80"."""
    for noun, lemma in enumerate(t.lemmas):
        if lemma not in _VIEWS or t.deps[noun] != "pobj" or is_inside(t.starts[noun], quoted):
            continue
        prep, owner = t.heads[noun], t.child(noun, "poss")
        if owner is None:
            of = next((c for c in t.all_children(noun, "prep") if t.words[c] == "of"), None)
            owner = t.child(of, "pobj") if of is not None else None
        if owner is None or t.words[prep].lower() not in ("in", "by", "on"):
            continue
        begin, end = t.sentences[t.sentence[noun]]
        lead = t.text[begin : t.starts[prep]].rstrip()
        if lead and not lead.endswith((",", "“", "”", '"', "—", "–", "(", "But", "And", "Yet")):
            if (
                not re.match(r"\s*,", t.text[t.end(max(t.right[noun], owner)) :][:3])
                or owner > noun
            ):
                continue  # "She stood by her account", "it rests on the word of a neighbour"
        last = max(t.right[noun], owner)
        pieces = tuple(
            p for p in (trimmed(t.text, (begin, t.starts[prep])), trimmed(t.text, (t.end(last), end)))
            if len(t.text[slice(*p)].split()) >= 2
        )  # fmt: skip
        if pieces:
            yield Attribution(pieces, noun_phrase(t, owner), t.span(noun, noun), lemma, "neutral")


def _clause_end(t: Tree, verb: int) -> int:
    """The last word of a clause before the next one that is joined to it."""
    joined = [t.left[c] for c in t.all_children(verb, "conj", "cc") if c > verb]
    return min([t.right[verb], *(first - 1 for first in joined)])


def _has_number(t: Tree, word: int) -> bool:
    return any(
        t.tags[w] == "CD" for w in range(t.left[word], min(t.right[word], t.left[word] + 25) + 1)
    )


def _owner(t: Tree, noun: int) -> int | None:
    owner = t.child(noun, "poss")
    if owner is not None:
        return owner
    for prep in t.all_children(noun, "prep", "agent"):
        if t.words[prep].lower() in ("by",) or (
            t.words[prep].lower() == "from" and t.lemmas[noun] not in NUMBER_NOUNS
        ):
            return t.child(prep, "pobj")
    verb = t.heads[noun]
    if t.deps[noun] == "dobj" and t.lemmas[verb] in _VOICES:
        return t.child(verb, "nsubj")
    if t.deps[noun] == "nsubj" and t.lemmas[verb] == "be":
        of = next((c for c in t.all_children(noun, "prep") if t.words[c].lower() == "of"), None)
        if of is not None and t.lemmas[noun] in CUE_NOUNS:
            return t.child(of, "pobj")
    named = t.child(noun, "compound", "amod")
    if t.lemmas[noun] in NUMBER_NOUNS and named is not None and t.words[named].lower() in (
        "police", "official", "government", "union",
    ):  # fmt: skip
        return named
    before = noun - 1  # "a finance ministry projection that"
    if before >= 0 and t.deps[before] == "compound" and t.heads[before] == noun:
        known = t.lemmas[before] in GROUP_KINDS or t.lemmas[before] in _ADJECTIVES
        return before if known else None
    if before >= 0 and t.deps[before] == "amod" and t.lemmas[before] == "opposition":
        return before
    governor = t.heads[t.heads[noun]]
    if t.deps[governor] == "dobj":
        governor = t.heads[governor]  # "opened the debate with the allegation that"
    if t.deps[noun] == "pobj" and t.words[t.heads[noun]].lower() == "with" and t.is_verb(governor):
        return t.child(governor, "nsubj") if t.lemmas[governor] in _WITH else None
    return None


_ADJECTIVES = (
    "opposition",
    "police",
    "government",
    "union",
    "minister",
    "prosecution",
    "defence",
    "defense",
)
_WITH = frozenset(
    "open begin start end close respond reply counter answer come conclude follow".split()
)
"""As in "opened the debate with the allegation that"."""


_VOICES = frozenset(
    "voice express raise make issue repeat deliver share air have reiterate renew press back retract withdraw level"
    " lodge file table present advance open begin end close offer give add".split()
)


def _noun_claim(t: Tree, noun: int, lemma: str, source: Span, piece: Span) -> Attribution:
    kind = VERBS[lemma].kind if lemma in VERBS else "neutral"
    return Attribution((piece,), source, t.span(noun, noun), lemma, kind)
