"""Days: read from the ledger, put into words, taken out of sentences, and worked out."""

from __future__ import annotations

import calendar
import re
from datetime import date, timedelta

from reportedly.story.ledger import When, first_day

MONTHS = tuple(calendar.month_name)[1:]
WEEKDAYS = tuple(calendar.day_name)

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_MONTH = "|".join(MONTHS)
_WEEKDAY = "|".join(WEEKDAYS)
_FULL = rf"(?:(?:{_WEEKDAY}),? )?\d{{1,2}} (?:{_MONTH})(?: \d{{4}})?"
_DATED_END = re.compile(rf",? (?:on|in|of|from|since|by|for|until|before|after) {_FULL}$")
_ON_A_DAY = re.compile(rf",? (?:on|in) (?:{_FULL}|(?:{_MONTH})(?: \d{{4}})?)(?=$|,| )")
_UNFINISHED = re.compile(r"\b(was|were|is|are|be|on|at|to|from|by|of|for|in|and)$")
_ANY_DATE = re.compile(rf"\b({_MONTH}|{_WEEKDAY}|yesterday|today|\d{{4}})\b")


def exact_day(when: When | None) -> date | None:
    """The day, if it is one day that is known."""
    return first_day(when.when) if when is not None and _DAY.fullmatch(when.when) else None


def last_day(text: str) -> date:
    """The last day that a date, month, year or span covers."""
    year, *rest = text.split("/")[-1].split("-")
    month = int(rest[0]) if rest else 12
    day = int(rest[1]) if len(rest) > 1 else calendar.monthrange(int(year), month)[1]
    return date(int(year), month, day)


def day_and_month(day: date) -> str:
    """For example 18 September."""
    return f"{day.day} {MONTHS[day.month - 1]}"


def when_in_words(first: date, last: date) -> str:
    """For example on 18 September, in September, between 13 November and 15 November."""
    if first == last:
        return f"on {day_and_month(first)}"
    length = calendar.monthrange(first.year, first.month)[1]
    if first.day == 1 and last == first.replace(day=length):
        return f"in {MONTHS[first.month - 1]}"
    return f"between {day_and_month(first)} and {day_and_month(last)}"


def weekday(day: date) -> str:
    """For example Friday."""
    return WEEKDAYS[day.weekday()]


def without_date(text: str) -> str | None:
    """The sentence without its date, or None if it cannot do without."""
    bare = _ON_A_DAY.sub("", text, count=1)
    is_cut = _ANY_DATE.search(bare) or _UNFINISHED.search(bare) or len(bare.split()) < 3
    return None if is_cut else bare


def has_date(text: str) -> bool:
    """Whether a sentence tells a date."""
    return _ANY_DATE.search(text) is not None


_RELATIVE = re.compile(
    rf"\b(?:(yesterday)|(today)|(the day before yesterday)|(?:(last|this|on) )?({_WEEKDAY}))\b",
    re.IGNORECASE,
)


def relative_day(words: str, published: date) -> date | None:
    """The day that words such as "yesterday" or "last Wednesday" mean on a day of publication."""
    found = _RELATIVE.search(words)
    if found is None or re.search(r"\d", words) or "’s" in words:
        return None
    yesterday, today, before, lead, name = found.groups()
    if before or "day before yesterday" in words.casefold():
        return published - timedelta(days=2)
    if yesterday:
        return published - timedelta(days=1)
    if today:
        return published
    wanted = [day.casefold() for day in WEEKDAYS].index(name.casefold())
    if lead and lead.casefold() == "this":
        return published + timedelta(days=(wanted - published.weekday()) % 7)
    back = (published.weekday() - wanted) % 7
    if lead and lead.casefold() == "last":
        return published - timedelta(days=back or 7)
    return published - timedelta(days=back)
