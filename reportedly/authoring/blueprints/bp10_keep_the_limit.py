"""BP10: which version of a number keeps its limit.

Key: the qualifier with its value. Wrong versions: the qualifier dropped, turned round, and the
whole number set aside. Held back for exact numbers.
"""

from __future__ import annotations

from collections.abc import Iterator

from reportedly.authoring.drafting.draft import Blueprint, Sketch, Wrong, options, wrong
from reportedly.authoring.drafting.facts import Facts
from reportedly.authoring.drafting.figure import Figure
from reportedly.authoring.drafting.wording import (
    amount,
    capital,
    counted,
    figure_for,
    with_what_is_counted,
)
from reportedly.quiz.taxonomy import Level, Skill, Slip

_TURNED = {
    "at least": "up to",
    "more than": "fewer than",
    "up to": "at least",
    "about": "at least",
}


def _sketches(facts: Facts) -> Iterator[Sketch]:
    for figure in facts.figures:
        if figure.quantity.qualifier != "exactly" and facts.speakers.is_sure(figure.claim):
            yield _sketch(facts, figure)


def _sketch(facts: Facts, figure: Figure) -> Sketch:
    claim, quantity = figure.claim, figure.quantity
    chance = facts.chance("BP10", claim.id, quantity.of)
    said = amount(quantity)
    digits = said.removeprefix(quantity.qualifier).strip()
    turned = f"{_TURNED[quantity.qualifier]} {digits}"
    owner = facts.speakers.owner(claim)
    named = facts.speakers.has_owner(claim)
    whose = f"a figure from {facts.speakers.within(claim.speaker)}" if named else "a figure"
    others: list[Wrong] = [
        wrong(
            (
                capital(with_what_is_counted(digits, quantity)),
                capital(with_what_is_counted(f"exactly {digits}", quantity)),
            ),
            Slip.LOST_QUALIFIER,
            f"“{capital(said)}” and “{digits}” are different claims; the limit is gone.",
        ),
        wrong(
            capital(with_what_is_counted(turned, quantity)),
            Slip.LOST_QUALIFIER,
            f"This turns “{said}” round: it allows other numbers than {claim.at} does.",
        ),
        wrong(
            (
                "No number at all can be given here",
                f"Nobody can say anything about {figure_for(quantity)}",
            ),
            Slip.CYNICISM,
            f"{claim.at} does give a number. A limit makes it less exact, not worthless.",
        ),
    ]
    ask = chance.choice(
        [
            f"You pass on {whose} in {claim.at}. Which version keeps its limit?",
            f"One of these gives a number just as {claim.at} does. Which is it?",
            f"A friend retells a number from {claim.at}. Which version is true to it?",
        ]
    )
    evidence = () if owner is None else (claim,)
    return Sketch(
        about=(claim.id, quantity.topic),
        claims=(claim,),
        kind="single",
        ask=ask,
        own={
            "options": options(
                capital(counted(quantity)),
                f"Right. “{capital(said)}” is kept as it stands in {claim.at}.",
                others,
                chance,
            )
        },
        explain="The small words around a number are part of the number. Keep them.",
        level=Level.EASY,
        quoted=evidence or (claim,),
        skills=(Skill.HEDGES, Skill.NUMBERS),
        same_as=(counted(quantity),),
    )


blueprint = Blueprint(10, (Skill.HEDGES,), _sketches)
