"""Dates and relative times, counted from the article's day of publication and never from today.

A month stays a month and a week a span of days: nothing is made more exact than it was told.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from reportedly.authoring.extraction.engines.found import Span
from reportedly.story.ledger import When


@dataclass(frozen=True, slots=True)
class Time:
    """A time expression and what it comes to.

    Attributes:
        ahead: Whether it lies in the future of the article.
    """

    span: Span
    when: When
    ahead: bool = False


_MONTHS = (
    "january february march april may june july august september october november december".split()
)
_DAYS = "monday tuesday wednesday thursday friday saturday sunday".split()
_MONTH = r"(?P<month>January|February|March|April|May|June|July|August|September|October|November|December|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\.?"
_COUNT = r"(?P<n>\d{1,3}|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|a\s+few|several|a\s+couple\s+of)"
_PATTERNS = (
    rf"(?P<dmy>\b(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\s+(?:of\s+)?{_MONTH}(?:,?\s+(?P<year>(?:19|20)\d\d))?)",
    rf"(?P<mdy>\b{_MONTH.replace('month', 'month2')}\s+(?P<day2>\d{{1,2}})(?:st|nd|rd|th)?\b(?!,\d|\.\d|\s+(?:people|per|percent))(?:,?\s+(?P<year2>(?:19|20)\d\d))?)",
    r"(?P<iso>\b(?P<iy>(?:19|20)\d\d)-(?P<im>\d\d)-(?P<id>\d\d)\b)",
    rf"(?P<my>\b(?:(?:early|late|mid)[\s-]+)?{_MONTH.replace('month', 'month3')},?\s+(?P<year3>(?:19|20)\d\d)\b)",
    r"(?P<weekday>\b(?:(?P<which>last|next|this|this\s+coming|the\s+following|the\s+previous|the)\s+)?(?P<wd>Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)\b)",
    r"(?P<yesterday>\byesterday\b|\blast\s+night\b)",
    r"(?P<today>\btoday\b|\bthis\s+(?:morning|afternoon|evening)\b|\btonight\b)",
    r"(?P<lastunit>\b(?P<lw>last|this|earlier\s+this|later\s+this|next)\s+(?P<lu>week|month|year)\b)",
    rf"(?P<ago>\b(?:(?P<about>about|around|some|nearly|almost|more\s+than|over)\s+)?{_COUNT}\s+(?P<u>day|week|month|year)s?\s+ago\b)",
    rf"(?P<inmonth>\b(?:in|since|during|until|from|of|by|(?:in\s+)?(?:early|late|mid)[\s-]|last|this|between)\s*\s{_MONTH.replace('month', 'month4')}(?![\w’'-]*\s+\d))",
    r"(?P<inyear>\b(?:in|since|during|until|from|by|of)\s+(?P<year4>(?:19|20)\d\d)\b(?!\s*%|,\d))",
)
_TIME = re.compile("|".join(_PATTERNS))
_NUMBER = {
    w: n
    for n, w in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve".split()
    )
} | {"a": 1, "an": 1}


def times(text: str, published: date | None) -> tuple[Time, ...]:
    """The time expressions of a paragraph that come to a date, in order."""
    return tuple(_times(text, published))


def _times(text: str, published: date | None) -> Iterator[Time]:
    for match in _TIME.finditer(text):
        resolved = _resolved(text, match, published)
        if resolved is not None:
            when, ahead = resolved
            yield Time(match.span(), when, ahead)


def _resolved(text: str, match: re.Match[str], published: date | None) -> tuple[When, bool] | None:
    kind = next(name for name in _KINDS if match[name])
    words = re.sub(r"\s+", " ", match[0]).strip()
    ahead = _is_ahead(text, match.start())
    try:
        if kind == "iso":
            return _stated(date(int(match["iy"]), int(match["im"]), int(match["id"])).isoformat())
        if kind in ("dmy", "mdy"):
            suffix = "" if kind == "dmy" else "2"
            return _day(
                int(match["day" + suffix]),
                match["month" + suffix],
                match["year" + suffix],
                published,
                words,
                ahead,
            )
        if kind == "my":
            return _stated(f"{match['year3']}-{_month(match['month3']):02}")
        if kind == "inyear":
            return _stated(match["year4"])
        if published is None:
            return None
        return _relative(kind, match, published, words, ahead)
    except (ValueError, OverflowError):
        return None


_KINDS = (
    "dmy",
    "mdy",
    "iso",
    "my",
    "weekday",
    "yesterday",
    "today",
    "lastunit",
    "ago",
    "inmonth",
    "inyear",
)


def _stated(when: str) -> tuple[When, bool]:
    return When(when=when, basis="stated"), False


def _month(name: str) -> int:
    return next(
        n for n, month in enumerate(_MONTHS, 1) if month.startswith(name.lower().rstrip(".")[:3])
    )


def _is_ahead(text: str, start: int) -> bool:
    before = text[max(0, start - 80) : start]
    return bool(
        re.search(
            r"\b(?:will|would|to|next|due|expected|planned|scheduled|until|by)\b[^.;,]{0,60}$",
            before,
            re.IGNORECASE,
        )
    ) and not re.search(r"\b(?:said|told|died|killed|was|were|had)\b[^.;,]{0,30}$", before)


def _day(
    day: int, month_name: str, year: str | None, published: date | None, words: str, ahead: bool
) -> tuple[When, bool] | None:
    month = _month(month_name)
    if year is not None:
        return _stated(date(int(year), month, day).isoformat())
    if published is None:
        return None
    this_year = date(published.year, month, day)
    if (this_year - published).days > (200 if ahead else 60):
        this_year = date(published.year - 1, month, day)
    elif ahead and (published - this_year).days > 200:
        this_year = date(published.year + 1, month, day)
    because = f"“{words}” names no year; taken from the article’s date {published.isoformat()}"
    return When(
        when=this_year.isoformat(), basis="inferred", because=because
    ), this_year > published


def _relative(
    kind: str, match: re.Match[str], published: date, words: str, ahead: bool
) -> tuple[When, bool] | None:
    because = f"“{words}”, counted from the article’s date {published.isoformat()}"

    def inferred(when: str, future: bool = False) -> tuple[When, bool]:
        return When(when=when, basis="inferred", because=because), future

    if kind == "yesterday":
        return inferred((published - timedelta(days=1)).isoformat())
    if kind == "today":
        return inferred(published.isoformat())
    if kind == "weekday":
        day = _weekday(match["wd"], match["which"] or "", published, ahead)
        return (inferred(day.isoformat(), day > published)) if day else None
    if kind == "lastunit":
        return inferred(_unit(match["lw"], match["lu"], published), match["lw"] == "next")
    if kind == "ago":
        when = _ago(match["n"], match["u"], published)
        return inferred(when) if when else None
    if kind == "inmonth":
        month = _month(match["month4"])
        year = (
            published.year if month <= published.month + (5 if ahead else 0) else published.year - 1
        )
        because = f"“{words}” names no year; taken from the article’s date {published.isoformat()}"
        return When(
            when=f"{year}-{month:02}", basis="inferred", because=because
        ), ahead and month > published.month
    return None


def _weekday(name: str, which: str, published: date, ahead: bool) -> date | None:
    which = re.sub(r"\s+", " ", which.lower())
    if which in ("the following", "the previous", "the"):
        return None
    day = _DAYS.index(name.lower())
    back = (published.weekday() - day) % 7
    if which in ("next", "this coming") or (ahead and which != "last"):
        return published + timedelta(days=(7 - back) if back else 7)
    if which == "last" and back == 0:
        back = 7
    return published - timedelta(days=back)


def _unit(which: str, unit: str, published: date) -> str:
    step = {"last": -1, "next": 1}.get(which.split()[0], 0)
    if unit == "year":
        return str(published.year + step)
    if unit == "month":
        months = published.year * 12 + published.month - 1 + step
        return f"{months // 12}-{months % 12 + 1:02}"
    monday = published - timedelta(days=published.weekday()) + timedelta(weeks=step)
    last = monday + timedelta(days=6)
    if step == 0 and not which.startswith("later"):
        last = min(last, published)
    return f"{monday.isoformat()}/{last.isoformat()}" if monday != last else monday.isoformat()


def _ago(count: str, unit: str, published: date) -> str | None:
    low = re.sub(r"\s+", " ", count.lower())
    n = int(low) if low.isdigit() else _NUMBER.get(low)
    if n is None:
        return None
    if unit == "day":
        return (published - timedelta(days=n)).isoformat()
    if unit == "week":
        middle = published - timedelta(weeks=n)
        return (
            f"{(middle - timedelta(days=3)).isoformat()}/{(middle + timedelta(days=3)).isoformat()}"
        )
    if unit == "month":
        months = published.year * 12 + published.month - 1 - n
        return f"{months // 12}-{months % 12 + 1:02}"
    return str(published.year - n)
