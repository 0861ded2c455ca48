"""BP13: whom or what a number counts.

Key: what the claim says it counts. Wrong options: what other numbers of the ledger count in the
same unit. Held back where the same number stands twice in the paragraph, and where two
numbers of one topic might count the same under other names.
"""

from __future__ import annotations

from collections.abc import Iterator

from reportedly.authoring.drafting.draft import Blueprint, Sketch, options, wrong
from reportedly.authoring.drafting.facts import Facts
from reportedly.authoring.drafting.figure import Figure
from reportedly.authoring.drafting.hedging import is_loaded
from reportedly.authoring.drafting.wording import amount, capital, counted, nearest_in_length
from reportedly.quiz.taxonomy import Level, Skill, Slip

_LOOKED_AT = 40


def _sketches(facts: Facts) -> Iterator[Sketch]:
    by_unit: dict[str, dict[str, Figure]] = {}
    for figure in facts.figures:
        if not is_loaded(figure.quantity.of):
            unit = by_unit.setdefault(figure.quantity.unit or "", {})
            unit.setdefault(figure.quantity.of, figure)
    pools = {unit: list(of.values())[:_LOOKED_AT] for unit, of in by_unit.items()}
    for figure in facts.figures:
        if is_loaded(figure.quantity.of) or _stands_twice(facts, figure):
            continue
        others = _others(figure, pools[figure.quantity.unit or ""])
        if len(others) >= 2:
            yield _sketch(facts, figure, others)


def _stands_twice(facts: Facts, figure: Figure) -> bool:
    return any(
        quantity.value == figure.quantity.value and quantity.of != figure.quantity.of
        for claim in facts.by_paragraph[figure.claim.at]
        for quantity in claim.quantity
    )


def _others(figure: Figure, pool: list[Figure]) -> list[Figure]:
    found: dict[str, Figure] = {}
    for other in pool:
        is_part = other.quantity.scope != figure.quantity.scope
        same_topic = other.quantity.topic == figure.quantity.topic
        if other.quantity.of != figure.quantity.of and (is_part or not same_topic):
            found.setdefault(other.quantity.of, other)
    return list(found.values())


def _sketch(facts: Facts, figure: Figure, others: list[Figure]) -> Sketch:
    claim, quantity = figure.claim, figure.quantity
    chance = facts.chance("BP13", claim.id, quantity.of)
    pool = {other.quantity.of: other for other in others}
    picked = nearest_in_length(list(pool), quantity.of, 3)
    said = amount(quantity)
    ask = chance.choice(
        [
            f"What does the figure in {claim.at}, {said}, count?",
            f"{claim.at} gives a figure: {said}. What is counted?",
            f"Read {claim.at}. A figure there is {said}: of what?",
        ]
    )
    wrongs = [
        wrong(
            capital(of),
            Slip.WRONG_COUNT,
            f"That is another number: {counted(pool[of].quantity)} ({pool[of].claim.at}).",
        )
        for of in picked
    ]
    return Sketch(
        about=(claim.id, quantity.topic),
        claims=(claim,),
        kind="single",
        ask=ask,
        own={
            "options": options(
                capital(quantity.of), f"Right. That is what {claim.at} counts.", wrongs, chance
            )
        },
        explain="Put “of what?” behind every number before you compare it with another one.",
        level=Level.EASY,
        quoted=(claim,),
        same_as=(quantity.of, said),
    )


blueprint = Blueprint(13, (Skill.NUMBERS,), _sketches)
