"""Numbers that count nothing: dates, clock times, ages, and parts of names."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Stretches:
    """Stretches of text in order."""

    starts: list[int]
    ends: list[int]

    @classmethod
    def of(cls, spans: Iterable[tuple[int, int]]) -> Stretches:
        """The stretches, put in order; what overlaps is taken together."""
        starts: list[int] = []
        ends: list[int] = []
        for start, end in sorted(spans):
            if ends and start < ends[-1]:
                ends[-1] = max(ends[-1], end)
            else:
                starts.append(start)
                ends.append(end)
        return cls(starts, ends)

    def covers(self, position: int) -> bool:
        """Whether a position is in one of them."""
        at = bisect_right(self.starts, position) - 1
        return at >= 0 and position < self.ends[at]


_MONTH = (
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?"
    r"|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)"
)


_SKIP = re.compile(
    rf"""
      \b{_MONTH}\.?\s+\d{{1,2}}(?:st|nd|rd|th)?(?:\s*(?:-|–|to|and)\s*\d{{1,2}})?(?:,?\s+(?:19|20)\d\d)?(?![\d,]*\d\s+[a-z])
    | \b\d{{1,2}}(?:st|nd|rd|th)?(?:\s*(?:-|–|to|and)\s*\d{{1,2}})?\s+(?:of\s+)?{_MONTH}\b(?:,?\s+(?:19|20)\d\d)?
    | \b{_MONTH}\.?,?\s+(?:19|20)\d\d\b
    | \b(?i:in|since|from|by|until|before|after|during|of|for|early|late|mid|between|and|to|year|the|spring|summer|autumn|winter|through)[\s-]+(?:1[5-9]|20)\d\d(?:\s*(?:-|–|to|and)\s*(?:(?:1[5-9]|20)\d\d|\d\d))?\b(?!\s*%|,\d|\s+(?!and|the|at|in|to|after|when|with|as|by|for|but|on|of|from|were|was|is|has|had|who|that|which|it|he|she|they|election|season|census|report|law|treaty|elections|earthquake|flood|floods|floods|drought|storm|disaster|strike|outbreak|budget|agreement|deal|protests?|attack)[a-z]+)
    | \b(?i:in|since|until|before|after|during|early|late|mid|year)[\s-]+(?:1[5-9]|20)\d\d\b(?!\s*%|,\d)
    | \b(?:19|20)\d\d[-/](?:\d\d[-/]\d\d|\d\d)\b
    | (?<=[(\s])(?:19|20)\d\d(?=\)|,\s|\.\s|\.$|\s*[-–]\s*(?:19|20)\d\d)
    | (?<=\w’s\s)(?:19|20)\d\d\b | (?<=\w's\s)(?:19|20)\d\d\b
    | \b\d{{1,2}}(?:[:.]\d\d)?\s?(?:a\.?m\.?|p\.?m\.?)(?!\w) | \b\d{{1,2}}:\d\d\b
    | \b(?:(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)|\d{{1,2}})\s+o['’]clock
    | \b(?:(?:a\s+)?quarter|half|five|ten|twenty(?:-five)?|\d{{1,2}})(?:\s+minutes)?\s+(?:past|to)\s+(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|midnight|noon)\b(?=[.,;:]|\s+(?:on|in|when|and|but|that|the|yesterday|last|this|after|before|local)\b|$)
    | (?<!\w)[’'‘]\d\d\b | \b(?i:dated|from|signed|issued|published)\s+(?:\w+\s+)?(?:1[5-9]|20)\d\d\b
    | \b(?:aged?|ages)\s+(?:between\s+)?(?:\d{{1,3}}|\w+)(?:\s+(?:and|to)\s+(?:\d{{1,3}}|\w+))?\b
    | \b(?:child(?:ren)?|girls?|boys?|infants|adults|people|those|anyone|men|women|pupils|patients|kids)\s+(?:aged\s+)?(?:under|over|of|of\s+about|above|below|older\s+than|younger\s+than)\s+(?:the\s+age\s+of\s+)?(?:\d{{1,2}}|[a-z]+(?:teen|ty)|five|ten|eleven|twelve|six|seven|eight|nine)\b(?!\s+(?:[a-z]+s|children|people|men|women|staff|crew)\b)
    | \b(?:under|over)-\d{{1,2}}s?\b | \bin\s+(?:his|her|their)\s+(?:early\s+|mid-?\s*|late\s+)?\w+(?:ties|teens)\b
    | \b\d{{1,2}}[-–]\d{{1,2}}\s+(?:up|down|ahead|win|lead|victory|defeat|draw|away|to|at|in|when|against|behind|loss|scoreline|score)\b
    | \b(?:\d{{1,3}}|[a-z]+)-(?:years?|months?|weeks?|days?|hours?|minutes?)-olds?\b
    | \b(?:\d{{1,3}}|[a-z]+(?:-[a-z]+)?)\s+(?:years?|months?|weeks?)\s+(?:old|of\s+age)\b
    | (?<=[a-z]),\s(?:[1-9]\d)(?=,(?!\d))
    | \b(?:No|Nos|Number|Article|Articles|Section|Chapter|Route|Highway|Flight|Room|Gate|Line|Platform|Pier|Page|page|Paragraph|Resolution|Day|Phase|Unit|Block|Terminal|Runway|Tower|Channel|Boeing|Airbus|Covid|Ward|District|Street|Zone|Level|Grade|Track|Shaft|Ward)\.?[\s-]+\d+\w*
    | \b(?:Group|Big)\s(?:of\s)?(?:Seven|Eight|Twenty|Four)\b
    | \b\d{{1,4}}-\d{{2,4}}-\d{{3,}}\b | \b24/7\b | \b\d+(?:st|nd|rd|th)\b
    | \b(?:1[5-9]|20)\d0s\b
    | \b(?:died|dies|retired?|retires|retiring|retirement|pension|married|killed)\s+at\s+(?:the\s+age\s+of\s+)?(?:[1-9]\d|[a-z]+ty)\b(?!\s+[a-z]+s\b)
    | \bages?\b[^.;,]{{0,40}}?\bfrom\s+\d\d\s+to\s+\d\d\b
    | \b(?:at|by|until|till|before|after)\s+(?:five|six|seven|eight|nine|ten|eleven|twelve|four|three)(?=\s*(?:[.,;]|in\s+the\s+(?:morning|evening|afternoon)|$))
    | \bby\s+20\d\d\b(?=\s+(?:if|unless|because|under|without|it|they|he|she|over|an?|its|their)\b)
    | \ba\s+\w+\s+or\s+two\b | \bone\s+another\b | \b(?:last|first|next|this|that|which|each|every|any|another|the|loved)\s+one\b | \bno\s+one\b | \bone\s+day\b | \b\w+\s+(?:months|weeks)\s+pregnant\b
    """,
    re.VERBOSE,
)


_AROUND = 60
"""Characters before and after a number within which stands whatever makes it no count."""


def skipped(text: str, numbers: Iterable[tuple[int, int]]) -> Stretches:
    """Where numbers, given by where they stand, are dates, times, ages or names."""
    # Nothing else is looked at: the expression is long, and most of a text is words.
    near = Stretches.of((max(0, start - _AROUND), end + _AROUND) for start, end in numbers)
    return Stretches.of(
        match.span()
        for start, end in zip(near.starts, near.ends, strict=True)
        for match in _SKIP.finditer(text, start, end)
    )
