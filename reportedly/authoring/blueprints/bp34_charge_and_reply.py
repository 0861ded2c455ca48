"""BP34: match each charge with the reply that is reported.

Key: a denial or counter-statement of somebody else beside the charge, in the ledger or in the
paragraph's words ("a charge Beijing denies"), or that no reply is reported. Held back where there
are fewer than two pairs, or not two different replies.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from reportedly.authoring.drafting.draft import Blueprint, Fields, Sketch
from reportedly.authoring.drafting.facts import Facts
from reportedly.authoring.drafting.hedging import is_loaded, tells_of_saying
from reportedly.authoring.drafting.wording import capital
from reportedly.quiz.taxonomy import Level, Skill, Slip
from reportedly.story.ledger import OWN_VOICE, Claim

_DENIED = re.compile(
    r"\b(?:charges?|accusations?|claims?|allegations?)(?: that| which)? "
    r"([A-Z]\w+|the [\w ]{3,30}?) (den(?:y|ies|ied)|rejects?|rejected)\b"
)
_ANSWERS = ("denial", "insist")
_MOST = 5
_DENIAL = "A denial, with nothing more"
"""One text for all bare denials: "Beijing denies it" would answer what "China denies it" does."""
_NONE = "No reply is reported"


@dataclass(frozen=True)
class _Pair:
    charge: Claim
    reply: str
    at: str
    answer: Claim | None


def _sketches(facts: Facts) -> Iterator[Sketch]:
    pairs = [*_from_the_ledger(facts), *_from_the_words(facts)]
    charges = {pair.charge.id for pair in pairs}
    pairs += [pair for pair in _unanswered(facts) if pair.charge.id not in charges][:1]
    for n in range(0, len(pairs), _MOST):
        group = pairs[n : n + _MOST]
        if len(group) >= 2 and len({pair.reply for pair in group}) >= 2:
            yield _sketch(facts, group)


def _from_the_ledger(facts: Facts) -> Iterator[_Pair]:
    for claims in facts.by_topic.values():
        for answer in claims:
            if answer.cue is None or answer.cue.kind not in _ANSWERS or is_loaded(answer.says):
                continue
            charge = _charge_before(facts, answer)
            if charge is not None:
                yield _Pair(charge, _reply(facts, answer), answer.at, answer)


def _reply(facts: Facts, answer: Claim) -> str:
    """What is answered, with the one who answers unless the statement tells of it."""
    if tells_of_saying(answer.says):
        return capital(answer.says)
    return f"{facts.speakers.subject(answer.speaker)} answers that {facts.lowered(answer.says)}"


def _charge_before(facts: Facts, answer: Claim) -> Claim | None:
    """A claim of somebody else on the topic, in the paragraph of the answer or the one before."""
    before = facts.by_paragraph.get(f"{answer.letter}{answer.paragraph - 1}", ())
    for claim in (*facts.by_paragraph[answer.at], *before):
        if (
            claim.topic == answer.topic
            and claim.id != answer.id
            and facts.speakers.has_owner(claim)
        ):
            kin = facts.speakers.are_kin(claim.speaker, answer.speaker)
            if not kin and facts.speakers.has_owner(answer) and not is_loaded(claim.says):
                return claim
    return None


def _from_the_words(facts: Facts) -> Iterator[_Pair]:
    for at, claims in facts.by_paragraph.items():
        paragraph = facts.story.paragraph(at)
        assert paragraph is not None
        found = _DENIED.search(paragraph.shown)
        if found is None:
            continue
        # The charge stands before its denial; of several the nearest.
        before = [c for c in claims if _place(c, paragraph.shown) in range(found.start())]
        if before and not is_loaded(before[-1].says):
            yield _Pair(before[-1], _DENIAL, at, None)


def _place(claim: Claim, text: str) -> int:
    return text.find(claim.words)


def _unanswered(facts: Facts) -> Iterator[_Pair]:
    """Claims without evidence, as the ledger notes, on which nobody else is heard."""
    for claims in facts.by_topic.values():
        heard = (*claims, *facts.undecided_on.get(claims[0].topic, ()))
        owners = {claim.speaker for claim in heard if claim.speaker != OWN_VOICE}
        for claim in claims:
            if claim.speaker not in owners:
                continue
            alone = all(facts.speakers.are_kin(claim.speaker, key) for key in owners)
            named = facts.speakers.has_owner(claim) and facts.speakers.is_plain(claim)
            unproved = any(gap.startswith(("evidence", "proof")) for gap in claim.not_said)
            if named and alone and unproved and not is_loaded(claim.says):
                yield _Pair(claim, _NONE, claim.at, None)


def _sketch(facts: Facts, group: list[_Pair]) -> Sketch:
    chance = facts.chance("BP34", group[0].charge.id)
    claims = [pair.charge for pair in group]
    claims += [pair.answer for pair in group if pair.answer is not None]
    replies = {pair.reply for pair in group}
    extra: list[Fields] = []
    if _NONE not in replies:
        why = "Each of these is answered in the text."
        extra.append({"wrong": _NONE, "slip": str(Slip.CYNICISM), "why": why})
    ask = chance.choice(
        [
            "Match each statement with the reply that the articles report.",
            "Who answers what? Match each statement with the reply printed for it, if there is "
            "one.",
        ]
    )
    own: Fields = {"pairs": [_pair(pair) for pair in group]}
    if extra:
        own["extra"] = extra
    return Sketch(
        about=(group[0].charge.id, group[1].charge.id),
        claims=tuple(dict.fromkeys(claims)),
        kind="match",
        ask=ask,
        own=own,
        explain="Look for the reply beside the charge. Where none is printed, do not make one up.",
        level=Level.MEDIUM,
        quoted=tuple(dict.fromkeys(claims)),
    )


def _pair(pair: _Pair) -> Fields:
    none = pair.reply == _NONE
    slip = Slip.NOT_IN_TEXT if none else Slip.WRONG_SPEAKER
    why = f"{pair.at} prints no answer to it." if none else f"The reply is printed in {pair.at}."
    if pair.reply == _DENIAL:
        why = f"{pair.at} has the denial, and no more of an answer."
    item = f"{pair.charge.says} ({pair.charge.at})"
    return {"item": item, "match": pair.reply, "slip": str(slip), "why": why}


blueprint = Blueprint(34, (Skill.INTERESTS_REPLIES,), _sketches)
