"""How far what hangs on a verb reaches, and what stands in it."""

from __future__ import annotations

from reportedly.authoring.extraction.engines.speakers import Speaker
from reportedly.authoring.extraction.engines.tree import Tree
from reportedly.authoring.extraction.lexicon.cues import DOCUMENTS


def has_digit(t: Tree, word: int) -> bool:
    """Whether a number hangs on a word."""
    return any(
        t.tags[w] == "CD" for w in range(t.left[word], min(t.right[word], t.left[word] + 25) + 1)
    )


def is_document(t: Tree, word: int) -> bool:
    """Whether a word stands for something written, also where only the plural does: "minutes"."""
    if t.lemmas[word] in DOCUMENTS:
        return True
    return t.words[word].lower() in DOCUMENTS and t.child(word, "nummod") is None


def is_human(t: Tree, speaker: Speaker) -> bool:
    """Whether somebody speaks, and no document."""
    return speaker.word is not None and not is_document(t, speaker.word)


def _counts_on(t: Tree, verb: int, child: int) -> bool:
    """As in "17 dead and more than 40 wounded": a second number, whatever the parse makes of it."""
    joined = child if t.deps[child] == "conj" else next(iter(t.all_children(verb, "conj")), None)
    if joined is None or t.child(joined, "nsubj", "nsubjpass") is not None:
        return False
    return any(t.tags[w] == "CD" for w in range(t.left[joined], joined))


def end_of(t: Tree, verb: int, word: int) -> int:
    """The end of what hangs on the verb from a word on, before further clauses of its own."""
    stop = t.right[verb]
    for child in t.children[verb]:
        if t.deps[child] in ("conj", "cc") and _counts_on(t, verb, child):
            continue
        if child > word and t.deps[child] in ("conj", "cc", "advcl", "parataxis", "punct", "ccomp"):
            if t.deps[child] == "punct" and t.words[child] in ("-", "'", '"', "''", "``"):
                continue
            stop = min(stop, t.left[child] - 1)
    return max(stop, min(t.right[word], stop))
