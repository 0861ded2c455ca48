"""BP38: how firmly each point can be held.

Key: well supported where two separate sources agree, disputed where two conflict, one side's word
where only one side speaks, not stated where the ledger notes a gap. Held back where it cannot be
told whether sources are separate, and where fewer than three of the four are there.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from reportedly.authoring.drafting.draft import Blueprint, Fields, Sketch
from reportedly.authoring.drafting.facts import Facts
from reportedly.authoring.drafting.gaps import is_question
from reportedly.authoring.drafting.hedging import (
    firmness,
    is_loaded,
    joins_two,
    stands_alone,
    superlative,
    tells_what_ought_to_be,
)
from reportedly.authoring.drafting.wording import amount, capital, figure_for
from reportedly.quiz.taxonomy import Level, Skill, Slip
from reportedly.story.ledger import OWN_VOICE, Claim
from reportedly.story.relations import relation

_WELL, _DISPUTED = "well supported", "disputed"
_ONE_SIDE, _OPEN = "one side's word only", "not stated"
_SHELVES = (_WELL, _DISPUTED, _ONE_SIDE, _OPEN)
_ROUNDS = 2
_WHO = re.compile(r", (say|said|according to|report|by the account of) .*$")

_Row = tuple[str, str, tuple[Claim, ...], str]


def _sketches(facts: Facts) -> Iterator[Sketch]:
    shelves = [
        list(_well(facts)),
        list(_disputed(facts)),
        list(_one_side(facts)),
        list(_open(facts)),
    ]
    for n in range(_ROUNDS):
        rows = [shelf[n] for shelf in shelves if len(shelf) > n]
        # A second point of one side, so that the last item is not found by elimination.
        rows += [shelves[2][-1 - n]] if len(shelves[2]) > 2 * n + 1 else []
        if len({label for label, *_ in rows}) >= 3 and rows[0][0] == _WELL:
            yield _sketch(facts, n, rows)


def _well(facts: Facts) -> Iterator[_Row]:
    told: set[str] = set()
    for one, other in facts.figure_pairs():
        agree = relation(one.quantity, other.quantity) == "agree"
        text = capital(f"{figure_for(one.quantity)}: {amount(one.quantity)}")
        if agree and facts.speakers.is_independent(one.claim, other.claim) and text not in told:
            told.add(text)
            why = f"Two separate sources agree on it ({one.claim.at}, {other.claim.at})."
            yield _WELL, text, (one.claim, other.claim), why
    known = {claim.id: claim for claim in facts.claims}
    for firm in facts.story.about.firm:
        claims = tuple(known[name] for name in firm.claims if name in known)
        first = _WHO.sub("", firm.says.split(". ")[0].rstrip("."))
        separate = any(
            facts.speakers.is_independent(one, other) for one in claims for other in claims
        )
        names = any(facts.speakers.reveals(first, claim.speaker) for claim in claims)
        if separate and not names and not is_loaded(first):
            where = ", ".join(dict.fromkeys(claim.at for claim in claims))
            yield _WELL, first, claims, f"Separate sources agree on it ({where})."


def _disputed(facts: Facts) -> Iterator[_Row]:
    told: set[str] = set()
    for one, other in facts.figure_pairs():
        text = capital(figure_for(one.quantity))
        clash = relation(one.quantity, other.quantity) == "conflict" and text not in told
        if clash and facts.speakers.is_independent(one.claim, other.claim):
            told.add(text)
            why = f"The figures in {one.claim.at} and {other.claim.at} cannot both hold."
            yield _DISPUTED, text, (one.claim, other.claim), why


def _one_side(facts: Facts) -> Iterator[_Row]:
    # First what the ledger notes as unproved: there is most to lose by taking it for settled.
    for claims in sorted(facts.by_topic.values(), key=lambda claims: not _is_unproved(claims)):
        owners = {claim.speaker for claim in claims if claim.speaker != OWN_VOICE}
        sure = all(
            claim.speaker != OWN_VOICE and facts.speakers.has_owner(claim) for claim in claims
        )
        for claim in claims[:1]:
            alone = all(facts.speakers.are_kin(claim.speaker, key) for key in owners)
            plain = facts.speakers.is_plain(claim) and not is_loaded(claim.says)
            if (
                sure
                and alone
                and plain
                and stands_alone(claim.says)
                and not superlative(claim.says)
                and not tells_what_ought_to_be(claim.says)
                and not joins_two(claim.says)
                and firmness(claim.says) not in (1, 2)  # it says itself how far to hold it
            ):
                who = facts.speakers.within(claim.speaker)
                why = f"The only source for it is {who} ({claim.at}). That does not make it false."
                yield _ONE_SIDE, claim.says, (claim,), why


def _is_unproved(claims: tuple[Claim, ...]) -> bool:
    return any(gap.startswith(("evidence", "proof")) for c in claims for gap in c.not_said)


def _open(facts: Facts) -> Iterator[_Row]:
    for claim in facts.claims:
        gap = next((g for g in claim.not_said if is_question(g) and "article" not in g), None)
        wide = claim.confidence == "high" and facts.speakers.is_own(claim)
        if gap is not None and wide and not is_loaded(gap) and not is_loaded(claim.says):
            text = f"{capital(gap)} ({claim.at}: {facts.lowered(claim.says)})"
            yield _OPEN, text, (claim,), f"{claim.at} leaves this open."


def _sketch(facts: Facts, n: int, rows: list[_Row]) -> Sketch:
    claims = tuple(dict.fromkeys(claim for _, _, claims, _ in rows for claim in claims))
    chance = facts.chance("BP38", str(n))
    ask = chance.choice(
        [
            "How firmly can you hold each of these, by what the articles report?",
            "Trust is not all or nothing. Where does each of these belong?",
        ]
    )
    return Sketch(
        about=tuple(claims[0].id for _, _, claims, _ in rows[:3]),
        claims=claims,
        kind="classify",
        ask=ask,
        own={"labels": list(_SHELVES), "items": [_item(row) for row in rows]},
        explain="Agreement between separate sources is strong ground. Hold on to it, and doubt "
        "the part that is doubtful.",
        level=Level.MEDIUM,
        quoted=claims,
    )


def _item(row: _Row) -> Fields:
    label, text, _, why = row
    at = _SHELVES.index(label)
    slips = {
        shelf: str(Slip.OVER_CLAIM if n < at else Slip.CYNICISM)
        for n, shelf in enumerate(_SHELVES)
        if n != at
    }
    return {label: text, "slips": slips, "why": why}


blueprint = Blueprint(38, (Skill.NEXT_STEP,), _sketches)
