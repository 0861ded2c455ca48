"""BP12: how far apart two conflicting figures are.

Key: the difference of the two values; "at least" where one of them is a floor or a ceiling. Near
misses: the average, the sum, and a third figure of the same topic. Held back unless the two
conflict, and where "about" leaves the difference open.
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from reportedly.authoring.drafting.draft import Blueprint, Fields, Sketch, near, numbers
from reportedly.authoring.drafting.facts import Facts
from reportedly.authoring.drafting.figure import Figure
from reportedly.authoring.drafting.wording import amount, figure_for, plain_number, unit_of
from reportedly.quiz.taxonomy import Level, Skill, Slip
from reportedly.story.relations import relation


def _sketches(facts: Facts) -> Iterator[Sketch]:
    for one, other in facts.figure_pairs():
        named = facts.speakers.has_owner(one.claim) and facts.speakers.has_owner(other.claim)
        vague = {one.quantity.qualifier, other.quantity.qualifier} & {"about", "more than"}
        if named and not vague and relation(one.quantity, other.quantity) == "conflict":
            assert one.quantity.value is not None
            assert other.quantity.value is not None
            answer = plain_number(abs(one.quantity.value - other.quantity.value))
            if answer is not None:
                yield _sketch(facts, one, other, answer)


def _sketch(facts: Facts, one: Figure, other: Figure, answer: str) -> Sketch:
    chance = facts.chance("BP12", one.claim.id, other.claim.id)
    speakers = facts.speakers
    is_least = one.quantity.qualifier != "exactly" or other.quantity.qualifier != "exactly"
    gap = "at the least" if is_least else "going by these figures"
    ones, others = speakers.within(one.claim.speaker), speakers.within(other.claim.speaker)
    first, second = amount(one.quantity), amount(other.quantity)
    of = figure_for(one.quantity)
    ask = chance.choice(
        [
            f"As {of}, {first} comes from {ones} ({one.claim.at}) and {second} from {others} "
            f"({other.claim.at}). How far apart are the two, {gap}?",
            f"{one.claim.at} has {first} from {ones}, {other.claim.at} has {second} from {others}. "
            f"Both are given as {of}. What is the difference, {gap}?",
            f"Two sources differ over {of}: {first} from {ones} ({one.claim.at}), {second} from "
            f"{others} ({other.claim.at}). How wide is the gap, {gap}?",
        ]
    )
    limit = " A floor or a ceiling leaves room for a larger gap." if is_least else ""
    return Sketch(
        about=(one.claim.id, other.claim.id),
        claims=(one.claim, other.claim),
        kind="number",
        ask=ask,
        own=numbers(
            answer,
            unit_of(one.quantity, other.quantity),
            f"{_sum(one, other)} = {answer}.{limit}",
            _nears(facts, one, other),
        ),
        explain="Say how far two counts are apart, and who made each. Which of them is right is "
        "another question, and these articles do not settle it.",
        level=Level.EASY,
        quoted=(one.claim, other.claim),
        same_as=(one.quantity.of, *sorted([str(one.said), str(other.said)])),
    )


def _sum(one: Figure, other: Figure) -> str:
    values = sorted([_value(one), _value(other)], reverse=True)
    return f"{plain_number(values[0])} − {plain_number(values[1])}"


def _value(figure: Figure) -> Fraction:
    assert figure.quantity.value is not None
    return figure.quantity.value


def _nears(facts: Facts, one: Figure, other: Figure) -> Iterator[Fields]:
    total = _value(one) + _value(other)
    middle, whole = plain_number(total / 2), plain_number(total)
    if middle is not None:
        why = "That is the middle. Nobody reported it, and it would be a third figure."
        yield near(middle, Slip.FALSE_AGREEMENT, why)
    if whole is not None:
        why = "The two were added. They are two counts of the same thing, not two parts."
        yield near(whole, Slip.WRONG_COUNT, why)
    for figure in facts.figure_topics[one.quantity.topic]:
        if figure.quantity.of != one.quantity.of:
            value = plain_number(abs(_value(figure) - _value(one)))
            if value is not None:
                why = f"{amount(figure.quantity)} counts {figure.quantity.of}."
                yield near(value, Slip.WRONG_COUNT, why)


blueprint = Blueprint(12, (Skill.NUMBERS,), _sketches)
