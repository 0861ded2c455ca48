"""BP11: one number with two different qualifiers, and what follows.

Key: which numbers each wording allows. Wrong answers: both mean the same, one corrects the other,
the mismatch shows invention. Held back where the qualifiers are the same.
"""

from __future__ import annotations

from collections.abc import Iterator

from reportedly.authoring.drafting.draft import Blueprint, Sketch, options, wrong
from reportedly.authoring.drafting.facts import Facts
from reportedly.authoring.drafting.figure import Figure
from reportedly.authoring.drafting.wording import amount, figure_for, number
from reportedly.quiz.taxonomy import Level, Skill, Slip

_ALLOWS = {
    "exactly": "{n} and nothing else",
    "at least": "{n} and more",
    "more than": "only numbers above {n}",
    "up to": "{n} and less",
    "about": "numbers around {n}",
}


def _sketches(facts: Facts) -> Iterator[Sketch]:
    for one, other in facts.figure_pairs():
        same_thing = (one.quantity.of, one.quantity.unit) == (
            other.quantity.of,
            other.quantity.unit,
        )
        if (
            same_thing
            and one.quantity.value == other.quantity.value
            and one.quantity.qualifier != other.quantity.qualifier
        ):
            yield _sketch(facts, one, other)


def _sketch(facts: Facts, one: Figure, other: Figure) -> Sketch:
    chance = facts.chance("BP11", one.claim.id, other.claim.id)
    assert one.quantity.value is not None
    digits = number(one.quantity.value)
    first, second = one.claim.at, other.claim.at
    allowed = [_ALLOWS[f.quantity.qualifier].format(n=digits) for f in (one, other)]
    said = [amount(figure.quantity) for figure in (one, other)]
    ask = chance.choice(
        [
            f"As {figure_for(one.quantity)}, {first} has “{said[0]}” and {second} “{said[1]}”. "
            "What follows, read word for word?",
            f"{first} writes “{said[0]}” and {second} “{said[1]}”, both as "
            f"{figure_for(one.quantity)}. How do the two wordings compare?",
        ]
    )
    wrongs = [
        wrong(
            (
                f"{first} and {second} both mean {digits}, more or less",
                f"{first} and {second} say the same thing: it was {digits}, more or less",
            ),
            Slip.LOST_QUALIFIER,
            f"The small words differ: {first} allows {allowed[0]}, {second} {allowed[1]}.",
        ),
        wrong(
            (
                f"{second} corrects the number in {first}",
                f"{second} puts right what {first} got wrong before",
            ),
            Slip.NOT_IN_TEXT,
            "Neither paragraph presents its number as a correction of the other.",
        ),
        wrong(
            (
                "The mismatch shows that the number was made up",
                "Since the wordings differ, the number is of no use to a reader",
            ),
            Slip.CYNICISM,
            "Loose wording is a reason to read on, not a proof that something was invented.",
        ),
    ]
    return Sketch(
        about=(one.claim.id, other.claim.id),
        claims=(one.claim, other.claim),
        kind="single",
        ask=ask,
        own={
            "options": options(
                f"{first} allows {allowed[0]}, {second} {allowed[1]}",
                "Right. The number is the same; what it allows is not.",
                wrongs,
                chance,
            )
        },
        explain="A qualifier changes a number as much as another digit would.",
        level=Level.MEDIUM,
        quoted=(one.claim, other.claim),
        skills=(Skill.NUMBERS, Skill.HEDGES),
        same_as=(one.quantity.of, *sorted([str(one.said), str(other.said)])),
    )


blueprint = Blueprint(11, (Skill.NUMBERS,), _sketches)
