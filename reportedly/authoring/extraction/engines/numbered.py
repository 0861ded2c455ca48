"""Numbers given by verbs: "put the toll at 40", "counted 12 bodies"."""

from __future__ import annotations

import re

from reportedly.authoring.extraction.engines.found import Span
from reportedly.authoring.extraction.engines.pieces import clean
from reportedly.authoring.extraction.engines.reach import end_of
from reportedly.authoring.extraction.engines.tree import Tree

_ITSELF = frozenset("itself himself herself themselves myself ourselves".split())


def number_pieces(t: Tree, verb: int, thing: int | None, *, written: bool) -> tuple[Span, ...]:
    """As in "put the toll at 40", "counted 12 bodies", "raised its count to 41"."""
    at = next(
        (
            c
            for c in t.all_children(verb, "prep", "dative")
            if t.words[c].lower() in ("at", "to", "as", "of", "from")
        ),
        None,
    )
    last = end_of(t, verb, at if at is not None else thing if thing is not None else verb)
    first = thing if thing is not None and thing > verb else at
    if first is None or (thing is not None and t.words[thing].lower() in _ITSELF):
        return ()
    if at is not None and verb < at < first:
        first = at  # "put at 29 the number of dead"
        last = max(last, end_of(t, verb, thing) if thing is not None else last)
    start = t.left[first]
    if t.lemmas[verb] in ("give", "record", "register", "list", "cite", "count", "number", "log", "tally",
                          "measure", "place", "set", "put", "raise", "lower", "revise", "maintain", "peg", "value",
                          "assess", "quantify", "document", "correct", "amend", "adjust", "update", "upgrade",
                          "downgrade"):  # fmt: skip
        has = any(
            t.tags[w] == "CD" and t.words[w].lower() != "one"
            for w in range(start, min(last, start + 30) + 1)
        )
        share = re.search(r"%|per ?cent", t.text[t.starts[start] : t.end(last)]) is not None
        spoken = t.lemmas[verb] in ("put", "give", "revise", "count", "record", "register", "tally", "log",
                                    "raise", "lower", "list", "measure", "cite", "maintain", "peg", "value", "assess",
                                    "quantify", "document", "correct", "amend", "adjust", "update", "upgrade",
                                    "downgrade")  # fmt: skip
        figure = any(
            t.lemmas[w]
            in (
                "toll",
                "figure",
                "number",
                "count",
                "estimate",
                "total",
                "turnout",
                "crowd",
                "cost",
                "damage",
                "loss",
                "tally",
                "death",
                "case",
                "bill",
                "attendance",
                "value",
                "price",
                "size",
                "share",
                "rate",
                "age",
                "time",
            )
            for w in range(start, min(last, start + 12) + 1)
        ) or (share and t.lemmas[verb] not in ("raise", "lower", "revise"))
        told = has or (figure and t.lemmas[verb] == "put" and at is not None)
        if not told or not spoken:
            return ()
        if t.lemmas[verb] in ("put", "raise", "lower", "give") and not figure and not written:
            if at is None or t.words[at].lower() not in ("at", "as"):
                return ()
    return clean(t, [t.span(start, last)])
