"""BP37: which next steps would best test a disputed figure.

Key: go to each origin, and look for a separate one. Wrong steps: popularity, picking a side, giving
up. A person has to approve it. Held back where nothing is in dispute.
"""

from __future__ import annotations

from collections.abc import Iterator

from reportedly.authoring.drafting.draft import Blueprint, Fields, Sketch
from reportedly.authoring.drafting.facts import Facts
from reportedly.authoring.drafting.figure import Figure
from reportedly.authoring.drafting.wording import amount, figure_for
from reportedly.quiz.taxonomy import Level, Skill, Slip
from reportedly.story.relations import relation


def _sketches(facts: Facts) -> Iterator[Sketch]:
    told: set[str] = set()
    for one, other in facts.figure_pairs():
        if one.quantity.of in told:
            continue
        is_open = relation(one.quantity, other.quantity) == "conflict"
        if is_open and facts.speakers.is_independent(one.claim, other.claim):
            told.add(one.quantity.of)
            yield _sketch(facts, one, other)


def _sketch(facts: Facts, one: Figure, other: Figure) -> Sketch:
    chance = facts.chance("BP37", one.claim.id, other.claim.id)
    speakers = facts.speakers
    ones, others = speakers.within(one.claim.speaker), speakers.within(other.claim.speaker)
    made: list[Fields] = [
        _right(f"Find out how {ones} came to the figure", one.claim.at),
        _right(f"Find out how {others} came to the figure", other.claim.at),
        {
            "right": "Look for a count by somebody who depends on neither of the two",
            "why": "A separate route adds weight; a copy of one of the two does not.",
        },
        {
            "wrong": "See which of the two figures has been shared more often",
            "slip": str(Slip.NOT_IN_TEXT),
            "why": "How often a figure is shared says nothing about how it was counted.",
        },
        {
            "wrong": chance.choice(
                [
                    "Take the figure of whoever is closer to the event, and leave it at that",
                    "Take the figure that was published first, and leave it at that",
                ]
            ),
            "slip": str(Slip.OVER_CLAIM),
            "why": "Closeness and speed do not show how something was counted.",
        },
        {
            "wrong": "Leave it, since no figure of anybody's can be checked",
            "slip": str(Slip.CYNICISM),
            "why": "Each of the two has a source that can be followed up.",
        },
    ]
    chance.shuffle(made)
    given = f"{amount(one.quantity)} ({one.claim.at}) and {amount(other.quantity)}"
    ask = chance.choice(
        [
            f"Two sources differ over {figure_for(one.quantity)}: {given} ({other.claim.at}). "
            "Which steps would help to test the figures?",
            f"As {figure_for(one.quantity)} you have {given} ({other.claim.at}). What would you "
            "do next? Choose all that helps.",
        ]
    )
    return Sketch(
        about=(one.claim.id, other.claim.id),
        claims=(one.claim, other.claim),
        kind="multiple",
        ask=ask,
        own={"options": made},
        explain="Go back to where each figure began, and look for a third, separate one.",
        level=Level.MEDIUM,
        quoted=(one.claim, other.claim),
        needs="approve the steps: is each of them open to a reader?",
    )


def _right(text: str, at: str) -> Fields:
    return {"right": text, "why": f"That goes to where the figure in {at} began."}


blueprint = Blueprint(37, (Skill.NEXT_STEP,), _sketches, mode="semi")
