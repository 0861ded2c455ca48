"""BP26: judge a statement that a paragraph leaves open.

Key: not stated, from what the ledger notes as not said. Held back where another claim says
something like it, and where the note is no statement that can stand beside its claim.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from reportedly.authoring.drafting.draft import Blueprint, Sketch, truths
from reportedly.authoring.drafting.facts import Facts
from reportedly.authoring.drafting.gaps import statement_of
from reportedly.authoring.drafting.hedging import is_loaded, words_of
from reportedly.authoring.drafting.wording import sentence
from reportedly.quiz.taxonomy import Level, Skill, Slip
from reportedly.story.ledger import Claim

_SMALL = re.compile(
    r"^(some|someone|something|the|a|an|of|to|in|on|at|by|for|and|was|were|is|are|has|had|have"
    r"|they|it)$"
)
_ALIKE = 0.6


def _sketches(facts: Facts) -> Iterator[Sketch]:
    for claim in facts.claims:
        for gap in claim.not_said:
            statement = statement_of(gap)
            if statement is None or is_loaded(statement) or is_loaded(claim.says):
                continue
            if claim.confidence != "low" and not _is_said(facts, claim, statement):
                yield _sketch(facts, claim, gap, statement)


def _is_said(facts: Facts, claim: Claim, statement: str) -> bool:
    """Whether a claim on the same topic or in the same paragraph says something like it."""
    wanted = _content(statement)
    nearby = [
        *facts.by_topic[claim.topic][:50],
        *facts.by_paragraph[claim.at],
        *facts.undecided_on.get(claim.topic, ())[:50],
    ]
    return any(len(wanted & _content(each.says)) >= _ALIKE * len(wanted) for each in nearby)


def _content(text: str) -> set[str]:
    return {word.casefold()[:6] for word in words_of(text) if not _SMALL.match(word.casefold())}


def _sketch(facts: Facts, claim: Claim, gap: str, statement: str) -> Sketch:
    chance = facts.chance("BP26", claim.id, gap)
    named = facts.speakers.has_owner(claim)
    by = f" from {facts.speakers.within(claim.speaker)}" if named else ""
    ask = chance.choice(
        [
            f"{claim.at} has this{by}: {sentence(claim.says)} Going by {claim.at} alone, judge: "
            f"{sentence(statement)}",
            f"Go by {claim.at} alone, where you read{by}: {sentence(claim.says)} Now judge this: "
            f"{sentence(statement)}",
        ]
    )
    return Sketch(
        about=(claim.id, gap),
        claims=(claim,),
        kind="truefalse",
        ask=ask,
        own=truths(
            "not stated",
            {
                "true": f"It may be so, but no source in {claim.at} says it.",
                "false": f"It may not be so, but nothing in {claim.at} rules it out.",
                "not stated": f"Right. {claim.at} leaves it open.",
            },
            {"true": Slip.OVER_CLAIM, "false": Slip.OVER_CLAIM},
        ),
        explain=chance.choice(
            [
                "“Not stated” is for silence. What would show whether it is so?",
                "An open point stays open until somebody shows it. Say so when you retell it.",
            ]
        ),
        level=Level.MEDIUM,
        quoted=(claim,),
    )


blueprint = Blueprint(26, (Skill.GAPS,), _sketches)
