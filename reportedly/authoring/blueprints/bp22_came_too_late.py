"""BP22: what an article could not yet report, because it came later.

Key: something said or done after the day of the article. Wrong options: things before it. Held back
where the article's day is not known or nothing came later.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from reportedly.authoring.drafting.dates import day_and_month, last_day, when_in_words, without_date
from reportedly.authoring.drafting.draft import (
    Blueprint,
    Sketch,
    Wrong,
    has_twins,
    options,
    wrong,
)
from reportedly.authoring.drafting.facts import Facts
from reportedly.authoring.drafting.hedging import is_loaded, stands_alone, tells_of_order
from reportedly.authoring.drafting.wording import nearest_in_length
from reportedly.quiz.taxonomy import Level, Skill, Slip
from reportedly.story.ledger import Claim, first_day

_MOST_LATE = 6


@dataclass(frozen=True)
class _Moment:
    claim: Claim
    text: str
    kind: str
    first: date
    last: date


def _sketches(facts: Facts) -> Iterator[Sketch]:
    moments = list(_moments(facts))
    for letter in facts.letters:
        published = facts.published(letter)
        if published is None:
            continue
        for kind in ("said", "done"):
            same = [moment for moment in moments if moment.kind == kind]
            late = [m for m in same if m.first > published and m.claim.letter != letter]
            early = [m for m in same if m.last < published]
            for moment in late[:_MOST_LATE]:
                before = _each_once(m for m in early if m.claim.topic != moment.claim.topic)
                if len(before) >= 2:
                    yield _sketch(facts, letter, published, moment, before)


def _each_once(moments: Iterable[_Moment]) -> dict[str, _Moment]:
    """The moments by their texts, one of each topic and time: two articles tell of one event."""
    once: dict[tuple[object, ...], _Moment] = {}
    for moment in moments:
        sign = (moment.first, moment.last, moment.claim.topic, moment.claim.speaker)
        once.setdefault(sign, moment)
    return {moment.text: moment for moment in once.values()}


def _moments(facts: Facts) -> Iterator[_Moment]:
    for claim in facts.claims:
        bare = without_date(claim.says)
        usable = claim.voice not in ("headline", "caption") and facts.speakers.is_sure(claim)
        if bare is None or is_loaded(bare) or tells_of_order(bare) or not usable:
            continue
        if not stands_alone(bare):
            continue
        named = facts.speakers.has_owner(claim)
        if claim.said is not None and named and facts.speakers.is_plain(claim):
            text = f"{facts.speakers.subject(claim.speaker)} said that {facts.lowered(bare)}"
            when = claim.said.when
            yield _Moment(claim, text, "said", first_day(when), last_day(when))
        elif claim.happened is not None and not named:
            when = claim.happened.when
            yield _Moment(claim, bare, "done", first_day(when), last_day(when))


def _sketch(
    facts: Facts, letter: str, published: date, late: _Moment, early: dict[str, _Moment]
) -> Sketch:
    chance = facts.chance("BP22", late.claim.id, letter)
    article = facts.article(letter)
    picked = [early[text] for text in nearest_in_length(list(early), late.text, 3)]
    if has_twins([late.text, *(moment.text for moment in picked)]):
        picked = picked[:2]
    wrongs: list[Wrong] = [
        wrong(
            moment.text,
            Slip.WRONG_TIME,
            f"That was {_told(moment)}, before {article} appeared ({moment.claim.at}).",
        )
        for moment in picked
    ]
    ask = chance.choice(
        [
            f"{article} appeared on {day_and_month(published)}. Which of these came too late for "
            "it?",
            f"Which of these was still to come when {article} appeared on "
            f"{day_and_month(published)}?",
        ]
    )
    return Sketch(
        about=(late.claim.id, letter),
        claims=(late.claim, *(moment.claim for moment in picked)),
        kind="single",
        ask=ask,
        own={
            "options": options(
                late.text,
                f"Right: {_told(late)}, after {article} ({late.claim.at}).",
                wrongs,
                chance,
            )
        },
        explain="An article cannot leave out what had not happened. Look at its date before you "
        "say that something is missing.",
        level=Level.MEDIUM,
        quoted=(late.claim, *(moment.claim for moment in picked)),
        same_as=(letter, late.claim.speaker, late.kind),
    )


def _told(moment: _Moment) -> str:
    return when_in_words(moment.first, moment.last)


blueprint = Blueprint(22, (Skill.CHRONOLOGY,), _sketches)
