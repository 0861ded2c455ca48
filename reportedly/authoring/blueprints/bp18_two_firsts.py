"""BP18: two claims to be first, or only, or largest, and the best reading of them.

Key: each may measure something else. Wrong readings: one wins, both mean the same, such claims are
worthless. A person has to name the two yardsticks. Held back where there is no such pair.
"""

from __future__ import annotations

from collections.abc import Iterator

from reportedly.authoring.drafting.draft import Blueprint, Sketch, options, wrong
from reportedly.authoring.drafting.facts import Facts
from reportedly.authoring.drafting.hedging import is_loaded, superlative
from reportedly.authoring.drafting.wording import sentence
from reportedly.quiz.taxonomy import Level, Skill, Slip
from reportedly.story.ledger import Claim

_MOST = 3


def _sketches(facts: Facts) -> Iterator[Sketch]:
    for claims in facts.by_topic.values():
        tops = [
            claim
            for claim in claims
            if (superlative(claim.words) or superlative(claim.says))
            and not is_loaded(claim.says)
            and claim.voice not in ("headline", "caption")
        ]
        pairs = [
            (one, other)
            for one in tops[:_MOST]
            for other in tops[:_MOST]
            if one.letter < other.letter
        ]
        for one, other in pairs:
            yield _sketch(facts, one, other)


def _sketch(facts: Facts, one: Claim, other: Claim) -> Sketch:
    chance = facts.chance("BP18", one.id, other.id)
    ask = f"{one.at}: {_told(one)} {other.at}: {_told(other)} " + chance.choice(
        ["Which reading fits both?", "What is the best reading of the two?"]
    )
    wrongs = [
        wrong(
            f"{one.at} settles the matter, so {other.at} must be wrong",
            Slip.OVER_CLAIM,
            "Neither refers to the other. See what each of the two measures.",
        ),
        wrong(
            f"{one.at} and {other.at} speak of one and the same thing, so they agree",
            Slip.FALSE_AGREEMENT,
            "Look at what each of them calls first, and by whose yardstick.",
        ),
        wrong(
            "Such claims tell a reader nothing and can be passed over",
            Slip.CYNICISM,
            "They tell what each article counted. That can be checked.",
        ),
    ]
    return Sketch(
        about=(one.id, other.id),
        claims=(one, other),
        kind="single",
        ask=ask,
        own={
            "options": options(
                "Each may use a yardstick of its own, and neither names the other's",
                "Right. When two such claims meet, ask: first of what, and by whom?",
                wrongs,
                chance,
            )
        },
        explain="“First”, “only” and “largest” always have a yardstick. Look for it.",
        level=Level.HARD,
        quoted=(one, other),
        needs="name the two yardsticks in the right option, and check that both readings hold",
    )


def _told(claim: Claim) -> str:
    """The claim in our words, or in its own where ours have lost what it is first in."""
    return sentence(claim.says) if superlative(claim.says) else f"“… {claim.words} …”"


blueprint = Blueprint(18, (Skill.CORROBORATION,), _sketches, mode="semi")
