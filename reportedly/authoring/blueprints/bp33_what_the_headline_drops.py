"""BP33: what the body has and the headline leaves out.

Key: a qualifier, a speaker or a figure of the body that the headline lacks. Wrong options: what the
headline does have. A person has to approve it. Held back where the headline drops nothing that the
ledger knows of.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from math import ceil

from reportedly.authoring.drafting.draft import Blueprint, Sketch, Wrong, has_twins, options, wrong
from reportedly.authoring.drafting.facts import Facts
from reportedly.authoring.drafting.hedging import HEDGES, is_loaded, words_of
from reportedly.authoring.drafting.wording import counted
from reportedly.quiz.taxonomy import Level, Skill, Slip
from reportedly.story.ledger import OWN_VOICE, Claim
from reportedly.story.words import find_words

_MARKS = re.compile(r"[“”\"()–—]|[,:;.!?](?=\s|$)|(?<!\w)[‘’']|[‘’'](?!\w)")
_SMALL = frozenset("a an the of in on at to by for from as with and or over after is are".split())


def _sketches(facts: Facts) -> Iterator[Sketch]:
    for claim in facts.claims:
        if claim.voice != "headline":
            continue
        paragraph = facts.story.paragraph(claim.at)
        body = [
            other
            for other in facts.by_topic[claim.topic]
            if other.letter == claim.letter and other.voice in ("own", "reported", "quoted")
        ]
        assert paragraph is not None
        dropped = _dropped(facts, claim, body[:30], paragraph.shown)
        kept = _kept(claim, paragraph.shown)
        if dropped is not None and len(kept) >= 2 and not _are_alike(dropped[1], kept):
            yield _sketch(facts, claim, dropped, kept)


def _are_alike(key: str, kept: list[Wrong]) -> bool:
    return has_twins([key, *(each.wordings[0] for each in kept)])


def _dropped(
    facts: Facts, claim: Claim, body: list[Claim], headline: str
) -> tuple[Claim, str, str] | None:
    """The claim of the body, what the headline lacks of it, and the reason."""
    folded = headline.casefold()
    for other in body:
        for hedge in other.hedges:
            if find_words(hedge.casefold(), folded) is None and facts.speakers.is_sure(other):
                why = f"Right. {other.at} has “{hedge}”, and the headline does not."
                return other, f"The limiting words “{hedge}”", why
    for other in body:
        if claim.speaker == OWN_VOICE and facts.speakers.has_owner(other):
            who = facts.speakers.within(other.speaker)
            why = f"Right. {other.at} gives it to {who}; the headline names nobody."
            return other, f"Who says so: {who}", why
    values = {quantity.value for quantity in claim.quantity}
    for other in body:
        for quantity in other.quantity:
            if quantity.value is not None and quantity.value not in values:
                why = f"Right. {other.at} has this too: {counted(quantity)}."
                return other, f"The figure of {counted(quantity)}", why
    return None


def _kept(claim: Claim, headline: str) -> list[Wrong]:
    why = "Look again: the headline has this."
    kept = [
        wrong(f"The figure of {counted(quantity)}", Slip.NOT_IN_TEXT, why)
        for quantity in claim.quantity
        if quantity.value is not None
    ]
    told = {word for quantity in claim.quantity for word in words_of(quantity.of)}
    for run in _runs(headline):
        repeated = any(char.isdigit() for char in run) or not told.isdisjoint(words_of(run))
        if len(kept) < 3 and not (told and repeated):
            kept.append(wrong(f"The words “{run}”", Slip.NOT_IN_TEXT, why))
    return kept


def _runs(headline: str) -> Iterator[str]:
    """Two or three words of the headline at a time, which no mark and no label breaks."""
    for part in _MARKS.split(headline):
        words = part.split()
        size = ceil(len(words) / ceil(len(words) / 3)) if words else 1
        for start in range(0, len(words), size):
            run = words[start : start + size]
            while run and run[-1].casefold() in _SMALL:
                run.pop()
            while run and run[0].casefold() in _SMALL:
                run.pop(0)
            text = " ".join(run)
            hedged = any(word.casefold() in HEDGES for word in run)
            if len(run) > 1 and not is_loaded(text) and not hedged:
                yield text


def _sketch(
    facts: Facts, claim: Claim, dropped: tuple[Claim, str, str], kept: list[Wrong]
) -> Sketch:
    other, key, why = dropped
    chance = facts.chance("BP33", claim.id)
    article = facts.article(claim.letter)
    ask = chance.choice(
        [
            f"Set the headline of {article} beside {other.at}. What does the headline leave out?",
            f"What does {other.at} have that the headline of {article} lacks?",
        ]
    )
    return Sketch(
        about=(claim.id, other.id),
        claims=(claim, other),
        kind="single",
        ask=ask,
        own={"options": options(key, why, kept[:3], chance)},
        explain="A headline is short and often firmer than its text. Read on before you pass it "
        "on.",
        level=Level.MEDIUM,
        quoted=(claim, other),
        needs="approve the wording of the options",
    )


blueprint = Blueprint(33, (Skill.HEADLINES_IMAGES,), _sketches, mode="semi")
