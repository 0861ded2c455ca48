"""A paragraph parsed into a tree of words, free of the library that parsed it."""

from __future__ import annotations

from dataclasses import dataclass

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Tree:
    """Words with their place, form and governor; every list has one entry a word.

    Attributes:
        heads: The governor of each word; a root governs itself.
        left, right: The first and last word of what hangs on each word.
        sentence: The number of each word's sentence.
    """

    text: str
    words: list[str]
    lemmas: list[str]
    tags: list[str]
    deps: list[str]
    heads: list[int]
    starts: list[int]
    children: list[list[int]]
    left: list[int]
    right: list[int]
    sentence: list[int]
    sentences: tuple[Span, ...]

    def end(self, word: int) -> int:
        """Where a word ends in the paragraph."""
        return self.starts[word] + len(self.words[word])

    def span(self, first: int, last: int) -> Span:
        """Where a run of words stands in the paragraph."""
        return self.starts[first], self.end(last)

    def child(self, word: int, *deps: str) -> int | None:
        """The first word that hangs on this one in one of these ways."""
        return next((c for c in self.children[word] if self.deps[c] in deps), None)

    def all_children(self, word: int, *deps: str) -> list[int]:
        """All words that hang on this one in one of these ways."""
        return [c for c in self.children[word] if self.deps[c] in deps]

    def is_verb(self, word: int) -> bool:
        """Whether a word is a verb in any form."""
        return self.tags[word].startswith("V")


def tree(
    text: str,
    words: list[str],
    lemmas: list[str],
    tags: list[str],
    deps: list[str],
    heads: list[int],
    starts: list[int],
    sentences: tuple[Span, ...],
) -> Tree:
    """The tree with all that follows from heads; each step is linear."""
    count = len(words)
    children: list[list[int]] = [[] for _ in range(count)]
    order: list[int] = []
    for word, head in enumerate(heads):
        if head != word:
            children[head].append(word)
        else:
            order.append(word)
    for word in order:  # grows while it is read: governors before what hangs on them
        order.extend(children[word])
    left, right = list(range(count)), list(range(count))
    for word in reversed(order):
        head = heads[word]
        left[head] = min(left[head], left[word])
        right[head] = max(right[head], right[word])
    sentence, at = [], 0
    for start in starts:
        while at + 1 < len(sentences) and start >= sentences[at + 1][0]:
            at += 1
        sentence.append(at)
    return Tree(
        text, words, lemmas, tags, deps, heads, starts, children, left, right, sentence, sentences
    )
