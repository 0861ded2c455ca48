"""BP28: judge a statement that the text rules out.

Key: false. The statement goes beyond an exact number, or turns round what an article says did not
happen. A person has to approve it. Held back where the exclusion is not plain in the claim.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from reportedly.authoring.drafting.draft import Blueprint, Fields, Sketch, truths
from reportedly.authoring.drafting.facts import Facts
from reportedly.authoring.drafting.figure import Figure
from reportedly.authoring.drafting.hedging import is_loaded, stands_alone
from reportedly.authoring.drafting.wording import (
    amount_told,
    figure_for,
)
from reportedly.quiz.taxonomy import Level, Skill, Slip
from reportedly.story.ledger import Claim

_PASTS = {
    "say": "said",
    "give": "gave",
    "tell": "told",
    "know": "knew",
    "reply": "replied",
    "specify": "specified",
    "name": "named",
}


def _past(found: re.Match[str]) -> str:
    return _PASTS.get(found[1], f"{found[1]}ed")


_TURNS: tuple[tuple[re.Pattern[str], str | Callable[[re.Match[str]], str]], ...] = (
    (
        re.compile(r"\bdid not (say|give|tell|know|answer|reply|explain|name|specify|count)\b"),
        _past,
    ),
    (re.compile(r"\bdid not\b"), "did"),
    (re.compile(r"\bdoes not\b"), "does"),
    (re.compile(r"\bwas not\b"), "was"),
    (re.compile(r"\bwere not\b"), "were"),
    (re.compile(r"\bhad not\b"), "had"),
    (re.compile(r"\bgot no answer\b"), "got an answer"),
    (re.compile(r"\bgave no(?= [aeiou])"), "gave an"),
    (re.compile(r"\bgave no\b"), "gave a"),
)
_WITHIN = re.compile(r"\b(why|whether|who|what|how|if|that|which|because)\b", re.IGNORECASE)
_APPROVE = "check that the paragraph rules the statement out, and approve the wording"


def turned_round(text: str) -> str | None:
    """The statement without its "not", or None where it has none, or more than one."""
    first = next(((pattern, word) for pattern, word in _TURNS if pattern.search(text)), None)
    if first is None or re.search(r"\b(no one|nobody|never|neither|nor)\b", text, re.IGNORECASE):
        return None
    pattern, word = first
    found = pattern.search(text)
    assert found is not None
    turned = pattern.sub(word, text, count=1)
    # "Why it was not told is unclear" says nothing of whether it was told.
    if any(other.search(turned) for other, _ in _TURNS) or _WITHIN.search(text[: found.start()]):
        return None
    return turned


def _sketches(facts: Facts) -> Iterator[Sketch]:
    for claim in facts.claims:
        opposite = turned_round(claim.says)
        plain = facts.speakers.is_own(claim) and not is_loaded(claim.says)
        if opposite is not None and plain and stands_alone(claim.says):
            yield _turned(facts, claim, opposite)
    for figure in facts.figures:
        exact = figure.quantity.qualifier == "exactly" and figure.quantity.scope == "total"
        # Where a topic has one figure only, nobody would think of a larger one.
        exact = exact and len(facts.figure_topics[figure.quantity.topic]) > 1
        plain = figure.claim.voice != "headline" and not facts.speakers.is_vague(
            figure.claim.speaker
        )
        if (
            exact
            and plain
            and facts.speakers.has_owner(figure.claim)
            and figure.claim.confidence == "high"
        ):
            yield _beyond(facts, figure)


def _turned(facts: Facts, claim: Claim, opposite: str) -> Sketch:
    chance = facts.chance("BP28", claim.id)
    article = facts.article(claim.letter)
    statement = facts.lowered(opposite)
    ask = chance.choice(
        [f"According to {article}, {statement}.", f"{claim.at} says that {statement}."]
    )
    whys = {
        "true": f"{claim.at} says the opposite.",
        "false": f"Right. {claim.at} rules it out.",
        "not stated": f"{claim.at} does speak of it, so the question is answered.",
    }
    return _ruled_out(claim, ask, whys, Level.EASY, "turned")


def _beyond(facts: Facts, figure: Figure) -> Sketch:
    claim, quantity = figure.claim, figure.quantity
    assert quantity.value is not None
    chance = facts.chance("BP28", claim.id, quantity.topic)
    who = facts.speakers.within(claim.speaker)
    digits = amount_told(quantity)
    ask = chance.choice(
        [
            f"According to {who} in {claim.at}, {figure_for(quantity)} is above {digits}.",
            f"By the account of {who} in {claim.at}, {figure_for(quantity)} is above {digits}.",
        ]
    )
    whys = {
        "true": f"The figure in {claim.at} is {amount_told(quantity)}, without “more than”.",
        "false": f"Right. {claim.at} has {amount_told(quantity)}, no more and no less.",
        "not stated": f"{claim.at} gives the figure, so the question is answered.",
    }
    return _ruled_out(claim, ask, whys, Level.MEDIUM, quantity.topic)


def _ruled_out(claim: Claim, ask: str, whys: dict[str, str], level: Level, what: str) -> Sketch:
    own: Fields = truths("false", whys, {"true": Slip.OVER_CLAIM, "not stated": Slip.CYNICISM})
    return Sketch(
        about=(claim.id, what),
        claims=(claim,),
        kind="truefalse",
        ask=ask,
        own=own,
        explain="“False” is for what the text rules out, “not stated” for what it leaves open.",
        level=level,
        quoted=(claim,),
        needs=_APPROVE,
    )


blueprint = Blueprint(28, (Skill.GAPS,), _sketches, mode="semi")
