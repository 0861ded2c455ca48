"""Second speakers whose verb is left out: "police put it at 8,000, the organisers at 25,000"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reportedly.authoring.extraction.engines.found import Attribution
from reportedly.authoring.extraction.lexicon.roles import GROUP_KINDS, ROLE_WORDS
from reportedly.authoring.extraction.naming.proper_names import singular

_AND_THEY = re.compile(
    r"(?:[,;]\s+|\s+)(?:and\s+|while\s+|but\s+)?((?:the\s+|its\s+|their\s+)?(?:[\w’'-]+\s+){0,2}?[\w’'-]+)\s+"
    r"((?:at\s+|about\s+|some\s+|only\s+|just\s+|nearly\s+|almost\s+|more\s+than\s+|at\s+least\s+|closer\s+to\s+|as\s+many\s+as\s+)*"
    r"[£$€]?\d[\d,.]*\d?(?:\s+(?:million|billion|thousand|per\s+cent|percent|%))?)(?=[\s.,;:]|$)"
)
_FAR = 40
_NEAR = 60
"""How many characters behind the words, and behind the verb, the second speaker may stand."""
_COUNTS = frozenset("say put estimate count claim report reckon number cite list calculate".split())


def gapped(text: str, found: list[Attribution], end: int) -> Iterator[Attribution]:
    """The further speakers of a sentence that ends at `end`, each with a number and no verb."""
    for each in found:
        if each.source is None or each.cue is None or each.lemma not in _COUNTS:
            continue
        start, stop = each.pieces[-1]
        first = max(start, each.cue[1])
        if not re.search(r"\d", text[first:stop]):
            continue
        for match in _AND_THEY.finditer(text, first, min(end, stop + _FAR)):
            head = match[1].split()[-1].lower()
            speaks = (
                singular(head) in ROLE_WORDS or head in GROUP_KINDS or singular(head) in GROUP_KINDS
            )
            if not speaks or not (
                head.endswith("s") or head == "police" or match[1].startswith("the ")
            ):
                continue
            if match.start() - each.cue[1] > _NEAR or not re.search(
                r"\d", text[first : match.start()]
            ):
                continue  # "police say 8,000": the first number is the first speaker's
            yield Attribution(
                (match.span(2),), match.span(1), each.cue, each.lemma, each.kind, each.via
            )
            break
