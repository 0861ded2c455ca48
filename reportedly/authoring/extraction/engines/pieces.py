"""The stretches of who spoke and of what was said, put into shape."""

from __future__ import annotations

import re

from reportedly.authoring.extraction.engines.found import Span
from reportedly.authoring.extraction.engines.tree import Tree
from reportedly.authoring.extraction.quotes import Quote
from reportedly.authoring.extraction.texts.trimming import trimmed


def with_quotes(t: Tree, verb: int, pieces: list[Span], quoted: tuple[Quote, ...]) -> list[Span]:
    """A quotation that a piece breaks off in is taken to its end."""
    _, sentence_end = t.sentences[t.sentence[verb]]
    start, end = pieces[-1]
    for quote in quoted:
        if start <= quote.start <= end + 2 and quote.end > end:
            end = max(end, min(quote.end, sentence_end))
    return [*pieces[:-1], (start, end)]


def clean(t: Tree, pieces: list[Span]) -> tuple[Span, ...]:
    """The stretches without commas at their ends and with the marks that close a quotation."""
    out = []
    for piece in pieces:
        start, end = trimmed(t.text, piece)
        end = _closed(t.text, start, end)
        if (joined := _JOINED.match(t.text, end)) is not None and end > start:
            end = joined.end()
        # a full stop at the end is no part of reported words
        if _SHORT.search(t.text, max(start, end - 6), end):
            pass  # "at 11 p.m."
        elif end > start and t.text[end - 1] == "." and t.text[start:end].count('"') % 2 == 0:
            end -= 1
        if IS_ASKED.match(t.text, start, end) and len(pieces) > 1:
            continue
        if t.text[start:end].strip(" \"“”'.,"):
            out.append((start, end))
    return tuple(out)


_SHORT = re.compile(r"\b(?:[ap]\.m|[A-Z]\.[A-Z])\.$")
_JOINED = re.compile(r"(?<=\w)(?:-\w+)+")
"""The rest of "re-examine" or "e-mail", which the parser takes apart."""
IS_ASKED = re.compile(r"(?:Asked|Pressed|Questioned|Contacted|Speaking|When (?:asked|pressed))\b")
_CLOSING = re.compile(r"[.,!?]?[\"”’']")


def _closed(text: str, start: int, end: int) -> int:
    """The end moved behind the mark that closes what is quoted in the stretch."""
    inside = text[start:end]
    if inside.count('"') % 2 or inside.count("“") > inside.count("”"):
        match = _CLOSING.match(text, end)
        if match is not None:
            return match.end()
    return end


_ISSUED = frozenset(
    "release publish issue compile collect provide commission conduct produce prepare write sign".split()
)


SUBJECTS = ("nsubj", "nsubjpass")


def noun_phrase(t: Tree, word: int) -> Span:
    """The words that name somebody: with article, description and apposition, without clauses.

    An apposition is kept ("Its spokesman, Colonel Yusuf Darra") so that the name can be told from
    the role.
    """
    first = t.left[word]
    last = word
    twin = t.right[word] + 1
    while twin < len(t.words) and t.tags[twin] == "NNP" and t.deps[twin] == "compound":
        twin += 1
    if (
        twin < len(t.words) and t.tags[twin] in ("NNP", "NNPS") and t.deps[twin] == t.deps[word]
        and t.heads[twin] == t.heads[word] and t.left[twin] == t.right[word] + 1 and t.deps[word] in SUBJECTS
    ):  # fmt: skip
        return t.span(first, twin)  # "The charity Island Help was quoted": one subject in two
    for child in t.children[word]:
        if child < word:
            # a clause or aside before the noun is not part of the name
            if t.deps[child] in ("advcl", "ccomp", "parataxis", "cc", "preconj", "advmod", "mark"):
                first = max(first, t.right[child] + 1)
            continue
        dep = t.deps[child]
        if dep in ("case", "nummod", "compound", "flat", "nmod") and child == last + 1:
            last = t.right[child] if dep != "case" else last
        elif (
            dep == "prep"
            and t.words[child].lower()
            in (
                "of",
                "at",
                "for",
                "in",
                "from",
                "with",
                "to",
                "on",
                "near",
                "close",
                "behind",
            )
            and child == last + 1
        ) or (
            dep in ("prep", "agent")
            and t.words[child].lower() in ("by", "from")
            and child == last + 1
        ):
            last = _prep_end(t, child)
        elif dep == "acl" and child == last + 1 and t.lemmas[child] in _ISSUED:
            # "figures released by the commission" are also the commission's
            by = t.child(child, "agent")
            last = _prep_end(t, by) if by == child + 1 else last
        elif dep == "appos" and child - last <= 12:
            last = _phrase_end(t, child)
        elif dep in ("conj", "cc") and child - last <= 8 and not t.is_verb(child):
            last = _phrase_end(t, child) if dep == "conj" else last
        elif dep == "punct" and t.words[child] in ("-", "/"):
            continue
    start, end = t.span(min(first, word), max(last, word))
    # the parser takes "e-mail" apart
    rest = re.match(r"(?:-\w+)+", t.text[end : end + 30])
    return start, end + (rest.end() if rest else 0)


def _prep_end(t: Tree, prep: int) -> int:
    named = t.child(prep, "pobj", "pcomp")
    return _phrase_end(t, named) if named is not None else prep


def _phrase_end(t: Tree, word: int) -> int:
    """The end of a phrase before its own clauses."""
    last = word
    for child in t.children[word]:
        if child < word:
            continue
        if t.deps[child] in ("relcl", "acl", "advcl", "appos", "punct", "conj", "cc", "parataxis"):
            if (
                t.deps[child] in ("conj", "cc")
                and child - last <= 2
                and t.tags[child].startswith(("N", "CC"))
            ):
                last = max(last, _phrase_end(t, child)) if t.deps[child] == "conj" else last
                continue
            break
        last = max(last, min(t.right[child], last + 14))
    return last


def agent_of(t: Tree, verb: int) -> int | None:
    """The "by" of a passive, also where the parse hangs it on a number: "given as 12 by the ministry"."""
    agent = t.child(verb, "agent")
    if agent is not None:
        return agent
    return next(
        (
            w for w in range(verb + 1, min(t.right[verb], verb + 12) + 1)
            if t.words[w].lower() == "by" and t.tags[t.heads[w]] == "CD" and t.child(w, "pobj") is not None
        ),
        None,
    )  # fmt: skip
