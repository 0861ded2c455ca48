"""BP03: put the hands in order through which a statement came.

Key: the chain, from where it began to the article. Every swap takes a relay for an origin. Held
back where there are fewer than three hands, the article's included, or the statement names one.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from reportedly.authoring.drafting.draft import Blueprint, Fields, Sketch, has_twins
from reportedly.authoring.drafting.facts import Facts
from reportedly.authoring.drafting.wording import sentence
from reportedly.quiz.taxonomy import Level, Skill, Slip
from reportedly.story.ledger import Claim


def _sketches(facts: Facts) -> Iterator[Sketch]:
    for claim in facts.claims:
        chain = facts.speakers.chain(claim)
        told = any(facts.speakers.reveals(claim.says, key) for key in chain)
        if facts.speakers.has_sure_chain(claim) and not told:
            steps = _steps(facts, claim)
            if not has_twins(step["item"] for step in steps):
                yield _sketch(facts, claim, steps)


def _steps(facts: Facts, claim: Claim) -> list[Fields]:
    speakers = facts.speakers
    chain = speakers.chain(claim)
    steps = [_step(speakers.option(chain[0]), "Nobody stands behind this source; it begins here.")]
    for before, hand in pairwise(chain):
        why = f"This hand has it from {speakers.within(before)}."
        steps.append(_step(speakers.option(hand), why))
    last = f"The article has it from {speakers.within(chain[-1])} ({claim.at})."
    return [*steps, _step(facts.article(claim.letter), last)]


def _step(item: str, why: str) -> Fields:
    return {"item": item, "slip": str(Slip.RELAY_AS_ORIGIN), "why": why}


def _sketch(facts: Facts, claim: Claim, steps: list[Fields]) -> Sketch:
    chance = facts.chance("BP03", claim.id)
    said = sentence(claim.says)
    ask = chance.choice(
        [
            f"{claim.at} passes this on: {said} Through whose hands did it come? Put them in "
            "order, the first hand first.",
            f"Read {claim.at}. Put in order, from first hand to last, those who passed this "
            f"statement along: {said}",
            f"How did this statement come to stand in {claim.at}? {said} Put the hands it passed "
            "through in order, and start where it began.",
        ]
    )
    return Sketch(
        about=(claim.id,),
        claims=(claim,),
        kind="order",
        ask=ask,
        own={"order": steps},
        explain=f"With {len(steps) - 1} hands before you read it, ask each time what the next "
        "one could have checked."
        if len(steps) > 3
        else "The article stands at the end of the chain, not at its beginning.",
        level=Level.MEDIUM,
        quoted=(claim,),
    )


blueprint = Blueprint(3, (Skill.SOURCES,), _sketches)
