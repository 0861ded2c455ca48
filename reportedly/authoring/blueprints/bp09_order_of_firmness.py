"""BP09: order statements by how firmly they are worded.

Key: flat, then given as likely, then given as possible, by the words quoted. Held back where two of
them are worded equally firmly, so that their order would be a matter of taste.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from reportedly.authoring.drafting.draft import Blueprint, Fields, Sketch
from reportedly.authoring.drafting.facts import Facts
from reportedly.authoring.drafting.hedging import firmness, is_loaded
from reportedly.quiz.taxonomy import Level, Skill, Slip
from reportedly.story.ledger import Claim

_WHY = {
    3: "No word limits it.",
    2: "It is worded as what seems to be so.",
    1: "It is worded as no more than possible.",
}


def _sketches(facts: Facts) -> Iterator[Sketch]:
    for letter, claims in facts.by_letter.items():
        levels: dict[int, list[Claim]] = defaultdict(list)
        for claim in claims:
            level = firmness(claim.words)
            # A flat wording counts only where the ledger has found no limit either.
            is_clear = bool(claim.hedges) != (level == 3)
            usable = claim.voice not in ("headline", "caption") and not is_loaded(claim.words)
            if level and is_clear and usable and len(claim.words.split()) > 2:
                levels[level].append(claim)
        rounds = min(len(levels[level]) for level in (3, 2, 1))
        for n in range(rounds):
            yield _sketch(facts, letter, [(level, levels[level][n]) for level in (3, 2, 1)])


def _sketch(facts: Facts, letter: str, rows: list[tuple[int, Claim]]) -> Sketch:
    chance = facts.chance("BP09", rows[0][1].id)
    article = facts.article(letter)
    ask = chance.choice(
        [
            f"Order these words of {article} by how firmly they are worded, the firmest first. "
            "Whether they are true is not the question.",
            f"How firmly does {article} put it? Begin with the flattest wording and end with the "
            "most careful one.",
        ]
    )
    return Sketch(
        about=tuple(claim.id for _, claim in rows),
        claims=tuple(claim for _, claim in rows),
        kind="order",
        ask=ask,
        own={"order": [_step(level, claim) for level, claim in rows]},
        explain="How firmly something is worded is one thing, how well it is supported another.",
        level=Level.HARD,
        quoted=tuple(claim for _, claim in rows),
    )


def _step(level: int, claim: Claim) -> Fields:
    item = f"“{claim.words}” ({claim.at})"
    return {"item": item, "slip": str(Slip.LOST_QUALIFIER), "why": _WHY[level]}


blueprint = Blueprint(9, (Skill.HEDGES,), _sketches)
