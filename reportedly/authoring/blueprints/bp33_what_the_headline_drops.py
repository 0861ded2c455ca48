"""BP33: what the body has and the headline leaves out.

Key: a qualifier, a speaker or a figure of the body that the headline lacks. Wrong options: what the
headline does have. A person has to approve it. Held back where the headline drops nothing that the
ledger knows of.
"""

from __future__ import annotations

from collections.abc import Iterator

from reportedly.authoring.drafting.draft import Blueprint, Sketch, Wrong, has_twins, options, wrong
from reportedly.authoring.drafting.facts import Facts
from reportedly.authoring.drafting.hedging import HEDGES, is_loaded, words_of
from reportedly.authoring.drafting.wording import counted, number
from reportedly.quiz.taxonomy import Level, Skill, Slip
from reportedly.story.ledger import OWN_VOICE, Claim
from reportedly.story.words import find_words


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
                return other, f"The careful words “{hedge}”, which limit the claim", why
    for other in body:
        if claim.speaker == OWN_VOICE and facts.speakers.has_owner(other):
            who = facts.speakers.within(other.speaker)
            why = f"Right. {other.at} gives it to {who}; the headline names nobody."
            return other, "Whose statement it is, by the text below it", why
    values = {quantity.value for quantity in claim.quantity}
    for other in body:
        for quantity in other.quantity:
            if quantity.value is not None and quantity.value not in values:
                why = f"Right. {other.at} has this too: {counted(quantity)}."
                return other, f"That there is a further figure: {counted(quantity)}", why
    return None


def _kept(claim: Claim, headline: str) -> list[Wrong]:
    why = "Look again: the headline has this."
    kept = [
        wrong(f"The number {number(quantity.value)}", Slip.NOT_IN_TEXT, why)
        for quantity in claim.quantity
        if quantity.value is not None
    ]
    for word in sorted(set(words_of(headline)), key=lambda word: (-len(word), word)):
        is_safe = word.isalpha() and not is_loaded(word) and word.casefold() not in HEDGES
        if len(kept) < 3 and len(word) > 4 and is_safe:
            kept.append(wrong(f"What the word “{word}” says", Slip.NOT_IN_TEXT, why))
    return kept


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
