"""What a text tells of its outlet, date and author: each as stated, inferred with a reason, or unknown."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from reportedly.authoring.extraction.article import RawArticle
from reportedly.authoring.extraction.segment import DATELINE, Block
from reportedly.authoring.extraction.times import Time, times
from reportedly.story.story import Particular


@dataclass(frozen=True)
class Particulars:
    """An article's particulars, and its date if it is known to the day."""

    outlet: Particular
    published: Particular
    byline: Particular
    day: date | None
    dated: bool
    link: str


def particulars(article: RawArticle, letter: str) -> Particulars:
    """What can be read off an article or was given with it."""
    head = article.blocks[:6]
    published, day, dated = _published(article, head, letter)
    return Particulars(
        _outlet(article, head, letter), published, _byline(article, head, letter), day, dated,
        article.hints.link or "",
    )  # fmt: skip


def _unknown(what: str) -> Particular:
    return Particular.model_validate(
        {"is": "not stated in our copy", "basis": "unknown", "because": what}
    )


def _stated(words: str) -> Particular:
    return Particular.model_validate({"is": words})


def _inferred(words: str, because: str) -> Particular:
    return Particular.model_validate({"is": words, "basis": "inferred", "because": because})


def _outlet(article: RawArticle, head: tuple[Block, ...], letter: str) -> Particular:
    for block in head:
        if block.kind == "outlet":
            return _stated(re.sub(r"^(?:Source:|From)\s+", "", block.text))
        if block.kind == "body" and block.body_start:
            match = DATELINE.match(block.text)
            if match is not None and match["outlet"]:
                return _stated(match["outlet"].strip())
    if article.hints.outlet:
        return _inferred(article.hints.outlet, "named in the head of the web page, not in the text")
    return _unknown(f"The text of {article.file} names no outlet.")


def _byline(article: RawArticle, head: tuple[Block, ...], letter: str) -> Particular:
    for block in head:
        if block.kind == "byline":
            return _stated(re.sub(r"^(?:Words |Reported |Text )?[Bb]y\s+|^From\s+", "", block.text))
    if article.hints.byline:
        return _inferred(article.hints.byline, "named in the head of the web page, not in the text")
    return Particular.model_validate(
        {
            "is": "none given",
            "basis": "unknown",
            "because": f"The text of {article.file} has no byline.",
        }
    )


def _published(
    article: RawArticle, head: tuple[Block, ...], letter: str
) -> tuple[Particular, date | None, bool]:
    in_text = _date_in_text(head)
    given = article.published
    if given == "unknown":
        return _unknown_date(article), None, True
    if given is not None:
        because = "given by the person who brought the article in; the text has no date of its own"
        if in_text is not None:
            if in_text.isoformat() == given:
                return _stated(given), in_text, True
            because = f"given by the person who brought the article in; the text says {in_text.isoformat()}"
        return _inferred(given, because), date.fromisoformat(given), True
    if in_text is not None:
        return _stated(in_text.isoformat()), in_text, True
    if article.hints.published:
        try:
            day = date.fromisoformat(article.hints.published)
        except ValueError:
            return _unknown_date(article), None, False
        return (
            _inferred(day.isoformat(), "given in the head of the web page, not in the text"),
            day,
            True,
        )
    return _unknown_date(article), None, False


def _unknown_date(article: RawArticle) -> Particular:
    because = f"The text of {article.file} has no date, and none was given."
    return Particular.model_validate({"is": None, "basis": "unknown", "because": because})


def _date_in_text(head: tuple[Block, ...]) -> date | None:
    for block in head:
        if block.kind == "date":
            return _whole(times(_long_months(block.text), None))
        if block.kind == "body" and block.body_start:
            return _whole(times(block.text[: block.body_start], None))
    return None


def _long_months(text: str) -> str:
    return re.sub(r"\b(\w+day),?\s", " ", text)


def _whole(found: tuple[Time, ...]) -> date | None:
    for time in found:
        if time.when.basis == "stated" and len(time.when.when) == 10:
            return date.fromisoformat(time.when.when)
    return None
