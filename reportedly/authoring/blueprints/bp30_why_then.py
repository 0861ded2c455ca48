"""BP30: why something came out when it did. A frame; a person has to write it out.

The dated facts are filled in. The key is that they fit more than one explanation and the articles
do not settle it; no motive is ever the key. Held back where fewer than two other dated facts stand
near, so that there would be no rival explanation.
"""

from __future__ import annotations

from collections.abc import Iterator

from reportedly.authoring.drafting.disclosures import Disclosure, disclosures, facts_in_words
from reportedly.authoring.drafting.draft import Blueprint, Fields, Sketch
from reportedly.authoring.drafting.facts import Facts
from reportedly.authoring.drafting.wording import sentence
from reportedly.quiz.question import TO_WRITE
from reportedly.quiz.taxonomy import Level, Skill, Slip

_NEEDS = (
    "write two explanations that fit all the dated facts, each with the paragraph that makes it "
    "live; then let a second person ask whether the key would read as fair with the sides swapped"
)


def _sketches(facts: Facts) -> Iterator[Sketch]:
    for disclosure in disclosures(facts):
        yield _sketch(facts, disclosure)


def _sketch(facts: Facts, disclosure: Disclosure) -> Sketch:
    claim = disclosure.claim
    chance = facts.chance("BP30", claim.id)
    ask = chance.choice(
        [
            f"{sentence(claim.says)} ({claim.at}) Which statement about its timing is best "
            "supported?",
            f"{sentence(claim.says)} ({claim.at}) Why might that have come when it did? Choose "
            "what the articles support best.",
        ]
    )
    options: list[Fields] = [
        {
            "right": f"{TO_WRITE} two dated facts]; this fits more than one explanation, and the "
            "articles do not settle which",
            "why": "Right. Facts first, then more than one explanation, then the limit.",
        },
        {
            "wrong": f"It came then because of this: {TO_WRITE} the first explanation]",
            "slip": str(Slip.OVER_CLAIM),
            "why": "Possible, but no source in the articles states it. What would show it?",
        },
        {
            "wrong": f"It came then because of this: {TO_WRITE} the second explanation]",
            "slip": str(Slip.OVER_CLAIM),
            "why": "Possible too, and stated by no source either.",
        },
        {
            "wrong": "That it came at this moment is a coincidence and nothing more",
            "slip": str(Slip.OVER_CLAIM),
            "why": "This is a claim about a cause as well, and no source states it.",
        },
        {
            "wrong": "With only these articles, nothing useful can be said about the timing",
            "slip": str(Slip.CYNICISM),
            "why": f"Something can: {facts_in_words(facts, disclosure)}.",
        },
    ]
    return Sketch(
        about=(claim.id,),
        claims=(claim, *(other for other, _ in disclosure.nearby)),
        kind="single",
        ask=ask,
        own={"options": options},
        explain=f"The dated facts: {facts_in_words(facts, disclosure)}. {TO_WRITE} what would "
        "decide between the explanations]",
        level=Level.HARD,
        quoted=(claim, *(other for other, _ in disclosure.nearby)),
        needs=_NEEDS,
    )


blueprint = Blueprint(30, (Skill.INFERENCE,), _sketches, mode="human")
