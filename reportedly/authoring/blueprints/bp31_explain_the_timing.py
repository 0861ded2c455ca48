"""BP31: explain a timing in one's own words without stating a motive. A frame with a rubric.

The dated facts are filled in; a person has to write the model answer. Held back where there would
be no rival explanation.
"""

from __future__ import annotations

from collections.abc import Iterator

from reportedly.authoring.drafting.disclosures import Disclosure, disclosures, facts_in_words
from reportedly.authoring.drafting.draft import Blueprint, Fields, Sketch
from reportedly.authoring.drafting.facts import Facts
from reportedly.authoring.drafting.wording import sentence
from reportedly.quiz.question import TO_WRITE
from reportedly.quiz.taxonomy import Level, Skill, Slip


def _sketches(facts: Facts) -> Iterator[Sketch]:
    for disclosure in disclosures(facts):
        yield _sketch(facts, disclosure)


def _sketch(facts: Facts, disclosure: Disclosure) -> Sketch:
    claim = disclosure.claim
    chance = facts.chance("BP31", claim.id)
    ask = f"{sentence(claim.says)} ({claim.at}) " + chance.choice(
        [
            "Explain in two or three sentences what can be said about its timing, without giving "
            "a motive as a fact. Name one thing that would change your mind.",
            "Write two or three sentences on why it may have come then. Give no motive as a fact, "
            "and say what you would have to find out.",
        ]
    )
    rubric: list[Fields] = [
        _level(4, "Dated facts with their sources, two explanations, the limit, a deciding fact."),
        _level(3, "Facts and two explanations; the limit is missing.", Slip.OVER_CLAIM),
        _level(2, "Facts and one explanation, worded as “may”.", Slip.OVER_CLAIM),
        _level(1, "One motive, stated as a fact.", Slip.OVER_CLAIM),
        _level(0, "“Nothing can be known”, or nothing from the articles.", Slip.CYNICISM),
    ]
    return Sketch(
        about=(claim.id,),
        claims=(claim, *(other for other, _ in disclosure.nearby)),
        kind="open",
        ask=ask,
        own={
            "rubric": rubric,
            "model": f"{facts_in_words(facts, disclosure)}. {TO_WRITE} two explanations that "
            "fit these facts, that the articles do not settle which, and what would decide]",
        },
        explain="Start from what is dated and sourced. Mark an explanation as yours.",
        level=Level.HARD,
        quoted=(claim, *(other for other, _ in disclosure.nearby)),
        needs="write out the model answer, and let a second person read it",
    )


_LIFTS = {
    3: "Add what the articles cannot show.",
    2: "Add a rival explanation.",
    1: "Who says so? If nobody does, mark it as your inference.",
    0: "Begin with what is dated and has a source.",
}


def _level(points: int, says: str, slip: Slip | None = None) -> Fields:
    level: Fields = {"points": str(points), "says": says}
    if slip is not None:
        level |= {"slip": str(slip), "why": _LIFTS[points]}
    return level


blueprint = Blueprint(31, (Skill.INFERENCE,), _sketches, mode="human")
