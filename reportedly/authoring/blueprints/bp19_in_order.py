"""BP19: put events in order, earliest first.

Key: the dates in the ledger. Held back where two dates are the same or one of them is a span that
the other lies in; sentences that tell their own date are shown without it, or not at all.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from reportedly.authoring.drafting.dates import last_day, when_in_words, without_date
from reportedly.authoring.drafting.draft import Blueprint, Fields, Sketch, has_twins
from reportedly.authoring.drafting.facts import Facts
from reportedly.authoring.drafting.hedging import is_loaded, stands_alone, tells_of_order
from reportedly.authoring.drafting.wording import capital
from reportedly.quiz.taxonomy import Level, Skill, Slip
from reportedly.story.ledger import Claim, When, first_day

_FEWEST, _MOST = 3, 6


@dataclass(frozen=True)
class _Moment:
    """Something with its days, as a line to be placed."""

    claim: Claim
    item: str
    first: date
    last: date
    when: When


def _sketches(facts: Facts) -> Iterator[Sketch]:
    moments = sorted(_moments(facts), key=lambda m: (m.first, m.last, m.claim.at))
    rows: list[list[_Moment]] = []
    used: set[str] = set()
    # Each pass takes another event of each day, so that a second question is about other things.
    while moments and len(rows) < 4:
        row: list[_Moment] = []
        for moment in moments:
            is_later = not row or moment.first > row[-1].last
            if is_later and moment.item not in used and len(row) < _MOST:
                row.append(moment)
                used.add(moment.item)
        if len(row) < _FEWEST or has_twins(moment.item for moment in row):
            break
        rows.append(row)
        moments = [moment for moment in moments if moment.item not in used]
    for row in rows:
        yield _sketch(facts, row)


def _moments(facts: Facts) -> Iterator[_Moment]:
    for claim in facts.claims:
        if claim.voice in ("headline", "caption") or not facts.speakers.is_sure(claim):
            continue
        named = facts.speakers.has_owner(claim)
        who = facts.speakers.within(claim.speaker) if named else ""
        bare = without_date(claim.says)
        is_timeless = bare is not None and not tells_of_order(bare) and not is_loaded(bare)
        is_timeless = is_timeless and bare is not None and stands_alone(bare)
        if claim.happened is not None and bare is not None and is_timeless:
            # A reported event keeps its speaker, in the order of time as elsewhere.
            yield _moment(claim, f"{bare} ({who}, {claim.at})" if who else bare, claim.happened)
        if claim.said is not None and who:
            # The date is mostly that of the last hand, who published it.
            key = facts.speakers.chain(claim)[-1]
            last = facts.speakers.within(key)
            is_paper = facts.speakers.known(key).kind == "document"
            item = f"What stands in {last}" if is_paper else f"A statement by {last}"
            yield _moment(claim, f"{item} ({claim.at})", claim.said)


def _moment(claim: Claim, item: str, when: When) -> _Moment:
    return _Moment(claim, capital(item), first_day(when.when), last_day(when.when), when)


def _sketch(facts: Facts, row: list[_Moment]) -> Sketch:
    chance = facts.chance("BP19", row[0].claim.id)
    ask = chance.choice(
        [
            "Put these in order, earliest first.",
            "What came first? Put these in order of time, the earliest at the top.",
            "Arrange these by the time at which they happened or were said, earliest first.",
        ]
    )
    where = ", ".join(dict.fromkeys(moment.claim.at for moment in row))
    return Sketch(
        about=(row[0].claim.id, row[1].claim.id),
        claims=tuple(moment.claim for moment in row),
        kind="order",
        ask=f"{ask} The dates are in, or follow from, {where}.",
        own={"order": [_step(moment) for moment in row]},
        explain="Sort by when things happened or were said, not by where they stand in the text.",
        level=Level.MEDIUM,
        quoted=tuple(moment.claim for moment in row),
    )


def _step(moment: _Moment) -> Fields:
    when = moment.when
    told = when_in_words(moment.first, moment.last)
    inferred = f" This is worked out: {when.because}." if when.basis != "stated" else ""
    why = f"{capital(told)} ({moment.claim.at}).{inferred}"
    return {"item": moment.item, "slip": str(Slip.WRONG_TIME), "why": why}


blueprint = Blueprint(19, (Skill.CHRONOLOGY,), _sketches)
