"""BP27: which question both articles leave open.

Key: what the ledger notes as not said for claims on one topic in two articles. Wrong options:
questions that at least one article answers. Held back where the two leave nothing open together.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from reportedly.authoring.drafting.draft import (
    Blueprint,
    Sketch,
    Wrong,
    has_twins,
    options,
    wrong,
)
from reportedly.authoring.drafting.facts import Facts
from reportedly.authoring.drafting.figure import Figure
from reportedly.authoring.drafting.gaps import is_question
from reportedly.authoring.drafting.hedging import is_loaded
from reportedly.authoring.drafting.wording import amount, capital, figure_for
from reportedly.quiz.taxonomy import Level, Skill, Slip
from reportedly.story.ledger import Claim

_PRONOUN = re.compile(r"\b(he|she|his|her|him)\b", re.IGNORECASE)


def _sketches(facts: Facts) -> Iterator[Sketch]:
    for claims in facts.by_topic.values():
        first: dict[str, Claim] = {}
        told: set[str] = set()
        for claim in claims:
            for gap in claim.not_said:
                before = first.setdefault(gap.casefold(), claim)
                about_it = is_question(gap) and "article" not in gap and not is_loaded(gap)
                fits = about_it and gap.casefold() not in told
                # "How he knows" asks about two people where two are speaking.
                fits = fits and (before.speaker == claim.speaker or not _PRONOUN.search(gap))
                if before.letter != claim.letter and fits:
                    sketch = _sketch(facts, gap, before, claim, claims)
                    if sketch is not None:
                        told.add(gap.casefold())
                        yield sketch


def _sketch(
    facts: Facts, gap: str, one: Claim, other: Claim, topic: tuple[Claim, ...]
) -> Sketch | None:
    chance = facts.chance("BP27", one.id, other.id, gap)
    wrongs = _answered(facts, one, other, topic)
    key = capital(gap)
    if len(wrongs) < 2 or has_twins([key, *(each.wordings[0] for each in wrongs)]):
        return None
    ask = chance.choice(
        [
            f"{one.at} and {other.at} speak of the same point. Which question do both paragraphs "
            "leave open?",
            f"Read {one.at} and {other.at}. What do you learn from neither of these paragraphs?",
        ]
    )
    return Sketch(
        about=(one.id, other.id, gap),
        claims=(one, other),
        kind="single",
        ask=ask,
        own={
            "options": options(
                key,
                f"Right. Neither {one.at} nor {other.at} tells it.",
                wrongs[:3],
                chance,
            )
        },
        explain="Two reports of one event can share a gap. Note it as a question, not as a guess.",
        level=Level.MEDIUM,
        quoted=(one, other),
    )


def _answered(facts: Facts, one: Claim, other: Claim, topic: tuple[Claim, ...]) -> list[Wrong]:
    """Questions on the point that one of the two paragraphs answers."""
    found: list[Wrong] = []
    for claim in (one, other):
        for quantity in claim.quantity:
            if quantity.value is not None and not found:
                figure = Figure(claim, quantity)
                found.append(
                    wrong(
                        f"What is given as {figure_for(quantity)}",
                        Slip.WRONG_DOCUMENT,
                        f"{claim.at} gives one: {amount(figure.quantity)}.",
                    )
                )
    for claim in (one, other):
        if facts.speakers.has_owner(claim) and claim.voice != "headline":
            found.append(
                wrong(
                    f"Who is named as the source in {claim.at}",
                    Slip.CYNICISM,
                    f"{claim.at} names {facts.speakers.within(claim.speaker)}.",
                )
            )
            break
    for claim in (one, other):
        if claim.happened is not None and claim.happened.basis != "unknown":
            found.append(
                wrong(
                    "When it is said to have happened",
                    Slip.WRONG_DOCUMENT,
                    f"A time is given or follows from the text ({claim.at}).",
                )
            )
            break
    if len(topic) > 2:
        found.append(
            wrong(
                ("Whether the other article has this point at all", "Whether both report it"),
                Slip.WRONG_DOCUMENT,
                f"Both do: {one.at} and {other.at}.",
            )
        )
    return found


blueprint = Blueprint(27, (Skill.GAPS,), _sketches)
