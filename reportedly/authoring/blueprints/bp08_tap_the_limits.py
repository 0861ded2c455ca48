"""BP08: tap the words that limit how certain, or how wide, a statement is.

Key: the hedges of the paragraph's claims. Wrong words: those that hand the statement over, labels,
and words that carry the content. Held back where the paragraph has no hedge.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from reportedly.authoring.drafting.draft import Blueprint, Fields, Sketch
from reportedly.authoring.drafting.facts import Facts
from reportedly.authoring.drafting.hedging import HEDGES, words_of
from reportedly.quiz.passage import find_pieces
from reportedly.quiz.taxonomy import Level, Skill, Slip
from reportedly.story.ledger import Claim

_ALL = frozenset(["unclear", "not clear", "unknown"])
"""Hedges that are the whole statement, which would be none without them."""

_FEWEST_WRONG, _MOST_WRONG = 2, 4


def _sketches(facts: Facts) -> Iterator[Sketch]:
    for at, claims in facts.by_paragraph.items():
        hedged = [claim for claim in claims if claim.hedges]
        if hedged and claims[0].voice not in ("headline", "caption"):
            sketch = _sketch(facts, at, claims, hedged)
            if sketch is not None:
                yield sketch


def _sketch(facts: Facts, at: str, claims: tuple[Claim, ...], hedged: list[Claim]) -> Sketch | None:
    chance = facts.chance("BP08", at)
    hedges = dict.fromkeys(hedge for claim in hedged for hedge in claim.hedges if hedge not in _ALL)
    right = [_right(hedge) for hedge in _apart(facts, at, hedges, [])]
    taken = [piece["words"] for piece in right]
    wrongs: dict[str, Fields] = {}
    for piece in _wrongs(claims):
        wrongs.setdefault(piece["words"], piece)
    kept = list(_apart(facts, at, wrongs, taken))[:_MOST_WRONG]
    if not right or len(kept) < _FEWEST_WRONG:
        return None
    many = "the words that limit" if len(right) > 1 else "the word or words that limit"
    ask = chance.choice(
        [
            f"In {at}, tap {many} how sure or how wide a statement is.",
            f"Which words in {at} keep a statement from being flat and certain? Tap them.",
            f"Tap what you would have to keep in {at} so as not to claim more than it does.",
        ]
    )
    return Sketch(
        about=(at,),
        claims=tuple(hedged),
        kind="highlight",
        ask=ask,
        own={"passage": [at], "right": right, "wrong": [wrongs[words] for words in kept]},
        explain="Small words carry how certain a writer is. They belong in the retelling too.",
        level=Level.EASY,
        quoted=tuple(hedged),
    )


def _right(hedge: str) -> Fields:
    return {"words": hedge, "why": f"Yes. “{hedge}” sets how sure, or how wide, the statement is."}


def _wrongs(claims: Iterable[Claim]) -> Iterator[Fields]:
    for claim in claims:
        if claim.cue is not None:
            why = "This hands the statement to its source. Naming a source is no sign of doubt."
            yield _wrong(claim.cue.words, Slip.CYNICISM, why)
        for label in claim.labels:
            why = "This is somebody's label. It says what to think of it, not how sure it is."
            yield _wrong(label, Slip.BORROWED_LABEL, why)
    for claim in claims:
        words = [word for word in words_of(claim.words) if len(word) > 5 and word.islower()]
        content = [word for word in words if word not in HEDGES]
        for word in sorted(content, key=len, reverse=True)[:2]:
            why = "This is part of what is stated. It does not limit the statement."
            yield _wrong(word, Slip.NOT_IN_TEXT, why)


def _wrong(words: str, slip: Slip, why: str) -> Fields:
    return {"words": words, "slip": str(slip), "why": why}


def _apart(facts: Facts, at: str, words: Iterable[str], taken: list[str]) -> Iterator[str]:
    """Those that stand once in the paragraph and share no letter with one before them."""
    paragraph = facts.story.paragraph(at)
    assert paragraph is not None
    before = list(taken)
    for each in words:
        is_hedge = bool({word.casefold() for word in words_of(each)} & HEDGES)
        if each in before or (taken and is_hedge) or not paragraph.has_words(each):
            continue
        spots = find_pieces([*before, each], [paragraph]).spots
        mine = [spot for spot in spots if spot.piece == len(before)]
        others = [spot for spot in spots if spot.piece < len(before)]
        if len(mine) == 1 and not any(mine[0].overlaps(other) for other in others):
            before.append(each)
            yield each


blueprint = Blueprint(8, (Skill.HEDGES,), _sketches)
