"""BP05: sort statements into the article's own and those it reports of others.

Key: the claim's voice. Held back for claims whose voice is open to doubt, and where the statement
itself tells that somebody says it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reportedly.authoring.drafting.draft import Blueprint, Fields, Sketch
from reportedly.authoring.drafting.facts import Facts, in_groups
from reportedly.authoring.drafting.hedging import is_loaded
from reportedly.quiz.taxonomy import Level, Skill, Slip
from reportedly.story.ledger import Claim

_EACH = 3
_OWN, _REPORTED = "the article's own statement", "reported of somebody"


def _sketches(facts: Facts) -> Iterator[Sketch]:
    for letter, claims in facts.by_letter.items():
        plain = [claim for claim in claims if not is_loaded(claim.says)]
        own = [claim for claim in plain if facts.speakers.is_own(claim)]
        reported = [
            claim
            for claim in plain
            if facts.speakers.has_owner(claim)
            and claim.voice in ("reported", "quoted")
            and facts.speakers.is_plain(claim)
        ]
        groups = zip(in_groups(own, _EACH), in_groups(reported, _EACH), strict=False)
        for n, (mine, theirs) in enumerate(groups):
            if len(mine) >= 2 and len(theirs) >= 2:
                yield _sketch(facts, letter, n, mine, theirs)


def _sketch(
    facts: Facts, letter: str, n: int, own: Sequence[Claim], reported: Sequence[Claim]
) -> Sketch:
    chance = facts.chance("BP05", letter, str(n))
    article = facts.article(letter)
    claims = sorted([*own, *reported], key=lambda claim: (claim.paragraph, claim.id))
    mine = {claim.id for claim in own}
    items = [_item(facts, claim, is_own=claim.id in mine) for claim in claims]
    ask = chance.choice(
        [
            f"Which of these does {article} state itself, and which does it report of somebody?",
            f"{article} speaks in its own voice, and it passes on what others say. Which is which?",
            f"Sort these by voice: is it {article} that says so, or somebody it reports?",
        ]
    )
    return Sketch(
        about=(letter, str(n + 1)),
        claims=tuple(claims),
        kind="classify",
        ask=ask,
        own={"labels": [_OWN, _REPORTED], "items": items},
        explain=chance.choice(
            [
                "A reported statement stands on its speaker; the article vouches only for its own.",
                'Look for "said" or "according to", also at the end of a sentence.',
            ]
        ),
        level=Level.MEDIUM,
        quoted=tuple(claims),
    )


def _item(facts: Facts, claim: Claim, *, is_own: bool) -> Fields:
    text = f"{claim.says} ({claim.at})"
    if is_own:
        return {
            _OWN: text,
            "slips": {_REPORTED: str(Slip.OWN_AS_REPORTED)},
            "why": f"{claim.at} says so itself and gives it to nobody else.",
        }
    return {
        _REPORTED: text,
        "slips": {_OWN: str(Slip.REPORTED_AS_OWN)},
        "why": f"{claim.at} gives it to {facts.speakers.within(claim.speaker)}.",
    }


blueprint = Blueprint(5, (Skill.ATTRIBUTION,), _sketches)
