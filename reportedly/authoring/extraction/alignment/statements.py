"""Topics for claims without figures, shared by those that seem to speak of the same thing.

Nothing but their words is known: names left out, what two claims of different articles share must be
rare in both, and a speaker who speaks in both counts for something. What says the same in other words
is not found, so this is a suggestion with much left to the person.
"""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import count

from reportedly.authoring.extraction.alignment.shared_words import Bag, bag, likeness, rarity
from reportedly.story.ledger import OWN_VOICE, Claim

_ENOUGH = 2.1
_SAME_SPEAKER = 1.5
_CROWD = 40
"""A word in more claims than this tells nothing, and of a speaker only so many claims are compared."""


@dataclass(frozen=True)
class _Said:
    claim: Claim
    words: Bag

    @property
    def is_told_by_somebody(self) -> bool:
        """Whether it is more than the article's own account or headline."""
        return self.claim.speaker != OWN_VOICE and self.claim.voice != "headline"


@dataclass(frozen=True)
class Topic:
    """What a claim without a figure is about.

    Attributes:
        like: The first claim that seems to speak of the same; None where it is the first itself.
    """

    name: str
    like: str | None


def topics(claims: Sequence[Claim]) -> dict[str, Topic]:
    """A topic for each claim without a figure, shared with those that seem to speak of the same."""
    said = [_Said(c, bag(_without_names(c.says))) for c in claims if c.topic == "statement"]
    weight = rarity(each.words for each in said)
    often = Counter((each.claim.letter, word) for each in said for word in each.words)
    held: dict[tuple[str, str], list[int]] = defaultdict(list)
    leader = list(range(len(said)))
    for n, each in enumerate(said):
        if not each.is_told_by_somebody:
            continue
        if (back := _answers(said, n)) is not None:
            leader[n] = leader[back]
        keys = [("speaker", each.claim.speaker), *(("word", word) for word in each.words)]
        near = {
            other for key in keys for other in held[key][-_CROWD:]
            if said[other].claim.letter != each.claim.letter
        }  # fmt: skip
        best = max(
            ((_evidence(each, said[other], weight, often), -other) for other in near),
            default=(0.0, 0),
        )
        if best[0] >= _ENOUGH:
            leader[n] = leader[-best[1]]
        for key in keys:
            held[key].append(n)
    names: dict[str, int] = {}
    for first in dict.fromkeys(leader):
        names[_name(said[first].words, weight, names)] = first
    told = {first: name for name, first in names.items()}
    return {
        each.claim.id: Topic(told[leader[n]], said[leader[n]].claim.id if leader[n] != n else None)
        for n, each in enumerate(said)
    }


_NAME = re.compile(r"(?<=[\w,;’'”“\"] )[A-Z][\w’'-]*")


def _without_names(text: str) -> str:
    """The text without the words that have a capital inside of a sentence."""
    return _NAME.sub("", text)


def _answers(said: Sequence[_Said], n: int) -> int | None:
    """The claim right before, where one denies it in words that say nothing themselves: "denied this"."""
    each = said[n]
    if n == 0 or len(each.words) > 1 or each.claim.cue is None or each.claim.cue.kind != "denial":
        return None
    return n - 1 if said[n - 1].claim.letter == each.claim.letter else None


def _evidence(
    one: _Said, other: _Said, weight: Mapping[str, float], often: Mapping[tuple[str, str], int]
) -> float:
    """How much speaks for two claims of different articles being about one thing."""
    told = math.fsum(
        weight[word] / math.sqrt(often[one.claim.letter, word] * often[other.claim.letter, word])
        for word in one.words & other.words
    )
    same = _SAME_SPEAKER if one.claim.speaker == other.claim.speaker else 0.0
    return told / 2 + 4 * likeness(one.words, other.words, weight) + same


def _name(words: Bag, weight: Mapping[str, float], taken: Mapping[str, int]) -> str:
    """Two or more words of a claim as a topic that no other claim has."""
    chosen = sorted(words, key=lambda w: (weight[w], w))
    plain = [p for w in chosen if (p := re.sub(r"[^a-z0-9]+", "-", w).strip("-"))]
    for much in range(2, len(plain) + 1):
        if (name := "-".join(plain[:much])) not in taken:
            return name
    name = "-".join(plain) or "statement"
    return next(n for i in count(1) if (n := name if i == 1 else f"{name}-{i}") not in taken)
