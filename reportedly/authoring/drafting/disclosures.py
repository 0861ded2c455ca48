"""Things whose moment invites a guess at a motive, with the dated facts around them."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from reportedly.authoring.drafting.dates import day_and_month, exact_day, without_date
from reportedly.authoring.drafting.facts import Facts
from reportedly.authoring.drafting.gaps import asks_for_reason
from reportedly.authoring.drafting.hedging import is_loaded, makes_public
from reportedly.story.ledger import Claim

_NEAR = timedelta(days=7)
_FEWEST, _MOST = 2, 4


@dataclass(frozen=True)
class Disclosure:
    """Something whose reason the articles leave open.

    Attributes:
        nearby: Other dated facts, of other topics, from the week before and after.
    """

    claim: Claim
    day: date
    nearby: tuple[tuple[Claim, date], ...]


def disclosures(facts: Facts) -> Iterator[Disclosure]:
    """Each with at least two dated facts beside it: one explanation alone has no rival."""
    dated = sorted(
        (
            (day, claim)
            for claim in facts.claims
            for day in [exact_day(claim.happened)]
            if day is not None and claim.voice not in ("headline", "caption")
        ),
        key=lambda row: (row[0], row[1].id),
    )
    days = [day for day, _ in dated]
    told: set[date] = set()
    for claim in facts.claims:
        day = exact_day(claim.happened)
        if day is None or day in told or is_loaded(claim.says) or not makes_public(claim.says):
            continue
        if not any(asks_for_reason(gap) for gap in claim.not_said):
            continue
        low, high = bisect_left(days, day - _NEAR), bisect_right(days, day + _NEAR)
        by_topic: dict[str, tuple[Claim, date]] = {}
        for when, other in dated[low : min(high, low + 40)]:
            if other.topic != claim.topic and not is_loaded(other.says):
                by_topic.setdefault(other.topic, (other, when))
        if len(by_topic) >= _FEWEST:
            told.add(day)
            yield Disclosure(claim, day, tuple(_other_days_first(by_topic.values(), day))[:_MOST])


def _other_days_first(nearby: Iterable[tuple[Claim, date]], day: date) -> list[tuple[Claim, date]]:
    return sorted(nearby, key=lambda row: row[1] == day)


def facts_in_words(facts: Facts, disclosure: Disclosure) -> str:
    """The dated facts with their paragraphs, in the order of time."""
    rows = sorted(
        [(disclosure.day, disclosure.claim), *((day, claim) for claim, day in disclosure.nearby)],
        key=lambda row: (row[0], row[1].id),
    )
    return "; ".join(f"{day_and_month(day)}: {_told(facts, claim)}" for day, claim in rows)


def _told(facts: Facts, claim: Claim) -> str:
    """The fact with its paragraph, and with its speaker where it has one."""
    bare = without_date(claim.says) or claim.says
    named = facts.speakers.has_owner(claim)
    return f"{bare} ({f'{facts.speakers.within(claim.speaker)}, ' if named else ''}{claim.at})"
