"""BP20: how many days lie between two dates.

Key: the difference. Near misses: one day more or less, and a round number of weeks or months. A
date that was worked out is called so in the question. Held back for dates not known to the day.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from reportedly.authoring.drafting.dates import day_and_month, exact_day, without_date
from reportedly.authoring.drafting.draft import Blueprint, Fields, Sketch, near, numbers
from reportedly.authoring.drafting.facts import Facts
from reportedly.authoring.drafting.hedging import is_loaded, stands_alone, tells_of_order
from reportedly.authoring.drafting.wording import sentence
from reportedly.quiz.taxonomy import Level, Skill, Slip
from reportedly.story.ledger import OWN_VOICE, Claim
from reportedly.story.words import find_words

_MOST_DAYS = 400


def _sketches(facts: Facts) -> Iterator[Sketch]:
    by_day: dict[date, tuple[Claim, str]] = {}
    for claim in facts.claims:
        day, bare = exact_day(claim.happened), without_date(claim.says)
        own = claim.speaker == OWN_VOICE or facts.speakers.is_plain(claim)
        usable = claim.voice not in ("headline", "caption") and facts.speakers.is_sure(claim)
        if (
            day
            and bare
            and own
            and usable
            and stands_alone(bare)
            and not is_loaded(bare)
            and not tells_of_order(bare)
        ):
            by_day.setdefault(day, (claim, bare))
    days = sorted(by_day)
    # From each day to the next but one too: a gap of a day or two asks for no counting.
    for step in (1, 2):
        for first, second in zip(days, days[step:], strict=False):
            if 5 <= (second - first).days <= _MOST_DAYS:
                yield _sketch(facts, first, by_day[first], second, by_day[second])


def _sketch(
    facts: Facts, first: date, early: tuple[Claim, str], second: date, late: tuple[Claim, str]
) -> Sketch:
    (one, ones), (other, others) = early, late
    chance = facts.chance("BP20", one.id, other.id)
    count = (second - first).days
    dates = f"{_dated(facts, one, ones, first)} {_dated(facts, other, others, second)}"
    ask = chance.choice(
        [
            f"{dates} How many days after the first date is the second?",
            f"{dates} How many days is it from the one date to the other?",
        ]
    )
    return Sketch(
        about=(one.id, other.id),
        claims=(one, other),
        kind="number",
        ask=ask,
        own=numbers(
            str(count),
            "days",
            f"From {day_and_month(first)} to {day_and_month(second)} it is {count} days.",
            _nears(count),
        ),
        explain="Count from the day after the first date. Dates tell how far two things are "
        "apart, and not why.",
        level=Level.EASY,
        quoted=(one, other),
    )


def _dated(facts: Facts, claim: Claim, bare: str, day: date) -> str:
    assert claim.happened is not None
    named = facts.speakers.has_owner(claim)
    by = f", by the account of {facts.speakers.within(claim.speaker)}" if named else ""
    year = " (the year is worked out)" if _only_year_is_open(facts, claim, day) else " (worked out)"
    label = "" if claim.happened.basis == "stated" else year
    return sentence(f"{bare}{by} ({claim.at}): {day_and_month(day)}{label}")


def _only_year_is_open(facts: Facts, claim: Claim, day: date) -> bool:
    """Whether the day and the month stand in print beside the claim."""
    paragraph = facts.story.paragraph(claim.at)
    assert paragraph is not None
    month = f"{day:%B}"
    printed = (f"{day.day} {month}", f"{month} {day.day}")
    return any(find_words(words, paragraph.shown) is not None for words in printed)


def _nears(count: int) -> Iterator[Fields]:
    yield near(str(count + 1), Slip.WRONG_TIME, "You counted both the first and the last day.")
    yield near(str(count - 1), Slip.WRONG_TIME, "One short. See how many days the months have.")
    for length, name in ((30, "months"), (7, "weeks")):
        rounded = round(count / length) * length
        if rounded and abs(rounded - count) < length / 3:
            yield near(str(rounded), Slip.LOST_QUALIFIER, f"That is rounded to whole {name}.")


blueprint = Blueprint(20, (Skill.CHRONOLOGY,), _sketches)
