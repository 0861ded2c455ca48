"""BP17: how two figures relate.

Key: the relation function, and whether the chains behind the two share a hand. Wrong answers: the
other relations. Held back where it cannot be told whether the two sources are separate.
"""

from __future__ import annotations

from collections.abc import Iterator

from reportedly.authoring.drafting.draft import Blueprint, Sketch, Wrong, options, wrong
from reportedly.authoring.drafting.facts import Facts
from reportedly.authoring.drafting.figure import Figure
from reportedly.authoring.drafting.wording import amount_told, what_for
from reportedly.quiz.taxonomy import Level, Skill, Slip
from reportedly.story.relations import Relation, relation

_OTHER = Relation.OTHER_POPULATION.value
_KEYS = {
    "twice": "It is one count told twice, by one source",
    "agree": "They agree, and two sources stand behind it",
    "compatible": "Both can hold: some number fits the two",
    "conflict": "They cannot both hold for the same count",
    _OTHER: "They count different things, so both can hold",
}


def _sketches(facts: Facts) -> Iterator[Sketch]:
    for one, other in facts.figure_pairs():
        found = _relation(facts, one, other)
        if found is not None:
            yield _sketch(facts, one, other, found)


def _relation(facts: Facts, one: Figure, other: Figure) -> str | None:
    independent = facts.speakers.is_independent(one.claim, other.claim)
    known = relation(one.quantity, other.quantity).value
    if independent is None or one.claim is other.claim or known == "unknown":
        return None
    if known == "agree" and not independent:
        same = one.claim.speaker == other.claim.speaker
        return "twice" if same and one.claim.letter != other.claim.letter else None
    if known == _OTHER and not _is_plainly_other(one, other):
        return None
    return known if independent else None


def _is_plainly_other(one: Figure, other: Figure) -> bool:
    """Whether the two cannot be one thing under two names: a whole and a part, or another unit."""
    return (one.quantity.scope, one.quantity.unit) != (other.quantity.scope, other.quantity.unit)


def _sketch(facts: Facts, one: Figure, other: Figure, found: str) -> Sketch:
    chance = facts.chance("BP17", one.claim.id, other.claim.id)
    speakers = facts.speakers
    first, second = one.claim.at, other.claim.at
    ones = f"{amount_told(one.quantity)} from {speakers.within(one.claim.speaker)} ({first})"
    others = f"{amount_told(other.quantity)} from {speakers.within(other.claim.speaker)} ({second})"
    about = what_for(one.quantity)
    if found == "twice":
        # To name the source here would be to answer.
        ones, others = (
            f"{amount_told(one.quantity)} in {first}",
            f"{amount_told(other.quantity)} in {second}",
        )
    if found == _OTHER:
        # To tell here what each of them counts would be to answer.
        asks = [
            f"Look up these two figures: {ones}, and {others}. How do they relate?",
            f"Two figures: {ones} and {others}. Read both places. What can be said of them?",
        ]
    else:
        asks = [
            f"Compare two figures for {about}: {ones}, and {others}. How do they relate?",
            f"Two figures are given for {about}: {ones} and {others}. What can be said of them?",
        ]
    ask = chance.choice(asks)
    return Sketch(
        about=(one.claim.id, other.claim.id),
        claims=(one.claim, other.claim),
        kind="single",
        ask=ask,
        own={"options": options(_KEYS[found], _why(found), _wrongs(found), chance)},
        explain="Ask two things before you weigh two figures: do they count the same, and are "
        "their sources separate?",
        level=Level.MEDIUM,
        quoted=(one.claim, other.claim),
        same_as=(found, one.quantity.of, *sorted([str(one.said), str(other.said)])),
    )


def _why(found: str) -> str:
    return {
        "twice": "Right. Two articles carry it, and both lead to the same source.",
        "agree": "Right. The figure is the same, and no hand is seen to have had both.",
        "compatible": "Right. The small words leave room for a number that fits both.",
        "conflict": "Right. No number fits both wordings, if they count the same.",
        _OTHER: "Right. Ask of what each figure is, before you compare the two.",
    }[found]


def _wrongs(found: str) -> list[Wrong]:
    slips = {
        "twice": Slip.FALSE_CONFLICT,
        "agree": Slip.FALSE_AGREEMENT,
        "compatible": Slip.FALSE_AGREEMENT,
        "conflict": Slip.FALSE_CONFLICT,
        _OTHER: Slip.FALSE_AGREEMENT,
    }
    whys = {
        "twice": "Look at who is named for each: it is not the same source telling one count.",
        "agree": "Set the two wordings side by side, and look at who stands behind each.",
        "compatible": "Try to think of one number that fits both wordings. There is none.",
        "conflict": "Try one number on both wordings, or see what each of them counts.",
        _OTHER: "Both paragraphs give it as a figure for the same thing.",
    }
    likely = {
        "twice": ("agree", "conflict"),
        "agree": ("twice", "conflict"),
        "compatible": ("conflict", "agree"),
        "conflict": ("compatible", _OTHER),
        _OTHER: ("conflict", "agree"),
    }[found]
    made = [wrong(_KEYS[name], slips[name], whys[name]) for name in likely]
    if found != "conflict":
        # "For the same count" would make it true of two counts of different things.
        at = likely.index("conflict")
        made[at] = wrong("One of the two has to be wrong", slips["conflict"], whys["conflict"])
    else:
        made[0] = wrong(_KEYS["compatible"], Slip.FALSE_AGREEMENT, whys["compatible"])
    cynic = wrong(
        (
            "Neither can be used: sources with an interest cannot be trusted",
            "Neither of the two is of any use to a reader",
        ),
        Slip.CYNICISM,
        "For each the article shows where it comes from, and it can be passed on with that.",
    )
    return [*made, cynic]


blueprint = Blueprint(17, (Skill.CORROBORATION,), _sketches)
