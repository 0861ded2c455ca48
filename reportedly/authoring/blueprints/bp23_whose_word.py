"""BP23: whose word a label is.

Key: the speaker who is quoted with it. Wrong choices: the other speakers, and the article itself.
Held back where the label is in a paraphrase, so that it may be the article's, or where two speakers
of a paragraph use it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from reportedly.authoring.drafting.draft import Blueprint, Fields, Sketch
from reportedly.authoring.drafting.facts import Facts
from reportedly.quiz.taxonomy import Level, Skill, Slip
from reportedly.story.ledger import Claim

_MOST = 5


def _sketches(facts: Facts) -> Iterator[Sketch]:
    rows: dict[tuple[str, str], Claim] = {}
    for claim in facts.claims:
        for label in claim.labels:
            if _is_sure(facts, claim, label):
                rows.setdefault((label.casefold(), claim.speaker), claim)
    rows = _without_kin(rows)
    listed = list(_in_turn([(label, claim) for (label, _), claim in rows.items()]))
    groups = [listed[n : n + _MOST] for n in range(0, len(listed), _MOST)]
    for group in groups:
        if len({claim.speaker for _, claim in group}) >= 2:
            yield _sketch(facts, group)


def _without_kin(rows: dict[tuple[str, str], Claim]) -> dict[tuple[str, str], Claim]:
    """Of a speaker's words with one stem only the first, and words few others use before others."""
    users = Counter(label for label, _ in rows)
    stems: dict[tuple[str, str], tuple[str, str]] = {}
    for label, speaker in sorted(rows, key=lambda row: users[row[0]]):
        stems.setdefault((label[:6], speaker), (label, speaker))
    return {row: rows[row] for row in stems.values()}


def _in_turn(rows: list[tuple[str, Claim]]) -> Iterator[tuple[str, Claim]]:
    """One label of each speaker, then a second of each, so that every group has several."""
    waiting: dict[str, list[tuple[str, Claim]]] = {}
    for label, claim in rows:
        waiting.setdefault(claim.speaker, []).append((label, claim))
    while waiting:
        for key in list(waiting):
            yield waiting[key].pop(0)
            if not waiting[key]:
                del waiting[key]


def _is_sure(facts: Facts, claim: Claim, label: str) -> bool:
    """Whether the label is in a quotation of the speaker, or the speaker is said to use it."""
    uses = claim.cue is not None and claim.cue.words.split()[0].casefold() in ("called", "calls")
    if not facts.speakers.has_owner(claim) or not (claim.voice == "quoted" or uses):
        return False
    return not any(
        label.casefold() in (each.casefold() for each in other.labels)
        for other in facts.by_paragraph[claim.at]
        if other.speaker != claim.speaker
    )


def _sketch(facts: Facts, group: list[tuple[str, Claim]]) -> Sketch:
    claims = tuple(dict.fromkeys(claim for _, claim in group))
    chance = facts.chance("BP23", claims[0].id)
    speakers = facts.speakers
    names = {claim.speaker: speakers.within(claim.speaker) for claim in claims}
    own = "the article itself"
    items = [_item(label, claim, names, own) for label, claim in group]
    ask = chance.choice(
        [
            "Whose word is it? Sort these by who uses the word at the place given.",
            "A label belongs to whoever uses it. Who does so at each of these places?",
        ]
    )
    return Sketch(
        about=tuple(claim.id for claim in claims[:2]),
        claims=claims,
        kind="classify",
        ask=ask,
        own={"labels": [*names.values(), own], "items": items},
        explain="A label tells you about its speaker first. Keep the two together when you "
        "retell it.",
        level=Level.MEDIUM,
        quoted=claims,
    )


def _item(label: str, claim: Claim, names: dict[str, str], own: str) -> Fields:
    spelt = next(each for each in claim.labels if each.casefold() == label)
    name = names[claim.speaker]
    slips = {other: str(Slip.WRONG_SPEAKER) for other in names.values() if other != name}
    return {
        name: f"“{spelt}” ({claim.at})",
        "slips": {**slips, own: str(Slip.BORROWED_LABEL)},
        "why": f"{claim.at} gives the word to {name}. The article passes it on.",
    }


blueprint = Blueprint(23, (Skill.WORDING,), _sketches)
