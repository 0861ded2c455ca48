"""A raw text as numbered paragraphs, each with its role; and a paragraph as sentences.

Every non-empty block keeps its number, also a byline or a date line: what an instructor brings in
is kept as it is. `Block.kind` tells which blocks hold no reporting.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from reportedly.authoring.extraction.quotes import Quote
from reportedly.story.article import Role

Kind = Literal["headline", "caption", "body", "byline", "date", "outlet"]


@dataclass(frozen=True, slots=True)
class Block:
    """One paragraph of an article.

    Attributes:
        number: From 1.
        text: On one line, without the mark that says what it is.
        kind: What it is; the last three are lines about the article.
        body_start: Where the reporting begins, after a dateline.
    """

    number: int
    text: str
    kind: Kind
    body_start: int = 0

    @property
    def role(self) -> Role:
        """What the article's file calls it."""
        return self.kind if self.kind in ("headline", "caption") else "body"

    @property
    def reports(self) -> bool:
        """Whether it tells something of the event."""
        return self.kind in ("headline", "caption", "body")


def blocks(raw: str) -> tuple[Block, ...]:
    """The paragraphs of a raw text."""
    texts = _paragraphs(raw.replace("\ufeff", "").replace("\r\n", "\n").replace("\r", "\n"))
    out: list[Block] = []
    for number, text in enumerate(texts, start=1):
        kind, words = _kind(text, number, texts)
        start = _dateline_end(words) if kind == "body" else 0
        out.append(Block(number, words, kind, start))
    return tuple(out)


def _paragraphs(raw: str) -> list[str]:
    lines = [re.sub(r"[ \t\u00a0]+", " ", line).strip() for line in raw.split("\n")]
    groups: list[list[str]] = [[]]
    for line in lines:
        if line:
            groups[-1].append(line)
        elif groups[-1]:
            groups.append([])
    groups = [group for group in groups if group]
    return [text for group in groups for text in _unwrapped(group)]


_SENTENCE_END = re.compile(r"[.!?…:][\"”’')\]]*$")


def _unwrapped(group: list[str]) -> list[str]:
    """Lines without blank lines between: paragraphs of their own, or one that was wrapped."""
    if len(group) == 1:
        return group
    if group[0].startswith("# "):
        return [group[0], *_unwrapped(group[1:])]
    inner = group[:-1]
    ends = sum(_SENTENCE_END.search(line) is not None for line in inner)
    longest = max(len(line) for line in group)
    # Wrapped lines are about equally long and break in the middle of sentences.
    if longest > 100 and ends >= len(inner) * 0.6:
        return group
    if len(inner) >= 2 and ends == len(inner):
        return group
    if len(inner[0]) < 100 and ends < len(inner) * 0.6 and longest > 160:
        first, *rest = group
        return [first, *_unwrapped(rest)]
    return [" ".join(group)]


_CAPTION = re.compile(
    r"(?:Caption|Photo caption|Image|Photo|Picture|Pictured|Photograph|File photo)\s*:\s*", re.I
)
_CREDIT = re.compile(
    r"(?:(?:Photo(?:graph)?|Image|Picture|Credit)\s*:\s*[^.]{2,60}\.?|\([^()]{0,40}(?:/|Photo|photo)[^()]{2,40}\)"
    r"|\b(?:Reuters|AP|AFP|EPA|Getty Images?|Getty|Xinhua|PA|dpa|ANSA|EFE|TASS)(?:\s*/\s*[A-Z][\w' .]+| Photo| Images)?"
    r"|\b[A-Z][a-z]+ [A-Z][a-z]+\s*/\s*[A-Z][\w .]+)$"
)
_BYLINE = re.compile(
    r"(?:By|Words by|Reported by|Text by|From)\s+(?:our\s+|a\s+)?"
    r"[A-Z][\w.’'-]*(?:\s+(?:and|in|of|de|van|von|bin|al)\b|[\s,]+[A-Z][\w.’'-]*){0,9}\.?$|"
    r"By (?:staff|our)\b.{0,50}$"
)
MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
_SHORT_MONTHS = r"Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec"
_DATE_LINE = re.compile(
    rf"(?:(?:Published|Posted|Updated|Last updated|Date|First published)\b[:\s]*(?:on\s+)?)?"
    rf"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,?\s+|(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun),?\s+)?"
    rf"(?:\d{{1,2}}(?:st|nd|rd|th)?\s+(?:{MONTHS}|{_SHORT_MONTHS})\.?,?\s+\d{{4}}"
    rf"|(?:{MONTHS}|{_SHORT_MONTHS})\.?\s+\d{{1,2}}(?:st|nd|rd|th)?,?\s+\d{{4}}|\d{{4}}-\d{{2}}-\d{{2}})"
    r"[\s,|–-]*(?:at\s+)?(?:\d{1,2}[:.]\d{2}\s*(?:[ap]\.?m\.?)?\s*(?:[A-Z]{2,4})?)?\.?",
    re.IGNORECASE,
)
_OUTLET = re.compile(
    r"(?:(?:The|Source:|From)\s+)?(?:[A-Z][\w’'-]*\s+){0,4}(?:Times|Post|Herald|Daily|News|Gazette|Courier"
    r"|Tribune|Guardian|Telegraph|Chronicle|Observer|Journal|Mail|Star|Press|Standard|Examiner|Echo"
    r"|Argus|Mercury|Sentinel|Dispatch|Bulletin|Record|Register|Reporter|Review|Wire|Agency|Radio"
    r"|Broadcasting|Reuters)(?:\s+(?:Online|Network|Agency|Service))?"
)


