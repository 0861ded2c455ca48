"""BP14: of a total, how many are left when a part is taken away.

Key: the total minus the part, both of one speaker. Near misses: the total, the sum, and the total
of another source. Held back where the two are by different speakers, or not clearly whole and part.
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from reportedly.authoring.drafting.draft import Blueprint, Fields, Sketch, near, numbers
from reportedly.authoring.drafting.facts import Facts
from reportedly.authoring.drafting.figure import Figure
from reportedly.authoring.drafting.wording import (
    counted,
    counts_its_unit,
    number,
    plain_number,
    shared_tail_cut,
    unit_of,
)
from reportedly.quiz.taxonomy import Level, Skill, Slip
from reportedly.story.ledger import Claim


def _sketches(facts: Facts) -> Iterator[Sketch]:
    for claims in facts.by_paragraph.values():
        figures = [
            Figure(claim, quantity)
            for claim in claims
            for quantity in claim.quantity
            if quantity.value is not None and quantity.qualifier == "exactly"
        ]
        for part in figures:
            totals = [whole for whole in figures if _is_whole_of(whole, part)]
            is_part = part.quantity.scope == "subset" and len(totals) == 1
            if is_part and facts.speakers.has_owner(part.claim):
                yield _sketch(facts, totals[0], part)


def _is_whole_of(whole: Figure, part: Figure) -> bool:
    assert part.quantity.value is not None
    together = whole.claim is part.claim or whole.quantity.topic == part.quantity.topic
    return (
        whole.quantity.scope == "total"
        and together
        and whole.claim.speaker == part.claim.speaker
        and whole.quantity.unit == part.quantity.unit
        and _value(whole) > part.quantity.value
    )


def _value(figure: Figure) -> Fraction:
    assert figure.quantity.value is not None
    return figure.quantity.value


def _sketch(facts: Facts, whole: Figure, part: Figure) -> Sketch:
    chance = facts.chance("BP14", whole.claim.id, part.claim.id)
    at, who = part.claim.at, facts.speakers.within(part.claim.speaker)
    rest = _value(whole) - _value(part)
    answer = plain_number(rest) or str(rest)
    many = counts_its_unit(whole.quantity) and counts_its_unit(part.quantity)
    of_part = counted(part.quantity)
    if many:
        tail = shared_tail_cut(whole.quantity.of, part.quantity.of)
        of_part = f"{number(_value(part))} {tail}"
    left = "How many others does that leave?" if many else "How much does that leave?"
    ask = chance.choice(
        [
            f"By the figures of {who} in {at}, {counted(whole.quantity)} include {of_part}. {left}",
            f"{at} has {counted(whole.quantity)}, by the account of {who}. They include "
            f"{of_part}. {left}",
        ]
    )
    claims: tuple[Claim, ...] = tuple(dict.fromkeys([whole.claim, part.claim]))
    return Sketch(
        about=(whole.claim.id, part.claim.id),
        claims=claims,
        kind="number",
        ask=ask,
        own=numbers(
            answer,
            unit_of(whole.quantity, part.quantity),
            f"{plain_number(_value(whole))} − {plain_number(_value(part))} = {answer}.",
            _nears(facts, whole, part),
        ),
        explain="What a total includes stands inside it. See what is inside before you add or "
        "subtract.",
        level=Level.EASY,
        quoted=claims,
    )


def _nears(facts: Facts, whole: Figure, part: Figure) -> Iterator[Fields]:
    total, subset = _value(whole), _value(part)
    yield near(plain_number(total) or "", Slip.WRONG_COUNT, "That is the whole, the part included.")
    yield near(
        plain_number(total + subset) or "",
        Slip.WRONG_COUNT,
        "This adds the part to the whole, but it is already inside.",
    )
    for figure in facts.figure_topics[whole.quantity.topic]:
        value = plain_number(_value(figure) - subset)
        is_other = figure.claim.speaker != whole.claim.speaker
        is_other = is_other and facts.speakers.has_owner(figure.claim)
        if is_other and figure.quantity.of == whole.quantity.of and value is not None:
            why = f"This starts from the figure of another source ({figure.claim.at})."
            yield near(value, Slip.WRONG_SPEAKER, why)


blueprint = Blueprint(14, (Skill.NUMBERS,), _sketches)
