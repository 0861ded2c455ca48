"""How alike two texts are, by the rare words that they share."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable, Mapping
from functools import lru_cache

from reportedly.authoring.extraction.lexicon.common_words import COMMON_WORDS

Bag = frozenset[str]

_WORD = re.compile(r"[^\W\d_][\w’'-]{2,}|\b(?:18|19|20)\d\d\b")
_OWNED = re.compile(r"[’'](?:s|re|ve|ll|d|t)?$")


def bag(text: str) -> Bag:
    """The stems of the words that tell something, and years."""
    words = {_OWNED.sub("", word) for word in _WORD.findall(text.lower())}
    return frozenset(_stem(w) for w in words if len(w) > 2 and w not in COMMON_WORDS)


_ENDINGS = "ations ation ating ated ates ate ments ment ingly ings ing edly ers ies ied ed er es ly s e y".split()


@lru_cache(maxsize=20_000)
def _stem(word: str) -> str:
    """Roughly what "evacuated", "evacuation" and "evacuate" have in common."""
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= 4:
            word = word[: -len(ending)]
            break
    if len(word) > 4 and word[-1] == word[-2]:  # stopped, stopping
        word = word[:-1]
    return word.removesuffix("e") if len(word) > 4 else word


def rarity(bags: Iterable[Bag]) -> Mapping[str, float]:
    """How much each word tells, from log 2 for one that stands everywhere upwards."""
    bags = list(bags)
    held = Counter(word for each in bags for word in each)
    return {word: math.log(1 + len(bags) / count) for word, count in held.items()}


def rarest(weight: Mapping[str, float], texts: int) -> Mapping[str, float]:
    """The words that hardly any of so many texts has, so that two that share one speak of one thing."""
    most = min(_MOST_OFTEN, max(_OFTEN, texts / 12))
    least = math.log(1 + texts / most) if texts else 0.0
    return {word: told for word, told in weight.items() if told >= least}


_OFTEN, _MOST_OFTEN = 4, 8


def likeness(one: Bag, other: Bag, weight: Mapping[str, float]) -> float:
    """The cosine of two bags whose words count by their rarity; 0 to 1."""
    shared = math.fsum(weight[w] ** 2 for w in one & other)
    return shared / (_norm(one, weight) * _norm(other, weight)) if shared else 0.0


def _norm(words: Bag, weight: Mapping[str, float]) -> float:
    return math.sqrt(math.fsum(weight[w] ** 2 for w in words))
