"""BP06: choose the opening that passes a statement on fairly.

Key: "... said that". Wrong openings: certainty that no source gives, somebody else's name, and a
sneer. Held back where nobody is named, or the statement itself tells who says it.
"""

from __future__ import annotations

from collections.abc import Iterator

from reportedly.authoring.drafting.draft import Blueprint, Sketch, options, wrong
from reportedly.authoring.drafting.facts import Facts
from reportedly.authoring.drafting.hedging import is_loaded
from reportedly.quiz.taxonomy import Level, Skill, Slip
from reportedly.story.ledger import Claim


def _sketches(facts: Facts) -> Iterator[Sketch]:
    for claim in facts.claims:
        if (
            facts.speakers.has_owner(claim)
            and claim.voice in ("reported", "quoted")
            and facts.speakers.is_plain(claim)
            and not is_loaded(claim.says)
            and ";" not in claim.says  # one statement at a time
            and "[" not in claim.says  # which would begin another gap
            and not claim.labels  # BP07 asks about those
        ):
            others = facts.speakers.others(claim)
            if others:
                yield _sketch(facts, claim, others)


def _sketch(facts: Facts, claim: Claim, others: list[str]) -> Sketch:
    chance = facts.chance("BP06", claim.id)
    speakers = facts.speakers
    who, other = speakers.subject(claim.speaker), chance.choice(others[:3])
    wrongs = [
        wrong(
            ("It is now certain that", "It has been established that", "It is a fact that"),
            Slip.OVER_CLAIM,
            f"{claim.at} gives this to {speakers.within(claim.speaker)} and does not vouch for it.",
        ),
        wrong(
            f"{speakers.subject(other)} said that",
            Slip.WRONG_SPEAKER,
            f"{claim.at} gives this to {speakers.within(claim.speaker)}, not to "
            f"{speakers.within(other)}.",
        ),
        wrong(
            (f"{who} supposedly thinks that", f"{who} would have us believe that"),
            Slip.CYNICISM,
            "This passes judgement on the speaker. Doubt needs a reason, and none is given here.",
        ),
    ]
    ask = chance.choice(
        [
            f"You retell a point from {claim.at}. Which opening is fair?",
            f"How would you begin this sentence so that it is fair to {claim.at}?",
            f"Fill the gap so that the sentence passes on {claim.at} fairly.",
        ]
    )
    made = options(
        f"{who} said that",
        f"Right. {claim.at} names this source, and “said” adds no verdict.",
        wrongs,
        chance,
    )
    return Sketch(
        about=(claim.id,),
        claims=(claim,),
        kind="cloze",
        ask=ask,
        own={
            "text": f"[opening] {_rest(facts, claim)}",
            "gaps": [{"gap": "opening", "options": made}],
        },
        explain=chance.choice(
            [
                "The name, “said” and the statement: that is enough, and nothing is added.",
                "Name the source and keep the verb plain. Readers can weigh it themselves then.",
            ]
        ),
        level=Level.EASY,
        quoted=(claim,),
        same_as=(claim.speaker, claim.says),
    )


def _rest(facts: Facts, claim: Claim) -> str:
    return facts.lowered(claim.says.rstrip(".")) + "."


blueprint = Blueprint(6, (Skill.ATTRIBUTION,), _sketches)
