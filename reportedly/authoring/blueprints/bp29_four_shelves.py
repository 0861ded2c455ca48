"""BP29: sort into stated, supported inference, possible but not shown, contradicted.

Key: stated from an article's own claims; inference from a date that was worked out, with its
premises; possible from what is not said; contradicted by turning an article's own statement round.
A person has to approve the inference. Held back where a shelf would stay empty.
"""

from __future__ import annotations

from collections.abc import Iterator

from reportedly.authoring.blueprints.bp28_ruled_out import turned_round
from reportedly.authoring.drafting.dates import day_and_month, exact_day, has_date
from reportedly.authoring.drafting.draft import Blueprint, Fields, Sketch
from reportedly.authoring.drafting.facts import Facts
from reportedly.authoring.drafting.gaps import statement_of
from reportedly.authoring.drafting.hedging import is_loaded, stands_alone
from reportedly.quiz.taxonomy import Level, Skill, Slip
from reportedly.story.ledger import Claim

_STATED, _INFERRED = "stated", "supported inference"
_POSSIBLE, _CONTRADICTED = "possible but not shown", "contradicted"
_SHELVES = (_STATED, _INFERRED, _POSSIBLE, _CONTRADICTED)
_FROM_THE_TEXT = "day and month"


def _sketches(facts: Facts) -> Iterator[Sketch]:
    for letter, claims in facts.by_letter.items():
        own = [
            claim
            for claim in claims
            if facts.speakers.is_own(claim)
            and stands_alone(claim.says)
            and not is_loaded(claim.says)
        ]
        denied = [c for c in own if turned_round(c.says)]
        inferred = [c for c in own if _day_of(c) is not None and not has_date(c.says)]
        elsewhere = {claim.id for claim in (*denied, *inferred)}
        stated = [claim for claim in own if claim.id not in elsewhere]
        open_ = [
            (c, text)
            for c in claims
            if c.confidence == "high" and not is_loaded(c.says)
            for text in [next(filter(None, map(statement_of, c.not_said)), None)]
            if text is not None and stands_alone(text)
        ]
        rows = zip(stated, inferred, open_, denied, strict=False)
        for n, (one, two, (three, text), four) in enumerate(rows):
            if len({one.id, two.id, three.id, four.id}) == 4:
                yield _sketch(facts, letter, n, (one, two, three, four), text)


def _day_of(claim: Claim) -> str | None:
    """The day, if the ledger has worked it out and not just added a year."""
    when = claim.happened
    day = exact_day(when)
    if when is None or day is None or when.basis != "inferred" or not when.because:
        return None
    return None if when.because.startswith(_FROM_THE_TEXT) else day_and_month(day)


def _sketch(
    facts: Facts, letter: str, n: int, claims: tuple[Claim, Claim, Claim, Claim], text: str
) -> Sketch:
    stated, inferred, possible, denied = claims
    chance = facts.chance("BP29", letter, str(n))
    assert inferred.happened is not None
    items = [
        _item(_STATED, f"{stated.says} ({stated.at})", f"{stated.at} says so in its own voice."),
        _item(
            _INFERRED,
            f"{inferred.says}: that was on {_day_of(inferred)} ({inferred.at})",
            f"The day stands nowhere; it follows: {inferred.happened.because}.",
        ),
        _item(
            _POSSIBLE,
            f"{text} ({possible.at}: {facts.lowered(possible.says)})",
            f"{possible.at} leaves it open. Nothing shows it, and nothing rules it out.",
        ),
        _item(
            _CONTRADICTED,
            f"{turned_round(denied.says)} ({denied.at})",
            f"{denied.at} says the opposite.",
        ),
    ]
    ask = chance.choice(
        [
            f"How do these stand in {facts.article(letter)}? Sort them.",
            f"Which of these does {facts.article(letter)} state, support, leave open, or rule out?",
        ]
    )
    return Sketch(
        about=tuple(claim.id for claim in claims),
        claims=claims,
        kind="classify",
        ask=ask,
        own={"labels": list(_SHELVES), "items": items},
        explain="There are four shelves, not two. Most slips put a thing one shelf too high or "
        "too low.",
        level=Level.HARD,
        quoted=claims,
        needs="check that the premises carry the inference, and approve the wording of the items",
    )


def _item(label: str, text: str, why: str) -> Fields:
    at = _SHELVES.index(label)
    slips = {
        shelf: str(Slip.OVER_CLAIM if n < at or label == _CONTRADICTED else Slip.CYNICISM)
        for n, shelf in enumerate(_SHELVES)
        if n != at
    }
    return {label: text, "slips": slips, "why": why}


blueprint = Blueprint(29, (Skill.INFERENCE,), _sketches, mode="semi")