def _kind(text: str, number: int, texts: list[str]) -> tuple[Kind, str]:
    if re.match(r"#{1,6} ", text):
        words = text.lstrip("#").strip()
        return ("headline" if number <= 3 or len(words.split()) <= 25 else "body"), words
    mark = _CAPTION.match(text)
    if mark is not None and len(text.split()) <= 80:
        caption_mark = text.startswith("Caption: ")
        return "caption", text[mark.end() :] if caption_mark else text
    count = len(text.split())
    if number <= 6 and count <= 14:
        if _DATE_LINE.fullmatch(text):
            return "date", text
        if _BYLINE.fullmatch(text):
            return "byline", text
        if number <= 3 and _OUTLET.fullmatch(text):
            return "outlet", text
    if _is_headline(text, number, texts):
        return "headline", text
    if (
        count <= 60
        and _CREDIT.search(text)
        and not re.search(r"\b(?:said|told|says)\b[^.]*$", text)
    ):
        return "caption", text
    return "body", text


def _is_headline(text: str, number: int, texts: list[str]) -> bool:
    """A short first block without a full stop, with reporting after it."""
    if number > 3 or len(texts) <= number or len(text.split()) > 25:
        return False
    earlier = texts[: number - 1]
    if any(len(before.split()) > 14 or before.startswith("#") for before in earlier):
        return False
    if any(_kind_is_headline(before) for before in earlier):
        return False
    if text.endswith((".", ",", ";")) or _dateline_end(text):
        return False
    return len(text.split()) >= 2 and any(len(t.split()) > 12 for t in texts[number:])


def _kind_is_headline(text: str) -> bool:
    aside = _DATE_LINE.fullmatch(text) or _BYLINE.fullmatch(text) or _OUTLET.fullmatch(text)
    return aside is None


DATELINE = re.compile(
    r"(?P<place>[A-Z][A-Z’'.-]+(?:[ ,/]+[A-Z][A-Z’'.-]+){0,4}|[A-Z][\w’'.-]+(?:[ ,]+[A-Z][\w’'.-]+){0,3})"
    r"(?:,\s+(?P<more>[^()–—]{1,50}?))?\s*(?:\((?P<outlet>[^()]{2,50})\))?\s*(?P<dash>–|—|--|-)\s+(?=\S)"
)


def _dateline_end(text: str) -> int:
    """Where the text begins after a dateline, or 0."""
    match = DATELINE.match(text)
    if match is None:
        return 0
    capitals = match["place"].upper() == match["place"] and len(match["place"]) > 2
    return match.end() if capitals or match["outlet"] else 0


_ABBREVIATION = re.compile(
    r"(?:\b(?:Mr|Mrs|Ms|Dr|Prof|Gen|Col|Lt|Sgt|Capt|Maj|Cmdr|Rev|Sen|Rep|Gov|St|Jr|Sr|No|vs|Inc|Ltd|Co|Corp"
    r"|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec|approx|est|Insp|Supt|Hon|Pres|Messrs|Brig|Adm|etc)"
    r"|\b[A-Z]|\b[A-Z]\.[A-Z]|\b(?:a\.m|p\.m|e\.g|i\.e|U\.S|U\.N))\.$"
)
_END = re.compile(r"[.!?…]+[\"”’'»)\]]*(?=\s+[\"“‘'«(\[]{0,3}[A-Z0-9À-Þ€£$])")


_BEGINS = re.compile(
    r"\s+[\"“‘']?(?:The|A|An|He|She|It|They|We|I|His|Her|Its|Their|Our|My|But|And|In|On|At|For|That|This|These|Those|When"
    r"|There|If|As|After|Before|Some|One|Two|Three|Most|Many|Asked|Both|Another|Nobody|No|Not|What|How|Why)\s"
)
"""What begins a sentence after something short: "posted it on X. She", and not "by J. Smith"."""


def sentences(text: str, start: int, found: tuple[Quote, ...]) -> tuple[tuple[int, int], ...]:
    """Where each sentence begins and ends, from `start` on.

    Sentences of one quotation are told apart; the words that give it to its speaker stay with the
    sentence they stand beside.
    """
    out: list[tuple[int, int]] = []
    begin = start
    for match in _END.finditer(text, start):
        end = match.end()
        short = _ABBREVIATION.search(text[max(begin, match.start() - 8) : match.start() + 1])
        if short is not None and not _BEGINS.match(text, end):
            continue
        # `"Why?" he asked`: the sentence goes on after a quotation.
        rest = text[end:].lstrip()[:1]
        if rest.islower():
            continue
        out.append((begin, end))
        begin = end + (len(text[end:]) - len(text[end:].lstrip()) if end < len(text) else 0)
    if begin < len(text) and text[begin:].strip():
        out.append((begin, len(text)))
    return tuple(out)
